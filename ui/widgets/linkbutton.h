// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace countersign::ui {

/// A few words that act, in the link colour: "Show", "Retry", "Override rules…".
class LinkButton : public QToolButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace countersign::ui
