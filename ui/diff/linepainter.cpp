// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/linepainter.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>
#include <utility>

namespace countersign::diffview {

namespace {

/// Longer lines are drawn by pieces, on the assumption that every character is as wide as any other.
constexpr qsizetype kLongLine = 4000;

bool needsStandIn(QChar c)
{
    const char16_t u = c.unicode();
    return (u < 0x20 && u != u'\t') || u == 0x7F || (u >= 0x80 && u < 0xA0) || u == 0xAD || u == 0x61C ||
           (u >= 0x200B && u <= 0x200F) || (u >= 0x2028 && u <= 0x202E) || (u >= 0x2060 && u <= 0x206F) ||
           u == 0xFEFF || u == QChar::ReplacementCharacter;
}

QChar standInFor(QChar c)
{
    const char16_t u = c.unicode();
    // The control pictures of Unicode.
    if (u < 0x20)
        return QChar(static_cast<char16_t>(0x2400 + u));
    if (u == 0x7F)
        return QChar(u'\u2421');
    if (u == QChar::ReplacementCharacter)
        return c;
    return QChar(u'\u25AF');
}

} // namespace

void LinePainter::setFont(const QFont &font, int tabWidth)
{
    m_font = font;
    const QFontMetricsF metrics(font);
    m_charWidth = metrics.horizontalAdvance(u'0');
    m_tabStop = m_charWidth * std::max(1, tabWidth);
    const int natural = static_cast<int>(std::ceil(metrics.height()));
    m_lineHeight = std::max(20, natural + 4);
    m_ascent = static_cast<int>(std::ceil(metrics.ascent()));
    m_padding = (m_lineHeight - natural) / 2;
    m_digits = QRawFont::fromFont(font);
    m_digitGlyphs = m_digits.glyphIndexesForString(QStringLiteral("0123456789"));
    ++m_revision;
}

QString LinePainter::visibleText(const QString &text, QList<diff::Span> *marks)
{
    qsizetype first = 0;
    while (first < text.size() && !needsStandIn(text[first]))
        ++first;
    if (first == text.size())
        return text;
    QString shown = text;
    for (qsizetype i = first; i < shown.size(); ++i) {
        if (!needsStandIn(shown[i]))
            continue;
        if (marks)
            marks->append({static_cast<int>(i), 1});
        shown[i] = standInFor(shown[i]);
    }
    return shown;
}

void LinePainter::prepare(QTextLayout &layout, const QString &text, int wrapWidth) const
{
    layout.setFont(m_font);
    layout.setText(text);
    QTextOption option;
    option.setTabStopDistance(m_tabStop);
    option.setWrapMode(wrapWidth > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    // Code reads from left to right whatever its comments say.
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
}

namespace {

int breakLines(QTextLayout &layout, int wrapWidth, int lineHeight, int padding)
{
    layout.beginLayout();
    int rows = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(wrapWidth > 0 ? wrapWidth : 1e7);
        line.setPosition(QPointF(0, rows * lineHeight + padding));
        ++rows;
    }
    layout.endLayout();
    return rows;
}

} // namespace

int LinePainter::rowsOf(const QString &text, int width) const
{
    if (width <= 0 || text.isEmpty())
        return 1;
    const auto columns = static_cast<qsizetype>(width / m_charWidth);
    // Most lines are short and plain: no layout is needed to know that they fit.
    if (text.size() <= columns && !text.contains(u'\t')) {
        const bool plain = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x300; });
        if (plain)
            return 1;
    }
    if (text.size() > kLongLine)
        return static_cast<int>((text.size() + columns - 1) / std::max<qsizetype>(1, columns));
    QTextLayout layout;
    prepare(layout, text, width);
    return std::max(1, breakLines(layout, width, m_lineHeight, m_padding));
}

qreal LinePainter::widthOf(const QString &text) const
{
    if (text.size() > kLongLine)
        return static_cast<qreal>(text.size()) * m_charWidth;
    const bool plain = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x300 && c != u'\t'; });
    if (plain)
        return static_cast<qreal>(text.size()) * m_charWidth;
    QTextLayout layout;
    prepare(layout, text, 0);
    breakLines(layout, 0, m_lineHeight, m_padding);
    return layout.lineCount() > 0 ? layout.lineAt(0).naturalTextWidth() : 0;
}

