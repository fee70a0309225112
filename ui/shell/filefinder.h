// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/base/result.h"

#include <QObject>

namespace countersign::shell {

class HubModel;

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
    /// Paths as text for the screen beside the bytes they stand for (percent-encoded where not UTF-8).
    void found(const QStringList &paths);

private:
    Lane m_lane;
    Latest<Result<QStringList>> m_latest;
    QString m_key;
    QStringList m_paths;
};

} // namespace countersign::shell
