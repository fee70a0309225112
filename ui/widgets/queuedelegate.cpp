// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/queuedelegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/rowpainting.h"

#include <QPainter>
#include <QTreeView>

namespace countersign::ui {

using theme::TextStyle;
using theme::Theme;
using theme::Token;

namespace {
constexpr int timeWidth = 112;
constexpr int checkWidth = 32;
constexpr int commentWidth = 56;
constexpr int approvalWidth = 92;
} // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(GroupRole).isValid())
        return QSize(300, rowHeight(30));
    return QSize(300, rowHeight(52, 2));
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    if (const QVariant group = index.data(GroupRole); group.isValid())
        paintGroup(*painter, option, group.value<Group>(), index);
    else
        paintRow(*painter, option, index.data(RowRole).value<Row>());
    painter->restore();
}

void QueueDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const Group &group,
                               const QModelIndex &index) const
{
    const QRect rect = option.rect;
    painter.fillRect(rect,
                     theme::color(option.state & QStyle::State_MouseOver ? Token::Hover : Token::AltBase));
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme::color(Token::Border));
    const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    int x = rect.x() + 12;
    if (const auto *tree = qobject_cast<const QTreeView *>(option.widget)) {
        theme::drawIcon(painter, place(QRect(x, rect.center().y() - 5, 12, 12)),
                        tree->isExpanded(index) ? QStringLiteral("chevron-down")
                                                : QStringLiteral("chevron-right"),
                        theme::color(Token::Muted));
        x += 18;
    } else if (group.folded >= 0) {
        theme::drawIcon(painter, place(QRect(x, rect.center().y() - 5, 12, 12)),
                        group.folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"),
                        theme::color(Token::Muted));
        x += 18;
    }
    const QFont strong = theme::font(TextStyle::BodyStrong);
    const int width = QFontMetrics(strong).horizontalAdvance(group.title);
    paintRowText(painter, place(QRect(x, rect.y(), width + 1, rect.height())), group.title, strong,
                 theme::color(Token::Text));
    x += width + 8;
    const QString count = groupedNumber(group.count);
    paintCountBadge(painter, place(QRect(x, rect.y(), countBadgeWidth(count), rect.height())), count,
                    group.hot ? BadgeKind::Hot : BadgeKind::Neutral, option.direction != Qt::RightToLeft);
    x += countBadgeWidth(count) + 8;
    paintRowText(painter, place(QRect(x, rect.y(), rect.right() - x - 12, rect.height())), group.meta,
                 theme::font(TextStyle::Small), theme::color(Token::Muted));
    paintRowFocus(painter, option);
}

void QueueDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const Row &row) const
{
    const QRect rect = option.rect;
    paintRowBackground(painter, option);
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme::color(Token::Border));
    const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    const QColor muted = theme::color(Token::Muted);
    theme::drawIcon(painter, place(QRect(rect.x() + 12, rect.center().y() - 7, 16, 16)), row.stateIcon,
                    theme::color(static_cast<Token>(row.stateToken)));
    // Columns from the right end; the widest are left out where there is no room.
    const bool wide = rect.width() > 560;
    int right = rect.right() - 12;
    const QFont small = Theme::tabular(theme::font(TextStyle::Small));
    const auto text = [&](const QRect &part, const QString &words, const QColor &ink, int flags) {
        painter.setFont(small);
        painter.setPen(ink);
        painter.drawText(place(part), flags | Qt::AlignVCenter, words);
    };
    if (row.timeMs) {
        text(QRect(right - timeWidth, rect.y(), timeWidth, rect.height()), relativeTime(row.timeMs), muted,
             Qt::AlignRight);
        right -= timeWidth;
    }
    if (!row.checkIcon.isEmpty()) {
        theme::drawIcon(painter, place(QRect(right - checkWidth, rect.center().y() - 7, 16, 16)),
                        row.checkIcon, theme::color(static_cast<Token>(row.checkToken)));
        right -= checkWidth + 4;
    }
    if (wide) {
        const QColor ink = row.openThreads ? theme::color(Token::WarningText) : muted;
        theme::drawIcon(painter, place(QRect(right - commentWidth, rect.center().y() - 7, 16, 16)),
                        QStringLiteral("comment"), ink);
        text(QRect(right - commentWidth + 20, rect.y(), commentWidth - 20, rect.height()),
             groupedNumber(row.comments), ink, Qt::AlignLeft);
        right -= commentWidth + 12;
        if (row.approvalsGiven >= 0) {
            const int segments = approvalSegmentsWidth(row.approvalsNeeded, 12);
            const QRect area(right - approvalWidth, rect.y(), approvalWidth, rect.height());
            paintApprovalSegments(painter, place(QRect(area.x(), area.y(), segments, area.height())),
                                  row.approvalsGiven, row.approvalsNeeded, 12);
            text(area.adjusted(segments + 8, 0, 0, 0),
                 QStringLiteral("%1/%2").arg(row.approvalsGiven).arg(row.approvalsNeeded), muted,
                 Qt::AlignLeft);
            right -= approvalWidth + 12;
        }
    }
    const int left = rect.x() + 40;
    const int half = rect.height() / 2;
    QRect line(left, rect.y() + 5, right - left, half - 4);
    const QFont titleFont = theme::font(row.unread ? TextStyle::BodyStrong : TextStyle::Body);
    const int numberWidth = QFontMetrics(theme::font(TextStyle::Body)).horizontalAdvance(row.number) + 8;
    const int chip = row.chip.text.isEmpty() ? 0 : qMin(chipWidth(row.chip), 180) + 8;
    const int titleRoom = qMax(40, line.width() - numberWidth - chip);
    const int titleWidth = qMin(titleRoom, QFontMetrics(titleFont).horizontalAdvance(row.title) + 1);
    int x = line.x();
    paintRowText(painter, place(QRect(x, line.y(), titleWidth, line.height())), row.title, titleFont,
                 theme::color(row.cached ? Token::Muted : Token::Text));
    x += titleWidth + 6;
    paintRowText(painter, place(QRect(x, line.y(), numberWidth, line.height())), row.number,
                 theme::font(TextStyle::Body), muted);
    x += numberWidth;
    if (chip && x < right)
        paintChip(painter, place(QRect(x, line.y(), qMin(chip, right - x), line.height())), row.chip,
                  option.direction == Qt::RightToLeft);

    line = QRect(left, rect.y() + half, right - left, half - 5);
    x = line.x();
    const QString dot = QStringLiteral(" · ");
    const int dotWidth = QFontMetrics(small).horizontalAdvance(dot);
    const auto words = [&](const QString &part, const QFont &face) {
        const int width = qMin(QFontMetrics(face).horizontalAdvance(part) + 1, right - x);
        paintRowText(painter, place(QRect(x, line.y(), width, line.height())), part, face, muted);
        x += width;
    };
    if (!row.repository.isEmpty()) {
        theme::drawIcon(painter, place(QRect(x, line.center().y() - 6, 14, 14)), row.repositoryIcon, muted);
        x += 20;
        words(row.repository, small);
        words(dot, small);
    }
    if (!row.author.name.isEmpty() && x < right) {
        paintAvatar(painter, place(QRect(x, line.center().y() - 7, 16, 16)), row.author);
        x += 22;
        words(row.author.name, small);
    }
    if (!row.meta.isEmpty() && x < right - dotWidth) {
        words(dot, small);
        words(row.meta, small);
        if (!row.metaStrong.isEmpty()) {
            QFont strong = small;
            strong.setWeight(QFont::DemiBold);
            words(row.metaStrong, strong);
        }
    }
    paintRowFocus(painter, option);
}

QString QueueDelegate::sentence(const Row &row)
{
    QStringList parts{row.title, row.number, row.repository, row.author.name};
    if (row.approvalsGiven >= 0)
        parts.append(tr("approvals %1 of %2").arg(row.approvalsGiven).arg(row.approvalsNeeded));
    if (row.comments)
        parts.append(tr("%n comment(s)", nullptr, row.comments));
    if (row.openThreads)
        parts.append(tr("%n open thread(s)", nullptr, row.openThreads));
    parts.append(row.meta + row.metaStrong);
    if (row.timeMs)
        parts.append(fullTime(row.timeMs));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace countersign::ui
