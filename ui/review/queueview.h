// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/queuemodel.h"

#include <QListView>

namespace countersign::reviewui {

class QueueDelegate;

/// A queue with its keys: J and K move, Enter opens, E, S and M sort out. Owned by its page.
class QueueView : public QListView
{
    Q_OBJECT
public:
    explicit QueueView(QueueModel *model, QWidget *parent = nullptr);
    /// Off where the user has switched single keys off.
    void setSingleKeys(bool on) { m_singleKeys = on; }
    std::optional<QueueEntry> current() const;
    void selectKey(const QString &key);
    /// Selects the first entry when none is.
    void selectSomething();

Q_SIGNALS:
    void opened(const countersign::reviewui::QueueEntry &entry);
    void doneAsked(const countersign::reviewui::QueueEntry &entry);
    void snoozeAsked(const countersign::reviewui::QueueEntry &entry);
    void muteAsked(const countersign::reviewui::QueueEntry &entry);
    void filterAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void move(int step);

    QueueModel *m_model;
    bool m_singleKeys = true;
};

} // namespace countersign::reviewui
