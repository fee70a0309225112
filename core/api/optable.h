// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"

#include <QString>

#include <span>

/// The rows of the operation table at run time, without the weight of operations.h. Safe from any thread.
namespace countersign::api {

std::span<const OperationRow> operationTable();
/// Null when there is no such operation. Names are case-sensitive.
const OperationRow *findOperation(QStringView name);

/// "CodeCommit_20150413" or, for our own operations, "Countersign_20261125".
QString targetPrefix(Family family);
/// "codecommit:GetBranch", "countersign:ImportRepository".
QString iamAction(const OperationRow &row);

} // namespace countersign::api
