// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/mapping.h"

#include "core/api/enums.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

api::UserInfo toUser(const git::Signature &who)
{
    const int offset = std::abs(who.offset);
    const QString zone = u"%1%2%3"_s.arg(QChar(who.offset < 0 ? u'-' : u'+'))
                             .arg(offset / 60, 2, 10, QChar(u'0'))
                             .arg(offset % 60, 2, 10, QChar(u'0'));
    return {who.name, who.email, u"%1 %2"_s.arg(who.when).arg(zone)};
}

} // namespace

api::RepositoryMetadata toMetadata(const HubContext &hub, const store::RepositoryRow &row)
{
    // No listener serves this hub: its folder is what can be cloned.
    const QString url = QUrl::fromLocalFile(hub.folder->repository(row.id)).toString(QUrl::FullyEncoded);
    return {hub.settings.accountId,
            row.id,
            row.name,
            row.description,
            row.defaultBranch,
            {row.modified},
            {row.created},
            url,
            url,
            hub.repositoryArn(row.name),
            row.kmsKey};
}

api::Person toPerson(const store::PersonRow &row)
{
    return {row.arn, row.userName, row.displayName, row.email};
}

api::Commit toCommit(const git::CommitInfo &info)
{
    api::Commit commit;
    commit.commitId = info.id.toString();
    commit.treeId = info.tree.toString();
    for (const git::Oid &parent : info.parents)
        commit.parents.append(parent.toString());
    commit.message = info.message;
    commit.author = toUser(info.author);
    commit.committer = toUser(info.committer);
    commit.additionalData = QString::fromUtf8(info.extraHeaders);
    return commit;
}

api::ApprovalRule toRule(const store::RuleRow &row)
{
    api::ApprovalRule rule{row.id,         row.name,      row.content,    row.sha256,
                           {row.modified}, {row.created}, row.modifiedBy, std::nullopt};
    if (row.templateId)
        rule.originApprovalRuleTemplate =
            api::OriginApprovalRuleTemplate{*row.templateId, row.templateName.value_or(QString())};
    return rule;
}

api::ApprovalRuleTemplate toTemplate(const store::TemplateRow &row)
{
    return {row.id,     row.name,       row.description, row.content,
            row.sha256, {row.modified}, {row.created},   row.modifiedBy};
}

api::PullRequest toPullRequest(const store::PullRequestRow &row, const QString &repositoryName,
                               const store::RevisionRow &current, const QList<store::RuleRow> &rules)
{
    api::PullRequestTarget target;
    target.repositoryName = repositoryName;
    target.sourceReference = row.sourceRef;
    target.destinationReference = row.destinationRef;
    target.destinationCommit = current.destinationCommit;
    target.sourceCommit = current.sourceCommit;
    if (!current.mergeBase.isEmpty())
        target.mergeBase = current.mergeBase;
    target.mergeMetadata = {row.merged, row.mergedBy, row.mergeCommit, row.mergeOption};

    api::PullRequest pullRequest;
    pullRequest.pullRequestId = QString::number(row.id);
    pullRequest.title = row.title;
    pullRequest.description = row.description;
    pullRequest.lastActivityDate = {row.activity};
    pullRequest.creationDate = {row.created};
    pullRequest.pullRequestStatus = row.status;
    pullRequest.authorArn = row.author;
    pullRequest.pullRequestTargets = {target};
    pullRequest.clientRequestToken = row.clientToken;
    pullRequest.revisionId = current.revisionId;
    for (const store::RuleRow &rule : rules)
        pullRequest.approvalRules.append(toRule(rule));
    return pullRequest;
}

api::Revision toRevision(const store::RevisionRow &row)
{
    api::Revision revision;
    revision.revisionId = row.revisionId;
    revision.number = int(row.number);
    revision.sourceCommit = row.sourceCommit;
    revision.destinationCommit = row.destinationCommit;
    if (!row.mergeBase.isEmpty())
        revision.mergeBase = row.mergeBase;
    revision.date = {row.date};
    revision.authorArn = row.author;
    return revision;
}

api::Comment toComment(const store::CommentRow &row)
{
    api::Comment comment;
    comment.commentId = row.id;
    if (!row.deleted)
        comment.content = row.content;
    comment.inReplyTo = row.inReplyTo;
    comment.creationDate = {row.created};
    comment.lastModifiedDate = {row.modified};
    comment.authorArn = row.author;
    comment.deleted = row.deleted;
    comment.clientRequestToken = row.clientToken;
    return comment;
}

std::optional<api::Location> toLocation(const store::CommentRow &row)
{
    if (!row.filePath)
        return std::nullopt;
    return api::Location{*row.filePath, row.filePosition, row.fileVersion};
}

api::Review toReview(const store::ReviewRow &row)
{
    return {row.id, row.revisionId, int(row.revision), row.verdict, row.content, row.author, {row.date}};
}

api::Thread toThread(const QList<store::CommentRow> &comments, const store::ThreadRow &state)
{
    api::Thread thread;
    thread.threadId = state.id;
    thread.resolved = state.resolved;
    thread.resolvedBy = state.resolvedBy;
    if (state.resolvedDate)
        thread.resolvedDate = api::Timestamp{*state.resolvedDate};
    if (comments.isEmpty())
        return thread;
    const store::CommentRow &root = comments.first();
    thread.pullRequestId = QString::number(root.pullRequestId.value_or(0));
    thread.location = toLocation(root);
    thread.beforeCommitId = root.beforeCommit;
    if (!root.afterCommit.isEmpty())
        thread.afterCommitId = root.afterCommit;
    thread.beforeBlobId = root.beforeBlob;
    thread.afterBlobId = root.afterBlob;
    thread.revisionNumber = int(root.revision);
    for (const store::CommentRow &comment : comments)
        thread.comments.append(toComment(comment));
    return thread;
}

} // namespace countersign::service
