// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

/// Small conversions that every aggregate of the store needs.
namespace countersign::store {

/// NULL for an absent value.
template <class T>
QVariant value(const std::optional<T> &optional)
{
    return optional ? QVariant(*optional) : QVariant();
}

inline std::optional<qint64> optionalNumber(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.number(column));
}

/// For statements whose number of rows does not matter.
inline Result<void> done(const Result<int> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    return {};
}

/// "?, ?, ?" for a list of values.
QString placeholders(qsizetype count);

} // namespace countersign::store
