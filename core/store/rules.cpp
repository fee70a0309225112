// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/rules.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store::rules {

namespace {

const QString columns = u"id, pull_request_id, name, content, sha256, template_id, template_name, created,"
                        " modified, modified_by"_s;

RuleRow read(const Row &row)
{
    return {row.text(0),         row.number(1),       row.text(2),   row.text(3),   row.text(4),
            row.optionalText(5), row.optionalText(6), row.number(7), row.number(8), row.text(9)};
}

} // namespace

Result<void> insert(Connection &tx, const RuleRow &r)
{
    const auto position = tx.next(u"rules"_s);
    if (!position)
        return std::unexpected(position.error());
    return done(tx.run(u"INSERT INTO rules (id, pull_request_id, name, content, sha256, template_id,"
                       " template_name, created, modified, modified_by, position)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {r.id, r.pullRequestId, r.name, r.content, r.sha256, value(r.templateId),
                        value(r.templateName), r.created, r.modified, r.modifiedBy, *position}));
}

Result<std::optional<RuleRow>> byName(Connection &tx, qint64 pullRequestId, const QString &name)
{
    return tx.first(u"SELECT "_s + columns + u" FROM rules WHERE pull_request_id = ? AND name = ?"_s,
                    {pullRequestId, name}, read);
}

Result<QList<RuleRow>> all(Connection &tx, qint64 pullRequestId)
{
    return tx.all(u"SELECT "_s + columns + u" FROM rules WHERE pull_request_id = ? ORDER BY position"_s,
                  {pullRequestId}, read);
}

Result<QHash<qint64, QList<RuleRow>>> ofPullRequests(Connection &tx, const QList<qint64> &pullRequestIds)
{
    QHash<qint64, QList<RuleRow>> found;
    if (pullRequestIds.isEmpty())
        return found;
    const QVariantList values(pullRequestIds.begin(), pullRequestIds.end());
    auto done = tx.each(u"SELECT "_s + columns + u" FROM rules WHERE pull_request_id IN ("_s +
                            placeholders(values.size()) + u") ORDER BY position"_s,
                        values, [&](const Row &row) { found[row.number(1)].append(read(row)); });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

Result<void> setContent(Connection &tx, const QString &id, const QString &content, const QString &sha256,
                        const QString &by, qint64 now)
{
    return done(
        tx.run(u"UPDATE rules SET content = ?, sha256 = ?, modified = ?, modified_by = ? WHERE id = ?"_s,
               {content, sha256, now, by, id}));
}

Result<void> remove(Connection &tx, const QString &id)
{
    return done(tx.run(u"DELETE FROM rules WHERE id = ?"_s, {id}));
}

} // namespace countersign::store::rules
