// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/matching.h"

#include <algorithm>
#include <cmath>

namespace countersign::diff {

namespace {

struct Split
{
    int oldAt = 0;
    int newAt = 0;
};

/// Furthest old positions on the diagonals (old - new) reached from the front and from the back.
class Frontiers
{
public:
    Frontiers(const std::vector<int> &before, const std::vector<int> &after)
        : m_before(before)
        , m_after(after)
        , m_forward(before.size() + after.size() + 3)
        , m_backward(m_forward.size())
    {
    }

    /// A point that a shortest path passes, or, when that would cost too much, one that a good path passes.
    /// Neither empty nor equal at an end: trim() first.
    Split middle(const Ranges &ranges)
    {
        // What earlier ranges left in the tables is overwritten before it is read.
        m_ranges = ranges;
        m_low = ranges.oldStart - ranges.newEnd - 1;
        const int forwardStart = m_ranges.oldStart - m_ranges.newStart;
        const int backwardStart = m_ranges.oldEnd - m_ranges.newEnd;
        const bool odd = (forwardStart - backwardStart) & 1;
        const int lowest = m_ranges.oldStart - m_ranges.newEnd;
        const int highest = m_ranges.oldEnd - m_ranges.newStart;
        const int size = (m_ranges.oldEnd - m_ranges.oldStart) + (m_ranges.newEnd - m_ranges.newStart);
        const int bound = std::max(256, static_cast<int>(std::sqrt(static_cast<double>(size))));
        forward(forwardStart) = m_ranges.oldStart;
        backward(backwardStart) = m_ranges.oldEnd;
        int forwardLow = forwardStart;
        int forwardHigh = forwardStart;
        int backwardLow = backwardStart;
        int backwardHigh = backwardStart;
        for (int cost = 1;; ++cost) {
            // A diagonal beyond the ranges' corners is left alone; its parity comes round again.
            forwardLow > lowest ? forward(--forwardLow - 1) = kUnreached : ++forwardLow;
            forwardHigh < highest ? forward(++forwardHigh + 1) = kUnreached : --forwardHigh;
            for (int d = forwardHigh; d >= forwardLow; d -= 2) {
                int x = forward(d - 1) >= forward(d + 1) ? forward(d - 1) + 1 : forward(d + 1);
                int y = x - d;
                while (x < m_ranges.oldEnd && y < m_ranges.newEnd && equal(x, y)) {
                    ++x;
                    ++y;
                }
                forward(d) = x;
                if (odd && backwardLow <= d && d <= backwardHigh && backward(d) <= x && inside(x, y))
                    return {x, y};
            }
            backwardLow > lowest ? backward(--backwardLow - 1) = kFarAway : ++backwardLow;
            backwardHigh < highest ? backward(++backwardHigh + 1) = kFarAway : --backwardHigh;
            for (int d = backwardHigh; d >= backwardLow; d -= 2) {
                int x = backward(d - 1) < backward(d + 1) ? backward(d - 1) : backward(d + 1) - 1;
                int y = x - d;
                while (x > m_ranges.oldStart && y > m_ranges.newStart && equal(x - 1, y - 1)) {
                    --x;
                    --y;
                }
                backward(d) = x;
                if (!odd && forwardLow <= d && d <= forwardHigh && x <= forward(d) && inside(x, y))
                    return {x, y};
            }
            if (cost >= bound)
                return furthest(forwardLow, forwardHigh, backwardLow, backwardHigh);
        }
    }

private:
    static constexpr int kUnreached = -1;
    static constexpr int kFarAway = 0x3FFFFFFF;

    int &forward(int diagonal) { return m_forward[static_cast<size_t>(diagonal - m_low)]; }
    int &backward(int diagonal) { return m_backward[static_cast<size_t>(diagonal - m_low)]; }
    bool inside(int x, int y) const
    {
        return x >= m_ranges.oldStart && x <= m_ranges.oldEnd && y >= m_ranges.newStart &&
               y <= m_ranges.newEnd;
    }
    bool equal(int x, int y) const
    {
        return m_before[static_cast<size_t>(x)] == m_after[static_cast<size_t>(y)];
    }

