// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_approvals.h"
#include "core/api/operations_branches.h"
#include "core/api/operations_comments.h"
#include "core/api/operations_commits.h"
#include "core/api/operations_files.h"
#include "core/api/operations_hosting.h"
#include "core/api/operations_merges.h"
#include "core/api/operations_pullrequests.h"
#include "core/api/operations_repositories.h"
#include "core/api/operations_review.h"
#include "core/api/operations_tags.h"
#include "core/api/operations_templates.h"

/// The operation table. Heavy: include it only where a fold over all operations is made; callers include the
/// header of the area they call, and optable.h to look rows up at run time.
namespace countersign::api {

using RepositoryOperations =
    OperationList<CreateRepository, GetRepository, BatchGetRepositories, ListRepositories,
                  UpdateRepositoryDescription, UpdateRepositoryName, DeleteRepository>;
using BranchOperations =
    OperationList<CreateBranch, GetBranch, ListBranches, UpdateDefaultBranch, DeleteBranch>;
using FileOperations = OperationList<PutFile, DeleteFile, GetFile, GetBlob, GetFolder>;
using CommitOperations = OperationList<CreateCommit, GetCommit, BatchGetCommits, GetDifferences>;
using BranchMergeOperations = OperationList<GetMergeOptions, GetMergeConflicts, MergeBranchesByFastForward,
                                            MergeBranchesBySquash, MergeBranchesByThreeWay>;
using PullRequestOperations =
    OperationList<CreatePullRequest, GetPullRequest, ListPullRequests, UpdatePullRequestTitle,
                  UpdatePullRequestDescription, UpdatePullRequestStatus, DescribePullRequestEvents,
                  MergePullRequestByFastForward, MergePullRequestBySquash, MergePullRequestByThreeWay>;
using ApprovalOperations = OperationList<CreatePullRequestApprovalRule, UpdatePullRequestApprovalRuleContent,
                                         DeletePullRequestApprovalRule, EvaluatePullRequestApprovalRules,
                                         UpdatePullRequestApprovalState, GetPullRequestApprovalStates,
                                         OverridePullRequestApprovalRules, GetPullRequestOverrideState>;
using TemplateOperations =
    OperationList<CreateApprovalRuleTemplate, GetApprovalRuleTemplate, ListApprovalRuleTemplates,
                  UpdateApprovalRuleTemplateName, UpdateApprovalRuleTemplateDescription,
                  UpdateApprovalRuleTemplateContent, DeleteApprovalRuleTemplate,
                  AssociateApprovalRuleTemplateWithRepository, DisassociateApprovalRuleTemplateFromRepository,
                  BatchAssociateApprovalRuleTemplateWithRepositories,
                  BatchDisassociateApprovalRuleTemplateFromRepositories,
                  ListAssociatedApprovalRuleTemplatesForRepository, ListRepositoriesForApprovalRuleTemplate>;
using CommentOperations = OperationList<PostCommentForPullRequest, PostCommentForComparedCommit,
                                        PostCommentReply, GetComment, GetCommentsForPullRequest,
                                        GetCommentsForComparedCommit, UpdateComment, DeleteCommentContent>;
using TagOperations = OperationList<TagResource, UntagResource, ListTagsForResource>;
using HostingOperations = OperationList<ImportRepository, ListDeletedRepositories, RestoreRepository,
                                        CreateTag, DeleteTag, ListPeople, CreatePerson>;
using ReviewOperations = OperationList<ListPullRequestSummaries, GetPullRequestReview, ListPullRequestThreads,
                                       UpdateThreadState, SubmitPullRequestReview, ListPullRequestActivity,
                                       UpdatePullRequestReviewers, PreviewPullRequest>;

namespace detail {
template <class... Lists>
struct Joined;
template <class... Ops>
struct Joined<OperationList<Ops...>>
{
    using Type = OperationList<Ops...>;
};
template <class... A, class... B, class... Rest>
struct Joined<OperationList<A...>, OperationList<B...>, Rest...> : Joined<OperationList<A..., B...>, Rest...>
{
};
} // namespace detail

using Operations =
    detail::Joined<RepositoryOperations, BranchOperations, FileOperations, CommitOperations,
                   BranchMergeOperations, PullRequestOperations, ApprovalOperations, TemplateOperations,
                   CommentOperations, TagOperations, HostingOperations, ReviewOperations>::Type;

} // namespace countersign::api
