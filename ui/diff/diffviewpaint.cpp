// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/threadsource.h"
#include "ui/theme/theme.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/rowpainting.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace countersign::diffview {

using theme::TextStyle;
using theme::Token;

namespace {

/// Folds with at most this many hidden lines are only opened as a whole.
constexpr int kStep = 10;

struct RowColors
{
    Token background = Token::Base;
    Token gutter = Token::Base;
    Token word = Token::Base;
    Token sign = Token::Faint;
    QChar text;
};

RowColors colorsOf(diff::Row::Kind change, Side side, bool moved)
{
    if (change == diff::Row::Kind::Context)
        return {};
    if (moved)
        return {Token::MovedBg, Token::MovedBg, Token::MovedBg, Token::MovedText, u'\u00BB'};
    if (side == Side::Before)
        return {Token::RemovedBg, Token::RemovedGutter, Token::RemovedWord, Token::RemovedText, u'-'};
    return {Token::AddedBg, Token::AddedGutter, Token::AddedWord, Token::AddedText, u'+'};
}

} // namespace

void DiffView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    m_paintedLines = 0;
    const QRect view = viewport()->rect();
    painter.fillRect(event->rect(), theme::color(Token::Base));
    const qint64 from = verticalScrollBar()->value();
    const qint64 to = from + view.height();
    for (int i = std::max(0, fileAtY(from)); i < fileCount() && m_tops[static_cast<size_t>(i)] < to; ++i) {
        File &file = m_files[static_cast<size_t>(i)];
        const qint64 top = m_tops[static_cast<size_t>(i)];
        if (!file.hasRows()) {
            const int y = static_cast<int>(top - from);
            const int header = file.isFirst ? 0 : fileHeaderHeight;
            const QRect area(0, y + header, view.width(), file.height() - header);
            if (header > 0)
                paintFileHeader(painter, QRect(0, y, view.width(), header), headerInfo(i), true);
            painter.fillRect(area.intersected(view), theme::color(Token::Base));
            continue;
        }
        const auto start =
            std::ranges::upper_bound(file.tops, static_cast<int>(std::max<qint64>(0, from - top)));
        for (int row = std::max(0, static_cast<int>(start - file.tops.begin()) - 1);
             row < static_cast<int>(file.rows.size()); ++row) {
            const int y = static_cast<int>(top + file.tops[static_cast<size_t>(row)] - from);
            if (y >= view.height())
                break;
            const int height = file.tops[static_cast<size_t>(row) + 1] - file.tops[static_cast<size_t>(row)];
            const QRect area(0, y, view.width(), height);
            if (height > 0 && area.intersects(event->rect()))
                paintRow(painter, {i, row}, area);
        }
    }
    if (m_split && !m_files.empty() && contentHeight() - from < view.height())
        painter.fillRect(QRect(0, static_cast<int>(contentHeight() - from), view.width(), view.height()),
                         theme::color(Token::Window));
}

void DiffView::paintRow(QPainter &painter, const Position &position, const QRect &area)
{
    File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(position.row)];
    switch (row.kind) {
    case ViewRow::Kind::Header:
        if (!file.isFirst) {
            painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), theme::color(Token::Border));
            paintFileHeader(painter, area.adjusted(0, 1, 0, 0), headerInfo(position.file), true);
        }
        break;
    case ViewRow::Kind::Fact:
        paintFact(painter, file.facts.value(row.index), area);
        break;
    case ViewRow::Kind::Gap:
        paintGap(painter, position, area);
        break;
    case ViewRow::Kind::Image:
        paintImages(painter, file, area);
        break;
    case ViewRow::Kind::Message:
        paintMessage(painter, file, area);
        break;
    case ViewRow::Kind::Space:
        painter.fillRect(area, theme::color(Token::Window));
        break;
    case ViewRow::Kind::Thread:
        painter.fillRect(area, theme::color(Token::Window));
        painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), theme::color(Token::Border));
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme::color(Token::Border));
        break;
    case ViewRow::Kind::Line:
        paintLines(painter, position, area);
        break;
    }
}

