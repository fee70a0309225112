// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/quotedlines.h"

#include "core/diff/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rowpainting.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

constexpr qsizetype mostQuoted = 8;
// What is applied was seen before: a suggestion is whole, within reason.
constexpr qsizetype mostSuggested = 400;
constexpr int numberWidth = 36;
constexpr int signWidth = 20;

// A tab would be drawn as a box, and direction marks would reorder the code: both are shown as what they are.
QString shownText(const QString &text)
{
    QString shown = text.left(500);
    shown.replace(QLatin1Char('\t'), QStringLiteral("    "));
    for (QChar &c : shown) {
        if (c.unicode() < 0x20 || (c.unicode() >= 0x202a && c.unicode() <= 0x202e) ||
            (c.unicode() >= 0x2066 && c.unicode() <= 0x2069) || c.unicode() == 0x200e ||
            c.unicode() == 0x200f)
            c = QChar(0xfffd);
    }
    return shown;
}

} // namespace

QuotedLines::QuotedLines(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QuotedLines::setTitle(const QString &title, const QString &where)
{
    m_title = title;
    m_where = where;
    setAccessibleName(where.isEmpty() ? title : title + QStringLiteral(", ") + where);
    update();
}

void QuotedLines::setTrailing(QWidget *widget)
{
    m_trailing = widget;
    widget->setParent(this);
    widget->show();
    resizeEvent(nullptr);
}

void QuotedLines::setLines(const QList<QuotedLine> &lines) { show(lines, mostQuoted); }

void QuotedLines::show(const QList<QuotedLine> &lines, qsizetype most)
{
    m_lines = lines.mid(0, most);
    m_hidden = static_cast<int>(lines.size() - m_lines.size());
    QStringList spoken;
    for (const auto &line : std::as_const(m_lines))
        spoken.append((line.kind == QuotedLine::Kind::Added     ? tr("added: %1")
                       : line.kind == QuotedLine::Kind::Removed ? tr("removed: %1")
                                                                : tr("line: %1"))
                          .arg(line.text.trimmed()));
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

void QuotedLines::setSuggestion(const QStringList &before, const QStringList &after, int firstLine)
{
    QList<QuotedLine> lines;
    int number = firstLine;
    for (const QString &line : before)
        lines.append({QuotedLine::Kind::Removed, number++, line});
    number = firstLine;
    for (const QString &line : after)
        lines.append({QuotedLine::Kind::Added, number++, line});
    show(lines, mostSuggested);
}

qsizetype QuotedLines::partner(qsizetype line) const
{
    const auto isKind = [this](qsizetype at, QuotedLine::Kind kind) {
        return at >= 0 && at < m_lines.size() && m_lines.at(at).kind == kind;
    };
    using Kind = QuotedLine::Kind;
    if (m_lines.at(line).kind == Kind::Context)
        return -1;
    qsizetype removed = line;
    while (isKind(removed, Kind::Added))
        --removed;
    if (!isKind(removed, Kind::Removed))
        return -1;
    qsizetype begin = removed;
    while (isKind(begin - 1, Kind::Removed))
        --begin;
    qsizetype middle = removed + 1;
    while (isKind(middle, Kind::Removed))
        ++middle;
    qsizetype end = middle;
    while (isKind(end, Kind::Added))
        ++end;
    // Runs of one length are changed line by line; others only where they touch.
    if (end - middle == middle - begin)
        return isKind(line, Kind::Added) ? begin + (line - middle) : middle + (line - begin);
    return -1;
}

int QuotedLines::headHeight() const
{
    return m_title.isEmpty() ? 0 : std::max(28, QFontMetrics(theme::font(TextStyle::Small)).height() + 10);
}

int QuotedLines::lineHeight() const
{
    return std::max(20, QFontMetrics(theme::font(TextStyle::Code)).height() + 2);
}

QSize QuotedLines::sizeHint() const
{
    return QSize(320, headHeight() + (static_cast<int>(m_lines.size()) + (m_hidden > 0)) * lineHeight() + 2);
}

QSize QuotedLines::minimumSizeHint() const { return QSize(120, sizeHint().height()); }

void QuotedLines::resizeEvent(QResizeEvent *)
{
    if (!m_trailing)
        return;
    const QSize size = m_trailing->sizeHint();
    m_trailing->setGeometry(width() - size.width() - 8, (headHeight() - size.height()) / 2, size.width(),
                            size.height());
}

void QuotedLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setClipPath(frame);
    painter.fillRect(rect(), theme::color(Token::Base));
    int y = 1;
    if (const int head = headHeight(); head > 0) {
        const QRect area(0, 0, width(), head);
        painter.fillRect(area, theme::color(Token::AltBase));
        painter.setPen(theme::color(Token::Border));
        painter.drawLine(0, head, width(), head);
        const bool isPath = m_where.isEmpty();
        const int right = m_trailing ? m_trailing->width() + 16 : 8;
        const int x = ui::paintRowText(painter, area.adjusted(9, 0, -right, 0), m_title,
                                       theme::font(isPath ? TextStyle::CodeSmall : TextStyle::BodyStrong),
                                       theme::color(Token::Text), Qt::ElideMiddle);
        if (!isPath)
            ui::paintRowText(painter, QRect(x + 10, 0, width() - x - 10 - right, head), m_where,
                             theme::font(TextStyle::CodeSmall), theme::color(Token::Muted), Qt::ElideMiddle);
        y = head + 1;
    }
    const QFont code = theme::font(TextStyle::Code);
    const QFontMetricsF metrics(code);
    const int height = lineHeight();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const auto &line = m_lines.at(i);
        const bool added = line.kind == QuotedLine::Kind::Added;
        const bool removed = line.kind == QuotedLine::Kind::Removed;
        const QRect row(0, y, width(), height);
        if (added || removed) {
            painter.fillRect(row, theme::color(added ? Token::AddedBg : Token::RemovedBg));
            painter.fillRect(QRect(0, y, numberWidth, height),
                             theme::color(added ? Token::AddedGutter : Token::RemovedGutter));
        }
        const QString text = shownText(line.text);
        // A removed line and the added one in its place are a pair: what differs is marked.
        if (const qsizetype pair = partner(i); pair >= 0) {
            const QString other = shownText(m_lines.at(pair).text);
            const auto words = removed ? diff::wordChanges(text, other) : diff::wordChanges(other, text);
            for (const auto &span : removed ? words.before : words.after) {
                const qreal from = metrics.horizontalAdvance(text.left(span.start));
                const qreal width = metrics.horizontalAdvance(text.mid(span.start, span.length));
                painter.fillRect(QRectF(numberWidth + signWidth + from, y + 2, width, height - 4),
                                 theme::color(added ? Token::AddedWord : Token::RemovedWord));
            }
        }
        painter.setFont(code);
        painter.setPen(theme::color(Token::Faint));
        if (line.number > 0)
            painter.drawText(QRect(0, y, numberWidth - 8, height), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(line.number));
        if (added || removed) {
            painter.setPen(theme::color(added ? Token::AddedText : Token::RemovedText));
            painter.drawText(QRect(numberWidth, y, signWidth, height), Qt::AlignCenter,
                             added ? QStringLiteral("+") : QStringLiteral("−"));
        }
        painter.setPen(theme::color(Token::Text));
        painter.drawText(QRect(numberWidth + signWidth, y, width() - numberWidth - signWidth - 4, height),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        y += height;
    }
    if (m_hidden > 0) {
        painter.setPen(theme::color(Token::Muted));
        painter.setFont(theme::font(TextStyle::Small));
        painter.drawText(QRect(numberWidth + signWidth, y, width() - numberWidth - signWidth - 4, height),
                         Qt::AlignLeft | Qt::AlignVCenter, tr("and %n more line(s)", nullptr, m_hidden));
    }
    painter.setClipping(false);
    painter.setPen(theme::color(Token::Border));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(frame);
}

} // namespace countersign::reviewui
