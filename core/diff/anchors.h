// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/linediff.h"

namespace countersign::diff {

/// Where a line of an older version stands in a newer one.
struct MappedLine
{
    int line = 0;
    /// False when the line itself is gone: `line` is then the nearest one that survives.
    bool exact = true;
    bool operator==(const MappedLine &) const = default;
};
/// Maps `line` (from 0) through the edits from the old version to the new one; `newLineCount` bounds the
/// answer.
MappedLine mapLine(const QList<Edit> &edits, int line, int newLineCount);

} // namespace countersign::diff
