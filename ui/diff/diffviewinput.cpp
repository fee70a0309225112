// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/diffviewanchor.h"
#include "ui/diff/textmotion.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
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
    if (position != m_hover || hit.side != m_hoverSide) {
        m_hover = position;
        m_hoverSide = hit.side;
        viewport()->update();
    }
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
            m_loader.request(hit.position.file, true);
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
    const auto &moves = hit.side == Side::Before ? m_files[static_cast<size_t>(place.file)].movedTo
                                                 : m_files[static_cast<size_t>(place.file)].movedFrom;
    if (moves.contains(hit.line) &&
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

void DiffView::selectWord(const Hit &hit)
{
    const QString text = lineText(m_files[static_cast<size_t>(hit.position.file)], hit.side, hit.line);
    const auto [start, end] = wordAt(text, hit.column);
    m_caretSide = hit.side;
    m_anchor = {hit.position.file, hit.line, start};
    m_caret = {hit.position.file, hit.line, end};
    viewport()->update();
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

void DiffView::clickGap(const Position &position, const QPoint &point)
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(position.row)];
    const GapParts parts = gapParts(file, row, rowArea(position));
    if (parts.up.contains(point))
        expandGap(position, 10, 0);
    else if (parts.down.contains(point))
        expandGap(position, 0, 10);
    else
        expandGap(position, 0, parts.hidden);
}

/// `up` lines above the change below, `down` lines below the change above.
void DiffView::expandGap(const Position &position, int up, int down)
{
    File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow row = file.rows[static_cast<size_t>(position.row)];
    if (row.kind != ViewRow::Kind::Gap)
        return;
    const QList<diff::Gap> gaps = gapsOf(*file.content);
    const diff::Gap &gap = gaps[row.index];
    Expansion &shown = file.expansions[row.index];
    // What is open already may come from a thread inside: count from what is seen.
    shown.top = row.newLine - gap.newStart + down;
    shown.bottom = gap.count - (row.newLine - gap.newStart) - row.count + up;
    Anchor anchor(*this);
    anchor.follow(position);
    rebuild(position.file);
    updateTops();
    anchor.restore();
    settle();
}

void DiffView::expandAround()
{
    Position at = m_caret.file >= 0 ? rowOfLine(m_caret.file, m_caretSide, m_caret.line) : Position();
    if (at.isNull())
        at = positionAtY(verticalScrollBar()->value() + viewport()->height() / 3);
    if (at.isNull() || at.row < 0)
        return;
    const File &file = m_files[static_cast<size_t>(at.file)];
    // The fold that is nearest, by rows.
    const int count = static_cast<int>(file.rows.size());
    for (int step = 0; step < count; ++step) {
        for (const int row : {at.row - step, at.row + step}) {
            if (row < 0 || row >= count || file.rows[static_cast<size_t>(row)].kind != ViewRow::Kind::Gap)
                continue;
            expandGap({at.file, row}, row > at.row ? 0 : 10, row > at.row ? 10 : 0);
            return;
        }
    }
}

void DiffView::expandAll(int index)
{
    File &file = m_files[static_cast<size_t>(index)];
    if (!file.content)
        return;
    const QList<diff::Gap> gaps = gapsOf(*file.content);
    const bool closed =
        std::ranges::any_of(file.rows, [](const ViewRow &row) { return row.kind == ViewRow::Kind::Gap; });
    Anchor anchor(*this);
    file.expansions.clear();
    for (int i = 0; closed && i < gaps.size(); ++i)
        file.expansions.insert(i, {gaps[i].count, 0});
    rebuild(index);
    updateTops();
    anchor.restore();
    settle();
}

/// Opens the fold that hides a line, if one does.
void DiffView::expandHidden(int index, Side side, int line)
{
    File &file = m_files[static_cast<size_t>(index)];
    if (file.collapsed)
        setCollapsed(index, false);
    for (size_t i = 0; i < file.rows.size(); ++i) {
        const ViewRow &row = file.rows[i];
        const int start = side == Side::Before ? row.oldLine : row.newLine;
        if (row.kind != ViewRow::Kind::Gap || line < start || line >= start + row.count)
            continue;
        const int above = line - start;
        const int below = row.count - above - 1;
        if (row.count <= 20)
            expandGap({index, static_cast<int>(i)}, 0, row.count);
        else if (above < below)
            expandGap({index, static_cast<int>(i)}, 0, above + 4);
        else
            expandGap({index, static_cast<int>(i)}, below + 4, 0);
        return;
    }
}

