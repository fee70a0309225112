// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/approvals.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store {

namespace {

ApprovalRow read(const Row &row) { return {row.number(0), row.text(1), row.text(2), row.number(3)}; }

QString ofCurrent(const QString &table, qsizetype count)
{
    return u"SELECT a.pull_request_id, a.revision_id, a.user_arn, a.date FROM "_s + table +
           u" a JOIN pull_requests p ON p.id = a.pull_request_id"
           " JOIN revisions v ON v.pull_request_id = p.id AND v.number = p.revision"
           " AND v.revision_id = a.revision_id WHERE p.id IN ("_s +
           placeholders(count) + u") ORDER BY a.date, a.user_arn"_s;
}

} // namespace

namespace approvals {

Result<bool> approve(Connection &tx, const ApprovalRow &r)
{
    return tx
        .run(u"INSERT INTO approvals (pull_request_id, revision_id, user_arn, date) VALUES (?, ?, ?, ?)"
             " ON CONFLICT (pull_request_id, revision_id, user_arn) DO NOTHING"_s,
             {r.pullRequestId, r.revisionId, r.userArn, r.date})
        .transform([](int changed) { return changed > 0; });
}

Result<bool> revoke(Connection &tx, qint64 pullRequestId, const QString &revisionId, const QString &userArn)
{
    return tx
        .run(u"DELETE FROM approvals WHERE pull_request_id = ? AND revision_id = ? AND user_arn = ?"_s,
             {pullRequestId, revisionId, userArn})
        .transform([](int changed) { return changed > 0; });
}

Result<QList<ApprovalRow>> ofRevision(Connection &tx, qint64 pullRequestId, const QString &revisionId)
{
    return tx.all(u"SELECT pull_request_id, revision_id, user_arn, date FROM approvals"
                  " WHERE pull_request_id = ? AND revision_id = ? ORDER BY date, user_arn"_s,
                  {pullRequestId, revisionId}, read);
}

Result<QHash<qint64, QList<ApprovalRow>>> current(Connection &tx, const QList<qint64> &pullRequestIds)
{
    QHash<qint64, QList<ApprovalRow>> found;
    if (pullRequestIds.isEmpty())
        return found;
    const QVariantList values(pullRequestIds.begin(), pullRequestIds.end());
    auto done = tx.each(ofCurrent(u"approvals"_s, values.size()), values,
                        [&](const Row &row) { found[row.number(0)].append(read(row)); });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

} // namespace approvals

namespace overrides {

Result<void> set(Connection &tx, const ApprovalRow &r)
{
    return done(
        tx.run(u"INSERT INTO overrides (pull_request_id, revision_id, user_arn, date) VALUES (?, ?, ?, ?)"_s,
               {r.pullRequestId, r.revisionId, r.userArn, r.date}));
}

Result<bool> revoke(Connection &tx, qint64 pullRequestId, const QString &revisionId)
{
    return tx
        .run(u"DELETE FROM overrides WHERE pull_request_id = ? AND revision_id = ?"_s,
             {pullRequestId, revisionId})
        .transform([](int changed) { return changed > 0; });
}

Result<std::optional<QString>> ofRevision(Connection &tx, qint64 pullRequestId, const QString &revisionId)
{
    return tx.first(u"SELECT user_arn FROM overrides WHERE pull_request_id = ? AND revision_id = ?"_s,
                    {pullRequestId, revisionId}, [](const Row &row) { return row.text(0); });
}

Result<QHash<qint64, QString>> current(Connection &tx, const QList<qint64> &pullRequestIds)
{
    QHash<qint64, QString> found;
    if (pullRequestIds.isEmpty())
        return found;
    const QVariantList values(pullRequestIds.begin(), pullRequestIds.end());
    auto done = tx.each(ofCurrent(u"overrides"_s, values.size()), values,
                        [&](const Row &row) { found.insert(row.number(0), row.text(2)); });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

} // namespace overrides
} // namespace countersign::store
