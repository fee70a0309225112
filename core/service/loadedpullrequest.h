// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/call.h"
#include "core/service/mapping.h"

namespace countersign::service {

/// A pull request with what almost every operation on it needs.
struct LoadedPullRequest
{
    store::PullRequestRow row;
    store::RepositoryRow repository;
    store::RevisionRow revision;
    QList<store::RuleRow> rules;

    api::PullRequest toApi() const { return toPullRequest(row, repository.name, revision, rules); }
    bool isOpen() const { return row.status == QLatin1StringView("OPEN"); }
};

/// PullRequestDoesNotExist when there is none; the caller must be allowed to do the operation in its
/// repository.
Result<LoadedPullRequest> loadPullRequest(const Call &call, const QString &pullRequestId);
Result<LoadedPullRequest> loadPullRequest(const Call &call, qint64 id);
/// PullRequestAlreadyClosed unless it is open.
Result<void> requireOpen(const LoadedPullRequest &);
/// RevisionNotCurrent unless `revisionId` is the current one.
Result<void> requireCurrent(const LoadedPullRequest &, const QString &revisionId);

} // namespace countersign::service
