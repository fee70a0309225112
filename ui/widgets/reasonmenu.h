// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

#include <functional>

namespace countersign::ui {

/// One row of a menu that needs more than a name.
struct MenuRow
{
    QString text;
    /// Second line, or the reason why the row is disabled; muted.
    QString detail;
    /// Muted, at the right: "default", a key.
    QString trailing;
    QString icon;
    bool checkable = false;
    bool checked = false;
    bool enabled = true;
};

/// Adds the row: 28 px, or 44 px with a second line. A disabled row stays visible and readable with its
/// reason, and does nothing.
QAction *addMenuRow(QMenu *menu, const MenuRow &row, const std::function<void()> &run);

} // namespace countersign::ui
