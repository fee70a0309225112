// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/textmotion.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace countersign::diffview {

QRect DiffView::rowArea(const Position &position) const
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const auto row = static_cast<size_t>(position.row);
    return QRect(0, top(position) - verticalScrollBar()->value(), viewport()->width(),
                 file.tops[row + 1] - file.tops[row]);
}

DiffView::Hit DiffView::hitAt(const QPoint &point) const
{
    Hit hit;
    if (m_files.empty())
        return hit;
    const qint64 y = std::clamp<qint64>(verticalScrollBar()->value() + point.y(), 0,
                                        std::max<qint64>(0, contentHeight() - 1));
    hit.position = positionAtY(y);
    if (hit.position.row < 0)
        return hit;
    const File &file = m_files[static_cast<size_t>(hit.position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(hit.position.row)];
    if (row.kind != ViewRow::Kind::Line)
        return hit;
    if (m_split)
        hit.side = point.x() > m_columns.old.right() ? Side::After : Side::Before;
    else
        hit.side = row.newLine >= 0 ? Side::After : Side::Before;
    hit.line = hit.side == Side::Before ? row.oldLine : row.newLine;
    const int left = m_columns.textLeft(hit.side, m_split);
    hit.inGutter = point.x() < left;
    hit.inText = hit.line >= 0 && !hit.inGutter;
    if (hit.line >= 0) {
        const int wrap = m_wrap ? m_columns.textWidth(hit.side, m_split) : 0;
        const int scroll = m_wrap ? 0 : horizontalScrollBar()->value();
        const QPoint within(std::max(0, point.x() - left + scroll), static_cast<int>(y) - top(hit.position));
        hit.column = m_painter.columnAt(lineText(file, hit.side, hit.line), within, wrap);
        hit.onPlus = m_reviewing && hit.inGutter &&
                     plusArea(hit.position, hit.side).adjusted(-2, -2, 2, 2).contains(point);
    }
    return hit;
}

QRect DiffView::plusArea(const Position &position, Side side) const
{
    const QRect area = rowArea(position);
    const int left = m_columns.textLeft(side, m_split) - m_columns.signWidth;
    return QRect(left - 1, area.top() + 1, 18, std::min(18, area.height() - 2));
}

void DiffView::updateHover(const QPoint &point)
{
    const Hit hit = viewport()->rect().contains(point) ? hitAt(point) : Hit();
    const File *file = hit.position.isNull() ? nullptr : &m_files[static_cast<size_t>(hit.position.file)];
    Position position;
    bool hand = false;
    bool text = false;
    if (file && hit.position.row >= 0) {
        const ViewRow &row = file->rows[static_cast<size_t>(hit.position.row)];
        if (row.kind == ViewRow::Kind::Gap) {
            position = hit.position;
            hand = true;
        } else if (row.kind == ViewRow::Kind::Line && hit.line >= 0) {
            position = hit.position;
            hand = hit.onPlus;
            text = !hit.inGutter;
        } else if (row.kind == ViewRow::Kind::Message) {
            hand = file->content && file->content->kind == FileContent::Kind::TooLarge;
        }
    }
    viewport()->setCursor(hand ? Qt::PointingHandCursor : text ? Qt::IBeamCursor : Qt::ArrowCursor);
    const bool moved = position != m_hover || hit.side != m_hoverSide;
    m_hoverPoint = point;
    m_hover = position;
    m_hoverSide = hit.side;
    if (moved)
        viewport()->update();
    else if (hand)
        viewport()->update(rowArea(position));
}

bool DiffView::clickRow(const Hit &hit, const QPoint &point, const QPoint &global)
{
    if (hit.position.isNull() || hit.position.row < 0)
        return true;
    File &file = m_files[static_cast<size_t>(hit.position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(hit.position.row)];
    switch (row.kind) {
    case ViewRow::Kind::Gap:
        clickGap(hit.position, point);
        return true;
    case ViewRow::Kind::Header:
        clickHeader(hit.position.file, point, global);
        return true;
    case ViewRow::Kind::Message:
        if (file.content && file.content->kind == FileContent::Kind::TooLarge)
            chooseOptions(hit.position.file, {true, file.chosen.encoding});
        return true;
    case ViewRow::Kind::Line:
        break;
    default:
        return true;
    }
    if (hit.line < 0)
        return true;
    if (hit.onPlus) {
        setCaret(hit.position.file, hit.side, hit.line);
        Q_EMIT commentRequested(hit.position.file, hit.side, hit.line, hit.line);
        return true;
    }
    return false;
}

void DiffView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const Hit hit = hitAt(point);
    if (event->button() != Qt::LeftButton)
        return;
    if (clickRow(hit, point, event->globalPosition().toPoint()))
        return;
    const TextPlace place{hit.position.file, hit.line, hit.inGutter ? 0 : hit.column};
    const bool extend = event->modifiers() & Qt::ShiftModifier && m_caretSide == hit.side;
    m_selecting = true;
    m_lineSelecting = hit.inGutter;
    moveCaret(place, hit.side, extend);
    if (m_lineSelecting && !extend) {
        m_anchor = place;
        m_caret = {place.file, place.line,
                   static_cast<int>(
                       lineText(m_files[static_cast<size_t>(place.file)], hit.side, place.line).size())};
        viewport()->update();
    }
    const MovedLines &moves = hit.side == Side::Before ? m_files[static_cast<size_t>(place.file)].movedTo
                                                       : m_files[static_cast<size_t>(place.file)].movedFrom;
    if (moves.find(hit.line).file >= 0 &&
        point.x() >= m_columns.textLeft(hit.side, m_split) - m_columns.signWidth &&
        point.x() < m_columns.textLeft(hit.side, m_split)) {
        m_selecting = false;
        goToMoved(hit.position, hit.side);
    }
}

void DiffView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!m_selecting) {
        updateHover(point);
        return;
    }
    if (point.y() < 0 || point.y() >= viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      (point.y() < 0 ? -1 : 1) * m_painter.lineHeight());
    // The selection stays on the side where it began; a filler or another row gives the nearest line.
    QPoint onSide = point;
    if (m_split) {
        const QRect &column = m_caretSide == Side::Before ? m_columns.old : m_columns.fresh;
        onSide.setX(std::clamp(point.x(), m_columns.textLeft(m_caretSide, true), column.right()));
    }
    Hit hit = hitAt(onSide);
    if (hit.position.row < 0)
        return;
    const Position row =
        lineRow(hit.position, m_caretSide, TextPlace{hit.position.file, 0, 0} < m_anchor ? 1 : -1);
    if (row.isNull())
        return;
    const ViewRow &found = m_files[static_cast<size_t>(row.file)].rows[static_cast<size_t>(row.row)];
    const int line = m_caretSide == Side::Before ? found.oldLine : found.newLine;
    const QString text = lineText(m_files[static_cast<size_t>(row.file)], m_caretSide, line);
    int column = row == hit.position && hit.side == m_caretSide ? hit.column : static_cast<int>(text.size());
    if (m_lineSelecting)
        column = TextPlace{row.file, line, 0} < m_anchor ? 0 : static_cast<int>(text.size());
    m_caret = {row.file, line, column};
    viewport()->update();
    Q_EMIT positionChanged();
}

