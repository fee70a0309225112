// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

/// Approval rule templates and the repositories that they are associated with.
namespace countersign::store {

struct TemplateRow
{
    QString id;
    QString name;
    std::optional<QString> description;
    QString content;
    QString sha256;
    qint64 created = 0;
    qint64 modified = 0;
    QString modifiedBy;
};

namespace templates {

/// AlreadyExists when the name is taken.
Result<void> insert(Connection &, const TemplateRow &);
Result<std::optional<TemplateRow>> byName(Connection &, const QString &name);
Result<qint64> count(Connection &);
/// By name, those after `after`.
Result<QStringList> names(Connection &, const QString &after, qint64 limit);
/// Writes name, description, content and who changed them.
Result<void> update(Connection &, const TemplateRow &);
Result<void> remove(Connection &, const QString &id);

Result<void> associate(Connection &, const QString &id, const QString &repositoryId);
Result<void> disassociate(Connection &, const QString &id, const QString &repositoryId);
Result<bool> isAssociated(Connection &, const QString &id, const QString &repositoryId);
Result<qint64> associations(Connection &, const QString &id);
/// By name.
Result<QList<TemplateRow>> ofRepository(Connection &, const QString &repositoryId);
/// Names of repositories that are not deleted, those after `after`.
Result<QStringList> repositoryNames(Connection &, const QString &id, const QString &after, qint64 limit);

} // namespace templates
} // namespace countersign::store
