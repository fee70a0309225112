// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/client/session.h"
#include "core/git/repository.h"

namespace countersign::code {

/// Reads one repository of a hub off the screen's thread. Each page has one for each purpose that must not
/// wait for another (selection, streams); each job opens the repository for itself. Owned by its page.
class RepositoryReader
{
public:
    RepositoryReader(client::Session *session, const QString &laneName)
        : m_session(session)
        , m_lane(laneName)
    {
    }

    void setRepository(const QString &name) { m_name = name; }
    QString repositoryName() const { return m_name; }

    /// Runs `work(repository, stop token)`, which returns a Result, in the lane. Where the repository cannot
    /// be opened, the job's result is that error.
    template <class F>
    auto run(F work) -> Job<std::invoke_result_t<F, const git::Repository &, std::stop_token>>
    {
        using R = std::invoke_result_t<F, const git::Repository &, std::stop_token>;
        client::Backend *backend = &m_session->backend();
        return m_lane.run(
            [backend, name = m_name, work = std::move(work)](std::stop_token stop) mutable -> R {
                const auto directory = backend->gitDirectory(name);
                if (!directory)
                    return std::unexpected(directory.error());
                auto repository = git::Repository::open(*directory);
                if (!repository)
                    return std::unexpected(repository.error());
                return work(*repository, stop);
            });
    }

private:
    client::Session *m_session;
    QString m_name;
    Lane m_lane;
};

} // namespace countersign::code
