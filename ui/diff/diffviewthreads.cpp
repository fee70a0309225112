// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/diffviewanchor.h"
#include "ui/diff/threadsource.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QTimer>

namespace countersign::diffview {

namespace {

constexpr int kThreadWidth = 760;
constexpr int kThreadInset = 12;
constexpr int kThreadMargin = 8;

} // namespace

int DiffView::threadWidgetCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_threadWidgets, [](const auto &widget) { return !widget.isNull(); }));
}

QWidget *DiffView::threadWidget(const QString &id)
{
    if (QWidget *widget = m_threadWidgets.value(id))
        return widget;
    QWidget *widget = m_threads ? m_threads->createThread(id, viewport()) : nullptr;
    if (!widget)
        return nullptr;
    widget->setParent(viewport());
    widget->setCursor(Qt::ArrowCursor);
    widget->installEventFilter(this);
    m_threadWidgets.insert(id, widget);
    return widget;
}

void DiffView::placeThreads()
{
    if (!m_threads || m_placing)
        return;
    m_placing = true;
    // Heights that turn out different move what stands below: again, until nothing moves.
    for (int i = 0; i < 4 && placeThreadsOnce(); ++i) {
    }
    m_placing = false;
}

/// True when a height changed.
bool DiffView::placeThreadsOnce()
{
    const int margin = viewport()->height();
    const qint64 scroll = verticalScrollBar()->value();
    const int left =
        m_split ? m_columns.numberWidth + m_columns.signWidth : m_columns.textLeft(Side::After, false);
    const int width = std::max(240, std::min(kThreadWidth, viewport()->width() - left - kThreadInset));
    bool resized = false;
    QSet<QString> placed;
    {
        Anchor anchor(*this);
        const qint64 to = scroll + viewport()->height() + margin;
        for (int i = std::max(0, fileAtY(scroll - margin));
             i < fileCount() && m_tops[static_cast<size_t>(i)] < to; ++i) {
            File &file = m_files[static_cast<size_t>(i)];
            bool measured = false;
            for (const int r : file.threadRows) {
                const ViewRow row = file.rows[static_cast<size_t>(r)];
                const qint64 y = m_tops[static_cast<size_t>(i)] + file.tops[static_cast<size_t>(r)];
                if (y > to || y + rowHeight(file, row, true) < scroll - margin)
                    continue;
                const QString id = file.threads[row.index].id;
                QWidget *widget = threadWidget(id);
                if (!widget)
                    continue;
                placed.insert(id);
                widget->ensurePolished();
                const int height =
                    widget->hasHeightForWidth() ? widget->heightForWidth(width) : widget->sizeHint().height();
                if (m_threadHeights.value(id, -1) != height) {
                    m_threadHeights.insert(id, height);
                    measured = true;
                }
            }
            if (measured) {
                measure(file);
                resized = true;
            }
        }
        if (resized) {
            updateTops();
            anchor.restore();
        }
    }
    const qint64 now = verticalScrollBar()->value();
    for (int i = std::max(0, fileAtY(now - margin)); i < fileCount(); ++i) {
        const File &file = m_files[static_cast<size_t>(i)];
        if (m_tops[static_cast<size_t>(i)] > now + viewport()->height() + margin)
            break;
        for (const int r : file.threadRows) {
            const QString id = file.threads[file.rows[static_cast<size_t>(r)].index].id;
            if (!placed.contains(id))
                continue;
            QWidget *widget = m_threadWidgets.value(id);
            const qint64 y =
                m_tops[static_cast<size_t>(i)] + file.tops[static_cast<size_t>(r)] - now + kThreadMargin;
            widget->setGeometry(left, static_cast<int>(y), width, m_threadHeights.value(id));
            widget->show();
        }
    }
    for (auto it = m_threadWidgets.cbegin(); it != m_threadWidgets.cend(); ++it) {
        QWidget *widget = it.value();
        if (!widget || placed.contains(it.key()))
            continue;
        // What is being written in keeps the focus, out of sight.
        if (widget->isAncestorOf(QApplication::focusWidget()) || widget == QApplication::focusWidget())
            widget->move(left, -widget->height() - 1000);
        else
            widget->hide();
    }
    return resized;
}

bool DiffView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        QTimer::singleShot(0, this, [this] {
            placeThreads();
            viewport()->update();
        });
    return QAbstractScrollArea::eventFilter(watched, event);
}

QString DiffView::focusedThread() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (auto it = m_threadWidgets.cbegin(); focus && it != m_threadWidgets.cend(); ++it) {
        if (it.value() && (it.value() == focus || it.value()->isAncestorOf(focus)))
            return it.key();
    }
    return {};
}

} // namespace countersign::diffview
