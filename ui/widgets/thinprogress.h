// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"

#include <QBasicTimer>
#include <QWidget>

namespace countersign::ui {

/// A 4 px bar; a moving quarter while the length is unknown.
class ThinProgress : public QWidget
{
    Q_OBJECT
public:
    explicit ThinProgress(QWidget *parent = nullptr);
    void setProgress(const Progress &progress);
    /// For "5 of 9 viewed": the approval colour instead of the accent.
    void setApproval(bool approval);
    QSize sizeHint() const override { return QSize(64, 4); }
    QSize minimumSizeHint() const override { return QSize(24, 4); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void animate();

    Progress m_progress;
    bool m_approval = false;
    int m_step = 0;
    QBasicTimer m_timer;
};

/// A stage of Progress in the user's words, such as "Receiving objects".
QString progressStageText(const QString &stage);

} // namespace countersign::ui
