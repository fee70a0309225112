// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_comments.h"
#include "core/api/types_pullrequests.h"

namespace countersign::api {

/// Where one approval rule of a pull request stands.
struct RuleState
{
    QString approvalRuleName;
    QString approvalRuleId;
    /// The name of the template that made the rule.
    std::optional<QString> fromTemplate;
    int needed = 0;
    /// ARNs whose approval of the current revision counts.
    QList<QString> approvals;
    /// ARNs of people who still could satisfy it.
    QList<QString> eligible;
    /// The pool members as written, empty when anybody counts.
    QList<QString> poolDescription;
    bool satisfied = false;
    static void fields(auto &s, auto &&v)
    {
        v("approvalRuleName", s.approvalRuleName);
        v("approvalRuleId", s.approvalRuleId);
        v("fromTemplate", s.fromTemplate);
        v("needed", s.needed);
        v("approvals", s.approvals);
        v("eligible", s.eligible);
        v("poolDescription", s.poolDescription);
        v("satisfied", s.satisfied);
    }
    bool operator==(const RuleState &) const = default;
};

struct ReviewerState
{
    QString userArn;
    bool requested = false;
    /// Of the last review, empty when there is none.
    QString verdict;
    /// What was reviewed.
    std::optional<QString> revisionId;
    std::optional<int> revisionNumber;
    std::optional<Timestamp> date;
    static void fields(auto &s, auto &&v)
    {
        v("userArn", s.userArn);
        v("requested", s.requested);
        v("verdict", s.verdict);
        v("revisionId", s.revisionId);
        v("revisionNumber", s.revisionNumber);
        v("date", s.date);
    }
    bool operator==(const ReviewerState &) const = default;
};

/// All that a list shows about one pull request.
struct PullRequestSummary
{
    PullRequest pullRequest;
    /// 1 for the first.
    int revisionNumber = 0;
    QList<RuleState> rules;
    bool overridden = false;
    std::optional<QString> overrider;
    int commentCount = 0;
    int openThreadCount = 0;
    QList<ReviewerState> reviewers;
    QString mergeability;
    bool fastForwardPossible = false;
    int commitCount = 0;
    static void fields(auto &s, auto &&v)
    {
        v("pullRequest", s.pullRequest);
        v("revisionNumber", s.revisionNumber);
        v("rules", s.rules);
        v("overridden", s.overridden);
        v("overrider", s.overrider);
        v("commentCount", s.commentCount);
        v("openThreadCount", s.openThreadCount);
        v("reviewers", s.reviewers);
        v("mergeability", s.mergeability);
        v("fastForwardPossible", s.fastForwardPossible);
        v("commitCount", s.commitCount);
    }
    bool operator==(const PullRequestSummary &) const = default;
};

/// A state of the source branch that was up for review.
struct Revision
{
    QString revisionId;
    /// 1 for the first.
    int number = 0;
    QString sourceCommit;
    QString destinationCommit;
    std::optional<QString> mergeBase;
    Timestamp date;
    /// Who moved the source.
    QString authorArn;
    static void fields(auto &s, auto &&v)
    {
        v("revisionId", s.revisionId);
        v("number", s.number);
        v("sourceCommit", s.sourceCommit);
        v("destinationCommit", s.destinationCommit);
        v("mergeBase", s.mergeBase);
        v("date", s.date);
        v("authorArn", s.authorArn);
    }
    bool operator==(const Revision &) const = default;
};

struct StrategyState
{
    QString mergeOption;
    bool possible = false;
    /// Empty when possible.
    QString reason;
    static void fields(auto &s, auto &&v)
    {
        v("mergeOption", s.mergeOption);
        v("possible", s.possible);
        v("reason", s.reason);
    }
    bool operator==(const StrategyState &) const = default;
};

struct Thread
{
    /// The id of its first comment.
    QString threadId;
    QString pullRequestId;
    /// Absent for a general comment.
    std::optional<Location> location;
    std::optional<QString> beforeCommitId;
    std::optional<QString> afterCommitId;
    std::optional<QString> beforeBlobId;
    std::optional<QString> afterBlobId;
    /// The revision it was written on.
    int revisionNumber = 0;
    /// The first one leads.
    QList<Comment> comments;
    bool resolved = false;
    std::optional<QString> resolvedBy;
    std::optional<Timestamp> resolvedDate;
    static void fields(auto &s, auto &&v)
    {
        v("threadId", s.threadId);
        v("pullRequestId", s.pullRequestId);
        v("location", s.location);
        v("beforeCommitId", s.beforeCommitId);
        v("afterCommitId", s.afterCommitId);
        v("beforeBlobId", s.beforeBlobId);
        v("afterBlobId", s.afterBlobId);
        v("revisionNumber", s.revisionNumber);
        v("comments", s.comments);
        v("resolved", s.resolved);
        v("resolvedBy", s.resolvedBy);
        v("resolvedDate", s.resolvedDate);
    }
    bool operator==(const Thread &) const = default;
};

/// A comment that goes with a review.
struct ReviewComment
{
    /// A comment, then location and commits are not needed.
    std::optional<QString> inReplyTo;
    std::optional<Location> location;
    std::optional<QString> beforeCommitId;
    std::optional<QString> afterCommitId;
    QString content;
    static void fields(auto &s, auto &&v)
    {
        v("inReplyTo", s.inReplyTo);
        v("location", s.location);
        v("beforeCommitId", s.beforeCommitId);
        v("afterCommitId", s.afterCommitId);
        v("content", s.content);
    }
    bool operator==(const ReviewComment &) const = default;
};

struct Review
{
    QString reviewId;
    QString revisionId;
    int revisionNumber = 0;
    QString verdict;
    std::optional<QString> content;
    QString authorArn;
    Timestamp date;
    static void fields(auto &s, auto &&v)
    {
        v("reviewId", s.reviewId);
        v("revisionId", s.revisionId);
        v("revisionNumber", s.revisionNumber);
        v("verdict", s.verdict);
        v("content", s.content);
        v("authorArn", s.authorArn);
        v("date", s.date);
    }
    bool operator==(const Review &) const = default;
};

/// One thing that happened to a pull request.
struct ActivityEntry
{
    Timestamp date;
    QString actorArn;
    /// Says which of the members below are present.
    QString kind;
    std::optional<PullRequestEvent> event;
    std::optional<Review> review;
    std::optional<QString> threadId;
    /// For THREAD: whether it was resolved or reopened.
    std::optional<bool> resolved;
    std::optional<Comment> comment;
    std::optional<Revision> revision;
    QList<QString> reviewersAdded;
    QList<QString> reviewersRemoved;
    static void fields(auto &s, auto &&v)
    {
        v("date", s.date);
        v("actorArn", s.actorArn);
        v("kind", s.kind);
        v("event", s.event);
        v("review", s.review);
        v("threadId", s.threadId);
        v("resolved", s.resolved);
        v("comment", s.comment);
        v("revision", s.revision);
        v("reviewersAdded", s.reviewersAdded);
        v("reviewersRemoved", s.reviewersRemoved);
    }
    bool operator==(const ActivityEntry &) const = default;
};

} // namespace countersign::api
