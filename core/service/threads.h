// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/call.h"
#include "core/service/mapping.h"

namespace countersign::service {

/// All threads of a pull request in the order of their first comments.
Result<QList<api::Thread>> threadsOf(store::Connection &, qint64 pullRequestId);
/// One thread with its comments.
Result<api::Thread> threadById(store::Connection &, const QString &threadId);

} // namespace countersign::service