void DiffView::paintLines(QPainter &painter, const Position &position, const QRect &area)
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(position.row)];
    if (!m_split) {
        Cell cell;
        cell.position = position;
        cell.side = row.newLine >= 0 ? Side::After : Side::Before;
        cell.line = row.newLine >= 0 ? row.newLine : row.oldLine;
        cell.area = area;
        cell.textLeft = m_columns.textLeft(cell.side, false);
        cell.change = row.change;
        paintCell(painter, cell);
        return;
    }
    for (const Side side : {Side::Before, Side::After}) {
        const QRect &column = side == Side::Before ? m_columns.old : m_columns.fresh;
        Cell cell;
        cell.position = position;
        cell.side = side;
        cell.line = side == Side::Before ? row.oldLine : row.newLine;
        cell.area = QRect(column.left(), area.top(), column.width(), area.height());
        cell.textLeft = m_columns.textLeft(side, true);
        cell.change = row.change;
        if (cell.line < 0)
            paintFiller(painter, cell.area);
        else
            paintCell(painter, cell);
    }
    painter.fillRect(QRect(m_columns.old.right() + 1, area.top(), 1, area.height()),
                     theme::color(Token::Border));
}

void DiffView::paintFiller(QPainter &painter, const QRect &area)
{
    painter.fillRect(area, theme::color(Token::FillerA));
    painter.save();
    painter.setBrushOrigin(area.left(), -verticalScrollBar()->value() % 8);
    painter.fillRect(area, QBrush(theme::color(Token::FillerB), Qt::BDiagPattern));
    painter.restore();
}

