// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/splitbutton.h"

#include "ui/theme/theme.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace countersign::ui {

SplitButton::SplitButton(const QString &text, const QString &icon, theme::ButtonVariant variant,
                         QWidget *parent)
    : QToolButton(parent)
    , m_variant(variant)
{
    setText(text);
    setAccessibleName(text);
    if (!icon.isEmpty())
        setIcon(theme::Theme::instance().icon(icon));
    setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::MenuButtonPopup);
    setFocusPolicy(Qt::StrongFocus);
    theme::setVariant(this, variant);
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_mainEnabled)
            Q_EMIT triggeredMain();
        else
            showMenu();
    });
}

void SplitButton::setMainEnabled(bool enabled, const QString &reason)
{
    m_mainEnabled = enabled;
    setToolTip(enabled ? QString() : reason);
    setAccessibleDescription(enabled ? QString() : reason);
    update();
}

void SplitButton::paintEvent(QPaintEvent *event)
{
    if (m_mainEnabled) {
        QToolButton::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.state &= ~QStyle::State_Enabled;
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace countersign::ui
