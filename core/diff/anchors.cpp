// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/anchors.h"

#include <algorithm>
#include <utility>

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

MappedRange mapRange(const QList<Edit> &edits, int first, int last, int newLineCount)
{
    if (last < first)
        std::swap(first, last);
    // The lines at both ends that survive bound what is left.
    int from = first;
    int to = last;
    bool changed = false;
    for (const Edit &edit : edits) {
        const int end = edit.oldStart + edit.oldCount;
        if (end <= first)
            continue;
        if (edit.oldStart > last)
            break;
        changed = true;
        if (edit.oldStart <= from)
            from = std::max(from, end);
    }
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit) {
        const int end = edit->oldStart + edit->oldCount;
        if (end > to && edit->oldStart <= to && edit->oldCount > 0)
            to = edit->oldStart - 1;
    }
    if (from > to) {
        // What replaced the lines stands for them as far as there is any.
        const MappedLine start = mapLine(edits, first, newLineCount);
        const MappedLine stop = mapLine(edits, last, newLineCount);
        return {start.line, std::max(start.line, stop.line), MappedRange::Fate::Gone};
    }
    const MappedLine start = mapLine(edits, from, newLineCount);
    const MappedLine stop = mapLine(edits, to, newLineCount);
    return {start.line, stop.line, changed ? MappedRange::Fate::Changed : MappedRange::Fate::Unchanged};
}

} // namespace countersign::diff
