// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/errors.h"

#include "core/api/operation.h"

#include <QHash>

#include <algorithm>

namespace countersign::api {

namespace {

/// In the order of their codes, for the binary search.
constexpr ErrorRow rows[] = {
    {"AccessDeniedException", ErrorKind::PermissionDenied, 400},
    {"ActorDoesNotExistException", ErrorKind::NotFound, 400},
    {"ApprovalRuleContentRequiredException", ErrorKind::InvalidInput, 400},
    {"ApprovalRuleDoesNotExistException", ErrorKind::NotFound, 400},
    {"ApprovalRuleNameAlreadyExistsException", ErrorKind::AlreadyExists, 400},
    {"ApprovalRuleNameRequiredException", ErrorKind::InvalidInput, 400},
    {"ApprovalRuleTemplateContentRequiredException", ErrorKind::InvalidInput, 400},
    {"ApprovalRuleTemplateDoesNotExistException", ErrorKind::NotFound, 400},
    {"ApprovalRuleTemplateInUseException", ErrorKind::Conflict, 400},
    {"ApprovalRuleTemplateNameAlreadyExistsException", ErrorKind::AlreadyExists, 400},
    {"ApprovalRuleTemplateNameRequiredException", ErrorKind::InvalidInput, 400},
    {"ApprovalStateRequiredException", ErrorKind::InvalidInput, 400},
    {"AuthorDoesNotExistException", ErrorKind::NotFound, 400},
    {"BeforeCommitIdAndAfterCommitIdAreSameException", ErrorKind::InvalidInput, 400},
    {"BlobIdDoesNotExistException", ErrorKind::NotFound, 400},
    {"BlobIdRequiredException", ErrorKind::InvalidInput, 400},
    {"BranchDoesNotExistException", ErrorKind::NotFound, 400},
    {"BranchNameExistsException", ErrorKind::AlreadyExists, 400},
    {"BranchNameIsTagNameException", ErrorKind::Conflict, 400},
    {"BranchNameRequiredException", ErrorKind::InvalidInput, 400},
    {"CannotDeleteApprovalRuleFromTemplateException", ErrorKind::Conflict, 400},
    {"CannotModifyApprovalRuleFromTemplateException", ErrorKind::Conflict, 400},
    {"ClientRequestTokenRequiredException", ErrorKind::InvalidInput, 400},
    {"CommentContentRequiredException", ErrorKind::InvalidInput, 400},
    {"CommentContentSizeLimitExceededException", ErrorKind::InvalidInput, 400},
    {"CommentDeletedException", ErrorKind::Conflict, 400},
    {"CommentDoesNotExistException", ErrorKind::NotFound, 400},
    {"CommentIdRequiredException", ErrorKind::InvalidInput, 400},
    {"CommentNotCreatedByCallerException", ErrorKind::PermissionDenied, 400},
    {"CommitDoesNotExistException", ErrorKind::NotFound, 400},
    {"CommitIdDoesNotExistException", ErrorKind::NotFound, 400},
    {"CommitIdRequiredException", ErrorKind::InvalidInput, 400},
    {"CommitIdsLimitExceededException", ErrorKind::LimitExceeded, 400},
    {"CommitIdsListRequiredException", ErrorKind::InvalidInput, 400},
    {"CommitMessageLengthExceededException", ErrorKind::InvalidInput, 400},
    {"CommitRequiredException", ErrorKind::InvalidInput, 400},
    {"ConcurrentReferenceUpdateException", ErrorKind::Conflict, 400},
    {"DefaultBranchCannotBeDeletedException", ErrorKind::Conflict, 400},
    {"DeletedRepositoryDoesNotExistException", ErrorKind::NotFound, 400},
    {"DirectoryNameConflictsWithFileNameException", ErrorKind::Conflict, 400},
    {"DisplayNameRequiredException", ErrorKind::InvalidInput, 400},
    {"EncryptionIntegrityChecksFailedException", ErrorKind::Corrupt, 500},
    {"EncryptionKeyAccessDeniedException", ErrorKind::PermissionDenied, 400},
    {"EncryptionKeyDisabledException", ErrorKind::Unreachable, 400},
    {"EncryptionKeyInvalidIdException", ErrorKind::InvalidInput, 400},
    {"EncryptionKeyInvalidUsageException", ErrorKind::InvalidInput, 400},
    {"EncryptionKeyNotFoundException", ErrorKind::NotFound, 400},
    {"EncryptionKeyRequiredException", ErrorKind::InvalidInput, 400},
    {"EncryptionKeyUnavailableException", ErrorKind::Unreachable, 400},
    {"ExpiredTokenException", ErrorKind::AuthenticationRequired, 400},
    {"FileContentAndSourceFileSpecifiedException", ErrorKind::InvalidInput, 400},
    {"FileContentRequiredException", ErrorKind::InvalidInput, 400},
    {"FileContentSizeLimitExceededException", ErrorKind::LimitExceeded, 400},
    {"FileDoesNotExistException", ErrorKind::NotFound, 400},
    {"FileEntryRequiredException", ErrorKind::InvalidInput, 400},
    {"FileModeRequiredException", ErrorKind::InvalidInput, 400},
    {"FileNameConflictsWithDirectoryNameException", ErrorKind::Conflict, 400},
    {"FilePathConflictsWithSubmodulePathException", ErrorKind::Conflict, 400},
    {"FileTooLargeException", ErrorKind::LimitExceeded, 400},
    {"FolderContentSizeLimitExceededException", ErrorKind::LimitExceeded, 400},
    {"FolderDoesNotExistException", ErrorKind::NotFound, 400},
    {"IdempotencyParameterMismatchException", ErrorKind::Conflict, 400},
    {"ImportFailedException", ErrorKind::Internal, 400},
    {"IncompleteSignatureException", ErrorKind::AuthenticationRequired, 400},
    {"InternalFailure", ErrorKind::Internal, 500},
    {"InvalidActorArnException", ErrorKind::InvalidInput, 400},
    {"InvalidApprovalRuleContentException", ErrorKind::InvalidInput, 400},
    {"InvalidApprovalRuleNameException", ErrorKind::InvalidInput, 400},
    {"InvalidApprovalRuleTemplateContentException", ErrorKind::InvalidInput, 400},
    {"InvalidApprovalRuleTemplateDescriptionException", ErrorKind::InvalidInput, 400},
    {"InvalidApprovalRuleTemplateNameException", ErrorKind::InvalidInput, 400},
    {"InvalidApprovalStateException", ErrorKind::InvalidInput, 400},
    {"InvalidAuthorArnException", ErrorKind::InvalidInput, 400},
    {"InvalidBlobIdException", ErrorKind::InvalidInput, 400},
    {"InvalidBranchNameException", ErrorKind::InvalidInput, 400},
    {"InvalidClientRequestTokenException", ErrorKind::InvalidInput, 400},
    {"InvalidCommentIdException", ErrorKind::InvalidInput, 400},
    {"InvalidCommitException", ErrorKind::InvalidInput, 400},
    {"InvalidCommitIdException", ErrorKind::InvalidInput, 400},
    {"InvalidConflictDetailLevelException", ErrorKind::InvalidInput, 400},
    {"InvalidConflictResolutionException", ErrorKind::InvalidInput, 400},
    {"InvalidConflictResolutionStrategyException", ErrorKind::InvalidInput, 400},
    {"InvalidContinuationTokenException", ErrorKind::InvalidInput, 400},
    {"InvalidDeletionParameterException", ErrorKind::InvalidInput, 400},
    {"InvalidDescriptionException", ErrorKind::InvalidInput, 400},
    {"InvalidDestinationCommitSpecifierException", ErrorKind::InvalidInput, 400},
    {"InvalidDisplayNameException", ErrorKind::InvalidInput, 400},
    {"InvalidEmailException", ErrorKind::InvalidInput, 400},
    {"InvalidFileLocationException", ErrorKind::InvalidInput, 400},
    {"InvalidFileModeException", ErrorKind::InvalidInput, 400},
    {"InvalidFilePositionException", ErrorKind::InvalidInput, 400},
    {"InvalidMaxConflictFilesException", ErrorKind::InvalidInput, 400},
    {"InvalidMaxMergeHunksException", ErrorKind::InvalidInput, 400},
    {"InvalidMaxResultsException", ErrorKind::InvalidInput, 400},
    {"InvalidMergeOptionException", ErrorKind::InvalidInput, 400},
    {"InvalidOrderException", ErrorKind::InvalidInput, 400},
    {"InvalidOverrideStatusException", ErrorKind::InvalidInput, 400},
    {"InvalidParentCommitIdException", ErrorKind::InvalidInput, 400},
    {"InvalidPathException", ErrorKind::InvalidInput, 400},
    {"InvalidPullRequestEventTypeException", ErrorKind::InvalidInput, 400},
    {"InvalidPullRequestIdException", ErrorKind::InvalidInput, 400},
    {"InvalidPullRequestStatusException", ErrorKind::InvalidInput, 400},
    {"InvalidPullRequestStatusUpdateException", ErrorKind::Conflict, 400},
    {"InvalidReactionUserArnException", ErrorKind::InvalidInput, 400},
    {"InvalidReactionValueException", ErrorKind::InvalidInput, 400},
    {"InvalidReferenceNameException", ErrorKind::InvalidInput, 400},
    {"InvalidRelativeFileVersionEnumException", ErrorKind::InvalidInput, 400},
    {"InvalidReplacementContentException", ErrorKind::InvalidInput, 400},
    {"InvalidReplacementTypeException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryDescriptionException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryIdException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryNameException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryTriggerBranchNameException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryTriggerCustomDataException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryTriggerDestinationArnException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryTriggerEventsException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryTriggerNameException", ErrorKind::InvalidInput, 400},
    {"InvalidRepositoryTriggerRegionException", ErrorKind::InvalidInput, 400},
    {"InvalidResourceArnException", ErrorKind::InvalidInput, 400},
    {"InvalidReviewerArnException", ErrorKind::InvalidInput, 400},
    {"InvalidRevisionIdException", ErrorKind::InvalidInput, 400},
    {"InvalidRuleContentSha256Exception", ErrorKind::Conflict, 400},
    {"InvalidSignatureException", ErrorKind::AuthenticationRequired, 400},
    {"InvalidSortByException", ErrorKind::InvalidInput, 400},
    {"InvalidSourceCommitSpecifierException", ErrorKind::InvalidInput, 400},
    {"InvalidSourceException", ErrorKind::InvalidInput, 400},
    {"InvalidSystemTagUsageException", ErrorKind::InvalidInput, 400},
    {"InvalidTagKeysListException", ErrorKind::InvalidInput, 400},
    {"InvalidTagNameException", ErrorKind::InvalidInput, 400},
    {"InvalidTagsMapException", ErrorKind::InvalidInput, 400},
    {"InvalidTargetBranchException", ErrorKind::InvalidInput, 400},
    {"InvalidTargetException", ErrorKind::InvalidInput, 400},
    {"InvalidTargetsException", ErrorKind::InvalidInput, 400},
    {"InvalidThreadIdException", ErrorKind::InvalidInput, 400},
    {"InvalidTitleException", ErrorKind::InvalidInput, 400},
    {"InvalidUserNameException", ErrorKind::InvalidInput, 400},
    {"InvalidVerdictException", ErrorKind::InvalidInput, 400},
    {"ManualMergeRequiredException", ErrorKind::Conflict, 400},
    {"MaximumBranchesExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumConflictResolutionEntriesExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumFileContentToLoadExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumFileEntriesExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumItemsToCompareExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumNumberOfApprovalsExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumOpenPullRequestsExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumRepositoryNamesExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumRepositoryTriggersExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumReviewCommentsExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumReviewersExceededException", ErrorKind::LimitExceeded, 400},
    {"MaximumRuleTemplatesAssociatedWithRepositoryException", ErrorKind::InvalidInput, 400},
    {"MergeOptionRequiredException", ErrorKind::InvalidInput, 400},
    {"MissingAuthenticationTokenException", ErrorKind::AuthenticationRequired, 400},
    {"MultipleConflictResolutionEntriesException", ErrorKind::InvalidInput, 400},
    {"MultipleRepositoriesInPullRequestException", ErrorKind::InvalidInput, 400},
    {"NameLengthExceededException", ErrorKind::InvalidInput, 400},
    {"NoChangeException", ErrorKind::Conflict, 400},
    {"NumberOfRuleTemplatesExceededException", ErrorKind::LimitExceeded, 400},
    {"NumberOfRulesExceededException", ErrorKind::LimitExceeded, 400},
    {"OperationNotAllowedException", ErrorKind::PermissionDenied, 400},
    {"OverrideAlreadySetException", ErrorKind::Conflict, 400},
    {"OverrideStatusRequiredException", ErrorKind::InvalidInput, 400},
    {"ParentCommitDoesNotExistException", ErrorKind::NotFound, 400},
    {"ParentCommitIdOutdatedException", ErrorKind::Conflict, 400},
    {"ParentCommitIdRequiredException", ErrorKind::InvalidInput, 400},
    {"PathDoesNotExistException", ErrorKind::NotFound, 400},
    {"PathRequiredException", ErrorKind::InvalidInput, 400},
    {"PullRequestAlreadyClosedException", ErrorKind::Conflict, 400},
    {"PullRequestApprovalRulesNotSatisfiedException", ErrorKind::Conflict, 400},
    {"PullRequestCannotBeApprovedByAuthorException", ErrorKind::Conflict, 400},
    {"PullRequestCannotBeReturnedByAuthorException", ErrorKind::Conflict, 400},
    {"PullRequestDoesNotExistException", ErrorKind::NotFound, 400},
    {"PullRequestIdRequiredException", ErrorKind::InvalidInput, 400},
    {"PullRequestStatusRequiredException", ErrorKind::InvalidInput, 400},
    {"PutFileEntryConflictException", ErrorKind::InvalidInput, 400},
    {"ReactionLimitExceededException", ErrorKind::LimitExceeded, 400},
    {"ReactionValueRequiredException", ErrorKind::InvalidInput, 400},
    {"ReferenceDoesNotExistException", ErrorKind::NotFound, 400},
    {"ReferenceNameRequiredException", ErrorKind::InvalidInput, 400},
    {"ReferenceTypeNotSupportedException", ErrorKind::Unsupported, 400},
    {"ReplacementContentRequiredException", ErrorKind::InvalidInput, 400},
    {"ReplacementTypeRequiredException", ErrorKind::InvalidInput, 400},
    {"RepositoryDoesNotExistException", ErrorKind::NotFound, 400},
    {"RepositoryIdRequiredException", ErrorKind::InvalidInput, 400},
    {"RepositoryLimitExceededException", ErrorKind::LimitExceeded, 400},
    {"RepositoryNameExistsException", ErrorKind::AlreadyExists, 400},
    {"RepositoryNameRequiredException", ErrorKind::InvalidInput, 400},
    {"RepositoryNamesRequiredException", ErrorKind::InvalidInput, 400},
    {"RepositoryNotAssociatedWithPullRequestException", ErrorKind::InvalidInput, 400},
    {"RepositoryTriggerBranchNameListRequiredException", ErrorKind::InvalidInput, 400},
    {"RepositoryTriggerDestinationArnRequiredException", ErrorKind::InvalidInput, 400},
    {"RepositoryTriggerEventsListRequiredException", ErrorKind::InvalidInput, 400},
    {"RepositoryTriggerNameRequiredException", ErrorKind::InvalidInput, 400},
    {"RepositoryTriggersListRequiredException", ErrorKind::InvalidInput, 400},
    {"RequestExpired", ErrorKind::AuthenticationRequired, 400},
    {"ResourceArnRequiredException", ErrorKind::InvalidInput, 400},
    {"RestrictedSourceFileException", ErrorKind::InvalidInput, 400},
    {"ReviewerDoesNotExistException", ErrorKind::NotFound, 400},
    {"RevisionIdRequiredException", ErrorKind::InvalidInput, 400},
    {"RevisionNotCurrentException", ErrorKind::Conflict, 400},
    {"SameFileContentException", ErrorKind::Conflict, 400},
    {"SamePathRequestException", ErrorKind::InvalidInput, 400},
    {"SerializationException", ErrorKind::InvalidInput, 400},
    {"ServiceUnavailable", ErrorKind::Unreachable, 503},
    {"SourceAndDestinationAreSameException", ErrorKind::InvalidInput, 400},
    {"SourceFileOrContentRequiredException", ErrorKind::InvalidInput, 400},
    {"SourceRequiredException", ErrorKind::InvalidInput, 400},
    {"TagDoesNotExistException", ErrorKind::NotFound, 400},
    {"TagKeysListRequiredException", ErrorKind::InvalidInput, 400},
    {"TagNameExistsException", ErrorKind::AlreadyExists, 400},
    {"TagNameRequiredException", ErrorKind::InvalidInput, 400},
    {"TagPolicyException", ErrorKind::InvalidInput, 400},
    {"TagsMapRequiredException", ErrorKind::InvalidInput, 400},
    {"TargetRequiredException", ErrorKind::InvalidInput, 400},
    {"TargetsRequiredException", ErrorKind::InvalidInput, 400},
    {"ThreadDoesNotExistException", ErrorKind::NotFound, 400},
    {"ThreadIdRequiredException", ErrorKind::InvalidInput, 400},
    {"ThrottlingException", ErrorKind::LimitExceeded, 400},
    {"TipOfSourceReferenceIsDifferentException", ErrorKind::Conflict, 400},
    {"TipsDivergenceExceededException", ErrorKind::LimitExceeded, 400},
    {"TitleRequiredException", ErrorKind::InvalidInput, 400},
    {"TooManyTagsException", ErrorKind::LimitExceeded, 400},
    {"UnknownOperationException", ErrorKind::Unsupported, 400},
    {"UnrecognizedClientException", ErrorKind::AuthenticationRequired, 400},
    {"UserNameExistsException", ErrorKind::AlreadyExists, 400},
    {"UserNameRequiredException", ErrorKind::InvalidInput, 400},
    {"ValidationException", ErrorKind::InvalidInput, 400},
    {"VerdictRequiredException", ErrorKind::InvalidInput, 400},
};

struct Group
{
    const char *name;
    const char *errors;
};

constexpr Group groups[] = {
    {"AUTHOR", "NameLengthExceeded InvalidEmail CommitMessageLengthExceeded"},
    {"BR", "BranchNameRequired InvalidBranchName"},
    {"CID", "CommitIdRequired CommitDoesNotExist InvalidCommitId"},
    {"CMP", "InvalidConflictDetailLevel InvalidConflictResolutionStrategy MaximumFileContentToLoadExceeded "
            "MaximumItemsToCompareExceeded TipsDivergenceExceeded"},
    {"COM", "CommentIdRequired InvalidCommentId CommentDoesNotExist"},
    {"ENC", "EncryptionIntegrityChecksFailed EncryptionKeyAccessDenied EncryptionKeyDisabled "
            "EncryptionKeyNotFound EncryptionKeyUnavailable"},
    {"LOC", "InvalidFileLocation InvalidFilePosition InvalidRelativeFileVersionEnum PathDoesNotExist "
            "PathRequired InvalidPath"},
    {"PAG", "InvalidMaxResults InvalidContinuationToken"},
    {"PARENT",
     "ParentCommitIdRequired InvalidParentCommitId ParentCommitDoesNotExist ParentCommitIdOutdated"},
    {"PR", "PullRequestIdRequired InvalidPullRequestId PullRequestDoesNotExist"},
    {"REPO", "RepositoryNameRequired InvalidRepositoryName RepositoryDoesNotExist"},
    {"RES", "InvalidConflictResolution InvalidReplacementContent InvalidReplacementType "
            "MaximumConflictResolutionEntriesExceeded MultipleConflictResolutionEntries "
            "ReplacementContentRequired ReplacementTypeRequired InvalidFileMode InvalidPath PathRequired"},
    {"REV", "RevisionIdRequired InvalidRevisionId"},
    {"SIZE", "FileContentSizeLimitExceeded FolderContentSizeLimitExceeded"},
    {"SPEC", "CommitRequired CommitDoesNotExist InvalidCommit"},
    {"TAGERR", "InvalidSystemTagUsage TagPolicy TooManyTags"},
    {"TOK", "ClientRequestTokenRequired InvalidClientRequestToken IdempotencyParameterMismatch"},
    {"TPL",
     "ApprovalRuleTemplateNameRequired InvalidApprovalRuleTemplateName ApprovalRuleTemplateDoesNotExist"},
    {"TRG",
     "RepositoryTriggersListRequired MaximumRepositoryTriggersExceeded InvalidRepositoryTriggerName "
     "InvalidRepositoryTriggerDestinationArn InvalidRepositoryTriggerRegion "
     "InvalidRepositoryTriggerCustomData MaximumBranchesExceeded InvalidRepositoryTriggerBranchName "
     "InvalidRepositoryTriggerEvents RepositoryTriggerNameRequired RepositoryTriggerDestinationArnRequired "
     "RepositoryTriggerBranchNameListRequired RepositoryTriggerEventsListRequired"},
    {"TXT", "CommentContentRequired CommentContentSizeLimitExceeded"},
};

/// What a row without a code of its own says to a client.
QLatin1StringView codeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::PermissionDenied:
        return QLatin1StringView("AccessDeniedException");
    case ErrorKind::AuthenticationRequired:
        return QLatin1StringView("UnrecognizedClientException");
    case ErrorKind::Unsupported:
        return QLatin1StringView("UnknownOperationException");
    case ErrorKind::Unreachable:
        return QLatin1StringView("ServiceUnavailable");
    case ErrorKind::LimitExceeded:
        return QLatin1StringView("ThrottlingException");
    default:
        return QLatin1StringView("InternalFailure");
    }
}

} // namespace

