// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/rows.h"

#include <algorithm>

namespace countersign::diff {

namespace {

void addContext(QList<Row> &rows, int oldFrom, int newFrom, int count)
{
    for (int i = 0; i < count; ++i)
        rows.append({Row::Kind::Context, oldFrom + i, newFrom + i});
}

} // namespace

Layout layout(const Text &before, const Text &after, const QList<Edit> &edits, int context)
{
    Layout result;
    // Where the unchanged run that is being looked at begins.
    int oldAt = 0;
    int newAt = 0;
    // Blank lines that do not count get no context of their own.
    int tailWanted = 0;
    for (const Edit &edit : edits) {
        const int between = edit.oldStart - oldAt;
        const bool first = result.hunks.isEmpty();
        const int tail = tailWanted;
        const int lead = edit.blank ? 0 : context;
        tailWanted = lead;
        // A fold of a single line would take the place of the line itself.
        if (!first && between <= tail + lead + 1) {
            addContext(result.hunks.last().rows, oldAt, newAt, between);
        } else if (first && between <= lead + 1) {
            result.hunks.append(Hunk{});
            addContext(result.hunks.last().rows, oldAt, newAt, between);
        } else {
            if (!first)
                addContext(result.hunks.last().rows, oldAt, newAt, tail);
            Hunk hunk;
            hunk.gapBefore = {oldAt + tail, newAt + tail, between - tail - lead};
            addContext(hunk.rows, edit.oldStart - lead, edit.newStart - lead, lead);
            result.hunks.append(std::move(hunk));
        }
        result.hunks.last().rows += pairRows(before, after, edit);
        oldAt = edit.oldStart + edit.oldCount;
        newAt = edit.newStart + edit.newCount;
    }
    const int left = before.lineCount() - oldAt;
    if (result.hunks.isEmpty()) {
        result.gapAfter = {oldAt, newAt, left};
        return result;
    }
    const int shown = left <= tailWanted + 1 ? left : tailWanted;
    addContext(result.hunks.last().rows, oldAt, newAt, shown);
    result.gapAfter = {oldAt + shown, newAt + shown, left - shown};
    return result;
}

} // namespace countersign::diff
