// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace countersign::accounts {

/// A folder of small JSON files, one for each id, for what one person keeps on this computer. Changes are
/// kept at once in memory and written within two seconds in a lane, each file whole or not at all, so that
/// neither a crash nor a slow disk is felt. A file that cannot be read is set aside, never deleted.
/// Screen's thread; a member of its owner.
class JsonFolder : public QObject
{
    Q_OBJECT
public:
    /// `folder`: made when first written, for the owner alone.
    explicit JsonFolder(const QString &folder, QObject *parent = nullptr);
    /// Writes what is left.
    ~JsonFolder() override;

    /// What lies in the folder. Blocking, for the start.
    QList<QJsonObject> load() const;
    void put(const QString &id, const QJsonObject &content);
    void remove(const QString &id);
    /// Writes all changes now and waits for it. What could not be written stays to be tried again.
    Result<void> flush();

Q_SIGNALS:
    void failed(const QString &message);

private:
    /// File name to new content, or to nothing for a removal.
    using Changes = QHash<QString, std::optional<QByteArray>>;
    /// Writes what it can and leaves the rest in `changes`.
    static Result<void> write(const QString &folder, Changes &changes);
    QString fileName(const QString &id) const;
    void schedule();
    Job<Result<void>> start();

    QString m_folder;
    Changes m_changes;
    /// What could not be written yet; only the lane touches it.
    std::shared_ptr<Changes> m_left = std::make_shared<Changes>();
    QTimer m_timer;
    Lane m_lane;
};

} // namespace countersign::accounts
