// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/style.h"

#include <QToolButton>

namespace countersign::ui {

/// A button with a menu beside it. The main part may be disabled, with the reason as its tool tip, while the
/// menu still opens.
class SplitButton : public QToolButton
{
    Q_OBJECT
public:
    SplitButton(const QString &text, const QString &icon, theme::ButtonVariant variant,
                QWidget *parent = nullptr);
    void setMainEnabled(bool enabled, const QString &reason = {});
    bool isMainEnabled() const { return m_mainEnabled; }

Q_SIGNALS:
    /// The main part was pressed and is enabled.
    void triggeredMain();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_mainEnabled = true;
    theme::ButtonVariant m_variant;
};

} // namespace countersign::ui
