// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/hubcontext.h"

namespace countersign::service {

/// Brings the folders of repositories in line with their rows: leftovers of interrupted creations go, deleted
/// repositories lie in trash/, live ones in their place, and what was deleted long enough ago is removed for
/// good. Runs at the start, before anybody else uses the hub.
Result<void> tidy(HubContext &context, qint64 now);

} // namespace countersign::service
