// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/chip.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace countersign::ui {

Chip::Chip(const ChipContent &content, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setContent(content);
}

void Chip::setContent(const ChipContent &content)
{
    m_content = content;
    setAccessibleName(content.text);
    setVisible(!content.text.isEmpty() || !content.icon.isEmpty());
    updateGeometry();
    update();
}

void Chip::setClickable(bool clickable)
{
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize Chip::sizeHint() const
{
    const int text = QFontMetrics(theme::font(theme::TextStyle::Small)).height() + 2;
    return QSize(chipWidth(m_content), qMax(chipHeight, text));
}

QSize Chip::minimumSizeHint() const { return QSize(qMin(chipWidth(m_content), 56), sizeHint().height()); }

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect used = paintChip(painter, rect(), m_content, layoutDirection() == Qt::RightToLeft);
    if (hasFocus())
        theme::paintBox(painter, used, {}, theme::color(theme::Token::Accent), 4, 2);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (m_clickable &&
        (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

void Chip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace countersign::ui
