// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;

namespace countersign::desktop {

/// Name, version, icon and translations of the program; before any window is made. Shared by the console and
/// the gallery.
void prepareApplication(QApplication &application);

} // namespace countersign::desktop
