// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/queueview.h"

#include <QKeyEvent>

namespace countersign::reviewui {

QueueView::QueueView(QueueModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(model);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const auto entry = m_model->entryAt(index.row()))
            Q_EMIT opened(*entry);
        else
            m_model->toggleFolded(index.row());
    });
}

std::optional<QueueEntry> QueueView::current() const { return m_model->entryAt(currentIndex().row()); }

void QueueView::selectKey(const QString &key)
{
    const int row = m_model->rowOf(key);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
}

void QueueView::selectSomething()
{
    if (current())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->entryAt(row)) {
            setCurrentIndex(m_model->index(row));
            return;
        }
    }
}

void QueueView::move(int step)
{
    for (int row = currentIndex().row() + step; row >= 0 && row < m_model->rowCount(); row += step) {
        if (m_model->entryAt(row)) {
            setCurrentIndex(m_model->index(row));
            return;
        }
    }
}

void QueueView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    QListView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && index.isValid() && !m_model->entryAt(index.row()))
        m_model->toggleFolded(index.row());
}

void QueueView::keyPressEvent(QKeyEvent *event)
{
    if (m_singleKeys && event->modifiers() == Qt::NoModifier) {
        const auto entry = current();
        switch (event->key()) {
        case Qt::Key_J:
            return move(1);
        case Qt::Key_K:
            return move(-1);
        case Qt::Key_E:
            if (entry)
                Q_EMIT doneAsked(*entry);
            return;
        case Qt::Key_S:
            if (entry)
                Q_EMIT snoozeAsked(*entry);
            return;
        case Qt::Key_M:
            if (entry)
                Q_EMIT muteAsked(*entry);
            return;
        case Qt::Key_Slash:
            Q_EMIT filterAsked();
            return;
        default:
            break;
        }
    }
    QListView::keyPressEvent(event);
}

} // namespace countersign::reviewui
