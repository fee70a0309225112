// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/loadedpullrequest.h"

#include "core/review/lifecycle.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

Result<LoadedPullRequest> loadPullRequest(const Call &call, qint64 id)
{
    store::Connection &db = call.db();
    auto row = store::pullrequests::byId(db, id);
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return api::wireFailure("PullRequestDoesNotExistException",
                                u"The pull request %1 does not exist."_s.arg(id));
    auto repository = call.repositoryById((*row)->repositoryId);
    if (!repository)
        return std::unexpected(repository.error());
    auto revision = store::revisions::byNumber(db, id, (*row)->revision);
    if (!revision)
        return std::unexpected(revision.error());
    if (!*revision)
        return failure(ErrorKind::Corrupt, u"The pull request %1 has no current revision."_s.arg(id));
    auto rules = store::rules::all(db, id);
    if (!rules)
        return std::unexpected(rules.error());
    return LoadedPullRequest{std::move(**row), std::move(*repository), std::move(**revision),
                             std::move(*rules)};
}

Result<LoadedPullRequest> loadPullRequest(const Call &call, const QString &pullRequestId)
{
    return loadPullRequest(call, pullRequestId.toLongLong());
}

Result<void> requireOpen(const LoadedPullRequest &pullRequest)
{
    return review::checkOpen(pullRequest.toApi());
}

Result<void> requireCurrent(const LoadedPullRequest &pullRequest, const QString &revisionId)
{
    return review::checkRevision(pullRequest.toApi(), revisionId);
}

} // namespace countersign::service
