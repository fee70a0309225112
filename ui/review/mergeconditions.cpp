// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/mergeconditions.h"

#include "core/api/enums.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::reviewui {

namespace {

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

} // namespace

QList<MergeCondition> mergeConditions(const api::GetPullRequestReview::Output &review)
{
    using Kind = MergeCondition::Kind;
    QList<MergeCondition> conditions;
    const auto &summary = review.summary;
    const QString destination = destinationOf(summary.pullRequest);

    if (summary.overridden) {
        conditions.append({Kind::Override,
                           QStringLiteral("state-warning"),
                           true,
                           false,
                           Words::tr("Approval rules are overridden by "),
                           accountOf(summary.overrider.value_or(QString())),
                           {},
                           {}});
    } else {
        for (const auto &rule : summary.rules) {
            const int missing = std::max(0, rule.needed - static_cast<int>(rule.approvals.size()));
            if (rule.satisfied)
                conditions.append({Kind::Rule,
                                   QStringLiteral("state-passed"),
                                   true,
                                   true,
                                   Words::tr("%n approval(s) from ", nullptr, rule.needed),
                                   rule.approvalRuleName,
                                   rule.approvals,
                                   {}});
            else
                conditions.append({Kind::Rule,
                                   QStringLiteral("state-waiting"),
                                   false,
                                   true,
                                   Words::tr("%n more approval(s) from ", nullptr, std::max(1, missing)),
                                   rule.approvalRuleName,
                                   rule.eligible,
                                   {}});
        }
        if (summary.rules.isEmpty())
            conditions.append({Kind::Rule,
                               QStringLiteral("state-passed"),
                               true,
                               true,
                               Words::tr("No approval rule applies"),
                               {},
                               {},
                               {}});
    }
    if (summary.openThreadCount > 0)
        conditions.append({Kind::Threads,
                           QStringLiteral("thread"),
                           false,
                           false,
                           Words::tr("%n open thread(s)", nullptr, summary.openThreadCount),
                           {},
                           {},
                           {}});
    if (!review.sourceBranchExists || !review.destinationTip) {
        const auto &targets = summary.pullRequest.pullRequestTargets;
        const QString branch = !review.sourceBranchExists && !targets.isEmpty()
                                   ? shortRef(targets.first().sourceReference)
                                   : destination;
        conditions.append({Kind::Branch,
                           QStringLiteral("state-failed"),
                           false,
                           true,
                           Words::tr("The branch is gone: "),
                           branch,
                           {},
                           {}});
        return conditions;
    }
    if (summary.mergeability == api::Mergeability::Conflicts)
        conditions.append(
            {Kind::Conflicts,
             QStringLiteral("state-failed"),
             false,
             true,
             Words::tr("%n file(s) conflict with ", nullptr, static_cast<int>(review.conflicts.size())),
             destination,
             {},
             review.conflicts});
    else if (summary.mergeability == api::Mergeability::Mergeable)
        conditions.append({Kind::Conflicts,
                           QStringLiteral("state-passed"),
                           true,
                           true,
                           Words::tr("No conflicts with "),
                           destination,
                           {},
                           {}});
    else
        conditions.append({Kind::Conflicts,
                           QStringLiteral("state-waiting"),
                           false,
                           true,
                           Words::tr("Could not be compared with "),
                           destination,
                           {},
                           {}});
    const auto *fastForward = strategy(review, api::MergeOption::FastForward);
    if (fastForward && fastForward->reason == api::StrategyReason::UpToDate)
        conditions.append({Kind::Nothing,
                           QStringLiteral("state-info"),
                           false,
                           true,
                           Words::tr("Nothing to merge: all commits are in "),
                           destination,
                           {},
                           {}});
    return conditions;
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
