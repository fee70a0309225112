// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/optable.h"

#include "core/api/operations.h"

#include <array>

namespace countersign::api {

namespace {

template <class... Ops>
constexpr std::array<OperationRow, sizeof...(Ops)> rowsOf(OperationList<Ops...>)
{
    return {Ops::row...};
}

constexpr auto rows = rowsOf(Operations());

} // namespace

std::span<const OperationRow> operationTable() { return rows; }

const OperationRow *findOperation(QStringView name)
{
    for (const OperationRow &row : rows)
        if (QLatin1StringView(row.name) == name)
            return &row;
    return nullptr;
}

QString targetPrefix(Family family)
{
    return family == Family::CodeCommit ? QStringLiteral("CodeCommit_20150413")
                                        : QStringLiteral("Countersign_20261125");
}

QString iamAction(const OperationRow &row)
{
    return (row.family == Family::CodeCommit ? QLatin1StringView("codecommit:")
                                             : QLatin1StringView("countersign:")) +
           QLatin1StringView(row.name);
}

} // namespace countersign::api
