// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace countersign::sample {

/// Content that no one writes by hand: "picture" (a PNG whose motif depends on `seed`) and "rates" (a CSV
/// table of `seed` lines). The same seed always gives the same bytes.
Result<QByteArray> generatedContent(const QString &kind, int seed);

} // namespace countersign::sample
