// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_merges.h"
#include "core/api/types_pullrequests.h"

namespace countersign::api {

struct CreatePullRequest
{
    static constexpr OperationRow row{
        "CreatePullRequest",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @TOK ReferenceNameRequired InvalidReferenceName ReferenceDoesNotExist "
        "ReferenceTypeNotSupported TitleRequired InvalidTitle InvalidDescription "
        "TargetsRequired InvalidTargets TargetRequired InvalidTarget "
        "MultipleRepositoriesInPullRequest MaximumOpenPullRequestsExceeded "
        "SourceAndDestinationAreSame @ENC",
        "Opens a pull request between two branches."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString title;
        std::optional<QString> description;
        QList<Target> targets;
        std::optional<QString> clientRequestToken;
        static void fields(auto &s, auto &&v)
        {
            v("title", s.title);
            v("description", s.description);
            v("targets", s.targets);
            v("clientRequestToken", s.clientRequestToken);
        }
    };
    struct Output
    {
        PullRequest pullRequest;
        static void fields(auto &s, auto &&v) { v("pullRequest", s.pullRequest); }
    };
};

struct GetPullRequest
{
    static constexpr OperationRow row{"GetPullRequest", Family::CodeCommit, Effect::Read,
                                      Paging{},         "@PR @ENC",         "Describes one pull request."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        static void fields(auto &s, auto &&v) { v("pullRequestId", s.pullRequestId); }
    };
    struct Output
    {
        PullRequest pullRequest;
        static void fields(auto &s, auto &&v) { v("pullRequest", s.pullRequest); }
    };
};

struct ListPullRequests
{
    static constexpr OperationRow row{
        "ListPullRequests",
        Family::CodeCommit,
        Effect::Read,
        Paging{"nextToken", "maxResults", 100, 100},
        "@REPO @PAG InvalidPullRequestStatus InvalidAuthorArn AuthorDoesNotExist @ENC",
        "Lists the ids of pull requests, the latest activity first."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> authorArn;
        std::optional<QString> pullRequestStatus;
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("authorArn", s.authorArn);
            v("pullRequestStatus", s.pullRequestStatus);
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<QString> pullRequestIds;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestIds", s.pullRequestIds);
            v("nextToken", s.nextToken);
        }
    };
};

struct UpdatePullRequestTitle
{
    static constexpr OperationRow row{"UpdatePullRequestTitle",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@PR TitleRequired InvalidTitle PullRequestAlreadyClosed",
                                      "Changes the title of an open pull request."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString title;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("title", s.title);
        }
    };
    struct Output
    {
        PullRequest pullRequest;
        static void fields(auto &s, auto &&v) { v("pullRequest", s.pullRequest); }
    };
};

struct UpdatePullRequestDescription
{
    static constexpr OperationRow row{"UpdatePullRequestDescription",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@PR InvalidDescription PullRequestAlreadyClosed",
                                      "Changes the description of an open pull request."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString description;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("description", s.description);
        }
    };
    struct Output
    {
        PullRequest pullRequest;
        static void fields(auto &s, auto &&v) { v("pullRequest", s.pullRequest); }
    };
};

struct UpdatePullRequestStatus
{
    static constexpr OperationRow row{
        "UpdatePullRequestStatus",
        Family::CodeCommit,
        Effect::Idempotent,
        Paging{},
        "@PR InvalidPullRequestStatusUpdate InvalidPullRequestStatus PullRequestStatusRequired "
        "@ENC",
        "Closes a pull request; a closed one cannot be opened again."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString pullRequestStatus;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("pullRequestStatus", s.pullRequestStatus);
        }
    };
    struct Output
    {
        PullRequest pullRequest;
        static void fields(auto &s, auto &&v) { v("pullRequest", s.pullRequest); }
    };
};

struct DescribePullRequestEvents
{
    static constexpr OperationRow row{
        "DescribePullRequestEvents",
        Family::CodeCommit,
        Effect::Read,
        Paging{"nextToken", "maxResults", 100, 100},
        "@PR @PAG InvalidPullRequestEventType InvalidActorArn ActorDoesNotExist @ENC",
        "Lists what happened to a pull request, oldest first."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        std::optional<QString> pullRequestEventType;
        std::optional<QString> actorArn;
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("pullRequestEventType", s.pullRequestEventType);
            v("actorArn", s.actorArn);
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<PullRequestEvent> pullRequestEvents;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestEvents", s.pullRequestEvents);
            v("nextToken", s.nextToken);
        }
    };
};

