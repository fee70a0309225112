// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/rowbutton.h"

#include "ui/theme/theme.h"
#include "ui/widgets/rowpainting.h"

#include <QPainter>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

RowButton::RowButton(const QString &icon, const QString &title, const QString &detail,
                     const QString &trailing, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_detail(detail)
    , m_trailing(trailing)
{
    setText(title);
    setAccessibleName(detail.isEmpty() ? title : title + QStringLiteral(", ") + detail);
    setToolTip(title);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RowButton::sizeHint() const
{
    const int lines = QFontMetrics(theme::font(TextStyle::Body)).height() +
                      (m_detail.isEmpty() ? 0 : QFontMetrics(theme::font(TextStyle::Small)).height());
    return QSize(200, lines + 8);
}

void RowButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse() || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(isDown() ? Token::Pressed : Token::Hover));
        painter.drawRoundedRect(rect(), 4, 4);
    }
    const QRect inner = rect().adjusted(8, 4, -8, -4);
    theme::drawIcon(painter, QRect(inner.left(), inner.center().y() - 7, 16, 16), m_icon,
                    theme::color(Token::Muted));
    const QFont small = theme::font(TextStyle::Small);
    const int trailing = QFontMetrics(small).horizontalAdvance(m_trailing);
    ui::paintRowText(painter, QRect(inner.right() - trailing, inner.top(), trailing + 1, inner.height()),
                     m_trailing, small, theme::color(Token::Muted));
    const QRect text(inner.left() + 26, inner.top(), inner.width() - 26 - trailing - 10, inner.height());
    const QFont body = theme::font(TextStyle::Body);
    const int titleHeight = m_detail.isEmpty() ? text.height() : QFontMetrics(body).height();
    ui::paintRowText(painter, QRect(text.left(), text.top(), text.width(), titleHeight), this->text(), body,
                     theme::color(Token::Text));
    if (!m_detail.isEmpty())
        ui::paintRowText(
            painter, QRect(text.left(), text.top() + titleHeight, text.width(), text.height() - titleHeight),
            m_detail, small, theme::color(Token::Muted));
}

} // namespace countersign::reviewui
