// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/anchors.h"

#include <algorithm>

namespace countersign::diff {

MappedLine mapLine(const QList<Edit> &edits, int line, int newLineCount)
{
    int shift = 0;
    for (const Edit &edit : edits) {
        if (line < edit.oldStart)
            break;
        if (line < edit.oldStart + edit.oldCount) {
            // The line is gone: the line of the same place in what replaced it, or the one before the gap.
            const int within = std::min(line - edit.oldStart, edit.newCount - 1);
            const int near = edit.newCount > 0 ? edit.newStart + within : edit.newStart - 1;
            return {std::clamp(near, 0, std::max(0, newLineCount - 1)), false};
        }
        shift = (edit.newStart + edit.newCount) - (edit.oldStart + edit.oldCount);
    }
    const int mapped = line + shift;
    if (mapped >= newLineCount)
        return {std::max(0, newLineCount - 1), false};
    return {mapped, true};
}

} // namespace countersign::diff
