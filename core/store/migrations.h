// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

namespace countersign::store {

/// The number of the newest migration that this program knows.
int schemaVersion();
/// Unsupported when the file was made by a newer program; it is only read.
Result<void> refuseNewer(const Database::Options &options);
/// Applies the missing migrations, each in a transaction of its own.
Result<void> migrate(Database &database);

} // namespace countersign::store
