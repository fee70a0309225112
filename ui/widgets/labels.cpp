// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/labels.h"

#include <QPainter>

namespace countersign::ui {

StyledLabel::StyledLabel(const QString &text, theme::TextStyle style, theme::Token token, QWidget *parent)
    : QLabel(text, parent)
    , m_style(style)
    , m_token(token)
{
    setTextFormat(Qt::PlainText);
    update();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &StyledLabel::update);
}

void StyledLabel::setStyle(theme::TextStyle style, theme::Token token)
{
    m_style = style;
    m_token = token;
    update();
}

void StyledLabel::setSelectable(bool selectable)
{
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
}

void StyledLabel::update()
{
    setFont(theme::font(m_style));
    QPalette colors = theme::Theme::instance().palette();
    colors.setColor(QPalette::Active, QPalette::WindowText, theme::color(m_token));
    colors.setColor(QPalette::Inactive, QPalette::WindowText, theme::color(m_token));
    setPalette(colors);
}

IconLabel::IconLabel(const QString &icon, theme::Token token, int side, QWidget *parent)
    : QLabel(parent)
    , m_icon(icon)
    , m_token(token)
    , m_side(side)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QString &icon, theme::Token token)
{
    m_icon = icon;
    m_token = token;
    QLabel::update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    if (m_icon.isEmpty())
        return;
    QPainter painter(this);
    theme::drawIcon(painter, rect(), m_icon, theme::color(isEnabled() ? m_token : theme::Token::Disabled));
}

} // namespace countersign::ui