const diff::Text *DiffView::textOf(int file, Side side) const
{
    const auto &content = m_files[static_cast<size_t>(file)].content;
    return !content ? nullptr : side == Side::Before ? content->before.get() : content->after.get();
}

bool DiffView::isSelected(Side side, int file, int line, diff::Span *span) const
{
    if (m_anchor.file < 0 || m_caretSide != side || m_anchor == m_caret)
        return false;
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    const TextPlace start{file, line, 0};
    if (TextPlace{from.file, from.line, 0} > start || TextPlace{to.file, to.line, 0} < start)
        return false;
    const bool first = from.file == file && from.line == line;
    const bool last = to.file == file && to.line == line;
    const int begin = first ? from.column : 0;
    if (last && to.column <= begin)
        return false;
    if (!span)
        return true;
    const int size = static_cast<int>(lineText(m_files[static_cast<size_t>(file)], side, line).size());
    *span = {begin, (last ? to.column : size + 1) - begin};
    return true;
}

QString DiffView::selectedText(Side side, TextPlace from, TextPlace to) const
{
    QString out;
    for (int file = from.file; file <= to.file && file < fileCount(); ++file) {
        const diff::Text *text = textOf(file, side);
        if (!text)
            continue;
        const int first = file == from.file ? from.line : 0;
        const int last = file == to.file ? to.line : text->lineCount() - 1;
        for (int line = first; line <= last && line < text->lineCount(); ++line) {
            const QString whole = text->line(line);
            const bool isLast = file == to.file && line == to.line;
            const qsizetype begin = file == from.file && line == from.line ? from.column : 0;
            out += isLast ? whole.mid(begin, to.column - begin) : whole.mid(begin);
            const bool hasEnd = line < text->lineCount() - 1 || text->hasFinalNewline();
            if (!isLast && hasEnd)
                out += text->endsInCr(line) ? QStringLiteral("\r\n") : QStringLiteral("\n");
        }
    }
    return out;
}

QString DiffView::selectedText() const
{
    if (m_anchor.file < 0 || m_anchor == m_caret)
        return {};
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    return selectedText(m_caretSide, from, to);
}

void DiffView::copySelection()
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

DiffView::Target DiffView::target() const
{
    Target target;
    if (m_caret.file < 0) {
        target.file = m_current;
        return target;
    }
    const auto [from, to] = std::minmax(m_anchor.file == m_caret.file ? m_anchor : m_caret, m_caret);
    target.file = m_caret.file;
    target.side = m_caretSide;
    target.first = from.line;
    // A selection that ends at the start of a line does not take that line.
    target.last = to.line > from.line && to.column == 0 ? to.line - 1 : to.line;
    return target;
}

void DiffView::setCaret(int file, Side side, int line, int column)
{
    const diff::Text *text = textOf(file, side);
    if (!text || text->lineCount() == 0)
        return;
    moveCaret({file, line < 0 ? text->lineCount() - 1 : std::min(line, text->lineCount() - 1), column}, side,
              false);
}

void DiffView::moveCaret(const TextPlace &place, Side side, bool select)
{
    m_caret = place;
    m_caretSide = side;
    if (!select || m_anchor.file < 0)
        m_anchor = place;
    viewport()->update();
    Q_EMIT positionChanged();
    caretAnnounced();
}

DiffView::Position DiffView::lineRow(Position from, Side side, int step) const
{
    while (from.file >= 0 && from.file < fileCount()) {
        const File &file = m_files[static_cast<size_t>(from.file)];
        for (int row = from.row; row >= 0 && row < static_cast<int>(file.rows.size()); row += step) {
            const ViewRow &candidate = file.rows[static_cast<size_t>(row)];
            if (candidate.kind == ViewRow::Kind::Line &&
                (side == Side::Before ? candidate.oldLine : candidate.newLine) >= 0)
                return {from.file, row};
        }
        from.file += step;
        if (from.file < 0 || from.file >= fileCount())
            break;
        from.row = step > 0 ? 0 : static_cast<int>(m_files[static_cast<size_t>(from.file)].rows.size()) - 1;
    }
    return {};
}