struct MergePullRequestByFastForward
{
    static constexpr OperationRow row{
        "MergePullRequestByFastForward",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @PR ManualMergeRequired PullRequestAlreadyClosed TipOfSourceReferenceIsDifferent "
        "ReferenceDoesNotExist InvalidCommitId RepositoryNotAssociatedWithPullRequest "
        "ConcurrentReferenceUpdate PullRequestApprovalRulesNotSatisfied @ENC",
        "Merges a pull request by moving the destination forward."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString repositoryName;
        std::optional<QString> sourceCommitId;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("repositoryName", s.repositoryName);
            v("sourceCommitId", s.sourceCommitId);
        }
    };
    struct Output
    {
        PullRequest pullRequest;
        static void fields(auto &s, auto &&v) { v("pullRequest", s.pullRequest); }
    };
};

struct MergePullRequestBySquash
{
    static constexpr OperationRow row{
        "MergePullRequestBySquash",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @PR @CMP @RES @AUTHOR @SIZE PullRequestAlreadyClosed InvalidCommitId "
        "ManualMergeRequired TipOfSourceReferenceIsDifferent ConcurrentReferenceUpdate "
        "RepositoryNotAssociatedWithPullRequest PullRequestApprovalRulesNotSatisfied @ENC",
        "Merges a pull request as one new commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString repositoryName;
        std::optional<QString> sourceCommitId;
        std::optional<QString> conflictDetailLevel;
        std::optional<QString> conflictResolutionStrategy;
        std::optional<QString> commitMessage;
        std::optional<QString> authorName;
        std::optional<QString> email;
        std::optional<bool> keepEmptyFolders;
        std::optional<ConflictResolution> conflictResolution;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("repositoryName", s.repositoryName);
            v("sourceCommitId", s.sourceCommitId);
            v("conflictDetailLevel", s.conflictDetailLevel);
            v("conflictResolutionStrategy", s.conflictResolutionStrategy);
            v("commitMessage", s.commitMessage);
            v("authorName", s.authorName);
            v("email", s.email);
            v("keepEmptyFolders", s.keepEmptyFolders);
            v("conflictResolution", s.conflictResolution);
        }
    };
    struct Output
    {
        PullRequest pullRequest;
        static void fields(auto &s, auto &&v) { v("pullRequest", s.pullRequest); }
    };
};

struct MergePullRequestByThreeWay
{
    static constexpr OperationRow row{
        "MergePullRequestByThreeWay",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @PR @CMP @RES @AUTHOR @SIZE PullRequestAlreadyClosed InvalidCommitId "
        "ManualMergeRequired TipOfSourceReferenceIsDifferent "
        "RepositoryNotAssociatedWithPullRequest ConcurrentReferenceUpdate "
        "PullRequestApprovalRulesNotSatisfied @ENC",
        "Merges a pull request with a merge commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString repositoryName;
        std::optional<QString> sourceCommitId;
        std::optional<QString> conflictDetailLevel;
        std::optional<QString> conflictResolutionStrategy;
        std::optional<QString> commitMessage;
        std::optional<QString> authorName;
        std::optional<QString> email;
        std::optional<bool> keepEmptyFolders;
        std::optional<ConflictResolution> conflictResolution;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("repositoryName", s.repositoryName);
            v("sourceCommitId", s.sourceCommitId);
            v("conflictDetailLevel", s.conflictDetailLevel);
            v("conflictResolutionStrategy", s.conflictResolutionStrategy);
            v("commitMessage", s.commitMessage);
            v("authorName", s.authorName);
            v("email", s.email);
            v("keepEmptyFolders", s.keepEmptyFolders);
            v("conflictResolution", s.conflictResolution);
        }
    };
    struct Output
    {
        PullRequest pullRequest;
        static void fields(auto &s, auto &&v) { v("pullRequest", s.pullRequest); }
    };
};

} // namespace countersign::api
