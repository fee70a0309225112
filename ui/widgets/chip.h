// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/chippainter.h"

#include <QWidget>

namespace countersign::ui {

/// A chip as a widget, beside titles. With setClickable() it acts like a button (mouse, Space, Enter).
class Chip : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(const ChipContent &content = {}, QWidget *parent = nullptr);
    void setContent(const ChipContent &content);
    ChipContent content() const { return m_content; }
    void setClickable(bool clickable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ChipContent m_content;
    bool m_clickable = false;
};

} // namespace countersign::ui
