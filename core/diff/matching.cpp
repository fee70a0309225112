// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/matching.h"

#include <algorithm>

namespace countersign::diff {

void markChanged(Matching &matching, const Ranges &ranges)
{
    for (int i = ranges.oldStart; i < ranges.oldEnd; ++i)
        matching.removed[static_cast<size_t>(i)] = true;
    for (int i = ranges.newStart; i < ranges.newEnd; ++i)
        matching.added[static_cast<size_t>(i)] = true;
}

void trim(const Matching &matching, Ranges &ranges)
{
    const auto &before = matching.before;
    const auto &after = matching.after;
    while (!ranges.oldEmpty() && !ranges.newEmpty() &&
           before[static_cast<size_t>(ranges.oldStart)] == after[static_cast<size_t>(ranges.newStart)]) {
        ++ranges.oldStart;
        ++ranges.newStart;
    }
    while (!ranges.oldEmpty() && !ranges.newEmpty() &&
           before[static_cast<size_t>(ranges.oldEnd - 1)] == after[static_cast<size_t>(ranges.newEnd - 1)]) {
        --ranges.oldEnd;
        --ranges.newEnd;
    }
}

} // namespace countersign::diff
