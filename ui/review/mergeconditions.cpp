// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/mergeconditions.h"

#include "core/api/enums.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::reviewui {

namespace {

using Kind = MergeCondition::Kind;
using CoreKind = review::Condition::Kind;
using CoreState = review::Condition::State;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::reviewui::MergeBox)
};

QString destinationOf(const api::PullRequest &pullRequest)
{
    const auto &targets = pullRequest.pullRequestTargets;
    return targets.isEmpty() ? QString() : shortRef(targets.first().destinationReference);
}

const api::StrategyState *strategy(const api::GetPullRequestReview::Output &review, QLatin1StringView option)
{
    const auto it = std::ranges::find(review.strategies, option, &api::StrategyState::mergeOption);
    return it == review.strategies.end() ? nullptr : &*it;
}

MergeCondition line(Kind kind, const review::Condition &condition, const QString &text,
                    const QString &strong = {})
{
    MergeCondition shown;
    shown.kind = kind;
    shown.isSatisfied = condition.state == CoreState::Met;
    shown.blocks = condition.state == CoreState::Blocking || condition.state == CoreState::Unknown;
    shown.icon = shown.isSatisfied                        ? QStringLiteral("state-passed")
                 : kind == Kind::Threads                  ? QStringLiteral("thread")
                 : kind == Kind::Rule                     ? QStringLiteral("state-waiting")
                 : condition.state == CoreState::Unknown  ? QStringLiteral("state-waiting")
                 : condition.kind == CoreKind::HasChanges ? QStringLiteral("state-info")
                                                          : QStringLiteral("state-failed");
    shown.text = text;
    shown.strong = strong;
    shown.who = condition.people;
    return shown;
}

MergeCondition ruleLine(const review::Condition &condition, const QList<api::RuleState> &rules)
{
    const bool met = condition.state == CoreState::Met;
    const int missing = std::max(1, condition.needed - condition.have);
    MergeCondition shown = line(Kind::Rule, condition,
                                met ? Words::tr("%n approval(s) from ", nullptr, condition.needed)
                                    : Words::tr("%n more approval(s) from ", nullptr, missing),
                                condition.subject);
    const auto rule = std::ranges::find(rules, condition.subject, &api::RuleState::approvalRuleName);
    if (met && rule != rules.end())
        shown.who = rule->approvals;
    return shown;
}

// What is to be said about the branches; a branch that is there needs no line.
std::optional<MergeCondition> branchLine(const review::Condition &condition,
                                         const api::GetPullRequestReview::Output &answer)
{
    const QString destination = destinationOf(answer.summary.pullRequest);
    const auto &targets = answer.summary.pullRequest.pullRequestTargets;
    const bool met = condition.state == CoreState::Met;
    switch (condition.kind) {
    case CoreKind::SourceExists:
    case CoreKind::DestinationExists:
        if (met)
            return std::nullopt;
        return line(Kind::Branch, condition, Words::tr("The branch is gone: "),
                    condition.kind == CoreKind::SourceExists && !targets.isEmpty()
                        ? shortRef(targets.first().sourceReference)
                        : destination);
    case CoreKind::HasChanges:
        if (met)
            return std::nullopt;
        return line(Kind::Nothing, condition, Words::tr("Nothing to merge: all commits are in "),
                    destination);
    case CoreKind::NoConflicts: {
        if (condition.state == CoreState::Unknown)
            return line(Kind::Conflicts, condition, Words::tr("Could not be compared with "), destination);
        MergeCondition shown = line(Kind::Conflicts, condition,
                                    met ? Words::tr("No conflicts with ")
                                        : Words::tr("%n file(s) conflict with ", nullptr, condition.have),
                                    destination);
        shown.files = answer.conflicts;
        return shown;
    }
    default:
        return std::nullopt;
    }
}

} // namespace

QList<review::Condition> conditionsOf(const api::GetPullRequestReview::Output &answer)
{
    const auto &summary = answer.summary;
    const auto *fastForward = strategy(answer, api::MergeOption::FastForward);
    review::MergeFacts facts;
    facts.pullRequest = summary.pullRequest;
    facts.rules = summary.rules;
    facts.overridden = summary.overridden;
    facts.openThreads = summary.openThreadCount;
    facts.sourceExists = answer.sourceBranchExists;
    facts.destinationExists = answer.destinationTip.has_value();
    facts.upToDate = fastForward && fastForward->reason == api::StrategyReason::UpToDate;
    facts.fastForward = summary.fastForwardPossible;
    if (summary.mergeability != api::Mergeability::Unknown)
        facts.conflicts = answer.conflicts;
    return review::mergeConditions(facts);
}

