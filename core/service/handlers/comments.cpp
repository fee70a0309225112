// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/comments.h"

#include "core/service/commentplace.h"
#include "core/service/commentwriting.h"
#include "core/service/gitlookup.h"
#include "core/service/idempotent.h"
#include "core/service/loadedpullrequest.h"
#include "core/service/mapping.h"
#include "core/service/paging.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

QJsonObject detailOf(const store::CommentRow &row) { return {{u"commentId"_s, row.id}}; }

void announce(const Call &call, const store::CommentRow &row)
{
    const auto repository = store::repositories::byId(call.db(), row.repositoryId);
    if (!repository || !*repository)
        return;
    if (row.pullRequestId)
        call.pullRequestChanged(*row.pullRequestId, (*repository)->name);
    else
        call.repositoryChanged((*repository)->name);
}

/// Keys of a group on the wire: one for each pair of commits and place.
QString groupKey(const store::CommentRow &row)
{
    return QStringList{row.beforeCommit.value_or(QString()), row.afterCommit,
                       row.filePath.value_or(QString()), QString::number(row.filePosition.value_or(0)),
                       row.fileVersion.value_or(QString())}
        .join(u'\n');
}

void fill(CommentsForPullRequest &group, const store::CommentRow &row)
{
    group.pullRequestId = QString::number(row.pullRequestId.value_or(0));
    group.beforeCommitId = row.beforeCommit.value_or(QString());
}

void fill(CommentsForComparedCommit &group, const store::CommentRow &row)
{
    group.beforeCommitId = row.beforeCommit;
}

template <class Group>
QList<Group> grouped(const QList<store::CommentRow> &rows, const QString &repositoryName)
{
    QList<Group> groups;
    QHash<QString, qsizetype> known;
    for (const store::CommentRow &row : rows) {
        const QString key = groupKey(row);
        auto at = known.constFind(key);
        if (at == known.cend()) {
            Group group;
            fill(group, row);
            group.repositoryName = repositoryName;
            group.afterCommitId = row.afterCommit;
            group.beforeBlobId = row.beforeBlob;
            group.afterBlobId = row.afterBlob;
            group.location = toLocation(row);
            groups.append(group);
            at = known.insert(key, groups.size() - 1);
        }
        groups[*at].comments.append(toComment(row));
    }
    return groups;
}

/// Pages count comments; a group goes on the next page when it does not fit.
template <class Output, class Group>
Result<Output> answer(Call &call, QList<store::CommentRow> rows, QList<Group> Output::*member,
                      const QString &repositoryName, const auto &input)
{
    auto next = cutPage(call.row, rows, input.nextToken, pageSize(call.row, input.maxResults));
    if (!next)
        return std::unexpected(next.error());
    Output output;
    output.*member = grouped<Group>(rows, repositoryName);
    output.nextToken = *next;
    return output;
}

} // namespace

Result<PostCommentForPullRequest::Output> handle(Call &call, const PostCommentForPullRequest::Input &input)
{
    using Output = PostCommentForPullRequest::Output;
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto named = call.repository(input.repositoryName);
    if (!named)
        return std::unexpected(named.error());
    if (named->id != loaded->repository.id)
        return wireFailure("RepositoryNotAssociatedWithPullRequestException",
                           u"The pull request %1 is not of the repository %2."_s.arg(input.pullRequestId,
                                                                                     input.repositoryName));
    const RepositoryLock lock = call.lock(*named);
    auto kept = replay<PostCommentForPullRequest>(call, input, input.clientRequestToken);
    if (!kept)
        return std::unexpected(kept.error());
    if (*kept)
        return std::move(**kept);
    const auto place = call.open(*named).and_then([&](const git::Repository &repository) {
        return commentPlace(repository, input.beforeCommitId, input.afterCommitId, input.location);
    });
    if (!place)
        return std::unexpected(place.error());
    store::CommentRow row = newComment(call, input.content, input.clientRequestToken);
    row.repositoryId = named->id;
    row.pullRequestId = loaded->row.id;
    placeAt(row, *place);
    const auto revision = store::revisions::numberOf(call.db(), loaded->row.id, row.afterCommit);
    if (!revision)
        return std::unexpected(revision.error());
    row.revision = *revision ? *revision : loaded->row.revision;
    const Output output{named->name,    input.pullRequestId, input.beforeCommitId, input.afterCommitId,
                        row.beforeBlob, row.afterBlob,       place->location,      toComment(row)};
    auto done = call.write(named->id, detailOf(row), [&](store::Connection &tx) {
        return writeComment(call, tx, row).and_then([&] {
            return remember<PostCommentForPullRequest>(call, tx, input, input.clientRequestToken, output);
        });
    });
    if (!done)
        return std::unexpected(done.error());
    call.pullRequestChanged(loaded->row.id, named->name);
    return output;
}

