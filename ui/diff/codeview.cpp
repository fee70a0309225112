// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/codeview.h"

#include "ui/diff/highlighter.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace countersign::diffview {

using theme::color;
using theme::Token;

CodeView::CodeView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("File content"));
    viewport()->setCursor(Qt::IBeamCursor);
    updateMetrics();
}

CodeView::~CodeView() = default;

void CodeView::setText(std::shared_ptr<const diff::Text> text, const QByteArray &path)
{
    m_text = std::move(text);
    m_path = path;
    m_highlight.reset();
    m_lines.clear();
    if (m_text) {
        m_highlight = std::make_unique<HighlightedText>(m_text, path);
        connect(m_highlight.get(), &HighlightedText::highlighted, viewport(), qOverload<>(&QWidget::update));
    }
    m_caretLine = 0;
    m_caretColumn = 0;
    m_anchor = {};
    m_widest = 0;
    updateMetrics();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
    Q_EMIT caretMoved(0, 0);
}

void CodeView::clear() { setText(nullptr, {}); }

void CodeView::setMargin(int width, std::function<void(QPainter &, const QRect &, int)> paint,
                         std::function<void(int, const QPoint &)> clicked,
                         std::function<QString(int)> toolTip)
{
    m_marginWidth = width;
    m_paintMargin = std::move(paint);
    m_marginClicked = std::move(clicked);
    m_marginToolTip = std::move(toolTip);
    updateRows();
    updateScrollBars();
    viewport()->update();
}

void CodeView::updateMargin() { viewport()->update(0, 0, m_marginWidth, viewport()->height()); }

