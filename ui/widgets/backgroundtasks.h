// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"

#include <QList>
#include <QObject>

#include <functional>

namespace countersign::ui {

/// Long work that the user can watch and cancel in the toolbar. One object, owned by the shell, screen's
/// thread.
class BackgroundTasks : public QObject
{
    Q_OBJECT
public:
    enum class State { Running, Done, Failed, Cancelled };
    struct Task
    {
        int id = 0;
        QString title;
        Progress progress;
        State state = State::Running;
        /// Error text of a failed task, or a result worth a line.
        QString message;
        qint64 startedMs = 0;
        qint64 endedMs = 0;
        std::function<void()> cancel;
    };
    using QObject::QObject;

    /// Adds a running task; `cancel` may be empty when it cannot be cancelled.
    int begin(const QString &title, std::function<void()> cancel);
    void update(int id, const Progress &progress);
    void end(int id, State state, const QString &message = {});
    /// Newest first; ended ones are kept for the list, at most 50.
    QList<Task> tasks() const { return m_tasks; }
    int runningCount() const;

Q_SIGNALS:
    void changed();

private:
    QList<Task> m_tasks;
    int m_next = 1;
};

} // namespace countersign::ui
