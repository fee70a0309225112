// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/pullrequests.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store::pullrequests {

namespace {

const QString select =
    u"SELECT p.id, p.repository_id, p.title, p.description, p.status, p.author, p.source_ref,"
    " p.destination_ref, p.revision, p.client_token, p.created, p.activity, p.merged, p.merged_by,"
    " p.merge_commit, p.merge_option FROM pull_requests p"
    " JOIN repositories r ON r.id = p.repository_id AND r.deleted IS NULL"_s;

PullRequestRow read(const Row &row)
{
    return {row.number(0), row.text(1),          row.text(2),          row.optionalText(3),
            row.text(4),   row.text(5),          row.text(6),          row.text(7),
            row.number(8), row.optionalText(9),  row.number(10),       row.number(11),
            row.flag(12),  row.optionalText(13), row.optionalText(14), row.optionalText(15)};
}

} // namespace

Result<qint64> insert(Connection &tx, const PullRequestRow &p)
{
    const auto id = tx.next(u"pull_requests"_s);
    if (!id)
        return id;
    if (auto run =
            tx.run(u"INSERT INTO pull_requests (id, repository_id, title, description, status, author,"
                   " source_ref, destination_ref, revision, client_token, created, activity, merged)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"_s,
                   {*id, p.repositoryId, p.title, value(p.description), p.status, p.author, p.sourceRef,
                    p.destinationRef, p.revision, value(p.clientToken), p.created, p.activity});
        !run)
        return std::unexpected(run.error());
    return id;
}

Result<std::optional<PullRequestRow>> byId(Connection &tx, qint64 id)
{
    return tx.first(select + u" WHERE p.id = ?"_s, {id}, read);
}

Result<QList<PullRequestRow>> list(Connection &tx, const Filter &filter)
{
    QString sql = select + u" WHERE 1 = 1"_s;
    QVariantList values;
    if (filter.repositoryId) {
        sql += u" AND p.repository_id = ?"_s;
        values << *filter.repositoryId;
    }
    if (filter.status) {
        if (*filter.status == u"MERGED"_s) {
            sql += u" AND p.merged = 1"_s;
        } else {
            sql += u" AND p.status = ?"_s;
            values << *filter.status;
            if (filter.closedMeansUnmerged)
                sql += u" AND p.merged = 0"_s;
        }
    }
    if (filter.author) {
        sql += u" AND p.author = ?"_s;
        values << *filter.author;
    }
    if (filter.after) {
        sql += u" AND (p.activity < ? OR (p.activity = ? AND p.id < ?))"_s;
        values << filter.after->first << filter.after->first << filter.after->second;
    }
    values << filter.limit;
    return tx.all(sql + u" ORDER BY p.activity DESC, p.id DESC LIMIT ?"_s, values, read);
}

Result<QList<PullRequestRow>> openWithRef(Connection &tx, const QString &repositoryId, const QString &ref)
{
    return tx.all(select + u" WHERE p.repository_id = ? AND p.status = 'OPEN'"
                           " AND (p.source_ref = ? OR p.destination_ref = ?) ORDER BY p.id"_s,
                  {repositoryId, ref, ref}, read);
}

Result<QList<PullRequestRow>> openBetween(Connection &tx, const QString &repositoryId,
                                          const QString &sourceRef, const QString &destinationRef)
{
    return tx.all(select + u" WHERE p.repository_id = ? AND p.status = 'OPEN'"
                           " AND p.source_ref = ? AND p.destination_ref = ? ORDER BY p.id"_s,
                  {repositoryId, sourceRef, destinationRef}, read);
}

Result<qint64> openCount(Connection &tx, const QString &repositoryId)
{
    return tx.number(u"SELECT count(*) FROM pull_requests WHERE repository_id = ? AND status = 'OPEN'"_s,
                     {repositoryId});
}

Result<bool> isAuthor(Connection &tx, const QString &arn)
{
    return tx.number(u"SELECT count(*) FROM pull_requests WHERE author = ?"_s, {arn})
        .transform([](qint64 found) { return found > 0; });
}

Result<void> setTitle(Connection &tx, qint64 id, const QString &title, qint64 now)
{
    return done(tx.run(u"UPDATE pull_requests SET title = ?, activity = ? WHERE id = ?"_s, {title, now, id}));
}

Result<void> setDescription(Connection &tx, qint64 id, const QString &description, qint64 now)
{
    return done(tx.run(u"UPDATE pull_requests SET description = ?, activity = ? WHERE id = ?"_s,
                       {description, now, id}));
}

Result<void> setRevision(Connection &tx, qint64 id, qint64 number, qint64 now)
{
    return done(
        tx.run(u"UPDATE pull_requests SET revision = ?, activity = ? WHERE id = ?"_s, {number, now, id}));
}

Result<void> touch(Connection &tx, qint64 id, qint64 now)
{
    return done(tx.run(u"UPDATE pull_requests SET activity = ? WHERE id = ?"_s, {now, id}));
}

Result<void> close(Connection &tx, qint64 id, qint64 now)
{
    return done(
        tx.run(u"UPDATE pull_requests SET status = 'CLOSED', activity = ? WHERE id = ?"_s, {now, id}));
}

Result<void> closeMerged(Connection &tx, qint64 id, const QString &by, const QString &commit,
                         const QString &option, qint64 now)
{
    return done(tx.run(u"UPDATE pull_requests SET status = 'CLOSED', merged = 1, merged_by = ?,"
                       " merge_commit = ?, merge_option = ?, activity = ? WHERE id = ?"_s,
                       {by, commit, option, now, id}));
}

} // namespace countersign::store::pullrequests