void CodeView::setWrap(bool wrap)
{
    m_wrap = wrap;
    const int line = firstVisibleLine();
    updateRows();
    updateScrollBars();
    verticalScrollBar()->setValue(rowAt(line));
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

void CodeView::setTabWidth(int columns)
{
    m_tabWidth = columns;
    updateMetrics();
    viewport()->update();
}

void CodeView::setShowWhitespace(bool show)
{
    m_whitespace = show;
    viewport()->update();
}

int CodeView::lineHeight() const { return m_painter.lineHeight(); }

void CodeView::updateMetrics()
{
    m_painter.setFont(theme::font(theme::TextStyle::Code), m_tabWidth);
    const auto digits = std::max<qsizetype>(3, QString::number(lineCount()).size());
    m_numberWidth = static_cast<int>(m_painter.charWidth() * static_cast<qreal>(digits)) + 20;
    updateRows();
    updateScrollBars();
}

int CodeView::textLeft() const { return m_marginWidth + m_numberWidth + 8; }

int CodeView::wrapWidth() const { return m_wrap ? std::max(40, viewport()->width() - textLeft() - 8) : 0; }

void CodeView::updateRows()
{
    m_rowStarts.clear();
    if (!m_wrap || !m_text)
        return;
    m_rowStarts.reserve(static_cast<size_t>(lineCount()) + 1);
    int row = 0;
    const auto columns = static_cast<qsizetype>(wrapWidth() / m_painter.charWidth());
    for (int line = 0; line < lineCount(); ++line) {
        m_rowStarts.push_back(row);
        // A line of few bytes fits whatever they stand for; only others are decoded and laid out.
        const QByteArrayView bytes = m_text->lineBytes(line);
        const bool fits = bytes.size() * 2 <= columns && !bytes.contains('\t');
        row += fits ? 1 : m_painter.rowsOf(m_text->line(line), wrapWidth());
    }
    m_rowStarts.push_back(row);
}

int CodeView::rowsOf(int line) const
{
    return m_rowStarts.empty()
               ? 1
               : m_rowStarts[static_cast<size_t>(line) + 1] - m_rowStarts[static_cast<size_t>(line)];
}

int CodeView::rowAt(int line) const
{
    return m_rowStarts.empty() ? line : m_rowStarts[static_cast<size_t>(std::min(line, lineCount()))];
}

int CodeView::totalRows() const { return m_rowStarts.empty() ? lineCount() : m_rowStarts.back(); }

int CodeView::lineAtRow(int row) const
{
    if (m_rowStarts.empty())
        return row;
    const auto it = std::ranges::upper_bound(m_rowStarts, row);
    return static_cast<int>(it - m_rowStarts.begin()) - 1;
}

void CodeView::updateScrollBars()
{
    const int visible = viewport()->height() / m_painter.lineHeight();
    // Half a screen beyond the last line, so that the end can be read in comfort.
    verticalScrollBar()->setRange(0, std::max(0, totalRows() - std::max(1, visible)));
    verticalScrollBar()->setPageStep(std::max(1, visible));
    verticalScrollBar()->setSingleStep(1);
    const int room = viewport()->width() - textLeft();
    horizontalScrollBar()->setRange(0, m_wrap ? 0 : std::max(0, static_cast<int>(m_widest) + 24 - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(static_cast<int>(4 * m_painter.charWidth()));
}

int CodeView::firstVisibleLine() const
{
    return std::min(lineAtRow(verticalScrollBar()->value()), std::max(0, lineCount() - 1));
}

QString CodeView::lineText(int line) const
{
    return m_text && line >= 0 && line < lineCount() ? m_text->line(line) : QString();
}

void CodeView::goToLine(int line)
{
    if (!m_text || line < 0)
        return;
    moveCaret({std::min(line, std::max(0, lineCount() - 1)), 0}, false);
    const int visible = std::max(1, viewport()->height() / m_painter.lineHeight());
    const int row = rowAt(m_caretLine);
    if (row < verticalScrollBar()->value() || row >= verticalScrollBar()->value() + visible)
        verticalScrollBar()->setValue(row - visible / 3);
}

void CodeView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), color(Token::Base));
    if (!m_text)
        return;
    const int height = m_painter.lineHeight();
    const int left = textLeft();
    painter.fillRect(QRect(0, 0, m_marginWidth, viewport()->height()), color(Token::AltBase));
    const Position from = std::min(m_anchor, Position{m_caretLine, m_caretColumn});
    const Position to = std::max(m_anchor, Position{m_caretLine, m_caretColumn});

    int line = firstVisibleLine();
    int y = (rowAt(line) - verticalScrollBar()->value()) * height;
    qreal widest = m_widest;
    for (; line < lineCount() && y < viewport()->height(); ++line) {
        const int rows = rowsOf(line);
        const QRect area(0, y, viewport()->width(), rows * height);
        const QString text = m_text->line(line);
        if (line == m_caretLine)
            painter.fillRect(area.adjusted(m_marginWidth, 0, 0, 0), color(Token::AccentSoft));
        if (m_paintMargin && m_marginWidth > 0)
            m_paintMargin(painter, QRect(0, y, m_marginWidth, area.height()), line);
        painter.setPen(color(Token::Faint));
        m_painter.paintNumber(painter, line + 1, m_marginWidth + m_numberWidth, y);

        LineLook look;
        if (m_highlight)
            look.syntax = m_highlight->spans(line);
        look.showWhitespace = m_whitespace;
        if (from < to && line >= from.line && line <= to.line) {
            const int start = line == from.line ? from.column : 0;
            const int end = line == to.line ? to.column : static_cast<int>(text.size()) + 1;
            look.selection = {start, end - start};
        }
        if (!m_found.isEmpty() && text.size() < 100'000) {
            for (qsizetype at = text.indexOf(m_found, 0, Qt::CaseInsensitive); at >= 0;
                 at = text.indexOf(m_found, at + m_found.size(), Qt::CaseInsensitive))
                look.found.append({static_cast<int>(at), static_cast<int>(m_found.size())});
        }
        m_painter.paint(painter, text, look, left, y, horizontalScrollBar()->value(),
                        QRect(left, y, viewport()->width() - left, area.height()), wrapWidth(), &m_lines,
                        static_cast<quint64>(line));
        if (hasFocus() && line == m_caretLine) {
            const QPoint at = m_painter.pointOf(text, m_caretColumn, wrapWidth());
            painter.fillRect(left + at.x() - horizontalScrollBar()->value(), y + at.y() + 2, 1, height - 4,
                             color(Token::Text));
        }
        if (!m_wrap)
            widest = std::max(widest, m_painter.widthOf(text));
        y += area.height();
    }
    if (m_marginWidth > 0) {
        painter.setPen(color(Token::Border));
        painter.drawLine(m_marginWidth - 1, 0, m_marginWidth - 1, viewport()->height());
    }
    if (m_highlight)
        m_highlight->require(line + 100);
    if (widest > m_widest) {
        m_widest = widest;
        QMetaObject::invokeMethod(this, &CodeView::updateScrollBars, Qt::QueuedConnection);
    }
}

