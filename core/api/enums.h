// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

#include <array>

/// The values of the wire's enumerations. Members that carry them are QString, so that a value which a hub
/// adds later passes through. `all` is what a hub accepts.
namespace countersign::api {

struct ApprovalState
{
    static constexpr QLatin1StringView Approve{"APPROVE"};
    static constexpr QLatin1StringView Revoke{"REVOKE"};
    static constexpr std::array all{Approve, Revoke};
};

struct Change
{
    static constexpr QLatin1StringView Added{"A"};
    static constexpr QLatin1StringView Modified{"M"};
    static constexpr QLatin1StringView Deleted{"D"};
    static constexpr std::array all{Added, Modified, Deleted};
};

struct ConflictDetailLevel
{
    static constexpr QLatin1StringView File{"FILE_LEVEL"};
    static constexpr QLatin1StringView Line{"LINE_LEVEL"};
    static constexpr std::array all{File, Line};
};

struct ConflictResolutionStrategy
{
    static constexpr QLatin1StringView None{"NONE"};
    static constexpr QLatin1StringView AcceptSource{"ACCEPT_SOURCE"};
    static constexpr QLatin1StringView AcceptDestination{"ACCEPT_DESTINATION"};
    static constexpr QLatin1StringView Automerge{"AUTOMERGE"};
    static constexpr std::array all{None, AcceptSource, AcceptDestination, Automerge};
};

struct FileMode
{
    static constexpr QLatin1StringView Executable{"EXECUTABLE"};
    static constexpr QLatin1StringView Normal{"NORMAL"};
    static constexpr QLatin1StringView Symlink{"SYMLINK"};
    static constexpr std::array all{Executable, Normal, Symlink};
};

struct MergeOption
{
    static constexpr QLatin1StringView FastForward{"FAST_FORWARD_MERGE"};
    static constexpr QLatin1StringView Squash{"SQUASH_MERGE"};
    static constexpr QLatin1StringView ThreeWay{"THREE_WAY_MERGE"};
    static constexpr std::array all{FastForward, Squash, ThreeWay};
};

struct ObjectType
{
    static constexpr QLatin1StringView File{"FILE"};
    static constexpr QLatin1StringView Directory{"DIRECTORY"};
    static constexpr QLatin1StringView GitLink{"GIT_LINK"};
    static constexpr QLatin1StringView SymbolicLink{"SYMBOLIC_LINK"};
    static constexpr std::array all{File, Directory, GitLink, SymbolicLink};
};

struct Order
{
    static constexpr QLatin1StringView Ascending{"ascending"};
    static constexpr QLatin1StringView Descending{"descending"};
    static constexpr std::array all{Ascending, Descending};
};

struct OverrideStatus
{
    static constexpr QLatin1StringView Override{"OVERRIDE"};
    static constexpr QLatin1StringView Revoke{"REVOKE"};
    static constexpr std::array all{Override, Revoke};
};

struct PullRequestEventType
{
    static constexpr QLatin1StringView Created{"PULL_REQUEST_CREATED"};
    static constexpr QLatin1StringView StatusChanged{"PULL_REQUEST_STATUS_CHANGED"};
    static constexpr QLatin1StringView SourceReferenceUpdated{"PULL_REQUEST_SOURCE_REFERENCE_UPDATED"};
    static constexpr QLatin1StringView MergeStateChanged{"PULL_REQUEST_MERGE_STATE_CHANGED"};
    static constexpr QLatin1StringView ApprovalRuleCreated{"PULL_REQUEST_APPROVAL_RULE_CREATED"};
    static constexpr QLatin1StringView ApprovalRuleUpdated{"PULL_REQUEST_APPROVAL_RULE_UPDATED"};
    static constexpr QLatin1StringView ApprovalRuleDeleted{"PULL_REQUEST_APPROVAL_RULE_DELETED"};
    static constexpr QLatin1StringView ApprovalRuleOverridden{"PULL_REQUEST_APPROVAL_RULE_OVERRIDDEN"};
    static constexpr QLatin1StringView ApprovalStateChanged{"PULL_REQUEST_APPROVAL_STATE_CHANGED"};
    static constexpr std::array all{Created,
                                    StatusChanged,
                                    SourceReferenceUpdated,
                                    MergeStateChanged,
                                    ApprovalRuleCreated,
                                    ApprovalRuleUpdated,
                                    ApprovalRuleDeleted,
                                    ApprovalRuleOverridden,
                                    ApprovalStateChanged};
};

struct PullRequestStatus
{
    static constexpr QLatin1StringView Open{"OPEN"};
    static constexpr QLatin1StringView Closed{"CLOSED"};
    static constexpr std::array all{Open, Closed};
};

struct RelativeFileVersion
{
    static constexpr QLatin1StringView Before{"BEFORE"};
    static constexpr QLatin1StringView After{"AFTER"};
    static constexpr std::array all{Before, After};
};

struct Replacement
{
    static constexpr QLatin1StringView KeepBase{"KEEP_BASE"};
    static constexpr QLatin1StringView KeepSource{"KEEP_SOURCE"};
    static constexpr QLatin1StringView KeepDestination{"KEEP_DESTINATION"};
    static constexpr QLatin1StringView UseNewContent{"USE_NEW_CONTENT"};
    static constexpr std::array all{KeepBase, KeepSource, KeepDestination, UseNewContent};
};

struct SortBy
{
    static constexpr QLatin1StringView RepositoryName{"repositoryName"};
    static constexpr QLatin1StringView LastModifiedDate{"lastModifiedDate"};
    static constexpr std::array all{RepositoryName, LastModifiedDate};
};

/// For lists; here CLOSED leaves out what was merged.
struct StatusFilter
{
    static constexpr QLatin1StringView Open{"OPEN"};
    static constexpr QLatin1StringView Closed{"CLOSED"};
    static constexpr QLatin1StringView Merged{"MERGED"};
    static constexpr std::array all{Open, Closed, Merged};
};

/// What a reviewer submits.
struct ReviewVerdict
{
    static constexpr QLatin1StringView Approve{"APPROVE"};
    static constexpr QLatin1StringView Return{"RETURN"};
    static constexpr QLatin1StringView Comment{"COMMENT"};
    static constexpr std::array all{Approve, Return, Comment};
};

/// What a reviewer's last review said.
struct ReviewerVerdict
{
    static constexpr QLatin1StringView Approved{"APPROVED"};
    static constexpr QLatin1StringView Returned{"RETURNED"};
    static constexpr QLatin1StringView Commented{"COMMENTED"};
    static constexpr std::array all{Approved, Returned, Commented};
};

/// UNKNOWN while a branch is gone or the comparison failed.
struct Mergeability
{
    static constexpr QLatin1StringView Mergeable{"MERGEABLE"};
    static constexpr QLatin1StringView Conflicts{"CONFLICTS"};
    static constexpr QLatin1StringView Unknown{"UNKNOWN"};
    static constexpr std::array all{Mergeable, Conflicts, Unknown};
};

/// Why a merge strategy cannot work.
struct StrategyReason
{
    static constexpr QLatin1StringView NotFastForward{"NOT_FAST_FORWARD"};
    static constexpr QLatin1StringView Conflicts{"CONFLICTS"};
    static constexpr QLatin1StringView UpToDate{"UP_TO_DATE"};
    static constexpr QLatin1StringView BranchGone{"BRANCH_GONE"};
    static constexpr std::array all{NotFastForward, Conflicts, UpToDate, BranchGone};
};

struct ActivityKind
{
    static constexpr QLatin1StringView Created{"CREATED"};
    static constexpr QLatin1StringView Revision{"REVISION"};
    static constexpr QLatin1StringView Review{"REVIEW"};
    static constexpr QLatin1StringView Comment{"COMMENT"};
    static constexpr QLatin1StringView Thread{"THREAD"};
    static constexpr QLatin1StringView Approved{"APPROVED"};
    static constexpr QLatin1StringView ApprovalRevoked{"APPROVAL_REVOKED"};
    static constexpr QLatin1StringView RuleCreated{"RULE_CREATED"};
    static constexpr QLatin1StringView RuleUpdated{"RULE_UPDATED"};
    static constexpr QLatin1StringView RuleDeleted{"RULE_DELETED"};
    static constexpr QLatin1StringView Overridden{"OVERRIDDEN"};
    static constexpr QLatin1StringView OverrideRevoked{"OVERRIDE_REVOKED"};
    static constexpr QLatin1StringView Status{"STATUS"};
    static constexpr QLatin1StringView Merged{"MERGED"};
    static constexpr QLatin1StringView Reviewers{"REVIEWERS"};
    static constexpr std::array all{Created,    Revision,        Review,      Comment,     Thread,
                                    Approved,   ApprovalRevoked, RuleCreated, RuleUpdated, RuleDeleted,
                                    Overridden, OverrideRevoked, Status,      Merged,      Reviewers};
};

} // namespace countersign::api
