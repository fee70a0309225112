// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace countersign::ui {
class BackgroundTasks;
class ThinProgress;
} // namespace countersign::ui

namespace countersign::shell {

/// Background work in the toolbar: what runs, how far, "3 of 5" for several; nothing while nothing runs and
/// all went well. A click opens the list with cancel. Short work (under one second) never shows.
class TaskIndicator : public QToolButton
{
    Q_OBJECT
public:
    explicit TaskIndicator(ui::BackgroundTasks *tasks, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void openList();

    ui::BackgroundTasks *m_tasks;
    ui::ThinProgress *m_bar;
    QString m_text;
    QString m_icon;
    int m_iconToken = 0;
};

} // namespace countersign::shell