void DiffView::paintCellMargin(QPainter &painter, const Cell &cell, bool moved)
{
    const File &file = m_files[static_cast<size_t>(cell.position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(cell.position.row)];
    const RowColors colors = colorsOf(cell.change, cell.side, moved);
    const int numbers = m_split ? m_columns.numberWidth : 2 * m_columns.numberWidth;
    painter.fillRect(QRect(cell.area.left(), cell.area.top(), numbers, cell.area.height()),
                     theme::color(cell.change == diff::Row::Kind::Context ? Token::Base : colors.gutter));
    painter.setPen(theme::color(cell.change == diff::Row::Kind::Context ? Token::Faint : Token::Text));
    const auto number = [&](int column, int line) {
        if (line >= 0)
            m_painter.paintNumber(painter, line + 1,
                                  cell.area.left() + (column + 1) * m_columns.numberWidth - 7,
                                  cell.area.top());
    };
    if (m_split) {
        number(0, cell.line);
    } else {
        number(0, row.oldLine);
        number(1, row.newLine);
    }
    if (!colors.text.isNull()) {
        QFont sign = m_painter.font();
        sign.setWeight(QFont::DemiBold);
        painter.setFont(sign);
        painter.setPen(theme::color(colors.sign));
        painter.drawText(QRect(cell.textLeft - m_columns.signWidth, cell.area.top(), m_columns.signWidth,
                               m_painter.lineHeight()),
                         Qt::AlignCenter, QString(colors.text));
    }
}

void DiffView::paintCell(QPainter &painter, const Cell &cell)
{
    ++m_paintedLines;
    File &file = m_files[static_cast<size_t>(cell.position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(cell.position.row)];
    const MovedLines &moves = cell.side == Side::Before ? file.movedTo : file.movedFrom;
    const bool changed = cell.change != diff::Row::Kind::Context;
    const MovedLines::Place moved = changed ? moves.find(cell.line) : MovedLines::Place();
    const bool isMoved = moved.file >= 0;
    const RowColors colors = colorsOf(cell.change, cell.side, isMoved);
    const QString text = lineText(file, cell.side, cell.line);

    bool whole = false;
    LineLook look;
    if (changed && !isMoved)
        look.words = wordsOf(file, row, cell.side, &whole);
    look.wordColor = theme::color(colors.word);
    const auto &highlighted = cell.side == Side::Before ? file.oldColours : file.newColours;
    if (highlighted) {
        highlighted->require(cell.line + 60);
        look.syntax = highlighted->spans(cell.line);
    }
    look.found = foundIn(cell.position.file, cell.side, cell.line);
    diff::Span selection;
    const bool selected = isSelected(cell.side, cell.position.file, cell.line, &selection);
    if (selected)
        look.selection = selection;
    look.showWhitespace = m_whitespace;

    const bool isCaret = hasFocus() && m_caret.file == cell.position.file && m_caret.line == cell.line &&
                         m_caretSide == cell.side;
    painter.fillRect(cell.area, theme::color(isCaret && !changed ? Token::AltBase : colors.background));
    paintCellMargin(painter, cell, isMoved);

    const QRect clip(cell.textLeft, cell.area.top(), cell.area.right() + 1 - cell.textLeft,
                     cell.area.height());
    const int wrap = m_wrap ? m_columns.textWidth(cell.side, m_split) : 0;
    const int scroll = m_wrap ? 0 : horizontalScrollBar()->value();
    // A selected line end shows as half a character.
    if (selected && selection.start + selection.length > text.size()) {
        const QPoint end = m_painter.pointOf(text, static_cast<int>(text.size()), wrap);
        painter.fillRect(QRect(cell.textLeft + end.x() - scroll, cell.area.top() + end.y(),
                               static_cast<int>(m_painter.charWidth() / 2) + 1, m_painter.lineHeight())
                             .intersected(clip),
                         theme::color(Token::SelectText));
    }
    const quint64 key = (static_cast<quint64>(file.stamp) << 33) | (static_cast<quint64>(cell.line) << 1) |
                        (cell.side == Side::Before ? 0 : 1);
    m_painter.paint(painter, text, look, cell.textLeft, cell.area.top(), scroll, clip, wrap, &m_lines, key);

    const diff::Text *content = textOf(cell.position.file, cell.side);
    if (content && cell.line == content->lineCount() - 1 && !content->hasFinalNewline()) {
        const QPoint end = m_painter.pointOf(text, static_cast<int>(text.size()), wrap);
        painter.setPen(theme::color(Token::Faint));
        painter.setFont(m_painter.font());
        painter.setClipRect(clip);
        painter.drawText(QRect(cell.textLeft + end.x() - scroll + 4, cell.area.top() + end.y(), 24,
                               m_painter.lineHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("\u2300\u21B5"));
        painter.setClipping(false);
    }
    if (isMoved) {
        const QString where = moved.file == cell.position.file
                                  ? QString::number(moved.line + 1)
                                  : git::displayPath(m_files[static_cast<size_t>(moved.file)].delta.path()) +
                                        u':' + QString::number(moved.line + 1);
        const QString words = cell.side == Side::After ? tr("moved from line %1").arg(where)
                                                       : tr("moved to line %1").arg(where);
        const QFont small = theme::font(TextStyle::Caption);
        const int width = QFontMetrics(small).horizontalAdvance(words);
        const QPoint end = m_painter.pointOf(text, static_cast<int>(text.size()), wrap);
        const QRect place(cell.area.right() - width - 8, cell.area.top(), width, m_painter.lineHeight());
        if (cell.textLeft + end.x() - scroll + 12 < place.left())
            ui::paintRowText(painter, place.adjusted(0, 0, 8, 0), words, small,
                             theme::color(Token::MovedText), Qt::ElideNone);
    }
    if (isCaret) {
        const QPoint at = m_painter.pointOf(text, m_caret.column, wrap);
        const int x = cell.textLeft + at.x() - scroll;
        if (x >= clip.left() - 1)
            painter.fillRect(x, cell.area.top() + at.y() + 2, 2, m_painter.lineHeight() - 4,
                             theme::color(Token::Accent));
    }
    if (m_reviewing && m_hover == cell.position && m_hoverSide == cell.side)
        paintPlus(painter, plusArea(cell.position, cell.side));
}

void DiffView::paintPlus(QPainter &painter, const QRect &area)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(Token::AccentFill));
    painter.drawRoundedRect(area, 3, 3);
    painter.setPen(QPen(theme::color(Token::AccentOn), 1.5));
    const QPointF centre = QRectF(area).center();
    painter.drawLine(centre - QPointF(3.5, 0), centre + QPointF(3.5, 0));
    painter.drawLine(centre - QPointF(0, 3.5), centre + QPointF(0, 3.5));
    painter.restore();
}

DiffView::GapParts DiffView::gapParts(const File &file, const ViewRow &row, const QRect &area) const
{
    GapParts parts;
    parts.hidden = row.count;
    parts.label = tr("Show %n unchanged line(s)", nullptr, parts.hidden);
    const int first = row.newLine + 1;
    parts.range = parts.hidden == 1 ? QString::number(first)
                                    : QStringLiteral("%1\u2013%2").arg(first).arg(first + parts.hidden - 1);
    parts.enclosing = file.enclosing.value(row.index);
    const QFontMetrics metrics(theme::font(TextStyle::Small));
    const QFontMetrics code(theme::font(TextStyle::CodeSmall));
    parts.text = area;
    if (parts.hidden > kStep) {
        const int down = metrics.horizontalAdvance(tr("10 down")) + 20;
        const int up = metrics.horizontalAdvance(tr("10 up")) + 20;
        parts.down = QRect(area.right() - 8 - down, area.top(), down, area.height());
        parts.up = QRect(parts.down.left() - 6 - up, area.top(), up, area.height());
        parts.text.setRight(parts.up.left() - 8);
    }
    const int left = area.left() + 32 + metrics.horizontalAdvance(parts.label) + 8 +
                     code.horizontalAdvance(parts.range) + 30;
    const int room = parts.text.right() - left;
    if (!parts.enclosing.name.isEmpty() && room > 50)
        parts.name = QRect(left, area.top(), std::min(room, code.horizontalAdvance(parts.enclosing.name) + 4),
                           area.height());
    return parts;
}

void DiffView::paintGap(QPainter &painter, const Position &position, const QRect &area)
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(position.row)];
    const GapParts parts = gapParts(file, row, area);
    painter.fillRect(area, theme::color(m_hover == position ? Token::AccentSoft : Token::ChangedBg));
    painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), theme::color(Token::ChangedLine));
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme::color(Token::ChangedLine));
    const QColor ink = theme::color(Token::ChangedText);
    theme::drawIcon(painter, QRect(area.left() + 10, area.center().y() - 7, 14, 14), QStringLiteral("unfold"),
                    ink);
    const int left = area.left() + 32;
    const int x = ui::paintRowText(painter, QRect(left, area.top(), parts.text.right() - left, area.height()),
                                   parts.label, theme::font(TextStyle::Small), ink);
    ui::paintRowText(painter, QRect(x + 8, area.top(), parts.text.right() - x - 8, area.height()),
                     parts.range, theme::font(TextStyle::CodeSmall), ink);
    if (!parts.name.isEmpty()) {
        painter.fillRect(QRect(parts.name.left() - 14, area.top() + 5, 1, area.height() - 10),
                         theme::color(Token::ChangedLine));
        const bool link = m_hover == position && parts.reachesName() && parts.name.contains(m_hoverPoint);
        QFont font = theme::font(TextStyle::CodeSmall);
        font.setUnderline(link);
        ui::paintRowText(painter, parts.name, parts.enclosing.name, font, ink);
    }
    const auto step = [&](const QRect &place, const QString &icon, const QString &text) {
        if (place.isEmpty())
            return;
        theme::drawIcon(painter, QRect(place.left(), place.center().y() - 6, 13, 13), icon, ink);
        ui::paintRowText(painter, place.adjusted(18, 0, 8, 0), text, theme::font(TextStyle::Small), ink,
                         Qt::ElideNone);
    };
    step(parts.up, QStringLiteral("chevron-up"), tr("10 up"));
    step(parts.down, QStringLiteral("chevron-down"), tr("10 down"));
}

