// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/revisions.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store::revisions {

namespace {

const QString columns = u"v.pull_request_id, v.number, v.revision_id, v.source_commit, v.destination_commit,"
                        " v.merge_base, v.commit_count, v.author, v.date"_s;

RevisionRow read(const Row &row)
{
    return {row.number(0), row.number(1), row.text(2), row.text(3),  row.text(4),
            row.text(5),   row.number(6), row.text(7), row.number(8)};
}

} // namespace

Result<void> insert(Connection &tx, const RevisionRow &r)
{
    return done(tx.run(u"INSERT INTO revisions (pull_request_id, number, revision_id, source_commit,"
                       " destination_commit, merge_base, commit_count, author, date)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {r.pullRequestId, r.number, r.revisionId, r.sourceCommit, r.destinationCommit,
                        r.mergeBase, r.commitCount, r.author, r.date}));
}

Result<std::optional<RevisionRow>> byNumber(Connection &tx, qint64 pullRequestId, qint64 number)
{
    return tx.first(u"SELECT "_s + columns +
                        u" FROM revisions v WHERE v.pull_request_id = ? AND v.number = ?"_s,
                    {pullRequestId, number}, read);
}

Result<std::optional<RevisionRow>> byRevisionId(Connection &tx, qint64 pullRequestId,
                                                const QString &revisionId)
{
    return tx.first(u"SELECT "_s + columns +
                        u" FROM revisions v WHERE v.pull_request_id = ? AND v.revision_id = ?"_s,
                    {pullRequestId, revisionId}, read);
}

Result<QList<RevisionRow>> all(Connection &tx, qint64 pullRequestId)
{
    return tx.all(u"SELECT "_s + columns +
                      u" FROM revisions v WHERE v.pull_request_id = ? ORDER BY v.number"_s,
                  {pullRequestId}, read);
}

Result<QHash<qint64, RevisionRow>> current(Connection &tx, const QList<qint64> &pullRequestIds)
{
    QHash<qint64, RevisionRow> found;
    if (pullRequestIds.isEmpty())
        return found;
    QVariantList values(pullRequestIds.begin(), pullRequestIds.end());
    auto read_ = tx.each(u"SELECT "_s + columns +
                             u" FROM revisions v JOIN pull_requests p ON p.id = v.pull_request_id"
                             " AND p.revision = v.number WHERE p.id IN ("_s +
                             placeholders(values.size()) + u")"_s,
                         values, [&](const Row &row) { found.insert(row.number(0), read(row)); });
    if (!read_)
        return std::unexpected(read_.error());
    return found;
}

Result<qint64> numberOf(Connection &tx, qint64 pullRequestId, const QString &sourceCommit)
{
    return tx.number(u"SELECT coalesce(max(number), 0) FROM revisions WHERE pull_request_id = ?"
                     " AND source_commit = ?"_s,
                     {pullRequestId, sourceCommit});
}

} // namespace countersign::store::revisions
