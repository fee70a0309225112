// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/inboxsidebar.h"

#include "ui/review/recents.h"
#include "ui/review/rowbutton.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/busyring.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/thinprogress.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

InboxSidebar::InboxSidebar(accounts::Settings *settings, ui::BackgroundTasks *tasks, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_tasks(tasks)
    , m_recentPanel(new ui::Panel(tr("Recent"), this))
    , m_taskPanel(new ui::Panel(tr("Background"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    column->addWidget(m_recentPanel);
    column->addWidget(m_taskPanel);
    column->addStretch(1);
    for (auto *panel : {m_recentPanel, m_taskPanel}) {
        panel->body()->setContentsMargins(4, 6, 4, 6);
        panel->body()->setSpacing(0);
    }
    setMinimumWidth(240);
    if (tasks)
        connect(tasks, &ui::BackgroundTasks::changed, this, &InboxSidebar::fillTasks);
    refresh();
}

void InboxSidebar::refresh()
{
    fillRecents();
    fillTasks();
}

void InboxSidebar::clear(QVBoxLayout *layout)
{
    while (auto *item = layout->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void InboxSidebar::fillRecents()
{
    auto *body = m_recentPanel->body();
    clear(body);
    const QList<Recent> list = recents(m_settings);
    for (const auto &recent : list) {
        auto *row = new RowButton(recent.icon, recent.title, recent.detail,
                                  ui::shortRelativeTime(recent.openedMs), this);
        connect(row, &QAbstractButton::clicked, this,
                [this, address = recent.address] { Q_EMIT opened(address); });
        body->addWidget(row);
    }
    if (list.isEmpty()) {
        auto *none =
            new ui::StyledLabel(tr("What you open shows here."), TextStyle::Body, Token::Muted, this);
        none->setContentsMargins(8, 4, 8, 4);
        body->addWidget(none);
    }
}

void InboxSidebar::fillTasks()
{
    auto *body = m_taskPanel->body();
    clear(body);
    const auto tasks = m_tasks ? m_tasks->tasks() : QList<ui::BackgroundTasks::Task>();
    for (const auto &task : tasks.mid(0, 8)) {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(8, 2, 8, 2);
        line->setSpacing(8);
        using State = ui::BackgroundTasks::State;
        if (task.state == State::Running)
            line->addWidget(new ui::BusyRing(16, row));
        else
            line->addWidget(new ui::IconLabel(task.state == State::Done     ? QStringLiteral("state-passed")
                                              : task.state == State::Failed ? QStringLiteral("state-failed")
                                                                            : QStringLiteral("cross"),
                                              task.state == State::Done     ? Token::ApprovalText
                                              : task.state == State::Failed ? Token::DangerText
                                                                            : Token::Muted,
                                              16, row));
        auto *title = new ui::ElidedLabel(task.title, Qt::ElideRight, row);
        title->setToolTip(task.message);
        line->addWidget(title, 1);
        if (task.state == State::Running) {
            auto *bar = new ui::ThinProgress(row);
            bar->setProgress(task.progress);
            line->addWidget(bar);
            if (task.cancel) {
                auto *cancel = new QToolButton(row);
                cancel->setAutoRaise(true);
                cancel->setIcon(theme::Theme::instance().icon(QStringLiteral("cross")));
                cancel->setAccessibleName(tr("Cancel %1").arg(task.title));
                cancel->setToolTip(tr("Cancel"));
                connect(cancel, &QToolButton::clicked, this, task.cancel);
                line->addWidget(cancel);
            }
        } else {
            line->addWidget(new ui::StyledLabel(ui::shortRelativeTime(task.endedMs), TextStyle::Small,
                                                Token::Muted, row));
        }
        body->addWidget(row);
    }
    if (tasks.isEmpty()) {
        auto *none = new ui::StyledLabel(tr("Nothing runs."), TextStyle::Body, Token::Muted, this);
        none->setContentsMargins(8, 4, 8, 4);
        body->addWidget(none);
    }
}

} // namespace countersign::reviewui