void CodeView::resizeEvent(QResizeEvent *)
{
    updateRows();
    updateScrollBars();
}

CodeView::Position CodeView::positionAt(const QPoint &point) const
{
    if (!m_text || lineCount() == 0)
        return {};
    const int height = m_painter.lineHeight();
    const int row = verticalScrollBar()->value() +
                    (point.y() < 0 ? (point.y() - height + 1) / height : point.y() / height);
    const int line =
        std::clamp(lineAtRow(std::clamp(row, 0, std::max(0, totalRows() - 1))), 0, lineCount() - 1);
    const int top = (rowAt(line) - verticalScrollBar()->value()) * height;
    const QPoint within(point.x() - textLeft() + horizontalScrollBar()->value(),
                        std::max(0, point.y() - top));
    return {line, m_painter.columnAt(m_text->line(line), within, wrapWidth())};
}

void CodeView::moveCaret(Position position, bool select)
{
    if (!m_text || lineCount() == 0)
        return;
    m_caretLine = std::clamp(position.line, 0, lineCount() - 1);
    m_caretColumn = std::clamp(position.column, 0, static_cast<int>(m_text->line(m_caretLine).size()));
    if (!select)
        m_anchor = {m_caretLine, m_caretColumn};
    viewport()->update();
    Q_EMIT caretMoved(m_caretLine, m_caretColumn);
}

void CodeView::ensureCaretVisible()
{
    const int visible = std::max(1, viewport()->height() / m_painter.lineHeight());
    const QString text = lineText(m_caretLine);
    const QPoint at = m_painter.pointOf(text, m_caretColumn, wrapWidth());
    const int row = rowAt(m_caretLine) + at.y() / m_painter.lineHeight();
    if (row < verticalScrollBar()->value())
        verticalScrollBar()->setValue(row);
    else if (row >= verticalScrollBar()->value() + visible)
        verticalScrollBar()->setValue(row - visible + 1);
    const int room = viewport()->width() - textLeft() - 24;
    if (at.x() < horizontalScrollBar()->value()) {
        horizontalScrollBar()->setValue(std::max(0, at.x() - 24));
    } else if (at.x() > horizontalScrollBar()->value() + room) {
        m_widest = std::max<qreal>(m_widest, at.x() + 24);
        updateScrollBars();
        horizontalScrollBar()->setValue(at.x() - room);
    }
}

QString CodeView::selectedText() const
{
    if (!m_text)
        return {};
    const Position caret{m_caretLine, m_caretColumn};
    const Position from = std::min(m_anchor, caret);
    const Position to = std::max(m_anchor, caret);
    if (from == to)
        return {};
    QString text;
    for (int line = from.line; line <= to.line; ++line) {
        const QString content = m_text->line(line);
        const qsizetype start = line == from.line ? from.column : 0;
        const qsizetype end = line == to.line ? to.column : content.size();
        text += content.mid(start, end - start);
        if (line < to.line)
            text += m_text->endsInCr(line) ? QStringLiteral("\r\n") : QStringLiteral("\n");
    }
    return text;
}

void CodeView::copySelection()
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void CodeView::selectAll()
{
    if (!m_text || lineCount() == 0)
        return;
    m_anchor = {0, 0};
    const int last = lineCount() - 1;
    moveCaret({last, static_cast<int>(m_text->line(last).size())}, true);
}

