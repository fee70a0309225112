// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/reviews.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store {

namespace {

const QString columns = u"id, seq, pull_request_id, revision_id, revision, author, verdict, content, date"_s;

ReviewRow read(const Row &row)
{
    return {row.text(0), row.number(1), row.number(2),       row.text(3),  row.number(4),
            row.text(5), row.text(6),   row.optionalText(7), row.number(8)};
}

} // namespace

namespace reviews {

Result<void> insert(Connection &tx, const ReviewRow &r)
{
    const auto seq = tx.next(u"reviews"_s);
    if (!seq)
        return std::unexpected(seq.error());
    return done(tx.run(u"INSERT INTO reviews ("_s + columns + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {r.id, *seq, r.pullRequestId, r.revisionId, r.revision, r.author, r.verdict,
                        value(r.content), r.date}));
}

Result<QList<ReviewRow>> all(Connection &tx, qint64 pullRequestId)
{
    return tx.all(u"SELECT "_s + columns + u" FROM reviews WHERE pull_request_id = ? ORDER BY seq"_s,
                  {pullRequestId}, read);
}

Result<QHash<qint64, QList<ReviewRow>>> ofPullRequests(Connection &tx, const QList<qint64> &pullRequestIds)
{
    QHash<qint64, QList<ReviewRow>> found;
    if (pullRequestIds.isEmpty())
        return found;
    const QVariantList values(pullRequestIds.begin(), pullRequestIds.end());
    auto done = tx.each(u"SELECT "_s + columns + u" FROM reviews WHERE pull_request_id IN ("_s +
                            placeholders(values.size()) + u") ORDER BY seq"_s,
                        values, [&](const Row &row) { found[row.number(2)].append(read(row)); });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

} // namespace reviews

namespace reviewers {

Result<void> add(Connection &tx, qint64 pullRequestId, const QString &userArn, const QString &by, qint64 now)
{
    return done(tx.run(u"INSERT INTO reviewers (pull_request_id, user_arn, requested_by, date)"
                       " VALUES (?, ?, ?, ?) ON CONFLICT (pull_request_id, user_arn) DO NOTHING"_s,
                       {pullRequestId, userArn, by, now}));
}

Result<void> remove(Connection &tx, qint64 pullRequestId, const QString &userArn)
{
    return done(tx.run(u"DELETE FROM reviewers WHERE pull_request_id = ? AND user_arn = ?"_s,
                       {pullRequestId, userArn}));
}

Result<QHash<qint64, QStringList>> ofPullRequests(Connection &tx, const QList<qint64> &pullRequestIds)
{
    QHash<qint64, QStringList> found;
    if (pullRequestIds.isEmpty())
        return found;
    const QVariantList values(pullRequestIds.begin(), pullRequestIds.end());
    auto done = tx.each(u"SELECT pull_request_id, user_arn FROM reviewers WHERE pull_request_id IN ("_s +
                            placeholders(values.size()) + u") ORDER BY date, user_arn"_s,
                        values, [&](const Row &row) { found[row.number(0)].append(row.text(1)); });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

} // namespace reviewers
} // namespace countersign::store
