// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QHash>

/// Approvals and overrides; both belong to one revision of a pull request. Revoking removes the record.
namespace countersign::store {

struct ApprovalRow
{
    qint64 pullRequestId = 0;
    QString revisionId;
    QString userArn;
    qint64 date = 0;
};

namespace approvals {

/// Nothing happens when the approval exists; true when it is new.
Result<bool> approve(Connection &, const ApprovalRow &);
/// True when there was one.
Result<bool> revoke(Connection &, qint64 pullRequestId, const QString &revisionId, const QString &userArn);
/// Oldest first.
Result<QList<ApprovalRow>> ofRevision(Connection &, qint64 pullRequestId, const QString &revisionId);
/// Of the current revisions of the pull requests.
Result<QHash<qint64, QList<ApprovalRow>>> current(Connection &, const QList<qint64> &pullRequestIds);

} // namespace approvals

namespace overrides {

/// AlreadyExists when the revision is overridden.
Result<void> set(Connection &, const ApprovalRow &);
Result<bool> revoke(Connection &, qint64 pullRequestId, const QString &revisionId);
/// Who overrode; nullopt when nobody did.
Result<std::optional<QString>> ofRevision(Connection &, qint64 pullRequestId, const QString &revisionId);
Result<QHash<qint64, QString>> current(Connection &, const QList<qint64> &pullRequestIds);

} // namespace overrides
} // namespace countersign::store