void DiffView::paintFact(QPainter &painter, const QString &text, const QRect &area)
{
    painter.fillRect(area, theme::color(Token::AltBase));
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme::color(Token::Border));
    theme::drawIcon(painter, QRect(area.left() + 10, area.center().y() - 7, 14, 14),
                    QStringLiteral("state-info"), theme::color(Token::ChangedText));
    ui::paintRowText(painter, area.adjusted(32, 0, -8, 0), text, theme::font(TextStyle::Small),
                     theme::color(Token::Text));
}

QString DiffView::messageOf(const File &file) const
{
    if (!file.content)
        return tr("Loading…");
    const FileContent &content = *file.content;
    const auto size = [](qint64 bytes) { return ui::sizeText(bytes); };
    switch (content.kind) {
    case FileContent::Kind::Failed:
        return tr("This file cannot be read: %1").arg(content.error);
    case FileContent::Kind::TooLarge:
        return tr("This file is large (%1). Click to load it.")
            .arg(size(std::max(content.beforeSize, content.afterSize)));
    case FileContent::Kind::Binary:
        if (content.beforeImageSize.isValid() || content.afterImageSize.isValid()) {
            const QSize claimed =
                content.afterImageSize.isValid() ? content.afterImageSize : content.beforeImageSize;
            return tr("This picture says it is %1 × %2 pixels and is not shown. %3 → %4")
                .arg(claimed.width())
                .arg(claimed.height())
                .arg(size(content.beforeSize), size(content.afterSize));
        }
        if (file.delta.status == git::DeltaStatus::Added)
            return tr("Binary file, %1").arg(size(content.afterSize));
        if (file.delta.status == git::DeltaStatus::Deleted)
            return tr("Binary file, was %1").arg(size(content.beforeSize));
        return tr("Binary file, %1 → %2").arg(size(content.beforeSize), size(content.afterSize));
    default:
        break;
    }
    if (content.beforeSize == 0 && content.afterSize == 0)
        return tr("The file is empty.");
    return file.delta.oldId == file.delta.newId ? tr("The content is unchanged.")
                                                : tr("No differences with the chosen white space setting.");
}

