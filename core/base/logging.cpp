// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/logging.h"

namespace countersign::log {
Q_LOGGING_CATEGORY(git, "countersign.git", QtInfoMsg)
Q_LOGGING_CATEGORY(store, "countersign.store", QtInfoMsg)
Q_LOGGING_CATEGORY(service, "countersign.service", QtInfoMsg)
Q_LOGGING_CATEGORY(client, "countersign.client", QtInfoMsg)
Q_LOGGING_CATEGORY(ui, "countersign.ui", QtInfoMsg)
} // namespace countersign::log
