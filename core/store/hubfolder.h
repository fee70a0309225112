// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace countersign::store {

/// The folder of a hub, owned by one process at a time:
///     hub.db   lock   repos/ab/cd/<id>.git   incoming/<id>.git   trash/<id>.git
/// A repository's name never reaches the file system. Moves are made durable before they return. Any thread;
/// owned by the hub, which orders the moves of one repository.
class HubFolder
{
public:
    /// Makes the folder if it is missing and takes its lock; Conflict when another process has the hub open.
    static Result<std::unique_ptr<HubFolder>> open(const QString &path);
    /// Gives the lock up.
    ~HubFolder();
    HubFolder(const HubFolder &) = delete;
    HubFolder &operator=(const HubFolder &) = delete;

    QString path() const { return m_path; }
    QString databaseFile() const { return m_path + QStringLiteral("/hub.db"); }
    /// `id` is a UUID without braces, as are all ids here.
    QString repository(const QString &id) const;
    QString incoming(const QString &id) const;
    QString trash(const QString &id) const;

    /// incoming/ to its place; everything in it is on the disk afterwards.
    Result<void> adopt(const QString &id);
    /// Its place to trash/, and back.
    Result<void> discard(const QString &id);
    Result<void> restore(const QString &id);
    /// Removes what incoming/ or trash/ holds for the id.
    Result<void> removeIncoming(const QString &id);
    Result<void> purge(const QString &id);

    /// Ids found in the three places, for reconciliation at the start.
    QStringList incomingIds() const;
    QStringList trashIds() const;
    QStringList repositoryIds() const;

private:
    HubFolder(QString path, int lock);

    QString m_path;
    int m_lock;
};

/// Forces everything written below a folder, its names included, to the disk.
Result<void> syncFolder(const QString &path);

} // namespace countersign::store
