// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/backgroundtasks.h"

#include <QDateTime>

#include <algorithm>

namespace countersign::ui {

int BackgroundTasks::begin(const QString &title, std::function<void()> cancel)
{
    Task task;
    task.id = m_next++;
    task.title = title;
    task.cancel = std::move(cancel);
    task.startedMs = QDateTime::currentMSecsSinceEpoch();
    m_tasks.prepend(std::move(task));
    while (m_tasks.size() > 50 && m_tasks.last().state != State::Running)
        m_tasks.removeLast();
    Q_EMIT changed();
    return m_tasks.first().id;
}

void BackgroundTasks::update(int id, const Progress &progress)
{
    const auto it = std::ranges::find(m_tasks, id, &Task::id);
    if (it == m_tasks.end() || it->state != State::Running)
        return;
    it->progress = progress;
    Q_EMIT changed();
}

void BackgroundTasks::end(int id, State state, const QString &message)
{
    const auto it = std::ranges::find(m_tasks, id, &Task::id);
    if (it == m_tasks.end() || it->state != State::Running)
        return;
    it->state = state;
    it->message = message;
    it->endedMs = QDateTime::currentMSecsSinceEpoch();
    it->cancel = {};
    Q_EMIT changed();
}

int BackgroundTasks::runningCount() const
{
    return static_cast<int>(std::ranges::count(m_tasks, State::Running, &Task::state));
}

} // namespace countersign::ui
