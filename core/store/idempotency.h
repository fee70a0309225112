// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

/// Answers kept for clientRequestToken: the same caller, operation and token get the same answer again.
namespace countersign::store::idempotency {

struct Kept
{
    QString inputHash;
    QString output;
};

Result<std::optional<Kept>> find(Connection &, const QString &caller, const QString &operation,
                                 const QString &token);
Result<void> keep(Connection &, const QString &caller, const QString &operation, const QString &token,
                  const Kept &kept, qint64 now);
/// Forgets what is older than `before`.
Result<void> expire(Connection &, qint64 before);

} // namespace countersign::store::idempotency
