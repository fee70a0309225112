// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <functional>
#include <optional>

namespace countersign::theme {

/// Asks the desktop for its colour scheme over the freedesktop settings portal, without waiting, and goes on
/// listening: `handler` gets true for dark, false for light, nothing when the desktop has no wish. Never
/// called when there is no session bus or no portal. Screen's thread; ends with `receiver`.
void watchPortalColorScheme(QObject *receiver, std::function<void(std::optional<bool>)> handler);

} // namespace countersign::theme
