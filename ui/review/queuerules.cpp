// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/queuerules.h"

#include "core/api/enums.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::reviewui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::reviewui::Queue)
};

bool isMergeable(const api::PullRequestSummary &summary)
{
    return summary.mergeability == api::Mergeability::Mergeable;
}

bool rulesSatisfied(const api::PullRequestSummary &summary)
{
    return summary.overridden || std::ranges::all_of(summary.rules, &api::RuleState::satisfied);
}

// The reviewer whose return holds for what is there now; empty when nobody's does.
QString returnedBy(const api::PullRequestSummary &summary)
{
    for (const auto &reviewer : summary.reviewers) {
        if (reviewer.verdict == api::ReviewerVerdict::Returned &&
            reviewer.revisionNumber.value_or(0) >= summary.revisionNumber)
            return reviewer.userArn;
    }
    return {};
}

QString firstName(const QString &name) { return name.section(QLatin1Char(' '), 0, 0); }

} // namespace

PullRequestState stateOf(const api::PullRequest &pullRequest)
{
    if (pullRequest.pullRequestStatus == api::PullRequestStatus::Open)
        return PullRequestState::Open;
    const bool merged = !pullRequest.pullRequestTargets.isEmpty() &&
                        pullRequest.pullRequestTargets.first().mergeMetadata.isMerged;
    return merged ? PullRequestState::Merged : PullRequestState::Closed;
}

ApprovalCount approvalCount(const QList<api::RuleState> &rules)
{
    if (rules.size() == 1) {
        const auto &rule = rules.first();
        return {std::min(static_cast<int>(rule.approvals.size()), rule.needed), rule.needed};
    }
    return {static_cast<int>(std::ranges::count_if(rules, &api::RuleState::satisfied)),
            static_cast<int>(rules.size())};
}

QString QueueEntry::repository() const
{
    const auto &targets = summary.pullRequest.pullRequestTargets;
    return targets.isEmpty() ? QString() : targets.first().repositoryName;
}

std::optional<api::ReviewerState> reviewerState(const api::PullRequestSummary &summary, const QString &arn)
{
    const auto it = std::ranges::find(summary.reviewers, arn, &api::ReviewerState::userArn);
    if (it == summary.reviewers.end())
        return std::nullopt;
    return *it;
}

bool hasReviewedCurrent(const api::PullRequestSummary &summary, const QString &arn)
{
    const auto state = reviewerState(summary, arn);
    return state && !state->verdict.isEmpty() && state->revisionNumber.value_or(0) >= summary.revisionNumber;
}

QueueGroup groupOf(const api::PullRequestSummary &summary, const QString &me, int drafts)
{
    if (stateOf(summary.pullRequest) != PullRequestState::Open)
        return QueueGroup::None;
    if (summary.pullRequest.authorArn == me) {
        if (!returnedBy(summary).isEmpty())
            return QueueGroup::Returned;
        return rulesSatisfied(summary) && isMergeable(summary) ? QueueGroup::Ready : QueueGroup::Waiting;
    }
    if (drafts > 0)
        return QueueGroup::NeedsReview;
    const auto reviewer = reviewerState(summary, me);
    if (hasReviewedCurrent(summary, me))
        return QueueGroup::Waiting;
    if (reviewer && (reviewer->requested || !reviewer->verdict.isEmpty()))
        return QueueGroup::NeedsReview;
    if (!summary.overridden) {
        for (const auto &rule : summary.rules) {
            // A rule that anybody may satisfy asks nobody in particular.
            if (!rule.satisfied && !rule.poolDescription.isEmpty() && rule.eligible.contains(me))
                return QueueGroup::NeedsReview;
        }
    }
    return QueueGroup::None;
}

