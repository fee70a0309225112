// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QJsonObject>

/// The audit log: each row carries the hash of itself and the row before, so that a removed or changed row
/// shows.
namespace countersign::store::audit {

struct Entry
{
    qint64 date = 0;
    QString actor;
    QString operation;
    QString repositoryId;
    /// "ok" or the error's wire name.
    QString outcome;
    QJsonObject detail;
};

Result<void> append(Connection &, const Entry &entry);
/// The number of the first row whose hash does not fit; 0 when the chain is whole.
Result<qint64> firstBroken(Connection &);
Result<qint64> count(Connection &);

} // namespace countersign::store::audit
