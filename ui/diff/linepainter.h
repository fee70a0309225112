// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/words.h"
#include "ui/diff/highlighter.h"

#include <QFont>
#include <QString>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace countersign::diffview {

/// Everything that decides how one line of code is drawn, besides where.
struct LineLook
{
    const std::vector<FormatSpan> *syntax = nullptr;
    /// Changed words, drawn as a background in `wordColor`.
    QList<diff::Span> words;
    QColor wordColor;
    /// Found places.
    QList<diff::Span> found;
    /// Selected units; length 0 for none.
    diff::Span selection;
    bool showWhitespace = false;
};

/// Lays out and draws lines of code in one font. Lines are cut into pieces that fit the view: a line of
/// millions of characters costs no more than what is visible of it. Screen's thread; a value of its view.
class LinePainter
{
public:
    void setFont(const QFont &font, int tabWidth);
    int lineHeight() const { return m_lineHeight; }
    qreal charWidth() const { return m_charWidth; }
    const QFont &font() const { return m_font; }

    /// Text as it is drawn: tabs as they are, control, bidirectional and invisible characters made visible by
    /// a stand-in of the same number of units. `marks` receives where the stand-ins are.
    static QString visibleText(const QString &text, QList<diff::Span> *marks = nullptr);

    /// Visual rows that the line takes when it is broken at `width` pixels; 1 without wrapping (width 0).
    int rowsOf(const QString &text, int width) const;
    /// Pixels from the line's start to its end, unwrapped; exact up to 4,000 units, estimated beyond.
    qreal widthOf(const QString &text) const;

    /// Draws the line with its first visual row at (x, y). `scroll`: pixels the text is moved to the left.
    /// `clip` bounds what is drawn. `wrapWidth` 0 for no wrapping.
    void paint(QPainter &painter, const QString &text, const LineLook &look, int x, int y, int scroll,
               const QRect &clip, int wrapWidth) const;
    /// The unit of the line at a point relative to its first row's top left (scroll added).
    int columnAt(const QString &text, const QPoint &point, int wrapWidth) const;
    /// Where a unit is drawn, relative to the first row's top left, unscrolled.
    QPoint pointOf(const QString &text, int column, int wrapWidth) const;

private:
    struct Piece
    {
        int start = 0;
        qreal x = 0;
    };
    void prepare(QTextLayout &layout, const QString &text, int wrapWidth) const;
    QList<QTextLayout::FormatRange> formats(const QString &text, const LineLook &look, int from,
                                            int length) const;

    QFont m_font;
    int m_lineHeight = 20;
    int m_ascent = 14;
    int m_padding = 2;
    qreal m_charWidth = 8;
    qreal m_tabStop = 32;
};

} // namespace countersign::diffview
