// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/errortext.h"

#include <QCoreApplication>
#include <QHash>

namespace countersign::ui {

namespace {

struct Sentences
{
    const char *what;
    const char *remedy;
};

const QHash<QString, Sentences> byCode{
    {QStringLiteral("RepositoryNameExistsException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "A repository with this name exists already."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Choose another name.")}},
    {QStringLiteral("RepositoryDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This repository no longer exists."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                        "It may have been renamed or deleted. Refresh the list of repositories.")}},
    {QStringLiteral("InvalidRepositoryNameException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This is not a name for a repository."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                        "Use 1 to 100 letters, digits, “.”, “-” and “_”; it must not end with “.git”.")}},
    {QStringLiteral("BranchDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This branch no longer exists."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh, and choose another branch.")}},
    {QStringLiteral("BranchNameExistsException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "A branch with this name exists already."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Choose another name.")}},
    {QStringLiteral("InvalidBranchNameException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This is not a name for a branch."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                        "Leave out spaces and “~ ^ : ? * [ \\”, and do not end with “/” or “.lock”.")}},
    {QStringLiteral("DefaultBranchCannotBeDeletedException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The default branch cannot be deleted."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Make another branch the default first.")}},
    {QStringLiteral("CommitDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This commit does not exist here."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "It may have been removed by a forced update.")}},
    {QStringLiteral("CommitIdDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This commit does not exist here."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "It may have been removed by a forced update.")}},
    {QStringLiteral("FileDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "There is no such file in this commit."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Choose another commit or branch.")}},
    {QStringLiteral("PathDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "There is no such path in this commit."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Choose another commit or branch.")}},
    {QStringLiteral("FileTooLargeException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The file is too large for this."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Push it with Git instead.")}},
    {QStringLiteral("SameFileContentException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The file already has exactly this content."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "There is nothing to commit.")}},
    {QStringLiteral("ParentCommitIdOutdatedException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The branch has moved since you opened the file."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Load the newest version and make the change again.")}},
    {QStringLiteral("PullRequestDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This pull request does not exist."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh the list of pull requests.")}},
    {QStringLiteral("PullRequestAlreadyClosedException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This pull request is closed already."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh to see how it ended.")}},
    {QStringLiteral("PullRequestApprovalRulesNotSatisfiedException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Its approval rules are not satisfied."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                        "The merge box lists which approvals are missing, and from whom.")}},
    {QStringLiteral("PullRequestCannotBeApprovedByAuthorException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Authors cannot approve their own pull request."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Ask one of the reviewers.")}},
    {QStringLiteral("RevisionNotCurrentException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "A newer revision was pushed while you read."),
      QT_TRANSLATE_NOOP(
          "countersign::ui::ErrorText",
          "Load the new revision, look at what changed and try again. Your comments are kept.")}},
    {QStringLiteral("TipOfSourceReferenceIsDifferentException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The source branch has moved."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Load the new revision and try again.")}},
    {QStringLiteral("TipsDivergenceExceededException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The branches have grown too far apart."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                        "Merge the destination into the source with Git first.")}},
    {QStringLiteral("ManualMergeRequiredException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The branches have conflicts."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                        "Resolve them in the source branch, push, and merge again.")}},
    {QStringLiteral("SourceAndDestinationAreSameException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Source and destination are the same branch."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Choose two different branches.")}},
    {QStringLiteral("ReferenceDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This branch or tag does not exist."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh, and choose another one.")}},
    {QStringLiteral("ConcurrentReferenceUpdateException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                        "The branch was changed by someone else at the same moment."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh and try again.")}},
    {QStringLiteral("ApprovalRuleNameAlreadyExistsException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "A rule with this name exists already."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Choose another name.")}},
    {QStringLiteral("ApprovalRuleTemplateNameAlreadyExistsException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "A template with this name exists already."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Choose another name.")}},
    {QStringLiteral("InvalidApprovalRuleContentException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The rule is not complete."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Say how many approvals it needs and from whom.")}},
    {QStringLiteral("CommentDeletedException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This comment was deleted."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh to see the thread as it is now.")}},
    {QStringLiteral("CommentDoesNotExistException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This comment does not exist."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh to see the thread as it is now.")}},
    {QStringLiteral("CommentNotCreatedByCallerException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Only its author can change a comment."), ""}},
    {QStringLiteral("CommentContentSizeLimitExceededException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The comment is too long."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Keep it under 10 KB.")}},
    {QStringLiteral("MaximumBranchesExceededException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The hub does not allow more branches here."),
      QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Delete branches that are merged.")}},
    {QStringLiteral("OverrideAlreadySetException"),
     {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The rules are overridden already."), ""}},
};

// Plain words for each kind, where the code is not one we know; the second part is what can be done.
Sentences byKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "It does not exist any more."),
                QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh and try again.")};
    case ErrorKind::AlreadyExists:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "It exists already."),
                QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Choose another name.")};
    case ErrorKind::InvalidInput:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Something in the input is not valid."), ""};
    case ErrorKind::Conflict:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                                  "It was changed by someone else in the meantime."),
                QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Refresh and try again.")};
    case ErrorKind::PermissionDenied:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "You are not allowed to do this."),
                QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Ask an administrator of the hub.")};
    case ErrorKind::AuthenticationRequired:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Signing in is needed."), ""};
    case ErrorKind::Unreachable:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "It cannot be reached."),
                QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Check the address and the connection.")};
    case ErrorKind::Cancelled:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Cancelled."), ""};
    case ErrorKind::LimitExceeded:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "It is larger than allowed."), ""};
    case ErrorKind::Unsupported:
        return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "This is not supported here."), ""};
    case ErrorKind::Corrupt:
        return {
            QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "The repository is damaged."),
            QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Restore it from a backup or another clone.")};
    case ErrorKind::Internal:
        break;
    }
    return {QT_TRANSLATE_NOOP("countersign::ui::ErrorText", "Something went wrong."),
            QT_TRANSLATE_NOOP("countersign::ui::ErrorText",
                              "Try again; the original words below help in a report.")};
}

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("countersign::ui::ErrorText", text) : QString();
}

} // namespace

ErrorText errorText(const Error &error)
{
    ErrorText text;
    QStringList original;
    if (!error.code.isEmpty())
        original.append(error.code);
    if (const auto it = byCode.find(error.code); it != byCode.end()) {
        text.what = translated(it->what);
        text.remedy = translated(it->remedy);
        original.append(error.message);
    } else {
        const Sentences sentences = byKind(error.kind);
        // The message names the object; the kind only knows what sort of thing happened.
        text.what = error.message.isEmpty() || error.kind == ErrorKind::Cancelled ? translated(sentences.what)
                                                                                  : error.message;
        text.remedy = translated(sentences.remedy);
    }
    if (!error.detail.isEmpty())
        original.append(error.detail);
    original.removeAll(QString());
    text.original = original.join(QLatin1Char('\n'));
    return text;
}

QString errorSentence(const Error &error)
{
    const ErrorText text = errorText(error);
    return text.remedy.isEmpty() ? text.what : text.what + QLatin1Char(' ') + text.remedy;
}

} // namespace countersign::ui
