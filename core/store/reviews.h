// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QHash>

/// Submitted reviews and the people who are asked to review.
namespace countersign::store {

struct ReviewRow
{
    QString id;
    qint64 seq = 0;
    qint64 pullRequestId = 0;
    QString revisionId;
    qint64 revision = 0;
    QString author;
    /// APPROVE, RETURN or COMMENT.
    QString verdict;
    std::optional<QString> content;
    qint64 date = 0;
};

namespace reviews {

Result<void> insert(Connection &, const ReviewRow &);
/// Oldest first.
Result<QList<ReviewRow>> all(Connection &, qint64 pullRequestId);
Result<QHash<qint64, QList<ReviewRow>>> ofPullRequests(Connection &, const QList<qint64> &pullRequestIds);

} // namespace reviews

namespace reviewers {

Result<void> add(Connection &, qint64 pullRequestId, const QString &userArn, const QString &by, qint64 now);
Result<void> remove(Connection &, qint64 pullRequestId, const QString &userArn);
/// In the order in which they were asked.
Result<QHash<qint64, QStringList>> ofPullRequests(Connection &, const QList<qint64> &pullRequestIds);

} // namespace reviewers
} // namespace countersign::store