QList<QTextLayout::FormatRange> LinePainter::formats(const QString &shown, const LineLook &look,
                                                     diff::Span piece) const
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](int start, int count, const QTextCharFormat &format) {
        const int begin = std::max(start, piece.start);
        const int end = std::min(start + count, piece.start + piece.length);
        if (end > begin)
            ranges.append({begin - piece.start, end - begin, format});
    };
    for (const FormatSpan &span : look.syntax) {
        QTextCharFormat format;
        format.setForeground(theme::color(span.token()));
        if (span.italic())
            format.setFontItalic(true);
        add(span.start(), span.length(), format);
    }
    for (const diff::Span &span : look.words) {
        QTextCharFormat format;
        format.setBackground(look.wordColor);
        add(span.start, span.length, format);
    }
    for (const diff::Span &span : look.found) {
        QTextCharFormat format;
        format.setBackground(theme::color(theme::Token::WarningLine));
        add(span.start, span.length, format);
    }
    if (look.showWhitespace) {
        // Drawn as marks in the place of the characters by a lighter colour.
        QTextCharFormat format;
        format.setForeground(theme::color(theme::Token::Disabled));
        for (qsizetype i = 0; i < shown.size(); ++i) {
            if (shown[i] == u'\u00B7' || shown[i] == u'\u2192')
                ranges.append({static_cast<int>(i), 1, format});
        }
    }
    return ranges;
}

void LinePainter::paintNumber(QPainter &painter, int number, int right, int top) const
{
    const QPointF base(right, top + m_padding + m_ascent);
    const QByteArray digits = QByteArray::number(number);
    if (m_digitGlyphs.size() != 10 || number < 0) {
        painter.setFont(m_font);
        painter.drawText(base - QPointF(m_charWidth * static_cast<qreal>(digits.size()), 0),
                         QString::fromLatin1(digits));
        return;
    }
    QList<quint32> glyphs;
    QList<QPointF> places;
    qreal x = -m_charWidth * static_cast<qreal>(digits.size());
    for (const char digit : digits) {
        glyphs.append(m_digitGlyphs[digit - '0']);
        places.append(QPointF(x, 0));
        x += m_charWidth;
    }
    QGlyphRun run;
    run.setRawFont(m_digits);
    run.setGlyphIndexes(glyphs);
    run.setPositions(places);
    painter.drawGlyphRun(base, run);
}

void LineCache::clear()
{
    m_now.clear();
    m_before.clear();
}

LineCache::Entry &LineCache::entry(quint64 key)
{
    constexpr qsizetype generation = 400;
    if (const auto known = m_now.find(key); known != m_now.end())
        return *known;
    if (m_now.size() >= generation)
        m_before = std::exchange(m_now, {});
    return *m_now.insert(key, m_before.take(key));
}

namespace {

/// Everything that a layout is made of besides its text.
size_t sumOf(const LineLook &look, int wrapWidth, size_t revision)
{
    const auto spans = [](size_t seed, const QList<diff::Span> &list) {
        for (const diff::Span &span : list)
            seed = qHashMulti(seed, span.start, span.length);
        return seed;
    };
    // A line's colours come all at once.
    return spans(spans(qHashMulti(revision, wrapWidth, look.syntax.size(), look.wordColor.rgba(),
                                  look.showWhitespace, look.words.size()),
                       look.words),
                 look.found);
}

} // namespace

void LinePainter::layOut(QTextLayout &layout, const QString &text, const LineLook &look, diff::Span piece,
                         int wrapWidth) const
{
    QList<diff::Span> marks;
    QString shown = visibleText(text.mid(piece.start, piece.length), &marks);
    if (look.showWhitespace)
        shown.replace(u' ', u'\u00B7');
    prepare(layout, shown, wrapWidth);
    QList<QTextLayout::FormatRange> ranges = formats(shown, look, piece);
    QTextCharFormat format;
    format.setForeground(theme::color(theme::Token::DangerText));
    format.setBackground(theme::color(theme::Token::DangerBg));
    for (const diff::Span &mark : marks)
        ranges.append({mark.start, mark.length, format});
    layout.setFormats(ranges);
    layout.setCacheEnabled(true);
    breakLines(layout, wrapWidth, m_lineHeight, m_padding);
}

