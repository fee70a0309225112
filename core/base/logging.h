// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

/// One category for each area; never a secret, never file content. Enable with QT_LOGGING_RULES.
namespace countersign::log {
Q_DECLARE_LOGGING_CATEGORY(git)
Q_DECLARE_LOGGING_CATEGORY(store)
Q_DECLARE_LOGGING_CATEGORY(service)
Q_DECLARE_LOGGING_CATEGORY(client)
Q_DECLARE_LOGGING_CATEGORY(ui)
} // namespace countersign::log
