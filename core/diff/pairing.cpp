// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/rows.h"
#include "core/diff/tokens.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace countersign::diff {

namespace {

/// Cells of the alignment table; a larger edit is paired by looking ahead.
constexpr qint64 kMostCells = 60'000;
/// How far a partner is looked for in a large edit, both sides' steps together.
constexpr int kLookAhead = 24;
/// Comparisons of lines in one large edit; after that its lines are paired by position.
constexpr int kMostComparisons = 1'000'000;
/// Similarity from which on two lines stand side by side.
constexpr int kAlike = 50;
/// Bytes of a line that are looked at.
constexpr qsizetype kLongest = 400;

/// The words and signs of a line as sorted hashes: enough to tell how much two lines have in common.
using Fingerprint = std::vector<std::uint32_t>;

Fingerprint fingerprint(QByteArrayView line)
{
    Fingerprint hashes;
    std::uint32_t word = 0;
    for (const char c : line.first(std::min(line.size(), kLongest))) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                            (byte >= 'A' && byte <= 'Z') || byte == '_' || byte >= 0x80;
        if (letter) {
            word = (word ? word : 2166136261U) * 16777619U ^ byte;
            continue;
        }
        if (word)
            hashes.push_back(word);
        word = 0;
        if (byte > ' ')
            hashes.push_back(byte);
    }
    if (word)
        hashes.push_back(word);
    std::ranges::sort(hashes);
    return hashes;
}

/// 0 to 100: twice what is common over what there is.
int similarity(const Fingerprint &a, const Fingerprint &b)
{
    if (a.empty() && b.empty())
        return 100;
    // Too different in length to become alike.
    if (200 * std::min(a.size(), b.size()) < kAlike * (a.size() + b.size()))
        return 0;
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            ++common;
            ++i;
            ++j;
        } else if (a[i] < b[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return static_cast<int>(200 * common / (a.size() + b.size()));
}

void addUnpaired(QList<Row> &rows, int oldFrom, int oldTo, int newFrom, int newTo)
{
    for (int i = oldFrom; i < oldTo; ++i)
        rows.append({Row::Kind::Removed, i, -1});
    for (int i = newFrom; i < newTo; ++i)
        rows.append({Row::Kind::Added, -1, i});
}

/// Fingerprints of the lines of one side around a place that only moves forward.
class Fingerprints
{
public:
    Fingerprints(const Text &text, int start, int count)
        : m_text(text)
        , m_start(start)
        , m_count(count)
        , m_kept(kLookAhead + 1)
        , m_lines(kLookAhead + 1, -1)
    {
    }
    int count() const { return m_count; }
    const Fingerprint &at(int line)
    {
        const auto slot = static_cast<size_t>(line) % m_kept.size();
        if (m_lines[slot] != line) {
            m_kept[slot] = fingerprint(m_text.lineBytes(m_start + line));
            m_lines[slot] = line;
        }
        return m_kept[slot];
    }

private:
    const Text &m_text;
    int m_start;
    int m_count;
    std::vector<Fingerprint> m_kept;
    std::vector<int> m_lines;
};

/// The nearest pair of alike lines from (i, j) on, the most alike of those that are equally near; {-1, -1}
/// where none is near enough.
std::pair<int, int> nearestAlike(Fingerprints &olds, Fingerprints &news, int i, int j, int &budget)
{
    for (int steps = 0; steps <= kLookAhead; ++steps) {
        int best = kAlike - 1;
        std::pair<int, int> found{-1, -1};
        for (int down = 0; down <= steps; ++down) {
            if (i + down >= olds.count() || j + steps - down >= news.count())
                continue;
            if (--budget < 0)
                return {-1, -1};
            const int together = similarity(olds.at(i + down), news.at(j + steps - down));
            if (together > best) {
                best = together;
                found = {i + down, j + steps - down};
            }
        }
        if (found.first >= 0)
            return found;
    }
    return {-1, -1};
}

/// An edit that is too large for the table: alike lines that stand near each other meet, order kept.
QList<Row> pairByLookingAhead(const Text &before, const Text &after, const Edit &edit)
{
    QList<Row> rows;
    rows.reserve(std::max(edit.oldCount, edit.newCount));
    Fingerprints olds(before, edit.oldStart, edit.oldCount);
    Fingerprints news(after, edit.newStart, edit.newCount);
    int budget = kMostComparisons;
    int i = 0;
    int j = 0;
    int oldOpen = 0;
    int newOpen = 0;
    while (i < edit.oldCount && j < edit.newCount && budget >= 0) {
        const auto [oldAt, newAt] = nearestAlike(olds, news, i, j, budget);
        if (oldAt < 0) {
            ++i;
            ++j;
            continue;
        }
        addUnpaired(rows, edit.oldStart + oldOpen, edit.oldStart + oldAt, edit.newStart + newOpen,
                    edit.newStart + newAt);
        rows.append({Row::Kind::Changed, edit.oldStart + oldAt, edit.newStart + newAt});
        oldOpen = i = oldAt + 1;
        newOpen = j = newAt + 1;
    }
    if (budget < 0) {
        for (; oldOpen < edit.oldCount && newOpen < edit.newCount; ++oldOpen, ++newOpen)
            rows.append({Row::Kind::Changed, edit.oldStart + oldOpen, edit.newStart + newOpen});
    }
    addUnpaired(rows, edit.oldStart + oldOpen, edit.oldStart + edit.oldCount, edit.newStart + newOpen,
                edit.newStart + edit.newCount);
    return rows;
}

} // namespace

