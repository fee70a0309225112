// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <QSqlDatabase>
#include <QSqlError>

/// Everything that is particular to SQLite. A second database would be a second file like this one.
namespace countersign::store::sqlite {

/// Adds and opens a connection with the given name: write-ahead log, full synchronisation, foreign keys.
Result<QSqlDatabase> open(const QString &connectionName, const Database::Options &options);
QString beginWrite();
QString beginRead();
/// The newest migration that was applied to the file, 0 for none or no file; the file is only read.
Result<qint64> appliedVersion(const Database::Options &options);
/// What an error of the driver means: never decided by QSqlError::type(), which calls a constraint failure a
/// connection error.
Error toError(const QSqlError &error);

} // namespace countersign::store::sqlite
