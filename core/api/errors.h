// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <span>

/// The errors of the wire: one table from code to kind and HTTP status. Safe from any thread.
namespace countersign::api {

struct OperationRow;

struct ErrorRow
{
    /// As on the wire, with the suffix where it has one: "BranchDoesNotExistException".
    const char *code;
    ErrorKind kind;
    int status;
};

std::span<const ErrorRow> errorTable();
/// Null for an unknown code, such as one that AWS adds later.
const ErrorRow *findError(QStringView code);

/// An Error with the code's own kind; an unknown code is Internal.
///     return std::unexpected(wireError("BranchDoesNotExistException", message));
Error wireError(const char *code, QString message, QString detail = {});
Error wireError(QStringView code, QString message, QString detail = {});
std::unexpected<Error> wireFailure(const char *code, QString message, QString detail = {});

/// What a client gets to see: the error's own code, or the common one of its kind.
QString wireCode(const Error &error);
int httpStatus(const Error &error);

/// All codes that an operation may answer besides the common ones (access, throttling, faults).
QStringList declaredErrors(const OperationRow &row);

} // namespace countersign::api
