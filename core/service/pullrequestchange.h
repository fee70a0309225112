// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/loadedpullrequest.h"

namespace countersign::service {

/// A change of a pull request: loads it, takes its repository's lock, loads it again as it is now, and calls
/// `work(const LoadedPullRequest &)`, which answers a Result. What work() finds therefore still holds when it
/// writes.
template <class F>
auto withPullRequest(Call &call, const QString &pullRequestId, F work)
    -> std::invoke_result_t<F, const LoadedPullRequest &>
{
    const auto found = loadPullRequest(call, pullRequestId);
    if (!found)
        return std::unexpected(found.error());
    const RepositoryLock lock = call.lock(found->repository);
    const auto current = loadPullRequest(call, pullRequestId);
    if (!current)
        return std::unexpected(current.error());
    auto answer = work(*current);
    if (answer)
        call.pullRequestChanged(current->row.id, current->repository.name);
    return answer;
}

/// For the audit log.
inline QJsonObject pullRequestDetail(const LoadedPullRequest &pullRequest)
{
    return {{QStringLiteral("pullRequestId"), QString::number(pullRequest.row.id)}};
}

} // namespace countersign::service
