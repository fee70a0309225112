// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/errors.h"
#include "core/api/operation.h"

#include <QStringList>

#include <optional>

namespace countersign::service {

/// Continuation tokens: opaque to callers, bound to the operation that gave them.
QString makeToken(const api::OperationRow &row, const QStringList &position);
/// InvalidContinuationToken unless it is one of this operation with `parts` parts; nullopt when absent.
Result<std::optional<QStringList>> readToken(const api::OperationRow &row,
                                             const std::optional<QString> &token, int parts);
/// The size asked for, which the field rules have checked, or the default one.
inline int pageSize(const api::OperationRow &row, const std::optional<int> &wanted)
{
    return wanted.value_or(row.paging.defaultSize);
}

/// Cuts a page out of a complete list by number; for lists that are short or cheap to make.
template <class T>
Result<std::optional<QString>> cutPage(const api::OperationRow &row, QList<T> &list,
                                       const std::optional<QString> &token, int size)
{
    const auto position = readToken(row, token, 1);
    if (!position)
        return std::unexpected(position.error());
    bool isNumber = true;
    const qsizetype from = *position ? (*position)->first().toLongLong(&isNumber) : 0;
    if (!isNumber || from < 0 || from > list.size())
        return api::wireFailure("InvalidContinuationTokenException",
                                QStringLiteral("The continuation token is not valid."));
    const bool more = list.size() - from > size;
    list = list.mid(from, size);
    return more ? std::optional(makeToken(row, {QString::number(from + size)})) : std::nullopt;
}

} // namespace countersign::service