void DiffView::moveCaretVertically(int rows, bool select)
{
    Position at = m_caret.file >= 0 ? rowOfLine(m_caret.file, m_caretSide, m_caret.line) : Position();
    if (at.isNull()) {
        at = lineRow(positionAtY(verticalScrollBar()->value()), m_caretSide, 1);
        if (at.isNull())
            return;
        rows = 0;
    }
    const int step = rows < 0 ? -1 : 1;
    Side side = m_caretSide;
    for (int i = 0; i < std::abs(rows); ++i) {
        Position next{at.file, at.row + step};
        // In one column the caret goes through both sides; a selection stays on its own.
        if (!m_split && !select) {
            const Position before = lineRow(next, Side::Before, step);
            const Position after = lineRow(next, Side::After, step);
            const bool takeAfter =
                before.isNull() || (!after.isNull() && (step > 0 ? !(before < after) : !(after < before)));
            next = takeAfter ? after : before;
            side = takeAfter ? Side::After : Side::Before;
        } else {
            next = lineRow(next, side, step);
        }
        if (next.isNull())
            break;
        at = next;
    }
    const ViewRow &row = m_files[static_cast<size_t>(at.file)].rows[static_cast<size_t>(at.row)];
    if (!m_split && !select && row.newLine >= 0)
        side = Side::After;
    const int line = side == Side::Before ? row.oldLine : row.newLine;
    const int size = static_cast<int>(lineText(m_files[static_cast<size_t>(at.file)], side, line).size());
    moveCaret({at.file, line, std::min(m_caret.column, size)}, side, select);
    ensureCaretVisible();
}

void DiffView::ensureCaretVisible()
{
    const Position at = m_caret.file >= 0 ? rowOfLine(m_caret.file, m_caretSide, m_caret.line) : Position();
    if (at.isNull())
        return;
    const QRect area = rowArea(at);
    const int margin = m_painter.lineHeight();
    if (area.top() < margin)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + area.top() - margin);
    else if (area.bottom() > viewport()->height() - margin)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + area.bottom() - viewport()->height() +
                                      margin);
    if (m_wrap)
        return;
    const QString text = lineText(m_files[static_cast<size_t>(m_caret.file)], m_caretSide, m_caret.line);
    const int x = m_painter.pointOf(text, m_caret.column, 0).x() - horizontalScrollBar()->value();
    const int room = m_columns.textWidth(m_caretSide, m_split) - 16;
    if (x < 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + x - 40);
    else if (x > room)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + x - room + 40);
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->modifiers() & Qt::AltModifier) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        const int index = m_caret.file >= 0 ? m_caret.file : m_current;
        const diff::Text *text = index >= 0 ? textOf(index, m_caretSide) : nullptr;
        if (text && text->lineCount() > 0) {
            m_anchor = {index, 0, 0};
            m_caret = {index, text->lineCount() - 1,
                       static_cast<int>(text->line(text->lineCount() - 1).size())};
            viewport()->update();
        }
        return;
    }
    const int page = std::max(1, viewport()->height() / m_painter.lineHeight() - 2);
    switch (event->key()) {
    case Qt::Key_Down:
        return moveCaretVertically(1, select);
    case Qt::Key_Up:
        return moveCaretVertically(-1, select);
    case Qt::Key_PageDown:
        if (control)
            break;
        return moveCaretVertically(page, select);
    case Qt::Key_PageUp:
        if (control)
            break;
        return moveCaretVertically(-page, select);
    case Qt::Key_Space:
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      (select ? -1 : 1) * page * m_painter.lineHeight());
        return;
    case Qt::Key_Escape:
        if (m_anchor != m_caret) {
            m_anchor = m_caret;
            viewport()->update();
            return;
        }
        break;
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Left:
    case Qt::Key_Right: {
        if (m_caret.file < 0)
            return moveCaretVertically(0, false);
        const QString text = lineText(m_files[static_cast<size_t>(m_caret.file)], m_caretSide, m_caret.line);
        TextPlace place = m_caret;
        if (control && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
            const bool home = event->key() == Qt::Key_Home;
            if (home) {
                place = {m_caret.file, 0, 0};
            } else if (const diff::Text *whole = textOf(m_caret.file, m_caretSide)) {
                place.line = whole->lineCount() - 1;
                place.column = static_cast<int>(whole->line(place.line).size());
            }
            expandHidden(place.file, m_caretSide, place.line);
        } else {
            place.column = columnAfterKey(text, m_caret.column, event->key(), control);
        }
        moveCaret(place, m_caretSide, select);
        ensureCaretVisible();
        return;
    }
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void DiffView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void DiffView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace countersign::diffview
