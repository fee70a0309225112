// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace countersign::ui {

/// A plain-text label in a text style and a colour of the theme, which follows changes of both. Text can be
/// selected where `selectable`.
class StyledLabel : public QLabel
{
    Q_OBJECT
public:
    explicit StyledLabel(const QString &text = {}, theme::TextStyle style = theme::TextStyle::Body,
                         theme::Token token = theme::Token::Text, QWidget *parent = nullptr);
    void setStyle(theme::TextStyle style, theme::Token token);
    void setSelectable(bool selectable);

private:
    void update();

    theme::TextStyle m_style;
    theme::Token m_token;
};

/// An icon of the theme beside text: decorative unless it is given a name.
class IconLabel : public QLabel
{
    Q_OBJECT
public:
    explicit IconLabel(const QString &icon = {}, theme::Token token = theme::Token::Muted, int side = 16,
                       QWidget *parent = nullptr);
    void setIcon(const QString &icon, theme::Token token);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    theme::Token m_token;
    int m_side;
};

} // namespace countersign::ui
