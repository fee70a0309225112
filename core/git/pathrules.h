// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace countersign::git {

/// Whether a path may be written into a tree: relative, no empty component, none that is "." or "..", and
/// none that Linux, macOS (HFS+) or Windows (NTFS) would take for ".git", so that no clone of it can be
/// harmed.
bool isSafeTreePath(QByteArrayView path);

} // namespace countersign::git
