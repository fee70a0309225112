// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/address.h"

#include <QWidget>

class QVBoxLayout;

namespace countersign::accounts {
class Settings;
}

namespace countersign::ui {
class BackgroundTasks;
class Panel;
} // namespace countersign::ui

namespace countersign::reviewui {

/// Right of the inbox: what was opened lately, and the background tasks. Owned by the inbox page.
class InboxSidebar : public QWidget
{
    Q_OBJECT
public:
    InboxSidebar(accounts::Settings *settings, ui::BackgroundTasks *tasks, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void opened(const countersign::ui::Address &address);

private:
    void fillRecents();
    void fillTasks();
    static void clear(QVBoxLayout *layout);

    accounts::Settings *m_settings;
    ui::BackgroundTasks *m_tasks;
    ui::Panel *m_recentPanel;
    ui::Panel *m_taskPanel;
};

} // namespace countersign::reviewui