bool CodeView::find(const QString &text, bool forward, bool caseSensitive)
{
    m_found = text;
    viewport()->update();
    if (!m_text || text.isEmpty() || lineCount() == 0)
        return false;
    const Qt::CaseSensitivity sensitivity = caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const int count = lineCount();
    for (int step = 0; step <= count; ++step) {
        const int line =
            forward ? (m_caretLine + step) % count : ((m_caretLine - step) % count + count) % count;
        const QString content = m_text->line(line);
        qsizetype at = -1;
        if (forward) {
            at = content.indexOf(text, step == 0 ? m_caretColumn : 0, sensitivity);
        } else {
            // Before the beginning of what is selected now.
            const qsizetype end =
                step == 0 ? std::min(m_anchor, Position{m_caretLine, m_caretColumn}).column - 1 : -1;
            if (step != 0 || end >= 0)
                at = content.lastIndexOf(text, end, sensitivity);
        }
        if (at < 0)
            continue;
        moveCaret({line, static_cast<int>(at)}, false);
        moveCaret({line, static_cast<int>(at + text.size())}, true);
        ensureCaretVisible();
        return true;
    }
    return false;
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const int page = std::max(1, viewport()->height() / m_painter.lineHeight() - 1);
    const Position caret{m_caretLine, m_caretColumn};
    const auto size = [this](int line) { return static_cast<int>(lineText(line).size()); };
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else {
        Position to = caret;
        switch (event->key()) {
        case Qt::Key_Up:
            to.line = std::max(0, caret.line - 1);
            break;
        case Qt::Key_Down:
            to.line = caret.line + 1;
            break;
        case Qt::Key_PageUp:
            to.line = std::max(0, caret.line - page);
            break;
        case Qt::Key_PageDown:
            to.line = caret.line + page;
            break;
        case Qt::Key_Left:
            to = caret.column > 0 ? Position{caret.line, caret.column - 1}
                 : caret.line > 0 ? Position{caret.line - 1, size(caret.line - 1)}
                                  : caret;
            break;
        case Qt::Key_Right:
            to = caret.column < size(caret.line) ? Position{caret.line, caret.column + 1}
                 : caret.line + 1 < lineCount()  ? Position{caret.line + 1, 0}
                                                 : caret;
            break;
        case Qt::Key_Home:
            to = event->modifiers() & Qt::ControlModifier ? Position{} : Position{caret.line, 0};
            break;
        case Qt::Key_End:
            to = event->modifiers() & Qt::ControlModifier ? Position{lineCount() - 1, size(lineCount() - 1)}
                                                          : Position{caret.line, size(caret.line)};
            break;
        default:
            QAbstractScrollArea::keyPressEvent(event);
            return;
        }
        moveCaret(to, select);
        ensureCaretVisible();
    }
    event->accept();
}

void CodeView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    const Position position = positionAt(point);
    if (point.x() < m_marginWidth) {
        if (m_marginClicked && m_text && lineCount() > 0)
            m_marginClicked(position.line, event->globalPosition().toPoint());
        return;
    }
    m_selecting = true;
    moveCaret(position, event->modifiers() & Qt::ShiftModifier);
}

void CodeView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_selecting) {
        moveCaret(positionAt(point), true);
        ensureCaretVisible();
        return;
    }
    const bool margin = point.x() < m_marginWidth + m_numberWidth;
    viewport()->setCursor(
        margin ? (m_marginClicked && point.x() < m_marginWidth ? Qt::PointingHandCursor : Qt::ArrowCursor)
               : Qt::IBeamCursor);
}

void CodeView::mouseReleaseEvent(QMouseEvent *)
{
    m_selecting = false;
    if (QGuiApplication::clipboard()->supportsSelection() && !selectedText().isEmpty())
        QGuiApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
}

void CodeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Position position = positionAt(event->position().toPoint());
    const QString text = lineText(position.line);
    const auto isWord = [&text](int at) { return text[at].isLetterOrNumber() || text[at] == u'_'; };
    int start = std::min(position.column, std::max(0, static_cast<int>(text.size()) - 1));
    int end = start;
    while (start > 0 && isWord(start - 1))
        --start;
    while (end < text.size() && isWord(end))
        ++end;
    moveCaret({position.line, start}, false);
    moveCaret({position.line, end}, true);
}

void CodeView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        Q_EMIT zoomRequested(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void CodeView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::PaletteChange) {
        updateMetrics();
        viewport()->update();
    }
}

void CodeView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &CodeView::copySelection);
    copy->setEnabled(!selectedText().isEmpty());
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &CodeView::selectAll);
    menu->popup(event->globalPos());
}

bool CodeView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_marginToolTip && m_text) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = help->pos().x() < m_marginWidth && lineCount() > 0
                                 ? m_marginToolTip(positionAt(help->pos()).line)
                                 : QString();
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace countersign::diffview
