// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/repositories.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store::repositories {

namespace {

const QString columns =
    u"id, name, description, default_branch, kms_key, created, modified, deleted, deleted_by"_s;

RepositoryRow read(const Row &row)
{
    return {row.text(0),   row.text(1),   row.optionalText(2),    row.optionalText(3), row.text(4),
            row.number(5), row.number(6), optionalNumber(row, 7), row.optionalText(8)};
}

} // namespace

Result<void> insert(Connection &tx, const RepositoryRow &r)
{
    return done(tx.run(
        u"INSERT INTO repositories (id, name, description, default_branch, kms_key, created,"
        " modified) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {r.id, r.name, value(r.description), value(r.defaultBranch), r.kmsKey, r.created, r.modified}));
}

Result<std::optional<RepositoryRow>> byName(Connection &tx, const QString &name)
{
    return tx.first(u"SELECT "_s + columns + u" FROM repositories WHERE name = ? AND deleted IS NULL"_s,
                    {name}, read);
}

Result<std::optional<RepositoryRow>> byId(Connection &tx, const QString &id)
{
    return tx.first(u"SELECT "_s + columns + u" FROM repositories WHERE id = ?"_s, {id}, read);
}

Result<qint64> count(Connection &tx)
{
    return tx.number(u"SELECT count(*) FROM repositories WHERE deleted IS NULL"_s);
}

Result<QList<RepositoryRow>> page(Connection &tx, Order order, qint64 offset, qint64 limit)
{
    QString by;
    switch (order) {
    case Order::Name:
        by = u"name"_s;
        break;
    case Order::NameDescending:
        by = u"name DESC"_s;
        break;
    case Order::Modified:
        by = u"modified, name"_s;
        break;
    case Order::ModifiedDescending:
        by = u"modified DESC, name"_s;
        break;
    }
    return tx.all(u"SELECT "_s + columns + u" FROM repositories WHERE deleted IS NULL ORDER BY "_s + by +
                      u" LIMIT ? OFFSET ?"_s,
                  {limit, offset}, read);
}

Result<QList<RepositoryRow>> deleted(Connection &tx)
{
    return tx.all(u"SELECT "_s + columns +
                      u" FROM repositories WHERE deleted IS NOT NULL ORDER BY deleted DESC"_s,
                  {}, read);
}

Result<void> setDescription(Connection &tx, const QString &id, const std::optional<QString> &text, qint64 now)
{
    return done(tx.run(u"UPDATE repositories SET description = ?, modified = ? WHERE id = ?"_s,
                       {value(text), now, id}));
}

Result<void> setName(Connection &tx, const QString &id, const QString &name, qint64 now)
{
    return done(tx.run(u"UPDATE repositories SET name = ?, modified = ? WHERE id = ?"_s, {name, now, id}));
}

Result<void> setDefaultBranch(Connection &tx, const QString &id, const std::optional<QString> &branch,
                              qint64 now)
{
    return done(tx.run(u"UPDATE repositories SET default_branch = ?, modified = ? WHERE id = ?"_s,
                       {value(branch), now, id}));
}

Result<void> touch(Connection &tx, const QString &id, qint64 now)
{
    return done(tx.run(u"UPDATE repositories SET modified = ? WHERE id = ?"_s, {now, id}));
}

Result<void> markDeleted(Connection &tx, const QString &id, const QString &by, qint64 now)
{
    return done(tx.run(u"UPDATE repositories SET deleted = ?, deleted_by = ? WHERE id = ?"_s, {now, by, id}));
}

Result<void> markRestored(Connection &tx, const QString &id, const QString &name, qint64 now)
{
    return done(tx.run(u"UPDATE repositories SET deleted = NULL, deleted_by = NULL, name = ?, modified = ?"
                       " WHERE id = ?"_s,
                       {name, now, id}));
}

Result<void> remove(Connection &tx, const QString &id)
{
    return done(tx.run(u"DELETE FROM repositories WHERE id = ?"_s, {id}));
}

Result<QMap<QString, QString>> tags(Connection &tx, const QString &id)
{
    QMap<QString, QString> map;
    auto read = tx.each(u"SELECT tag_key, tag_value FROM repository_tags WHERE repository_id = ?"_s, {id},
                        [&](const Row &row) { map.insert(row.text(0), row.text(1)); });
    if (!read)
        return std::unexpected(read.error());
    return map;
}

Result<void> setTag(Connection &tx, const QString &id, const QString &key, const QString &text)
{
    return done(tx.run(u"INSERT INTO repository_tags (repository_id, tag_key, tag_value) VALUES (?, ?, ?)"
                       " ON CONFLICT (repository_id, tag_key) DO UPDATE SET tag_value = excluded.tag_value"_s,
                       {id, key, text}));
}

Result<void> removeTag(Connection &tx, const QString &id, const QString &key)
{
    return done(tx.run(u"DELETE FROM repository_tags WHERE repository_id = ? AND tag_key = ?"_s, {id, key}));
}

} // namespace countersign::store::repositories
