// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/busyring.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

namespace countersign::ui {

BusyRing::BusyRing(int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setFixedSize(side, side);
    setAccessibleName(tr("Working"));
}

void BusyRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(theme::Token::Muted), 1.5, Qt::SolidLine, Qt::RoundCap));
    const QRectF ring = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.drawArc(ring, m_angle * 16, 270 * 16);
}

void BusyRing::showEvent(QShowEvent *)
{
    if (style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this))
        m_timer.start(60, this);
}

void BusyRing::hideEvent(QHideEvent *) { m_timer.stop(); }

void BusyRing::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_angle = (m_angle + 345) % 360;
    update();
}

} // namespace countersign::ui
