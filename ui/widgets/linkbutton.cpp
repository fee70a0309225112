// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/linkbutton.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace countersign::ui {

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setAutoRaise(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    return QSize(fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 5,
                 qMax(24, fontMetrics().height() + 4));
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont labelled = font();
    labelled.setUnderline(isEnabled() && underMouse());
    painter.setFont(labelled);
    painter.setPen(theme::color(isEnabled() ? theme::Token::Accent : theme::Token::Disabled));
    painter.drawText(rect().adjusted(2, 0, -2, 0),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextShowMnemonic, text());
}

} // namespace countersign::ui
