// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/review/evaluation.h"

#include "core/review/pool.h"
#include "core/review/rulecontent.h"

#include <algorithm>

namespace countersign::review {

api::RuleState evaluateRule(const api::ApprovalRule &rule, const ApprovalFacts &facts)
{
    api::RuleState state;
    state.approvalRuleName = rule.approvalRuleName;
    state.approvalRuleId = rule.approvalRuleId;
    if (rule.originApprovalRuleTemplate)
        state.fromTemplate = rule.originApprovalRuleTemplate->approvalRuleTemplateName;

    const auto content = parseRuleContent(rule.approvalRuleContent, RuleOwner::PullRequest);
    if (!content) {
        state.needed = 1;
        return state;
    }
    state.needed = content->approvalsNeeded;
    state.poolDescription = content->poolMembers;
    const auto counts = [&](const QString &arn) {
        return arn != facts.authorArn && poolContains(content->poolMembers, arn);
    };
    for (const QString &arn : facts.approverArns)
        if (counts(arn) && !state.approvals.contains(arn))
            state.approvals.append(arn);
    state.satisfied = state.approvals.size() >= state.needed;
    if (!state.satisfied)
        for (const QString &arn : facts.peopleArns)
            if (counts(arn) && !state.approvals.contains(arn))
                state.eligible.append(arn);
    return state;
}

QList<api::RuleState> evaluateRules(const QList<api::ApprovalRule> &rules, const ApprovalFacts &facts)
{
    QList<api::RuleState> states;
    for (const api::ApprovalRule &rule : rules)
        states.append(evaluateRule(rule, facts));
    return states;
}

api::Evaluation summarize(const QList<api::RuleState> &states, bool overridden)
{
    api::Evaluation evaluation;
    evaluation.overridden = overridden;
    for (const api::RuleState &state : states)
        (state.satisfied ? evaluation.approvalRulesSatisfied : evaluation.approvalRulesNotSatisfied)
            .append(state.approvalRuleName);
    evaluation.approved = evaluation.approvalRulesNotSatisfied.isEmpty();
    return evaluation;
}

bool allowsMerge(const api::Evaluation &evaluation) { return evaluation.approved || evaluation.overridden; }

bool canNeverBeSatisfied(const api::RuleState &state)
{
    return !state.satisfied && state.approvals.size() + state.eligible.size() < state.needed;
}

} // namespace countersign::review