Result<PostCommentForComparedCommit::Output> handle(Call &call,
                                                    const PostCommentForComparedCommit::Input &input)
{
    using Output = PostCommentForComparedCommit::Output;
    const auto repository = call.repository(input.repositoryName);
    if (!repository)
        return std::unexpected(repository.error());
    const RepositoryLock lock = call.lock(*repository);
    auto kept = replay<PostCommentForComparedCommit>(call, input, input.clientRequestToken);
    if (!kept)
        return std::unexpected(kept.error());
    if (*kept)
        return std::move(**kept);
    const auto git = call.open(*repository);
    if (!git)
        return std::unexpected(git.error());
    const auto place = commentPlace(*git, input.beforeCommitId, input.afterCommitId, input.location);
    if (!place)
        return std::unexpected(place.error());
    if (!input.beforeCommitId) {
        const auto commit = existingCommit(*git, input.afterCommitId).and_then([&](const git::Oid &id) {
            return git::commit(*git, id);
        });
        if (!commit)
            return std::unexpected(commit.error());
        if (!commit->parents.isEmpty())
            return wireFailure("CommitIdRequiredException",
                               u"A commit ID is required, but no commit ID was specified."_s);
    }
    store::CommentRow row = newComment(call, input.content, input.clientRequestToken);
    row.repositoryId = repository->id;
    placeAt(row, *place);
    const Output output{repository->name, row.beforeCommit, row.afterCommit, row.beforeBlob,
                        row.afterBlob,    place->location,  toComment(row)};
    auto done = call.write(repository->id, detailOf(row), [&](store::Connection &tx) {
        return writeComment(call, tx, row).and_then([&] {
            return remember<PostCommentForComparedCommit>(call, tx, input, input.clientRequestToken, output);
        });
    });
    if (!done)
        return std::unexpected(done.error());
    call.repositoryChanged(repository->name);
    return output;
}

Result<PostCommentReply::Output> handle(Call &call, const PostCommentReply::Input &input)
{
    const auto parent = commentById(call, input.inReplyTo);
    if (!parent)
        return std::unexpected(parent.error());
    const RepositoryLock lock = call.hub.locks.take(parent->repositoryId);
    auto kept = replay<PostCommentReply>(call, input, input.clientRequestToken);
    if (!kept)
        return std::unexpected(kept.error());
    if (*kept)
        return std::move(**kept);
    store::CommentRow row = newComment(call, input.content, input.clientRequestToken);
    placeBelow(row, *parent);
    const PostCommentReply::Output output{toComment(row)};
    auto done = call.write(row.repositoryId, detailOf(row), [&](store::Connection &tx) {
        return writeComment(call, tx, row).and_then([&] {
            return remember<PostCommentReply>(call, tx, input, input.clientRequestToken, output);
        });
    });
    if (!done)
        return std::unexpected(done.error());
    announce(call, row);
    return output;
}

Result<GetComment::Output> handle(Call &call, const GetComment::Input &input)
{
    const auto row = commentById(call, input.commentId);
    if (!row)
        return std::unexpected(row.error());
    if (row->deleted)
        return wireFailure("CommentDeletedException", u"The comment was deleted."_s);
    return GetComment::Output{toComment(*row)};
}

