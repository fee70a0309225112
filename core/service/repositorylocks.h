// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>

namespace countersign::service {

/// Proof that the holder alone changes one repository: its refs and what belongs to its pull requests.
class RepositoryLock
{
public:
    const QString &repositoryId() const { return m_id; }

private:
    friend class RepositoryLocks;
    RepositoryLock(QString id, std::shared_ptr<std::mutex> mutex)
        : m_id(std::move(id))
        , m_mutex(std::move(mutex))
        , m_lock(*m_mutex)
    {
    }
    QString m_id;
    std::shared_ptr<std::mutex> m_mutex;
    std::unique_lock<std::mutex> m_lock;
};

/// One lock for each repository, by id. Not recursive; nobody takes two. Any thread.
class RepositoryLocks
{
public:
    /// Waits until the repository is free.
    RepositoryLock take(const QString &repositoryId)
    {
        std::shared_ptr<std::mutex> mutex;
        {
            const std::lock_guard guard(m_mutex);
            auto &known = m_locks[repositoryId];
            if (!known)
                known = std::make_shared<std::mutex>();
            mutex = known;
        }
        return RepositoryLock(repositoryId, std::move(mutex));
    }

private:
    std::mutex m_mutex;
    QHash<QString, std::shared_ptr<std::mutex>> m_locks;
};

} // namespace countersign::service
