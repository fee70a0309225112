// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/command.h"

class QWidget;

namespace countersign::shell {

/// F1 or "?": every command with its keys, by area. Opens over the window, closes with Esc.
void openShortcutSheet(QWidget *window, const ui::ShortcutTable &table);
/// The name of a command's area, from the first part of its id: "Review" for "review.approve".
QString commandArea(const QString &commandId);

} // namespace countersign::shell
