// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/enums.h"
#include "core/api/validate.h"

#include <algorithm>

namespace countersign::api {

namespace {

using namespace rules;

template <class Enum>
Check oneOf(QStringView text)
{
    if (text.isEmpty())
        return Violation{Problem::Missing, 0, {}};
    const bool known = std::ranges::any_of(Enum::all, [text](QLatin1StringView v) { return v == text; });
    return known ? std::nullopt : Check(Violation{Problem::UnknownValue, 0, {}});
}

constexpr qint64 anyNumber = 2147483647;
constexpr const char *idWords = "40 hexadecimal digits, or 64 in a SHA-256 repository";
constexpr const char *hex64 = "64 hexadecimal digits";
constexpr const char *pathWords = "1 to 4,096 characters; no empty, \".\", \"..\" or \".git\" component; one "
                                  "leading slash is accepted";
constexpr const char *branchWords = "1 to 256 characters, as git check-ref-format has it; not 40 or "
                                    "64 hexadecimal digits";
constexpr const char *nameWords = "1 to 100 of letters, digits, spaces and . _ -; not ending in .git";
constexpr const char *repositoryWords = "1 to 100 of letters, digits and . _ -; not ending in .git";
constexpr const char *specifierWords = "a branch, a tag, HEAD, a full reference name or a full commit id";

// clang-format off
constexpr FieldRule table[] = {
    // Repositories
    {"repositoryName", nullptr, "RepositoryNameRequired", "InvalidRepositoryName", nullptr, repositoryName, 0, repositoryWords},
    {"oldName", nullptr, "RepositoryNameRequired", "InvalidRepositoryName", nullptr, repositoryName, 0, repositoryWords},
    {"newName", nullptr, "RepositoryNameRequired", "InvalidRepositoryName", nullptr, repositoryName, 0, repositoryWords},
    {"repositoryNames", "BatchGetRepositories", "RepositoryNamesRequired", "InvalidRepositoryName", "MaximumRepositoryNamesExceeded", repositoryName, maxBatch, "1 to 100 names"},
    {"repositoryNames", nullptr, "RepositoryNamesRequired", nullptr, "MaximumRepositoryNamesExceeded", nullptr, maxBatch, "1 to 100 names; a wrong one is answered by itself"},
    {"repositoryDescription", nullptr, nullptr, "InvalidRepositoryDescription", nullptr, repositoryDescription, 0, "at most 1,000 characters"},
    {"repositoryId", nullptr, "RepositoryIdRequired", "InvalidRepositoryId", nullptr, uuid, 0, "a UUID"},
    {"kmsKeyId", nullptr, nullptr, "EncryptionKeyInvalidId", nullptr, keyId, 0, "letters, digits and : / _ -"},
    {"sortBy", nullptr, nullptr, "InvalidSortBy", nullptr, oneOf<SortBy>, 0, "SortBy"},
    {"order", nullptr, nullptr, "InvalidOrder", nullptr, oneOf<Order>, 0, "Order"},
    {"source", "ImportRepository", "SourceRequired", "InvalidSource", nullptr, importSource, 0, "a folder, or an https, ssh or file URL"},
    {"resourceArn", nullptr, "ResourceArnRequired", "InvalidResourceArn", nullptr, arn, 0, "the ARN of a repository"},
    {"tags", "CreateRepository", nullptr, "InvalidTagsMap", "TooManyTags", tagKey, maxTags, "at most 50; keys 1 to 128, values at most 256 of letters, digits, spaces and + - = . _ : / @"},
    {"tags", nullptr, "TagsMapRequired", "InvalidTagsMap", "TooManyTags", tagKey, maxTags, "1 to 50; keys 1 to 128, values at most 256 of letters, digits, spaces and + - = . _ : / @"},
    {"tagKeys", nullptr, "TagKeysListRequired", "InvalidTagKeysList", "TooManyTags", tagKey, maxTags, "1 to 50 keys"},

    // Branches and tags
    {"branchName", nullptr, "BranchNameRequired", "InvalidBranchName", nullptr, branchName, 0, branchWords},
    {"defaultBranchName", nullptr, "BranchNameRequired", "InvalidBranchName", nullptr, branchName, 0, branchWords},
    {"targetBranch", nullptr, nullptr, "InvalidTargetBranch", nullptr, branchName, 0, branchWords},
    {"tagName", nullptr, "TagNameRequired", "InvalidTagName", nullptr, tagName, 0, branchWords},
    {"message", "CreateTag", nullptr, "CommitMessageLengthExceeded", nullptr, commitMessage, 0, "at most 256 KiB"},

    // Commits and files
    {"commitId", nullptr, "CommitIdRequired", "InvalidCommitId", nullptr, objectId, 0, idWords},
    {"commitIds", nullptr, "CommitIdsListRequired", nullptr, "CommitIdsLimitExceeded", nullptr, maxBatch, "1 to 100 ids; a wrong one is answered by itself"},
    {"blobId", nullptr, "BlobIdRequired", "InvalidBlobId", nullptr, objectId, 0, idWords},
    {"parentCommitId", nullptr, "ParentCommitIdRequired", "InvalidParentCommitId", nullptr, objectId, 0, idWords},
    {"sourceCommitId", nullptr, nullptr, "InvalidCommitId", nullptr, objectId, 0, idWords},
    {"beforeCommitId", nullptr, "CommitIdRequired", "InvalidCommitId", nullptr, objectId, 0, idWords},
    {"afterCommitId", nullptr, "CommitIdRequired", "InvalidCommitId", nullptr, objectId, 0, idWords},
    {"commitSpecifier", nullptr, nullptr, "InvalidCommit", nullptr, commitSpecifier, 0, specifierWords},
    {"beforeCommitSpecifier", nullptr, nullptr, "InvalidCommit", nullptr, commitSpecifier, 0, specifierWords},
    {"afterCommitSpecifier", nullptr, "CommitRequired", "InvalidCommit", nullptr, commitSpecifier, 0, specifierWords},
    {"sourceCommitSpecifier", "GetMergeConflicts", "CommitRequired", "InvalidSourceCommitSpecifier", nullptr, commitSpecifier, 0, specifierWords},
    {"sourceCommitSpecifier", nullptr, "CommitRequired", "InvalidCommit", nullptr, commitSpecifier, 0, specifierWords},
    {"destinationCommitSpecifier", "GetMergeConflicts", "CommitRequired", "InvalidDestinationCommitSpecifier", nullptr, commitSpecifier, 0, specifierWords},
    {"destinationCommitSpecifier", nullptr, "CommitRequired", "InvalidCommit", nullptr, commitSpecifier, 0, specifierWords},
    {"beforePath", nullptr, nullptr, "InvalidPath", nullptr, folderPath, 0, pathWords},
    {"afterPath", nullptr, nullptr, "InvalidPath", nullptr, folderPath, 0, pathWords},
    {"folderPath", nullptr, nullptr, "InvalidPath", nullptr, folderPath, 0, "as a path, or empty or \"/\" for the root"},
    {"filePath", "PutFile", "PathRequired", "InvalidPath", nullptr, newPath, 0, pathWords},
    {"putFiles.filePath", nullptr, "PathRequired", "InvalidPath", nullptr, newPath, 0, pathWords},
    {"filePath", nullptr, "PathRequired", "InvalidPath", nullptr, path, 0, pathWords},
    {"fileContent", "PutFile", "FileContentRequired", nullptr, "FileContentSizeLimitExceeded", nullptr, maxFileContent, "1 to 6,291,456 bytes"},
    {"fileContent", nullptr, nullptr, nullptr, "FileContentSizeLimitExceeded", nullptr, maxFileContent, "at most 6,291,456 bytes"},
    {"content", "MergeBranchesBySquash MergeBranchesByThreeWay MergePullRequestBySquash MergePullRequestByThreeWay", nullptr, "InvalidReplacementContent", "FileContentSizeLimitExceeded", nullptr, maxFileContent, "at most 6,291,456 bytes"},
    {"setFileModes.fileMode", nullptr, "FileModeRequired", "InvalidFileMode", nullptr, oneOf<FileMode>, 0, "FileMode"},
    {"fileMode", nullptr, nullptr, "InvalidFileMode", nullptr, oneOf<FileMode>, 0, "FileMode"},
    {"putFiles", nullptr, nullptr, nullptr, "MaximumFileEntriesExceeded", nullptr, maxFileEntries, "at most 100 entries, with the other two lists"},
    {"deleteFiles", "CreateCommit", nullptr, nullptr, "MaximumFileEntriesExceeded", nullptr, maxFileEntries, "at most 100 entries, with the other two lists"},
    {"setFileModes", "CreateCommit", nullptr, nullptr, "MaximumFileEntriesExceeded", nullptr, maxFileEntries, "at most 100 entries, with the other two lists"},
    {"commitMessage", nullptr, nullptr, "CommitMessageLengthExceeded", nullptr, commitMessage, 0, "at most 256 KiB"},
    {"name", nullptr, nullptr, "NameLengthExceeded", nullptr, personName, 0, "at most 1,024 characters"},
    {"authorName", nullptr, nullptr, "NameLengthExceeded", nullptr, personName, 0, "at most 1,024 characters"},
    {"email", "CreatePerson", "InvalidEmail", "InvalidEmail", nullptr, personEmail, 0, "1 to 256 characters, with an @"},
    {"email", nullptr, nullptr, "InvalidEmail", nullptr, email, 0, "at most 256 characters"},

    // Merges
    {"mergeOption", nullptr, "MergeOptionRequired", "InvalidMergeOption", nullptr, oneOf<MergeOption>, 0, "MergeOption"},
    {"conflictDetailLevel", nullptr, nullptr, "InvalidConflictDetailLevel", nullptr, oneOf<ConflictDetailLevel>, 0, "ConflictDetailLevel"},
    {"conflictResolutionStrategy", nullptr, nullptr, "InvalidConflictResolutionStrategy", nullptr, oneOf<ConflictResolutionStrategy>, 0, "ConflictResolutionStrategy"},
    {"replacementType", nullptr, "ReplacementTypeRequired", "InvalidReplacementType", nullptr, oneOf<Replacement>, 0, "Replacement"},
    {"replaceContents", nullptr, nullptr, nullptr, "MaximumConflictResolutionEntriesExceeded", nullptr, 1000, "at most 1,000 entries"},
    {"deleteFiles", nullptr, nullptr, nullptr, "MaximumConflictResolutionEntriesExceeded", nullptr, 1000, "at most 1,000 entries"},
    {"setFileModes", nullptr, nullptr, nullptr, "MaximumConflictResolutionEntriesExceeded", nullptr, 1000, "at most 1,000 entries"},
    {"maxConflictFiles", nullptr, nullptr, "InvalidMaxConflictFiles", nullptr, nullptr, 0, "a page size"},

    // Pull requests
    {"pullRequestId", nullptr, "PullRequestIdRequired", "InvalidPullRequestId", nullptr, pullRequestId, 0, "a decimal number of at most 18 digits"},
    {"title", nullptr, "TitleRequired", "InvalidTitle", nullptr, title, 0, "1 to 150 characters on one line"},
    {"description", nullptr, nullptr, "InvalidDescription", nullptr, description, 0, "at most 10,240 characters"},
    {"targets", nullptr, "TargetsRequired", nullptr, "InvalidTargets", nullptr, 10, "exactly one target"},
    {"sourceReference", nullptr, "ReferenceNameRequired", "InvalidReferenceName", nullptr, referenceName, 0, "a branch by its short or full name"},
    {"destinationReference", nullptr, "ReferenceNameRequired", "InvalidReferenceName", nullptr, referenceName, 0, "a branch by its short or full name"},
    {"pullRequestStatus", "ListPullRequestSummaries", nullptr, "InvalidPullRequestStatus", nullptr, oneOf<StatusFilter>, 0, "StatusFilter"},
    {"pullRequestStatus", nullptr, "PullRequestStatusRequired", "InvalidPullRequestStatus", nullptr, oneOf<PullRequestStatus>, 0, "PullRequestStatus"},
    {"pullRequestEventType", nullptr, nullptr, "InvalidPullRequestEventType", nullptr, oneOf<PullRequestEventType>, 0, "PullRequestEventType"},
    {"authorArn", nullptr, nullptr, "InvalidAuthorArn", nullptr, arn, 0, "an ARN"},
    {"actorArn", nullptr, nullptr, "InvalidActorArn", nullptr, arn, 0, "an ARN"},
    {"clientRequestToken", nullptr, "ClientRequestTokenRequired", "InvalidClientRequestToken", nullptr, requestToken, 0, "1 to 128 printable ASCII characters"},
    {"revisionId", nullptr, "RevisionIdRequired", "InvalidRevisionId", nullptr, digest, 0, hex64},

    // Approvals and templates
    {"approvalRuleName", nullptr, "ApprovalRuleNameRequired", "InvalidApprovalRuleName", nullptr, ruleName, 0, nameWords},
    {"approvalRuleContent", nullptr, "ApprovalRuleContentRequired", "InvalidApprovalRuleContent", nullptr, ruleContent, 0, "1 to 3,000 characters of JSON"},
    {"newRuleContent", "UpdateApprovalRuleTemplateContent", "ApprovalRuleTemplateContentRequired", "InvalidApprovalRuleTemplateContent", nullptr, ruleContent, 0, "1 to 3,000 characters of JSON"},
    {"newRuleContent", nullptr, "ApprovalRuleContentRequired", "InvalidApprovalRuleContent", nullptr, ruleContent, 0, "1 to 3,000 characters of JSON"},
    {"existingRuleContentSha256", nullptr, nullptr, "InvalidRuleContentSha256", nullptr, digest, 0, hex64},
    {"approvalState", nullptr, "ApprovalStateRequired", "InvalidApprovalState", nullptr, oneOf<ApprovalState>, 0, "ApprovalState"},
    {"overrideStatus", nullptr, "OverrideStatusRequired", "InvalidOverrideStatus", nullptr, oneOf<OverrideStatus>, 0, "OverrideStatus"},
    {"approvalRuleTemplateName", nullptr, "ApprovalRuleTemplateNameRequired", "InvalidApprovalRuleTemplateName", nullptr, ruleName, 0, nameWords},
    {"oldApprovalRuleTemplateName", nullptr, "ApprovalRuleTemplateNameRequired", "InvalidApprovalRuleTemplateName", nullptr, ruleName, 0, nameWords},
    {"newApprovalRuleTemplateName", nullptr, "ApprovalRuleTemplateNameRequired", "InvalidApprovalRuleTemplateName", nullptr, ruleName, 0, nameWords},
    {"approvalRuleTemplateContent", nullptr, "ApprovalRuleTemplateContentRequired", "InvalidApprovalRuleTemplateContent", nullptr, ruleContent, 0, "1 to 3,000 characters of JSON"},
    {"approvalRuleTemplateDescription", nullptr, nullptr, "InvalidApprovalRuleTemplateDescription", nullptr, templateDescription, 0, "at most 1,000 characters"},

    // Comments and reviews
    {"comments.content", "SubmitPullRequestReview", "CommentContentRequired", nullptr, "CommentContentSizeLimitExceeded", comment, 0, "1 to 10,240 characters"},
    {"content", "SubmitPullRequestReview", nullptr, nullptr, "CommentContentSizeLimitExceeded", optionalComment, 0, "at most 10,240 characters"},
    {"content", nullptr, "CommentContentRequired", nullptr, "CommentContentSizeLimitExceeded", comment, 0, "1 to 10,240 characters"},
    {"inReplyTo", nullptr, "CommentIdRequired", "InvalidCommentId", nullptr, commentId, 0, "a comment id"},
    {"commentId", nullptr, "CommentIdRequired", "InvalidCommentId", nullptr, commentId, 0, "at most 128 of letters, digits and - _ :"},
    {"threadId", nullptr, "ThreadIdRequired", "InvalidThreadId", nullptr, commentId, 0, "the id of a thread's first comment"},
    {"filePosition", nullptr, nullptr, "InvalidFilePosition", nullptr, nullptr, anyNumber, "a line, from 1"},
    {"relativeFileVersion", nullptr, nullptr, "InvalidRelativeFileVersionEnum", nullptr, oneOf<RelativeFileVersion>, 0, "RelativeFileVersion"},
    {"verdict", nullptr, "VerdictRequired", "InvalidVerdict", nullptr, oneOf<ReviewVerdict>, 0, "ReviewVerdict"},
    {"comments", nullptr, nullptr, nullptr, "MaximumReviewCommentsExceeded", nullptr, maxReviewComments, "at most 500"},
    {"addUserArns", nullptr, nullptr, "InvalidReviewerArn", "MaximumReviewersExceeded", arn, maxReviewers, "at most 50 ARNs"},
    {"removeUserArns", nullptr, nullptr, "InvalidReviewerArn", "MaximumReviewersExceeded", arn, maxReviewers, "at most 50 ARNs"},

    // People
    {"userName", nullptr, "UserNameRequired", "InvalidUserName", nullptr, userName, 0, "1 to 64 of letters, digits and + = , . @ _ -"},
    {"displayName", nullptr, "DisplayNameRequired", "InvalidDisplayName", nullptr, displayName, 0, "1 to 128 characters"},

    // Paging
    {"nextToken", nullptr, nullptr, "InvalidContinuationToken", nullptr, continuationToken, 0, "as it was answered"},
    {"NextToken", nullptr, nullptr, "InvalidContinuationToken", nullptr, continuationToken, 0, "as it was answered"},
    {"maxResults", nullptr, nullptr, "InvalidMaxResults", nullptr, nullptr, 0, "a page size"},
    {"MaxResults", nullptr, nullptr, "InvalidMaxResults", nullptr, nullptr, 0, "a page size"},
};
// clang-format on

} // namespace

std::span<const FieldRule> fieldRules() { return table; }

} // namespace countersign::api
