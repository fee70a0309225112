// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/lineids.h"

#include <string>
#include <string_view>
#include <unordered_map>

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
    // Keys that are no part of the texts live in the deque-like list, which never moves them.
    std::unordered_map<std::string_view, int> known;
    std::vector<std::unique_ptr<std::string>> own;
    known.reserve(static_cast<size_t>(before.lineCount()) + static_cast<size_t>(after.lineCount()) / 4);
    std::string buffer;
    const auto number = [&](const Text &text, std::vector<int> &out) {
        out.reserve(static_cast<size_t>(text.lineCount()));
        for (int i = 0; i < text.lineCount(); ++i) {
            const QByteArrayView bytes = text.lineWithEnd(i);
            const std::string_view line(bytes.data(), static_cast<size_t>(bytes.size()));
            std::string_view key = significant(line, options, buffer);
            auto it = known.find(key);
            if (it == known.end()) {
                if (key.data() == buffer.data()) {
                    own.push_back(std::make_unique<std::string>(key));
                    key = *own.back();
                }
                it = known.emplace(key, ids.count++).first;
            }
            out.push_back(it->second);
        }
    };
    number(before, ids.before);
    number(after, ids.after);
    return ids;
}

} // namespace countersign::diff
