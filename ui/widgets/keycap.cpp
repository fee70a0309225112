// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/keycap.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"

#include <QFontMetrics>
#include <QPainter>

namespace countersign::ui {

KeyCap::KeyCap(const QKeySequence &keys, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKeys(keys);
}

void KeyCap::setKeys(const QKeySequence &keys)
{
    m_text = keys.toString(QKeySequence::NativeText);
    setVisible(!m_text.isEmpty());
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    const int text = QFontMetrics(theme::font(theme::TextStyle::Caption)).height() + 3;
    return QSize(keyCapWidth(m_text), qMax(18, text));
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyCap(painter, rect(), m_text);
}

QString toolTipText(const QString &name, const QKeySequence &keys)
{
    return keys.isEmpty() ? name : name + QStringLiteral("  ") + keys.toString(QKeySequence::NativeText);
}

} // namespace countersign::ui
