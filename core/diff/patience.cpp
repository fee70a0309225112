// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/matching.h"

#include <QtTypes>

#include <algorithm>

namespace countersign::diff {

namespace {

/// How often each line is looked at on average before matchMyers() takes over.
constexpr qint64 kMostLooks = 64;

struct Pair
{
    int oldAt = 0;
    int newAt = 0;
};

/// Lines that occur exactly once in each of the ranges, in old order, reduced to their longest common order.
std::vector<Pair> uniquePairs(const Matching &matching, const Ranges &ranges)
{
    constexpr int kNone = -1;
    constexpr int kSeveral = -2;
    std::vector<std::pair<int, Pair>> lines;
    lines.reserve(static_cast<size_t>(ranges.oldEnd - ranges.oldStart));
    for (int i = ranges.oldStart; i < ranges.oldEnd; ++i)
        lines.push_back({matching.before[static_cast<size_t>(i)], {i, kNone}});
    std::ranges::sort(lines, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second.oldAt < b.second.oldAt;
    });
    for (size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].first == lines[i - 1].first)
            lines[i].second.newAt = lines[i - 1].second.newAt = kSeveral;
    }
    for (int i = ranges.newStart; i < ranges.newEnd; ++i) {
        const auto it = std::ranges::lower_bound(lines, matching.after[static_cast<size_t>(i)], {},
                                                 [](const auto &line) { return line.first; });
        if (it != lines.end() && it->first == matching.after[static_cast<size_t>(i)])
            it->second.newAt = it->second.newAt == kNone ? i : kSeveral;
    }
    std::vector<Pair> pairs;
    for (const auto &line : lines) {
        if (line.second.newAt >= 0)
            pairs.push_back(line.second);
    }
    std::ranges::sort(pairs, {}, &Pair::oldAt);

    // Longest increasing subsequence of the new positions by patience sorting.
    std::vector<size_t> piles;
    std::vector<size_t> previous(pairs.size());
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto pile =
            std::ranges::lower_bound(piles, pairs[i].newAt, {}, [&](size_t top) { return pairs[top].newAt; });
        previous[i] = pile == piles.begin() ? i : *(pile - 1);
        if (pile == piles.end())
            piles.push_back(i);
        else
            *pile = i;
    }
    std::vector<Pair> kept(piles.size());
    if (!piles.empty()) {
        size_t at = piles.back();
        for (size_t i = piles.size(); i-- > 0; at = previous[at])
            kept[i] = pairs[at];
    }
    return kept;
}

} // namespace

void matchPatience(Matching &matching, Ranges ranges)
{
    qint64 budget =
        kMostLooks * (ranges.oldEnd - ranges.oldStart + ranges.newEnd - ranges.newStart) + 100'000;
    std::vector<Ranges> open{ranges};
    while (!open.empty()) {
        Ranges part = open.back();
        open.pop_back();
        trim(matching, part);
        if (part.oldEmpty() || part.newEmpty() || matching.stop.stop_requested()) {
            markChanged(matching, part);
            continue;
        }
        budget -= (part.oldEnd - part.oldStart) + (part.newEnd - part.newStart);
        const std::vector<Pair> pairs = budget < 0 ? std::vector<Pair>() : uniquePairs(matching, part);
        if (pairs.empty()) {
            matchMyers(matching, part);
            continue;
        }
        Ranges gap{part.oldStart, 0, part.newStart, 0};
        for (const Pair &pair : pairs) {
            gap.oldEnd = pair.oldAt;
            gap.newEnd = pair.newAt;
            open.push_back(gap);
            gap.oldStart = pair.oldAt + 1;
            gap.newStart = pair.newAt + 1;
        }
        open.push_back({gap.oldStart, part.oldEnd, gap.newStart, part.newEnd});
    }
}

} // namespace countersign::diff
