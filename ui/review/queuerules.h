// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"

#include <QMetaType>

#include <functional>

/// The rules by which pull requests become rows of a queue. Pure functions; the words are the screens'.
namespace countersign::reviewui {

enum class PullRequestState { Open, Merged, Closed };
PullRequestState stateOf(const api::PullRequest &pullRequest);

/// What a person has to do with a pull request.
enum class QueueGroup { NeedsReview, Returned, Waiting, Ready, None };

/// Full name of an account.
using NameOf = std::function<QString(const QString &arn)>;

/// "waiting for" + strong "release-team" + "; 2 pending comments".
struct QueueReason
{
    QString lead;
    QString strong;
    QString tail;
    QString text() const { return lead + strong + tail; }
    bool operator==(const QueueReason &) const = default;
};

/// Approvals as the rows show them: of the one rule, or, with several, rules satisfied of all rules.
/// `needed` 0 where there are no rules.
struct ApprovalCount
{
    int given = 0;
    int needed = 0;
    bool isSatisfied() const { return given >= needed; }
    bool operator==(const ApprovalCount &) const = default;
};
ApprovalCount approvalCount(const QList<api::RuleState> &rules);

/// One row of a queue. A value.
struct QueueEntry
{
    QString hubId;
    QString hubName;
    QString hubIcon;
    api::PullRequestSummary summary;
    QueueGroup group = QueueGroup::None;
    QueueReason reason;
    /// Comments written here and not submitted yet.
    int drafts = 0;
    QString authorName;
    /// Nothing of it was opened since its last activity.
    bool unread = false;
    /// Its hub does not answer; what is shown is from before.
    bool cached = false;

    QString key() const { return hubId + QLatin1Char('/') + summary.pullRequest.pullRequestId; }
    QString repository() const;
    bool operator==(const QueueEntry &) const = default;
};

/// `drafts`: comments of `me` on it that were not submitted yet; they make it the person's to do.
QueueGroup groupOf(const api::PullRequestSummary &summary, const QString &me, int drafts);
QueueReason reasonFor(const api::PullRequestSummary &summary, QueueGroup group, const QString &me, int drafts,
                      const NameOf &nameOf);

enum class QueueOrder { LatestActivity, Newest, Oldest, Title };
/// By `order`; the same activity time is ordered by number, so that rows never swap without a reason.
void sortEntries(QList<QueueEntry> &entries, QueueOrder order);
/// Every word of `text` is in the title, the number, the repository or the author's name.
bool matchesText(const QueueEntry &entry, const QString &text);

/// A ref without refs/heads/ or refs/tags/.
QString shortRef(const QString &reference);
/// The last part of an ARN.
QString accountOf(const QString &arn);
/// Scope of a person's drafts and viewed marks of one pull request.
QString draftScope(const QString &hubId, const QString &arn, const QString &pullRequestId);
/// Whether the person's review counts for the current revision.
bool hasReviewedCurrent(const api::PullRequestSummary &summary, const QString &arn);
std::optional<api::ReviewerState> reviewerState(const api::PullRequestSummary &summary, const QString &arn);

} // namespace countersign::reviewui

Q_DECLARE_METATYPE(countersign::reviewui::QueueEntry)