void DiffView::mouseReleaseEvent(QMouseEvent *)
{
    m_selecting = false;
    m_lineSelecting = false;
    if (QClipboard *clipboard = QGuiApplication::clipboard(); clipboard->supportsSelection()) {
        if (const QString text = selectedText(); !text.isEmpty())
            clipboard->setText(text, QClipboard::Selection);
    }
}

void DiffView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->position().toPoint());
    if (hit.inText)
        selectWord(hit);
    else
        mousePressEvent(event);
}

void DiffView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        if (event->angleDelta().y() != 0)
            Q_EMIT zoomRequested(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
    updateHover(viewport()->mapFromGlobal(QCursor::pos()));
}

void DiffView::contextMenuEvent(QContextMenuEvent *event)
{
    const QPoint point = viewport()->mapFromGlobal(event->globalPos());
    const Hit hit = hitAt(point);
    if (event->reason() == QContextMenuEvent::Mouse && hit.line >= 0 &&
        !isSelected(hit.side, hit.position.file, hit.line, nullptr))
        moveCaret({hit.position.file, hit.line, hit.column}, hit.side, false);
    if (event->reason() == QContextMenuEvent::Mouse && hit.position.row >= 0 &&
        m_files[static_cast<size_t>(hit.position.file)].rows[static_cast<size_t>(hit.position.row)].kind ==
            ViewRow::Kind::Header) {
        Q_EMIT menuRequested(hit.position.file, event->globalPos());
        return;
    }
    Q_EMIT textMenuRequested(event->globalPos());
}

bool DiffView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        updateHover(QPoint(-1, -1));
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const Hit hit = hitAt(help->pos());
        QString tip;
        if (hit.onPlus)
            tip = tr("Comment on this line  C");
        else if (hit.position.row >= 0 && hit.line < 0)
            tip = gapToolTip(hit.position, help->pos());
        else if (hit.line >= 0 && !hit.inGutter)
            tip = suspiciousToolTip(
                lineText(m_files[static_cast<size_t>(hit.position.file)], hit.side, hit.line), hit.column);
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString DiffView::gapToolTip(const Position &position, const QPoint &point) const
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(position.row)];
    if (row.kind != ViewRow::Kind::Gap)
        return {};
    const GapParts parts = gapParts(file, row, rowArea(position));
    if (parts.reachesName() && parts.name.contains(point))
        return tr("Show the lines from here down to the change");
    return {};
}

void DiffView::clickHeader(int index, const QPoint &point, const QPoint &global)
{
    const File &file = m_files[static_cast<size_t>(index)];
    const QRect area = rowArea({index, 0}).adjusted(0, 1, 0, 0);
    switch (headerPartAt(area, headerInfo(index), point)) {
    case HeaderPart::Menu:
        Q_EMIT menuRequested(index, global);
        break;
    case HeaderPart::Copy:
        QGuiApplication::clipboard()->setText(git::displayPath(file.delta.path()));
        break;
    case HeaderPart::Viewed:
        Q_EMIT viewedToggled(index, file.viewed != ViewedState::Viewed);
        break;
    case HeaderPart::Title:
    case HeaderPart::Fold:
        setCollapsed(index, !file.collapsed);
        break;
    case HeaderPart::None:
        break;
    }
}

} // namespace countersign::diffview