void DiffView::paintMessage(QPainter &painter, const File &file, const QRect &area)
{
    painter.fillRect(area, theme::color(Token::Base));
    const bool link = file.content && file.content->kind == FileContent::Kind::TooLarge;
    painter.setFont(theme::font(TextStyle::Body));
    painter.setPen(theme::color(link ? Token::Accent : Token::Muted));
    painter.drawText(area.adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap, messageOf(file));
}

void DiffView::paintImages(QPainter &painter, const File &file, const QRect &area)
{
    painter.fillRect(area, theme::color(Token::Base));
    const FileContent &content = *file.content;
    const auto one = [&](const QRect &place, const QImage &image, const QSize &claimed, qint64 bytes,
                         bool exists) {
        const QRect frame = place.adjusted(16, 12, -16, -32);
        QString caption = exists ? QStringLiteral("%1 × %2, %3")
                                       .arg(claimed.width())
                                       .arg(claimed.height())
                                       .arg(ui::sizeText(bytes))
                                 : tr("No file");
        if (image.isNull() && exists)
            caption = tr("Not shown: %1").arg(caption);
        painter.setFont(theme::font(TextStyle::Small));
        painter.setPen(theme::color(Token::Muted));
        painter.drawText(QRect(place.left(), frame.bottom() + 4, place.width(), 24), Qt::AlignCenter,
                         caption);
        if (image.isNull())
            return;
        const QSize fitted = image.width() > frame.width() || image.height() > frame.height()
                                 ? image.size().scaled(frame.size(), Qt::KeepAspectRatio)
                                 : image.size();
        const QRect target(frame.center() - QPoint(fitted.width() / 2, fitted.height() / 2), fitted);
        painter.fillRect(target, theme::color(Token::Base));
        painter.fillRect(target, QBrush(theme::color(Token::FillerB), Qt::Dense4Pattern));
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, image);
        painter.setPen(theme::color(Token::Border));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(target.adjusted(-1, -1, 0, 0));
    };
    const int half = area.width() / 2;
    one(QRect(area.left(), area.top(), half, area.height()), content.beforeImage, content.beforeImageSize,
        content.beforeSize, !file.delta.oldId.isNull());
    one(QRect(area.left() + half + 1, area.top(), half - 1, area.height()), content.afterImage,
        content.afterImageSize, content.afterSize, !file.delta.newId.isNull());
    painter.fillRect(QRect(area.left() + half, area.top(), 1, area.height()), theme::color(Token::Border));
}

QList<diff::Span> DiffView::wordsOf(File &file, const ViewRow &row, Side side, bool *whole)
{
    int oldLine = row.oldLine;
    int newLine = row.newLine;
    // In the unified view a row knows the line it stands against by its number.
    if (!m_split && row.change == diff::Row::Kind::Removed)
        newLine = row.index;
    if (!m_split && row.change == diff::Row::Kind::Added)
        oldLine = row.index;
    if (oldLine < 0 || newLine < 0)
        return {};
    const qint64 key = (static_cast<qint64>(oldLine) << 32) | static_cast<quint32>(newLine);
    auto it = file.words.constFind(key);
    if (it == file.words.constEnd()) {
        if (file.words.size() > 4000)
            file.words.clear();
        it = file.words.insert(key, diff::wordChanges(lineText(file, Side::Before, oldLine),
                                                      lineText(file, Side::After, newLine)));
    }
    *whole = it->wholeLine;
    return side == Side::Before ? it->before : it->after;
}

} // namespace countersign::diffview