std::span<const ErrorRow> errorTable() { return rows; }

const ErrorRow *findError(QStringView code)
{
    const auto *found =
        std::lower_bound(std::begin(rows), std::end(rows), code, [](const ErrorRow &row, QStringView wanted) {
            return QLatin1StringView(row.code).compare(wanted) < 0;
        });
    return found != std::end(rows) && QLatin1StringView(found->code) == code ? found : nullptr;
}

Error wireError(QStringView code, QString message, QString detail)
{
    const ErrorRow *row = findError(code);
    return {row ? row->kind : ErrorKind::Internal, code.toString(), std::move(message), std::move(detail)};
}

Error wireError(const char *code, QString message, QString detail)
{
    return wireError(QString::fromLatin1(code), std::move(message), std::move(detail));
}

std::unexpected<Error> wireFailure(const char *code, QString message, QString detail)
{
    return std::unexpected(wireError(code, std::move(message), std::move(detail)));
}

QString wireCode(const Error &error)
{
    return error.code.isEmpty() ? QString(codeFor(error.kind)) : error.code;
}

int httpStatus(const Error &error)
{
    const ErrorRow *row = findError(wireCode(error));
    return row ? row->status : 500;
}

QStringList declaredErrors(const OperationRow &row)
{
    QStringList codes;
    const auto add = [&codes](const QString &names) {
        for (const QString &name : names.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            codes.append(name + QLatin1StringView("Exception"));
    };
    for (const QString &word : QString::fromLatin1(row.errors).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!word.startsWith(QLatin1Char('@'))) {
            add(word);
            continue;
        }
        const auto *group = std::ranges::find_if(groups, [&word](const Group &g) {
            return QStringView(word).sliced(1) == QLatin1StringView(g.name);
        });
        Q_ASSERT(group != std::end(groups));
        add(QString::fromLatin1(group->errors));
    }
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

} // namespace countersign::api
