// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/errors.h"
#include "core/api/operation.h"
#include "core/service/hubcontext.h"
#include "core/service/writepath.h"
#include "core/store/audit.h"
#include "core/store/people.h"
#include "core/store/repositories.h"

#include <QJsonObject>

namespace countersign::service {

/// One call of an operation, as its handler sees it: who, when, and the hub. Lives for the call, in its
/// thread.
class Call
{
public:
    Call(HubContext &hub, WritePath &writes, store::PersonRow caller, const api::OperationRow &row,
         qint64 now, const api::CallControls &controls)
        : hub(hub)
        , writes(writes)
        , caller(std::move(caller))
        , row(row)
        , now(now)
        , controls(controls)
    {
    }

    HubContext &hub;
    WritePath &writes;
    const store::PersonRow caller;
    const api::OperationRow &row;
    /// Milliseconds since 1970 UTC by the hub's clock; the same for all that the call does.
    const qint64 now;
    const api::CallControls &controls;

    store::Connection &db() const { return hub.database->connection(); }
    QString operation() const { return QString::fromLatin1(row.name); }

    /// The repository of a name, when the caller may do this operation there.
    Result<store::RepositoryRow> repository(const QString &name) const;
    /// As above, for one that was found by something else than its name.
    Result<store::RepositoryRow> repositoryById(const QString &id) const;
    RepositoryLock lock(const store::RepositoryRow &repository) const
    {
        return hub.locks.take(repository.id);
    }
    Result<git::Repository> open(const store::RepositoryRow &repository) const
    {
        return hub.open(repository.id);
    }
    QString gitDirectory(const store::RepositoryRow &repository) const
    {
        return hub.folder->repository(repository.id);
    }

    /// A transaction with its line in the audit log. `detail` says what was changed, never its content.
    template <class F>
    auto write(const QString &repositoryId, const QJsonObject &detail, F work)
        -> std::invoke_result_t<F, store::Connection &>
    {
        return hub.database->write(
            [&](store::Connection &tx) -> std::invoke_result_t<F, store::Connection &> {
                auto answer = work(tx);
                if (!answer)
                    return answer;
                if (auto done = store::audit::append(
                        tx, {now, caller.arn, operation(), repositoryId, QStringLiteral("ok"), detail});
                    !done)
                    return std::unexpected(done.error());
                return answer;
            });
    }

    /// One change of refs through the write path, as this caller.
    Result<void> changeRefs(const RepositoryLock &lock, const store::RepositoryRow &repository,
                            const QList<RefChange> &changes, const QString &reason);

    void repositoriesChanged() const { hub.announce({api::HubChange::Kind::Repositories, {}, {}}); }
    void repositoryChanged(const QString &name) const
    {
        hub.announce({api::HubChange::Kind::Repository, name, {}});
    }
    void pullRequestChanged(qint64 id, const QString &repositoryName) const
    {
        hub.announce({api::HubChange::Kind::PullRequest, repositoryName, QString::number(id)});
    }
};

} // namespace countersign::service
