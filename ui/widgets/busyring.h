// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QWidget>

namespace countersign::ui {

/// Something is being done, for how long nobody knows. Turns while visible; with reduced motion (the style's
/// widget animations switched off) it is a still glyph.
class BusyRing : public QWidget
{
    Q_OBJECT
public:
    explicit BusyRing(int side = 16, QWidget *parent = nullptr);
    QSize sizeHint() const override { return QSize(m_side, m_side); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    int m_side;
    int m_angle = 90;
    QBasicTimer m_timer;
};

} // namespace countersign::ui
