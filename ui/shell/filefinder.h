// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/base/result.h"

#include <QObject>

namespace countersign::shell {

class HubModel;

/// A file of the tree: for the screen, and as addresses name it.
struct FoundFile
{
    QString name;
    QString folder;
    QString address;
};

/// The files of the repository on screen, for the palette: read in a lane, kept until the repository
/// changes. Owned by the main window; screen's thread.
class FileFinder : public QObject
{
    Q_OBJECT
public:
    explicit FileFinder(QObject *parent = nullptr);

    /// Emits found() at once or later; a newer call replaces one before.
    void find(HubModel *hub, const QString &repository, const QString &ref);
    void forget() { m_key.clear(); }

Q_SIGNALS:
    void found(const QList<countersign::shell::FoundFile> &files);

private:
    Lane m_lane;
    Latest<Result<QList<FoundFile>>> m_latest;
    QString m_key;
    QList<FoundFile> m_files;
};

} // namespace countersign::shell