    Split furthest(int forwardLow, int forwardHigh, int backwardLow, int backwardHigh)
    {
        Split best{m_ranges.oldStart, m_ranges.newStart};
        int bestGain = -1;
        for (int d = forwardHigh; d >= forwardLow; d -= 2) {
            const int x = std::min(forward(d), m_ranges.oldEnd);
            const int y = std::min(x - d, m_ranges.newEnd);
            const int gain = (x - m_ranges.oldStart) + (y - m_ranges.newStart);
            if (x >= m_ranges.oldStart && y >= m_ranges.newStart && gain > bestGain) {
                bestGain = gain;
                best = {x, y};
            }
        }
        for (int d = backwardHigh; d >= backwardLow; d -= 2) {
            const int x = std::max(backward(d), m_ranges.oldStart);
            if (x > m_ranges.oldEnd)
                continue;
            const int y = std::max(x - d, m_ranges.newStart);
            const int gain = (m_ranges.oldEnd - x) + (m_ranges.newEnd - y);
            if (y <= m_ranges.newEnd && gain > bestGain) {
                bestGain = gain;
                best = {x, y};
            }
        }
        return best;
    }

    std::span<const int> m_before;
    std::span<const int> m_after;
    Ranges m_ranges;
    int m_low = 0;
    std::vector<int> m_forward;
    std::vector<int> m_backward;
};

/// The elements of one side that also occur on the other, and where they come from.
struct Kept
{
    std::vector<int> ids;
    std::vector<int> places;
};

Kept keepCommon(std::span<const int> ids, int start, int end, std::span<const unsigned char> marks,
                std::vector<bool> &changed)
{
    Kept kept;
    for (int i = start; i < end; ++i) {
        const int id = ids[static_cast<size_t>(i)];
        if (marks[static_cast<size_t>(id)] == 3) {
            kept.ids.push_back(id);
            kept.places.push_back(i);
        } else {
            changed[static_cast<size_t>(i)] = true;
        }
    }
    return kept;
}

} // namespace

void matchMyers(Matching &matching, Ranges ranges)
{
    trim(matching, ranges);
    if (ranges.oldEmpty() || ranges.newEmpty()) {
        markChanged(matching, ranges);
        return;
    }
    // What occurs on one side only is changed in any case, and is most of what costs time.
    std::vector<unsigned char> &marks = matching.marks;
    marks.resize(static_cast<size_t>(matching.count), 0);
    const auto before = matching.before.subspan(static_cast<size_t>(ranges.oldStart),
                                                static_cast<size_t>(ranges.oldEnd - ranges.oldStart));
    const auto after = matching.after.subspan(static_cast<size_t>(ranges.newStart),
                                              static_cast<size_t>(ranges.newEnd - ranges.newStart));
    for (const int id : before)
        marks[static_cast<size_t>(id)] |= 1;
    for (const int id : after)
        marks[static_cast<size_t>(id)] |= 2;
    const Kept olds = keepCommon(matching.before, ranges.oldStart, ranges.oldEnd, marks, matching.removed);
    const Kept news = keepCommon(matching.after, ranges.newStart, ranges.newEnd, marks, matching.added);
    for (const int id : before)
        marks[static_cast<size_t>(id)] = 0;
    for (const int id : after)
        marks[static_cast<size_t>(id)] = 0;

    Matching common{olds.ids, news.ids, {}, {}, matching.count, matching.stop};
    const auto change = [&](const Ranges &part) {
        for (int i = part.oldStart; i < part.oldEnd; ++i)
            matching.removed[static_cast<size_t>(olds.places[static_cast<size_t>(i)])] = true;
        for (int i = part.newStart; i < part.newEnd; ++i)
            matching.added[static_cast<size_t>(news.places[static_cast<size_t>(i)])] = true;
    };
    Frontiers frontiers(olds.ids, news.ids);
    std::vector<Ranges> open{{0, static_cast<int>(olds.ids.size()), 0, static_cast<int>(news.ids.size())}};
    while (!open.empty()) {
        Ranges part = open.back();
        open.pop_back();
        trim(common, part);
        if (part.oldEmpty() || part.newEmpty() || matching.stop.stop_requested()) {
            change(part);
            continue;
        }
        const Split split = frontiers.middle(part);
        const Ranges first{part.oldStart, split.oldAt, part.newStart, split.newAt};
        const Ranges second{split.oldAt, part.oldEnd, split.newAt, part.newEnd};
        const auto same = [&part](const Ranges &other) {
            return other.oldStart == part.oldStart && other.oldEnd == part.oldEnd &&
                   other.newStart == part.newStart && other.newEnd == part.newEnd;
        };
        // A corner as the split means that nothing in between is equal.
        if (same(first) || same(second)) {
            change(part);
            continue;
        }
        open.push_back(first);
        open.push_back(second);
    }
}

} // namespace countersign::diff
