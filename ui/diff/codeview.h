// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/text.h"
#include "ui/diff/linepainter.h"

#include <QAbstractScrollArea>

#include <functional>
#include <memory>

namespace countersign::diffview {

class HighlightedText;

/// One text file to read: painted visible lines, syntax colours that arrive from a worker, line numbers, a
/// margin that its user paints (blame), selection, copy with the file's own line ends, find, caret, wrap.
/// Screen's thread.
class CodeView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);
    ~CodeView() override;

    /// `path` decides the language. Keeps nothing of what was shown before.
    void setText(std::shared_ptr<const diff::Text> text, const QByteArray &path);
    const diff::Text *text() const { return m_text.get(); }
    void clear();

    /// A margin left of the numbers: `paint` is called for each visible line with the area beside it,
    /// `clicked` with the line (from 0). Width 0 removes it. Call updateMargin() when its content changed.
    void setMargin(int width, std::function<void(QPainter &, const QRect &, int line)> paint,
                   std::function<void(int line, const QPoint &global)> clicked = {},
                   std::function<QString(int line)> toolTip = {});
    void updateMargin();

    void setWrap(bool wrap);
    void setTabWidth(int columns);
    void setShowWhitespace(bool show);
    /// Lines from 0; -1 for none. Scrolls to it and lays the caret there.
    void goToLine(int line);
    int currentLine() const { return m_caretLine; }
    int currentColumn() const { return m_caretColumn; }
    QString selectedText() const;
    void copySelection();
    void selectAll();
    /// Finds the next (or previous) place from the caret, going round; false when there is none.
    bool find(const QString &text, bool forward, bool caseSensitive = false);
    int lineHeight() const;

    QString lineText(int line) const;
    int firstVisibleLine() const;

Q_SIGNALS:
    void caretMoved(int line, int column);
    /// Ctrl+wheel: the user wants larger (positive) or smaller code.
    void zoomRequested(int steps);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Position
    {
        int line = 0;
        int column = 0;
        auto operator<=>(const Position &) const = default;
    };
    void updateMetrics();
    void updateRows();
    void updateScrollBars();
    int textLeft() const;
    /// Width to wrap at; 0 without wrapping.
    int wrapWidth() const;
    int lineCount() const { return m_text ? m_text->lineCount() : 0; }
    int rowsOf(int line) const;
    int rowAt(int line) const;
    int totalRows() const;
    int lineAtRow(int row) const;
    Position positionAt(const QPoint &point) const;
    void moveCaret(Position position, bool select);
    void ensureCaretVisible();

    std::shared_ptr<const diff::Text> m_text;
    std::unique_ptr<HighlightedText> m_highlight;
    QByteArray m_path;
    int m_marginWidth = 0;
    std::function<void(QPainter &, const QRect &, int)> m_paintMargin;
    std::function<void(int, const QPoint &)> m_marginClicked;
    std::function<QString(int)> m_marginToolTip;
    /// With wrap: the first visual row of each line, and one more.
    std::vector<int> m_rowStarts;
    int m_caretLine = 0;
    int m_caretColumn = 0;
    Position m_anchor;
    LinePainter m_painter;
    LineCache m_lines;
    int m_numberWidth = 44;
    /// Pixels of the widest line seen so far: what the horizontal scroll bar spans.
    qreal m_widest = 0;
    int m_tabWidth = 4;
    bool m_wrap = false;
    bool m_whitespace = false;
    bool m_selecting = false;
    QString m_found;
};

} // namespace countersign::diffview
