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

/// Lines `first` to `last` of an older version in a newer one.
struct MappedRange
{
    int first = 0;
    int last = 0;
    enum class Fate : quint8 {
        /// All lines are there, with nothing between them that was not.
        Unchanged,
        /// Some are gone, or others came between: `first` to `last` hold what is left and what came.
        Changed,
        /// None is left: `first` and `last` are the nearest line that survives or took their place.
        Gone
    };
    Fate fate = Fate::Unchanged;
    bool operator==(const MappedRange &) const = default;
};
/// Maps a range through the edits, as mapLine() maps a line. Lines added at its edges do not belong to it.
MappedRange mapRange(const QList<Edit> &edits, int first, int last, int newLineCount);

} // namespace countersign::diff
