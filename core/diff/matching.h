// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <stop_token>
#include <vector>

namespace countersign::diff {

/// A comparison of two sequences of numbers in progress: finds what is equal and marks everything else as
/// changed. The algorithms work on ranges and hand what they cannot do to the next cheaper one.
struct Matching
{
    std::span<const int> before;
    std::span<const int> after;
    /// One for each element: true where it has no partner on the other side.
    std::vector<bool> removed;
    std::vector<bool> added;
    /// Numbers go from 0 to count - 1.
    int count = 0;
    std::stop_token stop;
    /// One for each number, zero between uses.
    std::vector<unsigned char> marks = {};
};

/// Half-open ranges on both sides.
struct Ranges
{
    int oldStart = 0;
    int oldEnd = 0;
    int newStart = 0;
    int newEnd = 0;
    bool oldEmpty() const { return oldStart == oldEnd; }
    bool newEmpty() const { return newStart == newEnd; }
};

/// Marks the elements of the ranges as changed.
void markChanged(Matching &matching, const Ranges &ranges);
/// Narrows the ranges by what is equal at both ends.
void trim(const Matching &matching, Ranges &ranges);

/// Myers' O(ND) difference algorithm in its linear-space form ("An O(ND) Difference Algorithm and Its
/// Variations", 1986), on those elements that occur on both sides. With a bound on the cost: beyond it the
/// furthest path found so far splits the ranges.
void matchMyers(Matching &matching, Ranges ranges);
/// Splits at the longest run of lines that are rare in the old side, as JGit's histogram difference does;
/// ranges without a usable line go to matchMyers(). Looks at each line 64 times on average at most; what is
/// left then goes to matchPatience().
void matchHistogram(Matching &matching, Ranges ranges);
/// Bram Cohen's patience difference: lines that occur once on both sides, in their longest common order, are
/// kept; between them again; ranges without such lines, and what is left after 64 looks at each line on
/// average, go to matchMyers().
void matchPatience(Matching &matching, Ranges ranges);

} // namespace countersign::diff
