// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/sliding.h"

#include "core/diff/lineids.h"

#include <algorithm>

namespace countersign::diff {

namespace {

constexpr int kMostSliding = 100;
constexpr int kMostIndent = 200;
constexpr int kMostBlanks = 20;

/// Column of the first character that is no white space; -1 for a blank line.
int indentOf(QByteArrayView line)
{
    int column = 0;
    for (const char c : line) {
        if (c == ' ')
            ++column;
        else if (c == '\t')
            column += 8 - column % 8;
        else if (c != '\r' && c != '\n' && c != '\f' && c != '\v')
            return column;
        if (column >= kMostIndent)
            return kMostIndent;
    }
    return -1;
}

struct Score
{
    int indent = 0;
    int penalty = 0;
};

/// How good it is to begin or end a run before `line`; lower is better.
Score scoreAt(const Text &text, int line)
{
    const int indent = line < text.lineCount() ? indentOf(text.lineBytes(line)) : -1;
    int blanksBefore = 0;
    int indentBefore = -1;
    for (int i = line - 1; i >= 0; --i) {
        indentBefore = indentOf(text.lineBytes(i));
        if (indentBefore != -1)
            break;
        if (++blanksBefore == kMostBlanks) {
            indentBefore = 0;
            break;
        }
    }
    int blanksAfter = 0;
    int indentAfter = -1;
    for (int i = line + 1; i < text.lineCount(); ++i) {
        indentAfter = indentOf(text.lineBytes(i));
        if (indentAfter != -1)
            break;
        if (++blanksAfter == kMostBlanks) {
            indentAfter = 0;
            break;
        }
    }

    Score score;
    if (indentBefore == -1 && blanksBefore == 0)
        score.penalty += 1;
    if (line >= text.lineCount())
        score.penalty += 21;
    const int blanksHere = indent == -1 ? 1 + blanksAfter : 0;
    const int blanks = blanksBefore + blanksHere;
    score.penalty += -30 * blanks + 6 * blanksHere;
    const int effective = indent != -1 ? indent : indentAfter;
    score.indent = effective;
    if (effective == -1 || indentBefore == -1)
        return score;
    const bool blank = blanks > 0;
    if (effective > indentBefore)
        score.penalty += blank ? 10 : -4;
    else if (effective < indentBefore && indentAfter != -1 && indentAfter > effective)
        score.penalty += blank ? 17 : 24;
    else if (effective < indentBefore)
        score.penalty += blank ? 17 : 23;
    return score;
}

/// Negative when `a` is better.
int compare(const Score &a, const Score &b)
{
    return 60 * ((a.indent > b.indent) - (a.indent < b.indent)) + (a.penalty - b.penalty);
}

} // namespace

void slideEdits(QList<Edit> &edits, const Text &before, const Text &after, std::span<const int> beforeIds,
                std::span<const int> afterIds)
{
    QList<Edit> done;
    done.reserve(edits.size());
    for (qsizetype i = 0; i < edits.size(); ++i) {
        Edit edit = edits[i];
        if (edit.oldCount > 0 && edit.newCount > 0) {
            done.append(edit);
            continue;
        }
        const bool added = edit.newCount > 0;
        const auto &ids = added ? afterIds : beforeIds;
        const Text &text = added ? after : before;
        const int count = added ? edit.newCount : edit.oldCount;
        const auto start = [&edit, added] { return added ? edit.newStart : edit.oldStart; };
        const auto shift = [&edit](int by) {
            edit.oldStart += by;
            edit.newStart += by;
        };

        const int roomAbove = done.isEmpty() ? std::min(edit.oldStart, edit.newStart)
                                             : edit.oldStart - (done.last().oldStart + done.last().oldCount);
        int up = 0;
        while (up < roomAbove && ids[static_cast<size_t>(start() - 1 - up)] ==
                                     ids[static_cast<size_t>(start() + count - 1 - up)])
            ++up;
        if (up == roomAbove && !done.isEmpty()) {
            // It meets the run before: the two are one change.
            shift(-up);
            Edit &last = done.last();
            last.oldCount += edit.oldCount;
            last.newCount += edit.newCount;
            continue;
        }
        const bool hasNext = i + 1 < edits.size();
        const int roomBelow =
            hasNext ? edits[i + 1].oldStart - (edit.oldStart + edit.oldCount)
                    : std::min(static_cast<int>(beforeIds.size()) - edit.oldStart - edit.oldCount,
                               static_cast<int>(afterIds.size()) - edit.newStart - edit.newCount);
        int down = 0;
        while (down < roomBelow &&
               ids[static_cast<size_t>(start() + down)] == ids[static_cast<size_t>(start() + count + down)])
            ++down;
        if (down == roomBelow && hasNext) {
            shift(down);
            Edit &next = edits[i + 1];
            next.oldStart = edit.oldStart;
            next.newStart = edit.newStart;
            next.oldCount += edit.oldCount;
            next.newCount += edit.newCount;
            continue;
        }
        if (up + down > 0) {
            int best = down;
            Score bestBegin;
            Score bestEnd;
            bool first = true;
            const int lowest = std::max({-up, down - count - 1, down - kMostSliding});
            for (int by = lowest; by <= down; ++by) {
                const Score begin = scoreAt(text, start() + by);
                const Score end = scoreAt(text, start() + by + count);
                const int verdict = first ? -1 : compare(begin, bestBegin) + compare(end, bestEnd);
                // Of equally good places the last one is taken, as every other tool does.
                if (verdict <= 0) {
                    best = by;
                    bestBegin = begin;
                    bestEnd = end;
                    first = false;
                }
            }
            shift(best);
        }
        done.append(edit);
    }
    edits = done;
}

} // namespace countersign::diff
