// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/templates.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store::templates {

namespace {

const QString columns =
    u"t.id, t.name, t.description, t.content, t.sha256, t.created, t.modified, t.modified_by"_s;

TemplateRow read(const Row &row)
{
    return {row.text(0), row.text(1),   row.optionalText(2), row.text(3),
            row.text(4), row.number(5), row.number(6),       row.text(7)};
}

QString name(const Row &row) { return row.text(0); }

} // namespace

Result<void> insert(Connection &tx, const TemplateRow &t)
{
    return done(tx.run(
        u"INSERT INTO templates (id, name, description, content, sha256, created, modified,"
        " modified_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {t.id, t.name, value(t.description), t.content, t.sha256, t.created, t.modified, t.modifiedBy}));
}

Result<std::optional<TemplateRow>> byName(Connection &tx, const QString &wanted)
{
    return tx.first(u"SELECT "_s + columns + u" FROM templates t WHERE t.name = ?"_s, {wanted}, read);
}

Result<qint64> count(Connection &tx) { return tx.number(u"SELECT count(*) FROM templates"_s); }

Result<QStringList> names(Connection &tx, const QString &after, qint64 limit)
{
    return tx.all(u"SELECT name FROM templates WHERE name > ? ORDER BY name LIMIT ?"_s, {after, limit}, name);
}

Result<void> update(Connection &tx, const TemplateRow &t)
{
    return done(tx.run(u"UPDATE templates SET name = ?, description = ?, content = ?, sha256 = ?,"
                       " modified = ?, modified_by = ? WHERE id = ?"_s,
                       {t.name, value(t.description), t.content, t.sha256, t.modified, t.modifiedBy, t.id}));
}

Result<void> remove(Connection &tx, const QString &id)
{
    return done(tx.run(u"DELETE FROM templates WHERE id = ?"_s, {id}));
}

Result<void> associate(Connection &tx, const QString &id, const QString &repositoryId)
{
    return done(tx.run(u"INSERT INTO template_repositories (template_id, repository_id) VALUES (?, ?)"
                       " ON CONFLICT (template_id, repository_id) DO NOTHING"_s,
                       {id, repositoryId}));
}

Result<void> disassociate(Connection &tx, const QString &id, const QString &repositoryId)
{
    return done(tx.run(u"DELETE FROM template_repositories WHERE template_id = ? AND repository_id = ?"_s,
                       {id, repositoryId}));
}

Result<bool> isAssociated(Connection &tx, const QString &id, const QString &repositoryId)
{
    return tx
        .number(u"SELECT count(*) FROM template_repositories WHERE template_id = ? AND repository_id = ?"_s,
                {id, repositoryId})
        .transform([](qint64 found) { return found > 0; });
}

Result<qint64> associations(Connection &tx, const QString &id)
{
    return tx.number(u"SELECT count(*) FROM template_repositories a"
                     " JOIN repositories r ON r.id = a.repository_id AND r.deleted IS NULL"
                     " WHERE a.template_id = ?"_s,
                     {id});
}

Result<QList<TemplateRow>> ofRepository(Connection &tx, const QString &repositoryId)
{
    return tx.all(u"SELECT "_s + columns +
                      u" FROM templates t JOIN template_repositories a ON a.template_id = t.id"
                      " WHERE a.repository_id = ? ORDER BY t.name"_s,
                  {repositoryId}, read);
}

Result<QStringList> repositoryNames(Connection &tx, const QString &id, const QString &after, qint64 limit)
{
    return tx.all(u"SELECT r.name FROM repositories r JOIN template_repositories a ON a.repository_id = r.id"
                  " WHERE a.template_id = ? AND r.deleted IS NULL AND r.name > ? ORDER BY r.name LIMIT ?"_s,
                  {id, after, limit}, name);
}

} // namespace countersign::store::templates
