// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/linediff.h"

#include <QByteArray>

namespace countersign::diff {

/// The two names a patch speaks of, as paths in the repository; empty where the file does not exist.
struct PatchNames
{
    QByteArray before;
    QByteArray after;
};

/// The edits as a unified diff that `git apply` and `patch` read: the format of GNU diffutils' "Unified
/// Format" with a/ and b/ before the names and Git's quoting of unusual ones. Lines are the file's own bytes
/// with their CR and their encoding, and a last line without LF is marked; only UTF-16 and UTF-32 come as
/// UTF-8, since no tool applies a patch to them. Applies to the old bytes exactly when the edits were made
/// with the default options. Empty when nothing differs. Any thread.
QByteArray unifiedPatch(const Text &before, const Text &after, const QList<Edit> &edits,
                        const PatchNames &names, int context = 3);

} // namespace countersign::diff