QueueReason reasonFor(const api::PullRequestSummary &summary, QueueGroup group, const QString &me, int drafts,
                      const NameOf &nameOf)
{
    QueueReason reason;
    switch (group) {
    case QueueGroup::NeedsReview: {
        const auto reviewer = reviewerState(summary, me);
        if (reviewer && !reviewer->verdict.isEmpty() && !hasReviewedCurrent(summary, me)) {
            reason.lead = Words::tr("new revision %1 since your review").arg(summary.revisionNumber);
        } else if (reviewer && reviewer->requested) {
            reason.lead = Words::tr("asked you directly");
        } else {
            for (const auto &rule : summary.rules) {
                if (!rule.satisfied && rule.eligible.contains(me)) {
                    reason.lead = Words::tr("you are in ");
                    reason.strong = rule.approvalRuleName;
                    break;
                }
            }
        }
        if (drafts > 0) {
            const QString pending = Words::tr("%n pending comment(s)", nullptr, drafts);
            (reason.text().isEmpty() ? reason.lead : reason.tail) =
                reason.text().isEmpty() ? pending : QStringLiteral("; ") + pending;
        }
        break;
    }
    case QueueGroup::Returned:
        reason.lead = Words::tr("%1 returned it").arg(firstName(nameOf(returnedBy(summary))));
        if (summary.openThreadCount > 0)
            reason.lead +=
                QStringLiteral(": ") + Words::tr("%n open thread(s)", nullptr, summary.openThreadCount);
        break;
    case QueueGroup::Waiting: {
        if (summary.pullRequest.authorArn == me && summary.mergeability == api::Mergeability::Conflicts) {
            const auto &targets = summary.pullRequest.pullRequestTargets;
            reason.lead = Words::tr("conflicts with ");
            reason.strong = targets.isEmpty() ? QString() : shortRef(targets.first().destinationReference);
            break;
        }
        const api::RuleState *open = nullptr;
        for (const auto &rule : summary.rules) {
            if (!rule.satisfied && !open)
                open = &rule;
        }
        if (open && !summary.overridden) {
            reason.lead = Words::tr("waiting for ");
            if (open->eligible.size() == 1)
                reason.lead += nameOf(open->eligible.first());
            else
                reason.strong = open->approvalRuleName;
        } else if (summary.pullRequest.authorArn != me) {
            reason.lead = Words::tr("waiting for the author");
        } else {
            reason.lead = Words::tr("waiting for reviewers");
        }
        break;
    }
    case QueueGroup::Ready:
        reason.lead = summary.fastForwardPossible
                          ? Words::tr("fast-forward possible")
                          : Words::tr("squash; %n commit(s)", nullptr, summary.commitCount);
        break;
    case QueueGroup::None: {
        const auto &targets = summary.pullRequest.pullRequestTargets;
        if (!targets.isEmpty()) {
            reason.lead = Words::tr("into ");
            reason.strong = shortRef(targets.first().destinationReference);
        }
        break;
    }
    }
    return reason;
}

void sortEntries(QList<QueueEntry> &entries, QueueOrder order)
{
    const auto number = [](const QueueEntry &entry) {
        return entry.summary.pullRequest.pullRequestId.toLongLong();
    };
    std::ranges::stable_sort(entries, [&](const QueueEntry &a, const QueueEntry &b) {
        const auto &left = a.summary.pullRequest;
        const auto &right = b.summary.pullRequest;
        switch (order) {
        case QueueOrder::LatestActivity:
            if (left.lastActivityDate != right.lastActivityDate)
                return left.lastActivityDate > right.lastActivityDate;
            break;
        case QueueOrder::Newest:
            if (left.creationDate != right.creationDate)
                return left.creationDate > right.creationDate;
            break;
        case QueueOrder::Oldest:
            if (left.creationDate != right.creationDate)
                return left.creationDate < right.creationDate;
            return number(a) < number(b);
        case QueueOrder::Title:
            if (const int way = QString::localeAwareCompare(left.title, right.title))
                return way < 0;
            break;
        }
        return number(a) > number(b);
    });
}

bool matchesText(const QueueEntry &entry, const QString &text)
{
    const QString hay = QStringLiteral("%1 #%2 %3 %4")
                            .arg(entry.summary.pullRequest.title, entry.summary.pullRequest.pullRequestId,
                                 entry.repository(), entry.authorName);
    const auto words = QStringView(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words,
                               [&hay](QStringView word) { return hay.contains(word, Qt::CaseInsensitive); });
}

QString shortRef(const QString &reference)
{
    for (const QLatin1StringView prefix :
         {QLatin1StringView("refs/heads/"), QLatin1StringView("refs/tags/")}) {
        if (reference.startsWith(prefix))
            return reference.mid(prefix.size());
    }
    return reference;
}

QString accountOf(const QString &arn) { return arn.section(QLatin1Char('/'), -1); }

QString draftScope(const QString &hubId, const QString &arn, const QString &pullRequestId)
{
    return hubId + QLatin1Char('/') + arn + QStringLiteral("/pr/") + pullRequestId;
}

} // namespace countersign::reviewui
