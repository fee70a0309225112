// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

/// Pull requests. Those of deleted repositories are not found.
namespace countersign::store {

struct PullRequestRow
{
    qint64 id = 0;
    QString repositoryId;
    QString title;
    std::optional<QString> description;
    /// OPEN or CLOSED.
    QString status;
    QString author;
    /// Full names.
    QString sourceRef;
    QString destinationRef;
    /// Number of the current revision, from 1.
    qint64 revision = 1;
    std::optional<QString> clientToken;
    qint64 created = 0;
    qint64 activity = 0;
    bool merged = false;
    std::optional<QString> mergedBy;
    std::optional<QString> mergeCommit;
    std::optional<QString> mergeOption;
};

namespace pullrequests {

struct Filter
{
    std::optional<QString> repositoryId;
    /// OPEN, CLOSED or MERGED; CLOSED includes merged ones unless `closedMeansUnmerged`.
    std::optional<QString> status;
    bool closedMeansUnmerged = false;
    std::optional<QString> author;
    /// Continue after this position of (activity, id), most recent first.
    std::optional<std::pair<qint64, qint64>> after;
    qint64 limit = 100;
};

/// Takes the next id.
Result<qint64> insert(Connection &, const PullRequestRow &);
Result<std::optional<PullRequestRow>> byId(Connection &, qint64 id);
/// Most recent activity first.
Result<QList<PullRequestRow>> list(Connection &, const Filter &filter);
/// Open ones that use the ref as source or destination.
Result<QList<PullRequestRow>> openWithRef(Connection &, const QString &repositoryId, const QString &ref);
Result<QList<PullRequestRow>> openBetween(Connection &, const QString &repositoryId, const QString &sourceRef,
                                          const QString &destinationRef);
Result<qint64> openCount(Connection &, const QString &repositoryId);
Result<bool> isAuthor(Connection &, const QString &arn);
Result<void> setTitle(Connection &, qint64 id, const QString &title, qint64 now);
Result<void> setDescription(Connection &, qint64 id, const QString &description, qint64 now);
Result<void> setRevision(Connection &, qint64 id, qint64 number, qint64 now);
Result<void> touch(Connection &, qint64 id, qint64 now);
Result<void> close(Connection &, qint64 id, qint64 now);
Result<void> closeMerged(Connection &, qint64 id, const QString &by, const QString &commit,
                         const QString &option, qint64 now);

} // namespace pullrequests
} // namespace countersign::store
