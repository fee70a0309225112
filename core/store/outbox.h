// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QJsonObject>

/// What is to be told to the world, written in the transaction of the change and delivered at least once,
/// in order for each repository.
namespace countersign::store {

struct OutboxRow
{
    qint64 seq = 0;
    QString repositoryId;
    QString kind;
    QJsonObject payload;
    /// Of a ref change; absent for others.
    std::optional<qint64> journalId;
    qint64 date = 0;
};

namespace outbox {

Result<void> append(Connection &, const OutboxRow &);
Result<QList<OutboxRow>> waiting(Connection &, int limit);
Result<void> markDelivered(Connection &, qint64 seq, qint64 now);
/// Entries of one journal row, delivered or not.
Result<qint64> countOf(Connection &, qint64 journalId);

} // namespace outbox
} // namespace countersign::store
