// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_approvals.h"

namespace countersign::api {

struct MergeMetadata
{
    bool isMerged = false;
    std::optional<QString> mergedBy;
    std::optional<QString> mergeCommitId;
    std::optional<QString> mergeOption;
    static void fields(auto &s, auto &&v)
    {
        v("isMerged", s.isMerged);
        v("mergedBy", s.mergedBy);
        v("mergeCommitId", s.mergeCommitId);
        v("mergeOption", s.mergeOption);
    }
    bool operator==(const MergeMetadata &) const = default;
};

/// What a new pull request is to merge, and into what.
struct Target
{
    QString repositoryName;
    QString sourceReference;
    /// The default branch when absent.
    std::optional<QString> destinationReference;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("sourceReference", s.sourceReference);
        v("destinationReference", s.destinationReference);
    }
    bool operator==(const Target &) const = default;
};

/// Commits are as of the current revision.
struct PullRequestTarget
{
    QString repositoryName;
    /// Always refs/heads/….
    QString sourceReference;
    QString destinationReference;
    QString destinationCommit;
    QString sourceCommit;
    std::optional<QString> mergeBase;
    MergeMetadata mergeMetadata;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("sourceReference", s.sourceReference);
        v("destinationReference", s.destinationReference);
        v("destinationCommit", s.destinationCommit);
        v("sourceCommit", s.sourceCommit);
        v("mergeBase", s.mergeBase);
        v("mergeMetadata", s.mergeMetadata);
    }
    bool operator==(const PullRequestTarget &) const = default;
};

struct PullRequest
{
    /// A decimal number, unique in the hub.
    QString pullRequestId;
    QString title;
    std::optional<QString> description;
    Timestamp lastActivityDate;
    Timestamp creationDate;
    /// Merged is CLOSED with mergeMetadata.isMerged.
    QString pullRequestStatus;
    QString authorArn;
    /// Exactly one.
    QList<PullRequestTarget> pullRequestTargets;
    std::optional<QString> clientRequestToken;
    QString revisionId;
    QList<ApprovalRule> approvalRules;
    static void fields(auto &s, auto &&v)
    {
        v("pullRequestId", s.pullRequestId);
        v("title", s.title);
        v("description", s.description);
        v("lastActivityDate", s.lastActivityDate);
        v("creationDate", s.creationDate);
        v("pullRequestStatus", s.pullRequestStatus);
        v("authorArn", s.authorArn);
        v("pullRequestTargets", s.pullRequestTargets);
        v("clientRequestToken", s.clientRequestToken);
        v("revisionId", s.revisionId);
        v("approvalRules", s.approvalRules);
    }
    bool operator==(const PullRequest &) const = default;
};

struct PullRequestCreatedEventMetadata
{
    QString repositoryName;
    QString sourceCommitId;
    QString destinationCommitId;
    std::optional<QString> mergeBase;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("sourceCommitId", s.sourceCommitId);
        v("destinationCommitId", s.destinationCommitId);
        v("mergeBase", s.mergeBase);
    }
    bool operator==(const PullRequestCreatedEventMetadata &) const = default;
};

struct PullRequestStatusChangedEventMetadata
{
    QString pullRequestStatus;
    static void fields(auto &s, auto &&v) { v("pullRequestStatus", s.pullRequestStatus); }
    bool operator==(const PullRequestStatusChangedEventMetadata &) const = default;
};

struct PullRequestSourceReferenceUpdatedEventMetadata
{
    QString repositoryName;
    QString beforeCommitId;
    QString afterCommitId;
    std::optional<QString> mergeBase;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("beforeCommitId", s.beforeCommitId);
        v("afterCommitId", s.afterCommitId);
        v("mergeBase", s.mergeBase);
    }
    bool operator==(const PullRequestSourceReferenceUpdatedEventMetadata &) const = default;
};

struct PullRequestMergedStateChangedEventMetadata
{
    QString repositoryName;
    QString destinationReference;
    MergeMetadata mergeMetadata;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("destinationReference", s.destinationReference);
        v("mergeMetadata", s.mergeMetadata);
    }
    bool operator==(const PullRequestMergedStateChangedEventMetadata &) const = default;
};

struct ApprovalRuleEventMetadata
{
    QString approvalRuleName;
    QString approvalRuleId;
    QString approvalRuleContent;
    static void fields(auto &s, auto &&v)
    {
        v("approvalRuleName", s.approvalRuleName);
        v("approvalRuleId", s.approvalRuleId);
        v("approvalRuleContent", s.approvalRuleContent);
    }
    bool operator==(const ApprovalRuleEventMetadata &) const = default;
};

struct ApprovalStateChangedEventMetadata
{
    QString revisionId;
    QString approvalStatus;
    static void fields(auto &s, auto &&v)
    {
        v("revisionId", s.revisionId);
        v("approvalStatus", s.approvalStatus);
    }
    bool operator==(const ApprovalStateChangedEventMetadata &) const = default;
};

struct ApprovalRuleOverriddenEventMetadata
{
    QString revisionId;
    QString overrideStatus;
    static void fields(auto &s, auto &&v)
    {
        v("revisionId", s.revisionId);
        v("overrideStatus", s.overrideStatus);
    }
    bool operator==(const ApprovalRuleOverriddenEventMetadata &) const = default;
};

/// One metadata member is present; which one depends on the type.
struct PullRequestEvent
{
    QString pullRequestId;
    Timestamp eventDate;
    QString pullRequestEventType;
    QString actorArn;
    std::optional<PullRequestCreatedEventMetadata> pullRequestCreatedEventMetadata;
    std::optional<PullRequestStatusChangedEventMetadata> pullRequestStatusChangedEventMetadata;
    std::optional<PullRequestSourceReferenceUpdatedEventMetadata>
        pullRequestSourceReferenceUpdatedEventMetadata;
    std::optional<PullRequestMergedStateChangedEventMetadata> pullRequestMergedStateChangedEventMetadata;
    std::optional<ApprovalRuleEventMetadata> approvalRuleEventMetadata;
    std::optional<ApprovalStateChangedEventMetadata> approvalStateChangedEventMetadata;
    std::optional<ApprovalRuleOverriddenEventMetadata> approvalRuleOverriddenEventMetadata;
    static void fields(auto &s, auto &&v)
    {
        v("pullRequestId", s.pullRequestId);
        v("eventDate", s.eventDate);
        v("pullRequestEventType", s.pullRequestEventType);
        v("actorArn", s.actorArn);
        v("pullRequestCreatedEventMetadata", s.pullRequestCreatedEventMetadata);
        v("pullRequestStatusChangedEventMetadata", s.pullRequestStatusChangedEventMetadata);
        v("pullRequestSourceReferenceUpdatedEventMetadata", s.pullRequestSourceReferenceUpdatedEventMetadata);
        v("pullRequestMergedStateChangedEventMetadata", s.pullRequestMergedStateChangedEventMetadata);
        v("approvalRuleEventMetadata", s.approvalRuleEventMetadata);
        v("approvalStateChangedEventMetadata", s.approvalStateChangedEventMetadata);
        v("approvalRuleOverriddenEventMetadata", s.approvalRuleOverriddenEventMetadata);
    }
    bool operator==(const PullRequestEvent &) const = default;
};

} // namespace countersign::api
