// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QHash>

/// The revisions of pull requests: one for each state of the source branch that the hub saw.
namespace countersign::store {

struct RevisionRow
{
    qint64 pullRequestId = 0;
    /// From 1.
    qint64 number = 1;
    /// 64 hexadecimal digits.
    QString revisionId;
    QString sourceCommit;
    QString destinationCommit;
    /// Empty for unrelated histories.
    QString mergeBase;
    /// Commits that the source has and the destination lacks.
    qint64 commitCount = 0;
    QString author;
    qint64 date = 0;
};

namespace revisions {

Result<void> insert(Connection &, const RevisionRow &);
Result<std::optional<RevisionRow>> byNumber(Connection &, qint64 pullRequestId, qint64 number);
Result<std::optional<RevisionRow>> byRevisionId(Connection &, qint64 pullRequestId,
                                                const QString &revisionId);
/// Oldest first.
Result<QList<RevisionRow>> all(Connection &, qint64 pullRequestId);
/// The current revision of each of the pull requests.
Result<QHash<qint64, RevisionRow>> current(Connection &, const QList<qint64> &pullRequestIds);
/// The newest revision with these commits; 0 when there is none.
Result<qint64> numberOf(Connection &, qint64 pullRequestId, const QString &sourceCommit);

} // namespace revisions
} // namespace countersign::store
