// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/comments.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store::comments {

namespace {

const QString select =
    u"SELECT c.id, c.seq, c.repository_id, c.pull_request_id, c.thread_id, c.in_reply_to, c.before_commit,"
    " c.after_commit, c.before_blob, c.after_blob, c.file_path, c.file_position, c.file_version, c.revision,"
    " c.author, c.content, c.deleted, c.client_token, c.review_id, c.created, c.modified FROM comments c"
    " JOIN repositories r ON r.id = c.repository_id AND r.deleted IS NULL"_s;

CommentRow read(const Row &row)
{
    CommentRow c;
    c.id = row.text(0);
    c.seq = row.number(1);
    c.repositoryId = row.text(2);
    c.pullRequestId = optionalNumber(row, 3);
    c.threadId = row.text(4);
    c.inReplyTo = row.optionalText(5);
    c.beforeCommit = row.optionalText(6);
    c.afterCommit = row.text(7);
    c.beforeBlob = row.optionalText(8);
    c.afterBlob = row.optionalText(9);
    c.filePath = row.optionalText(10);
    c.filePosition = optionalNumber(row, 11);
    c.fileVersion = row.optionalText(12);
    c.revision = row.number(13);
    c.author = row.text(14);
    c.content = row.text(15);
    c.deleted = row.flag(16);
    c.clientToken = row.optionalText(17);
    c.reviewId = row.optionalText(18);
    c.created = row.number(19);
    c.modified = row.number(20);
    return c;
}

ThreadRow readThread(const Row &row)
{
    return {row.text(0), row.flag(1), row.optionalText(2), optionalNumber(row, 3)};
}

} // namespace

Result<void> insert(Connection &tx, const CommentRow &c)
{
    const auto seq = tx.next(u"comments"_s);
    if (!seq)
        return std::unexpected(seq.error());
    auto run =
        tx.run(u"INSERT INTO comments (id, seq, repository_id, pull_request_id, thread_id, in_reply_to,"
               " before_commit, after_commit, before_blob, after_blob, file_path, file_position,"
               " file_version, revision, author, content, deleted, client_token, review_id, created,"
               " modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)"_s,
               {c.id,
                *seq,
                c.repositoryId,
                value(c.pullRequestId),
                c.threadId,
                value(c.inReplyTo),
                value(c.beforeCommit),
                c.afterCommit,
                value(c.beforeBlob),
                value(c.afterBlob),
                value(c.filePath),
                value(c.filePosition),
                value(c.fileVersion),
                c.revision,
                c.author,
                c.content,
                value(c.clientToken),
                value(c.reviewId),
                c.created,
                c.modified});
    if (!run)
        return std::unexpected(run.error());
    if (!c.pullRequestId || c.inReplyTo)
        return {};
    return done(tx.run(u"INSERT INTO threads (id, pull_request_id, resolved) VALUES (?, ?, 0)"_s,
                       {c.id, *c.pullRequestId}));
}

Result<std::optional<CommentRow>> byId(Connection &tx, const QString &id)
{
    return tx.first(select + u" WHERE c.id = ?"_s, {id}, read);
}

Result<QList<CommentRow>> ofThread(Connection &tx, const QString &threadId)
{
    return tx.all(select + u" WHERE c.thread_id = ? ORDER BY c.seq"_s, {threadId}, read);
}

Result<QList<CommentRow>> ofPullRequest(Connection &tx, qint64 pullRequestId)
{
    return tx.all(select + u" WHERE c.pull_request_id = ? ORDER BY c.seq"_s, {pullRequestId}, read);
}

Result<QList<CommentRow>> ofCommits(Connection &tx, const QString &repositoryId,
                                    const std::optional<QString> &before, const QString &after)
{
    QString sql =
        select + u" WHERE c.repository_id = ? AND c.pull_request_id IS NULL AND c.after_commit = ?"_s;
    QVariantList values{repositoryId, after};
    if (before) {
        sql += u" AND c.before_commit = ?"_s;
        values << *before;
    }
    return tx.all(sql + u" ORDER BY c.seq"_s, values, read);
}

Result<void> setContent(Connection &tx, const QString &id, const QString &content, qint64 now)
{
    return done(tx.run(u"UPDATE comments SET content = ?, modified = ? WHERE id = ?"_s, {content, now, id}));
}

Result<void> markDeleted(Connection &tx, const QString &id, qint64 now)
{
    return done(
        tx.run(u"UPDATE comments SET content = '', deleted = 1, modified = ? WHERE id = ?"_s, {now, id}));
}

Result<QHash<qint64, Counts>> counts(Connection &tx, const QList<qint64> &pullRequestIds)
{
    QHash<qint64, Counts> found;
    if (pullRequestIds.isEmpty())
        return found;
    const QVariantList values(pullRequestIds.begin(), pullRequestIds.end());
    const QString in = u" IN ("_s + placeholders(values.size()) + u") GROUP BY "_s;
    auto all = tx.each(u"SELECT pull_request_id, count(*) FROM comments WHERE deleted = 0"
                       " AND pull_request_id"_s +
                           in + u"pull_request_id"_s,
                       values, [&](const Row &row) { found[row.number(0)].comments = row.number(1); });
    if (!all)
        return std::unexpected(all.error());
    // A general comment is no open question by itself; a place in a file is.
    auto open = tx.each(u"SELECT t.pull_request_id, count(*) FROM threads t JOIN comments c ON c.id = t.id"
                        " WHERE t.resolved = 0 AND c.file_path IS NOT NULL AND t.pull_request_id"_s +
                            in + u"t.pull_request_id"_s,
                        values, [&](const Row &row) { found[row.number(0)].openThreads = row.number(1); });
    if (!open)
        return std::unexpected(open.error());
    return found;
}

Result<QHash<QString, ThreadRow>> threads(Connection &tx, qint64 pullRequestId)
{
    QHash<QString, ThreadRow> found;
    auto read_ =
        tx.each(u"SELECT id, resolved, resolved_by, resolved_date FROM threads"
                " WHERE pull_request_id = ?"_s,
                {pullRequestId}, [&](const Row &row) { found.insert(row.text(0), readThread(row)); });
    if (!read_)
        return std::unexpected(read_.error());
    return found;
}

Result<std::optional<ThreadRow>> thread(Connection &tx, const QString &threadId)
{
    return tx.first(u"SELECT id, resolved, resolved_by, resolved_date FROM threads WHERE id = ?"_s,
                    {threadId}, readThread);
}

Result<void> setResolved(Connection &tx, const QString &threadId, bool resolved, const QString &by,
                         qint64 now)
{
    if (!resolved)
        return done(tx.run(u"UPDATE threads SET resolved = 0, resolved_by = NULL, resolved_date = NULL"
                           " WHERE id = ?"_s,
                           {threadId}));
    return done(tx.run(u"UPDATE threads SET resolved = 1, resolved_by = ?, resolved_date = ? WHERE id = ?"_s,
                       {by, now, threadId}));
}

} // namespace countersign::store::comments
