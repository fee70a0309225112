// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/approvalstate.h"

#include "core/review/evaluation.h"
#include "core/review/rulecontent.h"
#include "core/service/mapping.h"

namespace countersign::service {

QList<api::RuleState> ruleStates(const QList<store::RuleRow> &rules,
                                 const QList<store::ApprovalRow> &approvals, const QString &authorArn,
                                 const QList<store::PersonRow> &people)
{
    review::ApprovalFacts facts;
    facts.authorArn = authorArn;
    for (const store::ApprovalRow &approval : approvals)
        facts.approverArns.append(approval.userArn);
    for (const store::PersonRow &person : people)
        if (person.active)
            facts.peopleArns.append(person.arn);
    QList<api::ApprovalRule> wire;
    for (const store::RuleRow &rule : rules)
        wire.append(toRule(rule));
    return review::evaluateRules(wire, facts);
}

bool allSatisfied(const QList<api::RuleState> &states) { return review::summarize(states, false).approved; }

Result<void> checkRuleContent(const QString &content)
{
    return review::parseRuleContent(content, review::RuleOwner::PullRequest).transform([](const auto &) {});
}

Result<void> checkTemplateContent(const QString &content)
{
    return review::parseRuleContent(content, review::RuleOwner::Template).transform([](const auto &) {});
}

bool templateApplies(const QString &content, const QString &destinationRef)
{
    const auto parsed = review::parseRuleContent(content, review::RuleOwner::Template);
    return parsed && review::appliesTo(*parsed, destinationRef);
}

QString contentHash(const QString &content) { return review::contentDigest(content); }

} // namespace countersign::service
