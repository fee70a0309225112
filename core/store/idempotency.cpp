// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/idempotency.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store::idempotency {

Result<std::optional<Kept>> find(Connection &tx, const QString &caller, const QString &operation,
                                 const QString &token)
{
    return tx.first(u"SELECT input_hash, output FROM idempotency WHERE caller = ? AND operation = ?"
                    " AND token = ?"_s,
                    {caller, operation, token},
                    [](const Row &row) { return Kept{row.text(0), row.text(1)}; });
}

Result<void> keep(Connection &tx, const QString &caller, const QString &operation, const QString &token,
                  const Kept &kept, qint64 now)
{
    return done(tx.run(u"INSERT INTO idempotency (caller, operation, token, input_hash, output, date)"
                       " VALUES (?, ?, ?, ?, ?, ?)"_s,
                       {caller, operation, token, kept.inputHash, kept.output, now}));
}

Result<void> expire(Connection &tx, qint64 before)
{
    return done(tx.run(u"DELETE FROM idempotency WHERE date < ?"_s, {before}));
}

} // namespace countersign::store::idempotency