void LinePainter::paint(QPainter &painter, const QString &text, const LineLook &look, int x, int y,
                        int scroll, const QRect &clip, int wrapWidth, LineCache *cache, quint64 key) const
{
    if (text.isEmpty())
        return;
    painter.save();
    painter.setClipRect(clip, Qt::IntersectClip);
    painter.setPen(theme::color(theme::Token::Text));
    // A selection is drawn over the layout, which stays the same while it grows.
    const auto draw = [&](QTextLayout &layout, diff::Span piece, QPointF at) {
        QList<QTextLayout::FormatRange> selected;
        const int begin = std::max(look.selection.start, piece.start);
        const int end = std::min(look.selection.start + look.selection.length, piece.start + piece.length);
        if (end > begin) {
            QTextCharFormat format;
            format.setBackground(theme::color(theme::Token::SelectText));
            selected.append({begin - piece.start, end - begin, format});
        }
        layout.draw(&painter, at, selected);
    };
    const auto size = static_cast<int>(text.size());
    if (size <= kLongLine) {
        LineCache::Entry own;
        LineCache::Entry &entry = cache ? cache->entry(key) : own;
        const size_t sum = sumOf(look, wrapWidth, m_revision);
        if (!entry.layout || entry.look != sum) {
            entry.layout = std::make_shared<QTextLayout>();
            entry.look = sum;
            layOut(*entry.layout, text, look, {0, size}, wrapWidth);
        }
        draw(*entry.layout, {0, size}, QPointF(x - scroll, y));
        painter.restore();
        return;
    }
    const auto drawPiece = [&](diff::Span piece, QPointF at) {
        QTextLayout layout;
        layOut(layout, text, look, piece, 0);
        draw(layout, piece, at);
    };
    if (wrapWidth <= 0) {
        const int from = std::max(0, static_cast<int>(scroll / m_charWidth) - 8);
        const int count = static_cast<int>(clip.width() / m_charWidth) + 32;
        drawPiece({from, std::max(0, std::min(count, size - from))},
                  QPointF(x - scroll + from * m_charWidth, y));
    } else {
        const int columns = std::max(1, static_cast<int>(wrapWidth / m_charWidth));
        const int firstRow = std::max(0, (clip.top() - y) / m_lineHeight);
        const int lastRow = (clip.bottom() - y) / m_lineHeight;
        for (int row = firstRow; row <= lastRow && row * columns < size; ++row)
            drawPiece({row * columns, std::min(columns, size - row * columns)},
                      QPointF(x, y + row * m_lineHeight));
    }
    painter.restore();
}

int LinePainter::columnAt(const QString &text, const QPoint &point, int wrapWidth) const
{
    if (text.size() > kLongLine) {
        const int columns = wrapWidth > 0 ? std::max(1, static_cast<int>(wrapWidth / m_charWidth)) : 0;
        const int row = wrapWidth > 0 ? std::max(0, point.y() / m_lineHeight) : 0;
        const auto column = row * columns + static_cast<int>(std::lround(point.x() / m_charWidth));
        return std::clamp(column, 0, static_cast<int>(text.size()));
    }
    QTextLayout layout;
    prepare(layout, visibleText(text), wrapWidth);
    breakLines(layout, wrapWidth, m_lineHeight, m_padding);
    if (layout.lineCount() == 0)
        return 0;
    const int row = std::clamp(point.y() / m_lineHeight, 0, layout.lineCount() - 1);
    return layout.lineAt(row).xToCursor(point.x());
}

QPoint LinePainter::pointOf(const QString &text, int column, int wrapWidth) const
{
    if (text.size() > kLongLine) {
        const int columns = wrapWidth > 0 ? std::max(1, static_cast<int>(wrapWidth / m_charWidth)) : 0;
        if (columns == 0)
            return {static_cast<int>(column * m_charWidth), 0};
        return {static_cast<int>((column % columns) * m_charWidth), (column / columns) * m_lineHeight};
    }
    QTextLayout layout;
    prepare(layout, visibleText(text), wrapWidth);
    breakLines(layout, wrapWidth, m_lineHeight, m_padding);
    if (layout.lineCount() == 0)
        return {};
    const QTextLine line = layout.lineForTextPosition(std::min(column, static_cast<int>(text.size())));
    return {static_cast<int>(line.cursorToX(column)), line.lineNumber() * m_lineHeight};
}

} // namespace countersign::diffview
