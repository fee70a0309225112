// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/rowpainting.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>

namespace countersign::ui {

using theme::Token;

void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.state & QStyle::State_Selected) {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const bool focused = view ? view->hasFocus() : bool(option.state & QStyle::State_Active);
        painter.fillRect(option.rect, theme::color(focused ? Token::AccentSoft : Token::SelectIdle));
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(option.rect, theme::color(Token::Hover));
    }
}

void paintRowFocus(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool visible =
        (option.state & QStyle::State_HasFocus) &&
        (option.widget ? option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange) : true);
    if (visible)
        theme::paintBox(painter, option.rect, {}, theme::color(Token::Accent), 2, 2);
}

int paintRowText(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
                 const QColor &color, Qt::TextElideMode elide)
{
    if (rect.width() <= 0 || text.isEmpty())
        return rect.x();
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, elide, rect.width());
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return rect.x() + metrics.horizontalAdvance(shown);
}

int rowHeight(int designHeight, int lines)
{
    const int text = QFontMetrics(theme::font(theme::TextStyle::Body)).height();
    return qMax(designHeight, text * lines + (lines > 1 ? 14 : 8));
}

} // namespace countersign::ui
