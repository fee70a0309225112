// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/call.h"

#include "core/service/authorise.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

Result<store::RepositoryRow> Call::repository(const QString &name) const
{
    auto found = store::repositories::byName(db(), name);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return api::wireFailure("RepositoryDoesNotExistException", u"%1 does not exist"_s.arg(name));
    if (auto allowed = authorise(caller, row, &**found); !allowed)
        return std::unexpected(allowed.error());
    return std::move(**found);
}

Result<store::RepositoryRow> Call::repositoryById(const QString &id) const
{
    auto found = store::repositories::byId(db(), id);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || (*found)->deleted)
        return api::wireFailure("RepositoryDoesNotExistException", u"The repository does not exist."_s);
    if (auto allowed = authorise(caller, row, &**found); !allowed)
        return std::unexpected(allowed.error());
    return std::move(**found);
}

Result<void> Call::changeRefs(const RepositoryLock &lock, const store::RepositoryRow &repository,
                              const QList<RefChange> &changes, const QString &reason)
{
    return writes.apply(lock, {repository, changes, caller.arn, operation(), reason, now});
}

} // namespace countersign::service
