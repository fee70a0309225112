// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/lineids.h"

#include <QHashFunctions>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace countersign::diff {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

std::string_view trimmed(std::string_view line, bool left)
{
    while (!line.empty() && isSpace(line.back()))
        line.remove_suffix(1);
    while (left && !line.empty() && isSpace(line.front()))
        line.remove_prefix(1);
    return line;
}

/// What of a line counts for equality; `buffer` holds it where it is no part of the line itself.
std::string_view significant(std::string_view line, const LineDiffOptions &options, std::string &buffer)
{
    switch (options.whitespace) {
    case Whitespace::Show:
    case Whitespace::IgnoreBlankLines: {
        if (options.ignoreCrAtEol && line.ends_with("\r\n")) {
            buffer.assign(line.substr(0, line.size() - 2));
            buffer += '\n';
            return buffer;
        }
        return line;
    }
    case Whitespace::IgnoreAtEnd:
        return trimmed(line.ends_with('\n') ? line.substr(0, line.size() - 1) : line, false);
    case Whitespace::IgnoreLeadingAndTrailing:
        return trimmed(line.ends_with('\n') ? line.substr(0, line.size() - 1) : line, true);
    case Whitespace::IgnoreAmount:
    case Whitespace::IgnoreAll: {
        buffer.clear();
        bool gap = false;
        for (const char c : trimmed(line.ends_with('\n') ? line.substr(0, line.size() - 1) : line, false)) {
            if (isSpace(c)) {
                gap = true;
                continue;
            }
            if (gap && options.whitespace == Whitespace::IgnoreAmount)
                buffer += ' ';
            gap = false;
            buffer += c;
        }
        return buffer;
    }
    }
    return line;
}

/// Numbers for lines. The hash is seeded anew in each process, so that nobody can write a file that is slow
/// to compare.
class Numbers
{
public:
    explicit Numbers(size_t lines)
        : m_slots(std::bit_ceil(std::max<size_t>(16, lines + lines / 2)))
    {
        m_keys.reserve(lines);
    }

    /// `passing`: the bytes of `key` do not outlive the call.
    int numberOf(std::string_view key, bool passing)
    {
        const auto hash = static_cast<std::uint32_t>(qHashBits(key.data(), key.size(), m_seed) >> 7);
        Slot &slot = m_slots[find(hash, key)];
        if (slot.number >= 0)
            return slot.number;
        const int number = count();
        slot = {hash, number};
        m_keys.push_back(passing ? std::string_view(m_own.emplace_back(key)) : key);
        if (m_keys.size() * 3 > m_slots.size() * 2)
            grow();
        return number;
    }
    int count() const { return static_cast<int>(m_keys.size()); }

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        int number = -1;
    };

    size_t find(std::uint32_t hash, std::string_view key) const
    {
        const size_t mask = m_slots.size() - 1;
        size_t at = hash & mask;
        while (m_slots[at].number >= 0 &&
               (m_slots[at].hash != hash || m_keys[static_cast<size_t>(m_slots[at].number)] != key))
            at = (at + 1) & mask;
        return at;
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        const size_t mask = m_slots.size() - 1;
        for (const Slot &slot : old) {
            if (slot.number < 0)
                continue;
            size_t at = slot.hash & mask;
            while (m_slots[at].number >= 0)
                at = (at + 1) & mask;
            m_slots[at] = slot;
        }
    }

    size_t m_seed = QHashSeed::globalSeed();
    std::vector<Slot> m_slots;
    std::vector<std::string_view> m_keys;
    /// Keys that are no part of the texts; a deque never moves them.
    std::deque<std::string> m_own;
};

} // namespace

bool isBlank(QByteArrayView line)
{
    for (const char c : line) {
        if (!isSpace(c) && c != '\n')
            return false;
    }
    return true;
}

LineIds lineIds(const Text &before, const Text &after, const LineDiffOptions &options)
{
    LineIds ids;
    Numbers numbers(static_cast<size_t>(std::max(before.lineCount(), after.lineCount())));
    std::string buffer;
    const auto number = [&](const Text &text, std::vector<int> &out) {
        out.reserve(static_cast<size_t>(text.lineCount()));
        for (int i = 0; i < text.lineCount(); ++i) {
            const QByteArrayView bytes = text.lineWithEnd(i);
            const std::string_view line(bytes.data(), static_cast<size_t>(bytes.size()));
            const std::string_view key = significant(line, options, buffer);
            out.push_back(numbers.numberOf(key, key.data() == buffer.data()));
        }
    };
    number(before, ids.before);
    number(after, ids.after);
    ids.count = numbers.count();
    return ids;
}

} // namespace countersign::diff
