// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/matching.h"

#include <QtTypes>

#include <algorithm>

namespace countersign::diff {

namespace {

/// Lines that occur more often than this on the old side never decide a split.
constexpr int kMostOccurrences = 64;
/// How often each line is looked at on average before a cheaper algorithm takes over: splitting off one line
/// at a time would otherwise take the square of the length.
constexpr qint64 kMostLooks = 64;
/// Ranges with more lines than this are split at all runs with a unique line at once, where these are in
/// order: one at a time, every split would go through most of a long file again.
constexpr int kLong = 20'000;

/// Where each line number occurs in a range of the old side. The tables are as long as the whole input and
/// are used for range after range; forget() clears only what index() touched.
class Occurrences
{
public:
    Occurrences(const Matching &matching)
        : m_before(matching.before)
        , m_head(static_cast<size_t>(matching.count), -1)
        , m_occurrences(static_cast<size_t>(matching.count), 0)
        , m_next(matching.before.size(), -1)
    {
    }

    void index(const Ranges &ranges)
    {
        for (int i = ranges.oldEnd - 1; i >= ranges.oldStart; --i) {
            const auto id = static_cast<size_t>(m_before[static_cast<size_t>(i)]);
            m_next[static_cast<size_t>(i)] = m_head[id];
            m_head[id] = i;
            ++m_occurrences[id];
        }
    }
    void forget(const Ranges &ranges)
    {
        for (int i = ranges.oldStart; i < ranges.oldEnd; ++i) {
            const auto id = static_cast<size_t>(m_before[static_cast<size_t>(i)]);
            m_head[id] = -1;
            m_occurrences[id] = 0;
        }
    }
    int first(int id) const { return m_head[static_cast<size_t>(id)]; }
    int next(int position) const { return m_next[static_cast<size_t>(position)]; }
    int count(int id) const { return m_occurrences[static_cast<size_t>(id)]; }

private:
    std::span<const int> m_before;
    std::vector<int> m_head;
    std::vector<int> m_occurrences;
    std::vector<int> m_next;
};

struct Run
{
    Ranges ranges;
    int length = 0;
    int rarity = kMostOccurrences + 1;
    /// Some line is common to both sides, but too frequent to use.
    bool onlyFrequent = false;
};

/// Takes what it looks at from `budget` and gives up with an empty run when that is used up. `unique`
/// receives the runs that hold a line which occurs once on the old side.
Run rarestRun(const Matching &matching, const Occurrences &occurrences, const Ranges &ranges, qint64 &budget,
              std::vector<Ranges> &unique)
{
    const auto &before = matching.before;
    const auto &after = matching.after;
    Run best;
    bool frequent = false;
    for (int at = ranges.newStart; at < ranges.newEnd && budget >= 0;) {
        --budget;
        int nextAt = at + 1;
        const int id = after[static_cast<size_t>(at)];
        const int count = occurrences.count(id);
        if (count > best.rarity || count == 0) {
            frequent = frequent || count > 0;
            at = nextAt;
            continue;
        }
        int reachedOld = ranges.oldStart;
        for (int old = occurrences.first(id); old >= 0; old = occurrences.next(old)) {
            // Inside the run that the occurrence before reached: the same run again.
            if (old < reachedOld)
                continue;
            int rarity = count;
            int oldFrom = old;
            int newFrom = at;
            while (oldFrom > ranges.oldStart && newFrom > ranges.newStart &&
                   before[static_cast<size_t>(oldFrom - 1)] == after[static_cast<size_t>(newFrom - 1)]) {
                --oldFrom;
                --newFrom;
                rarity = std::min(rarity, occurrences.count(before[static_cast<size_t>(oldFrom)]));
            }
            int oldTo = old + 1;
            int newTo = at + 1;
            while (oldTo < ranges.oldEnd && newTo < ranges.newEnd &&
                   before[static_cast<size_t>(oldTo)] == after[static_cast<size_t>(newTo)]) {
                rarity = std::min(rarity, occurrences.count(before[static_cast<size_t>(oldTo)]));
                ++oldTo;
                ++newTo;
            }
            budget -= newTo - newFrom;
            nextAt = std::max(nextAt, newTo);
            reachedOld = oldTo;
            if (rarity == 1)
                unique.push_back({oldFrom, oldTo, newFrom, newTo});
            if (oldTo - oldFrom > best.length || rarity < best.rarity) {
                best.ranges = {oldFrom, oldTo, newFrom, newTo};
                best.length = oldTo - oldFrom;
                best.rarity = rarity;
            }
        }
        at = nextAt;
    }
    best.onlyFrequent = best.length == 0 && frequent;
    return best;
}

/// Whether each run lies behind the one before on both sides.
bool isInOrder(const std::vector<Ranges> &runs)
{
    for (size_t i = 1; i < runs.size(); ++i) {
        if (runs[i].oldStart < runs[i - 1].oldEnd || runs[i].newStart < runs[i - 1].newEnd)
            return false;
    }
    return true;
}

/// What lies before, between and behind the runs.
void addBetween(const Ranges &whole, const std::vector<Ranges> &runs, std::vector<Ranges> &open)
{
    Ranges rest = whole;
    for (const Ranges &run : runs) {
        open.push_back({rest.oldStart, run.oldStart, rest.newStart, run.newStart});
        rest.oldStart = run.oldEnd;
        rest.newStart = run.newEnd;
    }
    open.push_back(rest);
}

} // namespace

void matchHistogram(Matching &matching, Ranges ranges)
{
    Occurrences occurrences(matching);
    qint64 budget =
        kMostLooks * (ranges.oldEnd - ranges.oldStart + ranges.newEnd - ranges.newStart) + 100'000;
    std::vector<Ranges> open{ranges};
    std::vector<Ranges> unique;
    while (!open.empty()) {
        Ranges part = open.back();
        open.pop_back();
        trim(matching, part);
        if (part.oldEmpty() || part.newEmpty() || matching.stop.stop_requested()) {
            markChanged(matching, part);
            continue;
        }
        budget -= part.oldEnd - part.oldStart;
        if (budget < 0) {
            matchPatience(matching, part);
            continue;
        }
        occurrences.index(part);
        unique.clear();
        const Run run = rarestRun(matching, occurrences, part, budget, unique);
        occurrences.forget(part);
        if (budget < 0) {
            matchPatience(matching, part);
        } else if (run.onlyFrequent) {
            matchMyers(matching, part);
        } else if (run.length == 0) {
            markChanged(matching, part);
        } else if (part.oldEnd - part.oldStart > kLong && unique.size() > 1 && isInOrder(unique)) {
            addBetween(part, unique, open);
        } else {
            open.push_back({part.oldStart, run.ranges.oldStart, part.newStart, run.ranges.newStart});
            open.push_back({run.ranges.oldEnd, part.oldEnd, run.ranges.newEnd, part.newEnd});
        }
    }
}

} // namespace countersign::diff
