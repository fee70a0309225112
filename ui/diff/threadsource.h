// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/diff/changesource.h"

#include <QList>
#include <QObject>
#include <QWidget>

namespace countersign::diffview {

/// Where a thread stands in a comparison.
struct ThreadPlace
{
    /// The owner's own id for it; also for one that is being written.
    QString id;
    Side side = Side::After;
    /// Line from 0 in that side's text; -1 for the whole file.
    int line = -1;
    /// Open ones are counted in badges and reached by ] and [.
    bool open = true;
    /// Written and not yet submitted, or being written.
    bool pending = false;
    bool operator==(const ThreadPlace &) const = default;
};

/// Threads for the diff view: its user says where they stand and makes their widgets; the view places them
/// between the lines and makes a widget only when it comes near the viewport. Owned by its user, screen's
/// thread, outlives the view.
class ThreadSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QList<ThreadPlace> threads(const QByteArray &path) const = 0;
    /// The thread as a widget, at most 760 px wide; its heightForWidth() or sizeHint() gives the height. The
    /// view owns it, resizes it, and asks again after a LayoutRequest of the widget.
    virtual QWidget *createThread(const QString &id, QWidget *parent) = 0;

Q_SIGNALS:
    /// The threads of a file changed; widgets of ids that are still there are kept.
    void threadsChanged(const QByteArray &path);
};

} // namespace countersign::diffview
