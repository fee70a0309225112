// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/navigationdelegate.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/rowpainting.h"

#include <QPainter>
#include <QTreeView>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    // The tree's own indentation is off: the highlight spans the width, the content is indented here.
    QRect row = option.rect;
    // A column keeps a least width of its own, and the collapsed sidebar is narrower.
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        row.setWidth(qMin(row.width(), view->viewport()->width()));
    painter->save();
    if (index.data(SectionRole).toBool()) {
        if (!m_collapsed)
            paintRowText(*painter, row.adjusted(16, 8, -12, 0), index.data().toString().toUpper(),
                         theme::font(TextStyle::CaptionStrong), theme::color(Token::Muted));
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    const QRect box = row.adjusted(8, 0, -8, 0);
    if (selected || option.state & QStyle::State_MouseOver)
        theme::paintBox(*painter, box, theme::color(selected ? Token::AccentSoft : Token::Hover), {}, 4);
    const QString icon = index.data(IconRole).toString();
    const QColor ink = theme::color(Token::Text);
    const int count = index.data(CountRole).toInt();
    const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, row, part); };
    if (m_collapsed) {
        QRect center(0, 0, 16, 16);
        center.moveCenter(box.center());
        theme::drawIcon(*painter, center, icon, ink);
        if (count)
            theme::paintBox(*painter, QRect(center.right() + 1, center.top() - 2, 6, 6),
                            theme::color(Token::AccentFill), {}, 3);
    } else {
        const int depth = index.data(DepthRole).toInt();
        int x = row.x() + 16 + depth * 24;
        if (index.data(BranchRole).toBool()) {
            const auto *tree = qobject_cast<const QTreeView *>(option.widget);
            const bool open = tree && tree->isExpanded(index);
            theme::drawIcon(*painter, place(QRect(row.x() + 12, row.center().y() - 5, 12, 12)),
                            open                                  ? QStringLiteral("chevron-down")
                            : option.direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                                  : QStringLiteral("chevron-right"),
                            theme::color(Token::Muted));
            x = row.x() + 32;
        }
        theme::drawIcon(*painter, place(QRect(x, row.center().y() - 7, 16, 16)), icon, ink);
        x += 24;
        int right = box.right() - 8;
        if (const QVariant dot = index.data(DotRole); dot.isValid()) {
            theme::paintBox(*painter, place(QRect(right - 7, row.center().y() - 3, 8, 8)),
                            theme::color(static_cast<Token>(dot.toInt())), {}, 4);
            right -= 16;
        }
        if (count) {
            const QString text = groupedNumber(count);
            if (index.data(HotRole).toBool()) {
                paintCountBadge(*painter, place(QRect(x, row.y(), right - x, row.height())), text,
                                BadgeKind::Hot, option.direction == Qt::RightToLeft);
                right -= countBadgeWidth(text) + 6;
            } else {
                const QFont small = theme::Theme::tabular(theme::font(TextStyle::Small));
                const int width = QFontMetrics(small).horizontalAdvance(text);
                painter->setFont(small);
                painter->setPen(theme::color(Token::Muted));
                painter->drawText(place(QRect(right - width, row.y(), width + 1, row.height())),
                                  Qt::AlignCenter, text);
                right -= width + 8;
            }
        }
        const QFont name = theme::font(selected ? TextStyle::BodyStrong : TextStyle::Body);
        const QRect room = place(QRect(x, row.y(), right - x, row.height()));
        const int end = paintRowText(*painter, room, index.data().toString(), name, ink);
        if (const QString detail = index.data(DetailRole).toString(); !detail.isEmpty())
            paintRowText(*painter, place(QRect(end + 8, row.y(), right - end - 8, row.height())), detail,
                         theme::font(TextStyle::Caption), theme::color(Token::Muted));
    }
    QStyleOptionViewItem focus = option;
    focus.rect = box;
    paintRowFocus(*painter, focus);
    painter->restore();
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option);
    return QSize(100, rowHeight(index.data(SectionRole).toBool() ? 34 : 26));
}

} // namespace countersign::ui
