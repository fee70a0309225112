// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace countersign::git {

/// The version of the libgit2 that runs, such as "1.9.0". Any thread.
QString libraryVersion();

} // namespace countersign::git
