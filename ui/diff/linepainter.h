// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/words.h"
#include "ui/diff/highlighter.h"

#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <span>

class QPainter;

namespace countersign::diffview {

/// Everything that decides how one line of code is drawn, besides where.
struct LineLook
{
    std::span<const FormatSpan> syntax;
    /// Changed words, drawn as a background in `wordColor`.
    QList<diff::Span> words;
    QColor wordColor;
    /// Found places.
    QList<diff::Span> found;
    /// Selected units; length 0 for none.
    diff::Span selection;
    bool showWhitespace = false;
};

/// Lines that were laid out lately, by numbers of their owner's choice. Keeps a few hundred; what was not
/// drawn for long is dropped. A value of the view.
class LineCache
{
public:
    void clear();

private:
    friend class LinePainter;
    struct Entry
    {
        /// Sums up everything but the text that the layout was made of.
        size_t look = 0;
        std::shared_ptr<QTextLayout> layout;
    };
    /// The layout for a key; null when it has to be made. The caller fills what it gets.
    Entry &entry(quint64 key);

    QHash<quint64, Entry> m_now;
    QHash<quint64, Entry> m_before;
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
    /// `clip` bounds what is drawn. `wrapWidth` 0 for no wrapping. With a cache the layout is kept there as
    /// `key`, which must change whenever the text does.
    void paint(QPainter &painter, const QString &text, const LineLook &look, int x, int y, int scroll,
               const QRect &clip, int wrapWidth, LineCache *cache = nullptr, quint64 key = 0) const;
    /// Draws a line number in the painter's colour, to the left of `right`, level with a row at `top`. Far
    /// cheaper than text, of which a view draws a hundred with every frame.
    void paintNumber(QPainter &painter, int number, int right, int top) const;

    /// The unit of the line at a point relative to its first row's top left (scroll added).
    int columnAt(const QString &text, const QPoint &point, int wrapWidth) const;
    /// Where a unit is drawn, relative to the first row's top left, unscrolled.
    QPoint pointOf(const QString &text, int column, int wrapWidth) const;

private:
    void prepare(QTextLayout &layout, const QString &text, int wrapWidth) const;
    /// Lays out a piece of a line with its colours.
    void layOut(QTextLayout &layout, const QString &text, const LineLook &look, diff::Span piece,
                int wrapWidth) const;
    /// The colours of the piece, whose text as it is shown is `shown`.
    QList<QTextLayout::FormatRange> formats(const QString &shown, const LineLook &look,
                                            diff::Span piece) const;

    QFont m_font;
    int m_lineHeight = 20;
    int m_ascent = 14;
    int m_padding = 2;
    qreal m_charWidth = 8;
    qreal m_tabStop = 32;
    QRawFont m_digits;
    QList<quint32> m_digitGlyphs;
    /// Grows with each setFont(): layouts of before are of no use.
    size_t m_revision = 0;
};

} // namespace countersign::diffview