QList<Row> pairRows(const Text &before, const Text &after, const Edit &edit)
{
    QList<Row> rows;
    const int oldCount = edit.oldCount;
    const int newCount = edit.newCount;
    rows.reserve(std::max(oldCount, newCount));
    if (edit.blank) {
        for (int i = 0; i < std::max(oldCount, newCount); ++i)
            rows.append({Row::Kind::Context, i < oldCount ? edit.oldStart + i : -1,
                         i < newCount ? edit.newStart + i : -1});
        return rows;
    }
    if (oldCount == 0 || newCount == 0) {
        addUnpaired(rows, edit.oldStart, edit.oldStart + oldCount, edit.newStart, edit.newStart + newCount);
        return rows;
    }
    if (static_cast<qint64>(oldCount) * newCount > kMostCells)
        return pairByLookingAhead(before, after, edit);

    std::vector<Fingerprint> olds;
    std::vector<Fingerprint> news;
    for (int i = 0; i < oldCount; ++i)
        olds.push_back(fingerprint(before.lineBytes(edit.oldStart + i)));
    for (int i = 0; i < newCount; ++i)
        news.push_back(fingerprint(after.lineBytes(edit.newStart + i)));

    // best[i][j]: most similarity that pairs among the lines from i and j on can have, order kept.
    const auto width = static_cast<size_t>(newCount) + 1;
    std::vector<int> best((static_cast<size_t>(oldCount) + 1) * width, 0);
    std::vector<int> alike(best.size(), 0);
    for (int i = oldCount - 1; i >= 0; --i) {
        for (int j = newCount - 1; j >= 0; --j) {
            const size_t cell = static_cast<size_t>(i) * width + static_cast<size_t>(j);
            const int together = similarity(olds[static_cast<size_t>(i)], news[static_cast<size_t>(j)]);
            alike[cell] = together >= kAlike ? together : 0;
            best[cell] = std::max(best[cell + 1], best[cell + width]);
            if (alike[cell] > 0)
                best[cell] = std::max(best[cell], best[cell + width + 1] + alike[cell]);
        }
    }
    int i = 0;
    int j = 0;
    int oldOpen = 0;
    int newOpen = 0;
    while (i < oldCount && j < newCount) {
        const size_t cell = static_cast<size_t>(i) * width + static_cast<size_t>(j);
        if (alike[cell] > 0 && best[cell] == best[cell + width + 1] + alike[cell]) {
            addUnpaired(rows, edit.oldStart + oldOpen, edit.oldStart + i, edit.newStart + newOpen,
                        edit.newStart + j);
            rows.append({Row::Kind::Changed, edit.oldStart + i, edit.newStart + j});
            oldOpen = ++i;
            newOpen = ++j;
        } else if (best[cell] == best[cell + width]) {
            ++i;
        } else {
            ++j;
        }
    }
    addUnpaired(rows, edit.oldStart + oldOpen, edit.oldStart + oldCount, edit.newStart + newOpen,
                edit.newStart + newCount);
    return rows;
}

} // namespace countersign::diff
