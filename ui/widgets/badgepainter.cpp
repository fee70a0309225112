// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/badgepainter.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace countersign::ui {

using theme::color;
using theme::TextStyle;
using theme::Theme;
using theme::Token;

namespace {

struct Letters
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::StatusLetter)
};

QRect place(const QRect &area, int width, int height, bool alignLeft)
{
    return QRect(alignLeft ? area.x() : area.right() - width + 1, area.y() + (area.height() - height) / 2,
                 width, height);
}

QFont badgeFont(bool strong = false)
{
    QFont font = Theme::tabular(theme::font(TextStyle::Caption));
    if (strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

int pillHeight(const QFontMetrics &metrics) { return qMax(badgeHeight, metrics.height() + 1); }

} // namespace

int countBadgeWidth(const QString &text)
{
    return qMax(18, QFontMetrics(badgeFont(true)).horizontalAdvance(text) + 11);
}

QRect paintCountBadge(QPainter &painter, const QRect &area, const QString &text, BadgeKind kind,
                      bool alignLeft)
{
    const QFont labelled = badgeFont(true);
    const QRect rect = place(area, countBadgeWidth(text), pillHeight(QFontMetrics(labelled)), alignLeft);
    const bool hot = kind == BadgeKind::Hot;
    const bool bad = kind == BadgeKind::Bad;
    painter.save();
    theme::paintBox(painter, rect,
                    color(hot   ? Token::AccentFill
                          : bad ? Token::DangerBg
                                : Token::Pressed),
                    {}, rect.height() / 2.0);
    painter.setFont(labelled);
    painter.setPen(color(hot ? Token::AccentOn : bad ? Token::DangerText : Token::Text));
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
    return rect;
}

int commentBadgeWidth(int comments)
{
    return 12 + 4 + QFontMetrics(badgeFont()).horizontalAdvance(groupedNumber(comments)) + 12;
}

QRect paintCommentBadge(QPainter &painter, const QRect &area, int comments, bool open, bool alignLeft)
{
    const QFont labelled = badgeFont();
    const QRect rect =
        place(area, commentBadgeWidth(comments), pillHeight(QFontMetrics(labelled)), alignLeft);
    const QColor ink = color(open ? Token::WarningText : Token::Muted);
    painter.save();
    theme::paintBox(painter, rect, color(open ? Token::WarningBg : Token::Pressed), {}, rect.height() / 2.0);
    theme::drawIcon(painter, QRect(rect.x() + 6, rect.center().y() - 5, 12, 12), QStringLiteral("comment"),
                    ink);
    painter.setFont(labelled);
    painter.setPen(ink);
    painter.drawText(rect.adjusted(22, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, groupedNumber(comments));
    painter.restore();
    return rect;
}

int lineCountsWidth(qint64 added, qint64 removed)
{
    const QFontMetrics metrics(theme::font(TextStyle::CodeSmall));
    const int left = added ? metrics.horizontalAdvance(addedText(added)) : 0;
    const int right = removed ? metrics.horizontalAdvance(removedText(removed)) : 0;
    return left + right + (left && right ? 6 : 0);
}

QRect paintLineCounts(QPainter &painter, const QRect &area, qint64 added, qint64 removed, bool alignLeft)
{
    const QFont labelled = theme::font(TextStyle::CodeSmall);
    const QRect rect = place(area, lineCountsWidth(added, removed), area.height(), alignLeft);
    painter.save();
    painter.setFont(labelled);
    if (added) {
        painter.setPen(color(Token::AddedText));
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, addedText(added));
    }
    if (removed) {
        painter.setPen(color(Token::RemovedText));
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, removedText(removed));
    }
    painter.restore();
    return rect;
}

QRect paintStatusLetter(QPainter &painter, const QRect &area, QChar letter)
{
    Token ink = Token::Muted;
    Token fill = Token::Pressed;
    switch (letter.unicode()) {
    case u'A':
        ink = Token::AddedText;
        fill = Token::AddedBg;
        break;
    case u'M':
    case u'T':
        ink = Token::ChangedText;
        fill = Token::ChangedBg;
        break;
    case u'D':
        ink = Token::RemovedText;
        fill = Token::RemovedBg;
        break;
    case u'R':
    case u'C':
        ink = Token::MovedText;
        fill = Token::MovedBg;
        break;
    case u'U':
        ink = Token::WarningText;
        fill = Token::WarningBg;
        break;
    default:
        break;
    }
    const QRect rect = place(area, 16, 16, true);
    painter.save();
    theme::paintBox(painter, rect, color(fill), {}, 3);
    QFont labelled = theme::font(TextStyle::Code);
    labelled.setPixelSize(10);
    labelled.setWeight(QFont::DemiBold);
    painter.setFont(labelled);
    painter.setPen(color(ink));
    painter.drawText(rect, Qt::AlignCenter, QString(letter));
    painter.restore();
    return rect;
}

QString statusLetterName(QChar letter)
{
    switch (letter.unicode()) {
    case u'A':
        return Letters::tr("added");
    case u'M':
        return Letters::tr("modified");
    case u'T':
        return Letters::tr("type changed");
    case u'D':
        return Letters::tr("deleted");
    case u'R':
        return Letters::tr("renamed");
    case u'C':
        return Letters::tr("copied");
    case u'U':
        return Letters::tr("unmerged");
    default:
        return Letters::tr("new");
    }
}

int approvalSegmentsWidth(int needed, int segmentWidth)
{
    const int count = qBound(1, needed, 12);
    const int one = count > 4 ? qMax(6, segmentWidth * 4 / count) : segmentWidth;
    return count * one + (count - 1) * 4;
}

QRect paintApprovalSegments(QPainter &painter, const QRect &area, int given, int needed, int segmentWidth)
{
    const int count = qBound(1, needed, 12);
    const int one = count > 4 ? qMax(6, segmentWidth * 4 / count) : segmentWidth;
    const QRect rect = place(area, approvalSegmentsWidth(needed, segmentWidth), 4, true);
    for (int i = 0; i < count; ++i) {
        // More than twelve needed share the segments in proportion.
        const bool filled = given > 0 && i < (qint64(given) * count) / qMax(1, needed);
        theme::paintBox(painter, QRect(rect.x() + i * (one + 4), rect.y(), one, 4),
                        color(filled || needed == 0 ? Token::ApprovalMark : Token::Pressed), {}, 2);
    }
    return rect;
}

int keyCapWidth(const QString &text)
{
    return qMax(18, QFontMetrics(theme::font(TextStyle::Caption)).horizontalAdvance(text) + 10);
}

QRect paintKeyCap(QPainter &painter, const QRect &area, const QString &text, bool alignRight)
{
    const QFont labelled = theme::font(TextStyle::Caption);
    const int height = qMax(18, QFontMetrics(labelled).height() + 3);
    const QRect rect = place(area, keyCapWidth(text), height, !alignRight);
    painter.save();
    theme::paintBox(painter, rect, color(Token::AltBase), color(Token::BorderButton), 3);
    painter.setFont(labelled);
    painter.setPen(color(Token::Muted));
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
    return rect;
}

} // namespace countersign::ui
