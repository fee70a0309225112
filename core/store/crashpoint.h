// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace countersign::store {

/// A step of the write path at which the fault tests end the process. With COUNTERSIGN_CRASH_AT=name:n in the
/// environment the n-th passing of `name` (from 1) kills the process as a power cut would; otherwise nothing
/// happens. Any thread.
void crashPoint(const char *name);

} // namespace countersign::store