QList<MergeCondition> mergeConditions(const api::GetPullRequestReview::Output &answer)
{
    QList<MergeCondition> approvals;
    QList<MergeCondition> threads;
    QList<MergeCondition> branches;
    for (const auto &condition : conditionsOf(answer)) {
        switch (condition.kind) {
        case CoreKind::Open:
            break;
        case CoreKind::Rule:
            if (condition.state != CoreState::Overridden)
                approvals.append(ruleLine(condition, answer.summary.rules));
            break;
        case CoreKind::ThreadsResolved:
            if (condition.have > 0)
                threads.append(
                    line(Kind::Threads, condition, Words::tr("%n open thread(s)", nullptr, condition.have)));
            break;
        default:
            if (auto shown = branchLine(condition, answer))
                branches.append(*shown);
        }
    }
    if (answer.summary.overridden) {
        MergeCondition overridden;
        overridden.kind = Kind::Override;
        overridden.icon = QStringLiteral("state-warning");
        overridden.isSatisfied = true;
        overridden.text = Words::tr("Approval rules are overridden by ");
        overridden.strong = accountOf(answer.summary.overrider.value_or(QString()));
        approvals.prepend(overridden);
    } else if (answer.summary.rules.isEmpty()) {
        MergeCondition none;
        none.icon = QStringLiteral("state-passed");
        none.isSatisfied = true;
        none.text = Words::tr("No approval rule applies");
        approvals.append(none);
    }
    return approvals + threads + branches;
}

int missingCount(const QList<MergeCondition> &conditions)
{
    return static_cast<int>(std::ranges::count(conditions, false, &MergeCondition::isSatisfied));
}

bool isBlocked(const QList<MergeCondition> &conditions)
{
    return std::ranges::any_of(conditions, [](const MergeCondition &condition) {
        return condition.blocks && !condition.isSatisfied;
    });
}

QList<StrategyChoice> strategyChoices(const api::GetPullRequestReview::Output &review)
{
    const QString destination = destinationOf(review.summary.pullRequest);
    const int commits = review.summary.commitCount;
    const auto reasonText = [&](const QString &reason) {
        if (reason == api::StrategyReason::NotFastForward)
            return Words::tr("Not possible: %1 is %n commit(s) ahead", nullptr, review.aheadOfMergeBase)
                .arg(destination);
        if (reason == api::StrategyReason::Conflicts)
            return Words::tr("Not possible: %n file(s) conflict", nullptr,
                             static_cast<int>(review.conflicts.size()));
        if (reason == api::StrategyReason::UpToDate)
            return Words::tr("Not possible: %1 has all commits already").arg(destination);
        if (reason == api::StrategyReason::BranchGone)
            return Words::tr("Not possible: a branch is gone");
        return Words::tr("Not possible now");
    };
    QList<StrategyChoice> choices;
    const auto add = [&](QLatin1StringView option, const QString &text, const QString &detail) {
        const auto *state = strategy(review, option);
        StrategyChoice choice;
        choice.option = option;
        choice.text = text;
        choice.isPossible = state && state->possible;
        choice.detail = choice.isPossible ? detail : reasonText(state ? state->reason : QString());
        choices.append(choice);
    };
    add(api::MergeOption::FastForward, Words::tr("Fast-forward"),
        Words::tr("Move %1 forward, no new commit").arg(destination));
    add(api::MergeOption::Squash, Words::tr("Squash"),
        Words::tr("%n commit(s) become one on %1", nullptr, commits).arg(destination));
    add(api::MergeOption::ThreeWay, Words::tr("Three-way merge"),
        Words::tr("Keep the %n commit(s), add a merge commit", nullptr, commits));
    // One commit needs no squashing; several do, where a person did not say otherwise.
    const int preferred = choices.at(0).isPossible && commits <= 1 ? 0 : 1;
    choices[preferred].isDefault = true;
    return choices;
}

QString mergeVerb(const QString &option)
{
    if (option == api::MergeOption::FastForward)
        return Words::tr("Fast-forward");
    if (option == api::MergeOption::Squash)
        return Words::tr("Squash and merge");
    return Words::tr("Merge");
}

QString proposedMessage(const QString &option, const api::PullRequest &pullRequest)
{
    if (option == api::MergeOption::FastForward)
        return {};
    QString message = QStringLiteral("%1 (#%2)\n").arg(pullRequest.title, pullRequest.pullRequestId);
    const QString description = pullRequest.description.value_or(QString()).trimmed();
    if (!description.isEmpty())
        message += QLatin1Char('\n') + description + QLatin1Char('\n');
    return message;
}

} // namespace countersign::reviewui
