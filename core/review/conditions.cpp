// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/review/conditions.h"

#include "core/api/enums.h"
#include "core/review/lifecycle.h"

#include <algorithm>

namespace countersign::review {

namespace {

using State = Condition::State;
using Kind = Condition::Kind;

Condition plain(Kind kind, bool met)
{
    Condition condition;
    condition.kind = kind;
    condition.state = met ? State::Met : State::Blocking;
    return condition;
}

Condition conflictCondition(const MergeFacts &facts)
{
    Condition condition = plain(Kind::NoConflicts, true);
    if (facts.fastForward)
        return condition;
    if (!facts.conflicts) {
        condition.state = State::Unknown;
    } else if (!facts.conflicts->isEmpty()) {
        condition.state = State::Blocking;
        condition.have = int(facts.conflicts->size());
        condition.people = {facts.pullRequest.authorArn};
    }
    return condition;
}

Condition ruleCondition(const api::RuleState &rule, bool overridden)
{
    Condition condition = plain(Kind::Rule, rule.satisfied);
    condition.subject = rule.approvalRuleName;
    condition.have = int(rule.approvals.size());
    condition.needed = rule.needed;
    if (!rule.satisfied) {
        condition.people = rule.eligible;
        if (overridden)
            condition.state = State::Overridden;
    }
    return condition;
}

Condition threadCondition(int open, ThreadPolicy policy)
{
    Condition condition = plain(Kind::ThreadsResolved, open == 0);
    condition.have = open;
    if (open > 0 && policy == ThreadPolicy::Advisory)
        condition.state = State::Advisory;
    return condition;
}

/// Why a strategy cannot work, whichever it is.
QLatin1StringView commonReason(const MergeFacts &facts)
{
    if (!facts.sourceExists || !facts.destinationExists)
        return api::StrategyReason::BranchGone;
    if (facts.upToDate)
        return api::StrategyReason::UpToDate;
    return {};
}

} // namespace

QList<Condition> mergeConditions(const MergeFacts &facts, ThreadPolicy threads)
{
    QList<Condition> conditions;
    conditions.append(plain(Kind::Open, stageOf(facts.pullRequest) == Stage::Open));
    conditions.append(plain(Kind::SourceExists, facts.sourceExists));
    conditions.append(plain(Kind::DestinationExists, facts.destinationExists));
    if (facts.sourceExists && facts.destinationExists) {
        conditions.append(plain(Kind::HasChanges, !facts.upToDate));
        if (!facts.upToDate)
            conditions.append(conflictCondition(facts));
    }
    for (const api::RuleState &rule : facts.rules)
        conditions.append(ruleCondition(rule, facts.overridden));
    conditions.append(threadCondition(facts.openThreads, threads));
    return conditions;
}

bool canMerge(const QList<Condition> &conditions)
{
    return std::ranges::none_of(conditions, [](const Condition &condition) {
        return condition.state == State::Blocking || condition.state == State::Unknown;
    });
}

QList<api::StrategyState> mergeStrategies(const MergeFacts &facts)
{
    const QLatin1StringView common = commonReason(facts);
    const bool conflicts = !facts.fastForward && (!facts.conflicts || !facts.conflicts->isEmpty());
    QList<api::StrategyState> states;
    for (const QLatin1StringView option : api::MergeOption::all) {
        QLatin1StringView reason = common;
        if (reason.isEmpty() && option == api::MergeOption::FastForward && !facts.fastForward)
            reason = api::StrategyReason::NotFastForward;
        if (reason.isEmpty() && option != api::MergeOption::FastForward && conflicts)
            reason = api::StrategyReason::Conflicts;
        states.append({option, reason.isEmpty(), reason});
    }
    return states;
}

QString mergeability(const MergeFacts &facts)
{
    if (!facts.sourceExists || !facts.destinationExists)
        return api::Mergeability::Unknown;
    if (facts.fastForward || facts.upToDate)
        return api::Mergeability::Mergeable;
    if (!facts.conflicts)
        return api::Mergeability::Unknown;
    return facts.conflicts->isEmpty() ? api::Mergeability::Mergeable : api::Mergeability::Conflicts;
}

} // namespace countersign::review
