// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QMap>

/// Repositories: a name is a row, the folder an id. Deleted ones keep their row until they are purged.
namespace countersign::store {

struct RepositoryRow
{
    QString id;
    QString name;
    std::optional<QString> description;
    /// Short name; absent until the first branch exists.
    std::optional<QString> defaultBranch;
    QString kmsKey;
    qint64 created = 0;
    qint64 modified = 0;
    std::optional<qint64> deleted;
    std::optional<QString> deletedBy;
};

namespace repositories {

Result<void> insert(Connection &, const RepositoryRow &);
/// By name, among those not deleted.
Result<std::optional<RepositoryRow>> byName(Connection &, const QString &name);
/// By id, deleted or not.
Result<std::optional<RepositoryRow>> byId(Connection &, const QString &id);
Result<qint64> count(Connection &);
enum class Order { Name, NameDescending, Modified, ModifiedDescending };
Result<QList<RepositoryRow>> page(Connection &, Order order, qint64 offset, qint64 limit);
Result<QList<RepositoryRow>> deleted(Connection &);
Result<void> setDescription(Connection &, const QString &id, const std::optional<QString> &text, qint64 now);
Result<void> setName(Connection &, const QString &id, const QString &name, qint64 now);
Result<void> setDefaultBranch(Connection &, const QString &id, const std::optional<QString> &branch,
                              qint64 now);
Result<void> touch(Connection &, const QString &id, qint64 now);
Result<void> markDeleted(Connection &, const QString &id, const QString &by, qint64 now);
Result<void> markRestored(Connection &, const QString &id, const QString &name, qint64 now);
/// Removes the row and, by foreign keys, everything that hangs on it.
Result<void> remove(Connection &, const QString &id);

Result<QMap<QString, QString>> tags(Connection &, const QString &id);
Result<void> setTag(Connection &, const QString &id, const QString &key, const QString &value);
Result<void> removeTag(Connection &, const QString &id, const QString &key);

} // namespace repositories
} // namespace countersign::store
