// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/base/result.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace countersign::accounts {

/// Writes small files of one folder soon after they change: at most two seconds later, off the screen's
/// thread, each whole or not at all. The newest content of a file wins. Owned by what it writes for.
class FileKeeper : public QObject
{
    Q_OBJECT
public:
    explicit FileKeeper(const QString &folder, QObject *parent = nullptr);
    ~FileKeeper() override;

    /// Every file of the folder with the ending .json, by name without it; empty when there is no folder.
    QHash<QString, QByteArray> readAll() const;
    void write(const QString &name, const QByteArray &content);
    void remove(const QString &name);
    /// Writes what waits, now, in the calling thread.
    Result<void> flush();

Q_SIGNALS:
    void failed(const QString &message);

private:
    /// Null content: the file is to go.
    using Changes = QHash<QString, QByteArray>;
    static Result<void> apply(const QString &folder, const Changes &changes);
    void start();

    QString m_folder;
    Changes m_waiting;
    QTimer m_timer;
    Lane m_lane;
};

} // namespace countersign::accounts
