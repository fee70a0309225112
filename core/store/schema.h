// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

/// The statements of the migrations. Dates are milliseconds since 1970 UTC, ids of Git objects hexadecimal
/// text, refs full names; numbers come from the table counters, so that no database's own sequences are
/// needed.
namespace countersign::store::schema {

QStringList first();

} // namespace countersign::store::schema
