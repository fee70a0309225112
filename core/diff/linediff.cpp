// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/linediff.h"

#include "core/diff/lineids.h"
#include "core/diff/matching.h"
#include "core/diff/sliding.h"

namespace countersign::diff {

namespace {

QList<Edit> editsOf(const Matching &matching)
{
    QList<Edit> edits;
    const int oldCount = static_cast<int>(matching.before.size());
    const int newCount = static_cast<int>(matching.after.size());
    int oldAt = 0;
    int newAt = 0;
    while (oldAt < oldCount || newAt < newCount) {
        const bool removed = oldAt < oldCount && matching.removed[static_cast<size_t>(oldAt)];
        const bool added = newAt < newCount && matching.added[static_cast<size_t>(newAt)];
        if (!removed && !added) {
            ++oldAt;
            ++newAt;
            continue;
        }
        Edit edit{oldAt, 0, newAt, 0};
        while (oldAt < oldCount && matching.removed[static_cast<size_t>(oldAt)])
            ++oldAt;
        while (newAt < newCount && matching.added[static_cast<size_t>(newAt)])
            ++newAt;
        edit.oldCount = oldAt - edit.oldStart;
        edit.newCount = newAt - edit.newStart;
        edits.append(edit);
    }
    return edits;
}

bool allBlank(const Text &text, int start, int count)
{
    for (int i = start; i < start + count; ++i) {
        if (!isBlank(text.lineBytes(i)))
            return false;
    }
    return true;
}

/// Marks the edits that hold nothing but blank lines, and drops those that leave both sides in step.
void settleBlankEdits(QList<Edit> &edits, const Text &before, const Text &after)
{
    for (Edit &edit : edits)
        edit.blank =
            allBlank(before, edit.oldStart, edit.oldCount) && allBlank(after, edit.newStart, edit.newCount);
    edits.removeIf([](const Edit &edit) { return edit.blank && edit.oldCount == edit.newCount; });
}

} // namespace

QList<Edit> lineDiff(const Text &before, const Text &after, const LineDiffOptions &options,
                     std::stop_token stop)
{
    const LineIds ids = lineIds(before, after, options);
    Matching matching{
        ids.before, ids.after,      std::vector<bool>(ids.before.size()), std::vector<bool>(ids.after.size()),
        ids.count,  std::move(stop)};
    const Ranges all{0, static_cast<int>(ids.before.size()), 0, static_cast<int>(ids.after.size())};
    switch (options.algorithm) {
    case Algorithm::Histogram:
        matchHistogram(matching, all);
        break;
    case Algorithm::Patience:
        matchPatience(matching, all);
        break;
    case Algorithm::Myers:
        matchMyers(matching, all);
        break;
    }
    QList<Edit> edits = editsOf(matching);
    slideEdits(edits, before, after, ids.before, ids.after);
    if (options.whitespace == Whitespace::IgnoreBlankLines)
        settleBlankEdits(edits, before, after);
    return edits;
}

} // namespace countersign::diff
