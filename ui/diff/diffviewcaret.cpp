// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/textmotion.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace countersign::diffview {

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

void DiffView::switchSide()
{
    const Side other = m_caretSide == Side::Before ? Side::After : Side::Before;
    const Position at = m_caret.file >= 0 ? rowOfLine(m_caret.file, m_caretSide, m_caret.line)
                                          : positionAtY(verticalScrollBar()->value());
    if (at.isNull() || at.row < 0)
        return;
    // Beside it; otherwise the nearest line of the same file, first below.
    Position there = lineRow(at, other, 1);
    if (there.isNull() || there.file != at.file)
        there = lineRow(at, other, -1);
    if (there.isNull() || there.file != at.file)
        return;
    const File &file = m_files[static_cast<size_t>(there.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(there.row)];
    const int line = other == Side::Before ? row.oldLine : row.newLine;
    const int size = static_cast<int>(lineText(file, other, line).size());
    moveCaret({there.file, line, std::min(m_caret.column, size)}, other, false);
    ensureCaretVisible();
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

void DiffView::selectWord(const Hit &hit)
{
    const QString text = lineText(m_files[static_cast<size_t>(hit.position.file)], hit.side, hit.line);
    const auto [start, end] = wordAt(text, hit.column);
    m_caretSide = hit.side;
    m_anchor = {hit.position.file, hit.line, start};
    m_caret = {hit.position.file, hit.line, end};
    viewport()->update();
}

} // namespace countersign::diffview