Result<GetCommentsForPullRequest::Output> handle(Call &call, const GetCommentsForPullRequest::Input &input)
{
    using Output = GetCommentsForPullRequest::Output;
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    const bool all = input.repositoryName && input.beforeCommitId && input.afterCommitId;
    const bool none = !input.repositoryName && !input.beforeCommitId && !input.afterCommitId;
    if (!all && !none)
        return input.repositoryName
                   ? wireFailure("CommitIdRequiredException",
                                 u"A commit ID is required, but no commit ID was specified."_s)
                   : wireFailure("RepositoryNameRequiredException", u"A repository name is required."_s);
    if (all) {
        const auto named = call.repository(*input.repositoryName);
        if (!named)
            return std::unexpected(named.error());
        if (named->id != loaded->repository.id)
            return wireFailure("RepositoryNotAssociatedWithPullRequestException",
                               u"The pull request %1 is not of the repository %2."_s.arg(
                                   input.pullRequestId, *input.repositoryName));
    }
    auto rows = store::comments::ofPullRequest(call.db(), loaded->row.id);
    if (!rows)
        return std::unexpected(rows.error());
    if (all)
        rows->removeIf([&](const store::CommentRow &row) {
            return row.beforeCommit != input.beforeCommitId || row.afterCommit != input.afterCommitId;
        });
    return answer<Output>(call, *rows, &Output::commentsForPullRequestData, loaded->repository.name, input);
}

Result<GetCommentsForComparedCommit::Output> handle(Call &call,
                                                    const GetCommentsForComparedCommit::Input &input)
{
    using Output = GetCommentsForComparedCommit::Output;
    const auto repository = call.repository(input.repositoryName);
    if (!repository)
        return std::unexpected(repository.error());
    const auto git = call.open(*repository);
    if (!git)
        return std::unexpected(git.error());
    if (input.beforeCommitId)
        if (auto before = existingCommit(*git, *input.beforeCommitId); !before)
            return std::unexpected(before.error());
    if (auto after = existingCommit(*git, input.afterCommitId); !after)
        return std::unexpected(after.error());
    auto rows =
        store::comments::ofCommits(call.db(), repository->id, input.beforeCommitId, input.afterCommitId);
    if (!rows)
        return std::unexpected(rows.error());
    return answer<Output>(call, *rows, &Output::commentsForComparedCommitData, repository->name, input);
}

namespace {

/// The comment under its repository's lock, not deleted, changed by `work`.
template <class Output>
Result<Output> change(Call &call, const QString &id, bool byAuthorOnly,
                      const std::function<Result<void>(store::Connection &, const store::CommentRow &)> &work)
{
    const auto found = commentById(call, id);
    if (!found)
        return std::unexpected(found.error());
    const RepositoryLock lock = call.hub.locks.take(found->repositoryId);
    const auto row = commentById(call, id);
    if (!row)
        return std::unexpected(row.error());
    if (row->deleted)
        return wireFailure("CommentDeletedException", u"The comment was deleted."_s);
    if (byAuthorOnly && row->author != call.caller.arn)
        return wireFailure("CommentNotCreatedByCallerException",
                           u"Only the author of a comment can change it."_s);
    auto done =
        call.write(row->repositoryId, detailOf(*row), [&](store::Connection &tx) { return work(tx, *row); });
    if (!done)
        return std::unexpected(done.error());
    announce(call, *row);
    return commentById(call, id).transform(
        [](const store::CommentRow &after) { return Output{toComment(after)}; });
}

} // namespace

Result<UpdateComment::Output> handle(Call &call, const UpdateComment::Input &input)
{
    return change<UpdateComment::Output>(
        call, input.commentId, true, [&](store::Connection &tx, const store::CommentRow &row) {
            return store::comments::setContent(tx, row.id, input.content, call.now);
        });
}

Result<DeleteCommentContent::Output> handle(Call &call, const DeleteCommentContent::Input &input)
{
    return change<DeleteCommentContent::Output>(call, input.commentId, false,
                                                [&](store::Connection &tx, const store::CommentRow &row) {
                                                    return store::comments::markDeleted(tx, row.id, call.now);
                                                });
}

} // namespace countersign::service
