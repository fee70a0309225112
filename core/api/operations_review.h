// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_review.h"

/// Countersign's own operations for the review of pull requests.
namespace countersign::api {

struct ListPullRequestSummaries
{
    static constexpr OperationRow row{
        "ListPullRequestSummaries",
        Family::Countersign,
        Effect::Read,
        Paging{"nextToken", "maxResults", 100, 100},
        "InvalidRepositoryName RepositoryDoesNotExist @PAG InvalidPullRequestStatus "
        "InvalidAuthorArn",
        "Lists pull requests with all that a list shows, the latest activity first."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        std::optional<QString> repositoryName;
        std::optional<QString> pullRequestStatus;
        std::optional<QString> authorArn;
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("pullRequestStatus", s.pullRequestStatus);
            v("authorArn", s.authorArn);
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<PullRequestSummary> summaries;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("summaries", s.summaries);
            v("nextToken", s.nextToken);
        }
    };
};

struct GetPullRequestReview
{
    static constexpr OperationRow row{"GetPullRequestReview",
                                      Family::Countersign,
                                      Effect::Read,
                                      Paging{},
                                      "@PR",
                                      "Tells all that the page of a pull request shows."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        static void fields(auto &s, auto &&v) { v("pullRequestId", s.pullRequestId); }
    };
    struct Output
    {
        PullRequestSummary summary;
        QList<Revision> revisions;
        /// Absent when the destination branch is gone.
        std::optional<QString> destinationTip;
        /// Commits that the destination has beyond the merge base.
        int aheadOfMergeBase = 0;
        QList<StrategyState> strategies;
        QList<QString> conflicts;
        bool sourceBranchExists = false;
        bool canDeleteSource = false;
        static void fields(auto &s, auto &&v)
        {
            v("summary", s.summary);
            v("revisions", s.revisions);
            v("destinationTip", s.destinationTip);
            v("aheadOfMergeBase", s.aheadOfMergeBase);
            v("strategies", s.strategies);
            v("conflicts", s.conflicts);
            v("sourceBranchExists", s.sourceBranchExists);
            v("canDeleteSource", s.canDeleteSource);
        }
    };
};

struct ListPullRequestThreads
{
    static constexpr OperationRow row{"ListPullRequestThreads",
                                      Family::Countersign,
                                      Effect::Read,
                                      Paging{},
                                      "@PR",
                                      "Lists the threads of a pull request, oldest first."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        static void fields(auto &s, auto &&v) { v("pullRequestId", s.pullRequestId); }
    };
    struct Output
    {
        QList<Thread> threads;
        static void fields(auto &s, auto &&v) { v("threads", s.threads); }
    };
};

struct UpdateThreadState
{
    static constexpr OperationRow row{"UpdateThreadState",
                                      Family::Countersign,
                                      Effect::Idempotent,
                                      Paging{},
                                      "ThreadIdRequired InvalidThreadId ThreadDoesNotExist",
                                      "Resolves a thread or opens it again."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString threadId;
        bool resolved = false;
        static void fields(auto &s, auto &&v)
        {
            v("threadId", s.threadId);
            v("resolved", s.resolved);
        }
    };
    struct Output
    {
        Thread thread;
        static void fields(auto &s, auto &&v) { v("thread", s.thread); }
    };
};

struct SubmitPullRequestReview
{
    static constexpr OperationRow row{
        "SubmitPullRequestReview",
        Family::Countersign,
        Effect::Idempotent,
        Paging{},
        "@PR @REV @TOK @LOC @CID VerdictRequired InvalidVerdict CommentContentRequired "
        "CommentContentSizeLimitExceeded CommentDoesNotExist InvalidCommentId "
        "MaximumReviewCommentsExceeded RevisionNotCurrent PullRequestAlreadyClosed "
        "PullRequestCannotBeApprovedByAuthor PullRequestCannotBeReturnedByAuthor "
        "MaximumNumberOfApprovalsExceeded BeforeCommitIdAndAfterCommitIdAreSame",
        "Submits a verdict and its comments as one piece; the same token never submits twice."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString revisionId;
        QString verdict;
        std::optional<QString> content;
        QList<ReviewComment> comments;
        QString clientRequestToken;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("revisionId", s.revisionId);
            v("verdict", s.verdict);
            v("content", s.content);
            v("comments", s.comments);
            v("clientRequestToken", s.clientRequestToken);
        }
    };
    struct Output
    {
        Review review;
        /// The threads that are new or have a new comment.
        QList<Thread> threads;
        static void fields(auto &s, auto &&v)
        {
            v("review", s.review);
            v("threads", s.threads);
        }
    };
};

struct ListPullRequestActivity
{
    static constexpr OperationRow row{
        "ListPullRequestActivity",
        Family::Countersign,
        Effect::Read,
        Paging{"nextToken", "maxResults", 100, 500},
        "@PR @PAG",
        "Lists what happened to a pull request, comments and reviews included, oldest first."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<ActivityEntry> entries;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("entries", s.entries);
            v("nextToken", s.nextToken);
        }
    };
};

struct UpdatePullRequestReviewers
{
    static constexpr OperationRow row{"UpdatePullRequestReviewers",
                                      Family::Countersign,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@PR PullRequestAlreadyClosed InvalidReviewerArn ReviewerDoesNotExist "
                                      "MaximumReviewersExceeded",
                                      "Asks people for a review, or no longer."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QList<QString> addUserArns;
        QList<QString> removeUserArns;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("addUserArns", s.addUserArns);
            v("removeUserArns", s.removeUserArns);
        }
    };
    struct Output
    {
        QList<ReviewerState> reviewers;
        static void fields(auto &s, auto &&v) { v("reviewers", s.reviewers); }
    };
};

struct PreviewPullRequest
{
    static constexpr OperationRow row{
        "PreviewPullRequest",
        Family::Countersign,
        Effect::Read,
        Paging{},
        "@REPO ReferenceNameRequired InvalidReferenceName ReferenceDoesNotExist "
        "SourceAndDestinationAreSame",
        "Tells what a pull request would contain and need, before it is created."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString sourceReference;
        QString destinationReference;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("sourceReference", s.sourceReference);
            v("destinationReference", s.destinationReference);
        }
    };
    struct Output
    {
        QString sourceCommit;
        QString destinationCommit;
        std::optional<QString> mergeBase;
        int commitCount = 0;
        QList<RuleState> rules;
        QString mergeability;
        QList<QString> conflicts;
        /// Open ones between the same branches.
        QList<QString> existingPullRequestIds;
        static void fields(auto &s, auto &&v)
        {
            v("sourceCommit", s.sourceCommit);
            v("destinationCommit", s.destinationCommit);
            v("mergeBase", s.mergeBase);
            v("commitCount", s.commitCount);
            v("rules", s.rules);
            v("mergeability", s.mergeability);
            v("conflicts", s.conflicts);
            v("existingPullRequestIds", s.existingPullRequestIds);
        }
    };
};

} // namespace countersign::api
