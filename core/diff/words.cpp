// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/words.h"

#include "core/diff/matching.h"
#include "core/diff/tokens.h"

#include <algorithm>

namespace countersign::diff {

namespace {

/// Longer lines are compared by their common ends only.
constexpr qsizetype kLongestForWords = 20'000;

/// Adds a span, joined with the one before where at most two unchanged units lie between.
void append(QList<Span> &spans, Span span)
{
    if (!spans.isEmpty() && span.start - (spans.last().start + spans.last().length) <= 2) {
        spans.last().length = span.start + span.length - spans.last().start;
        return;
    }
    spans.append(span);
}

QList<Span> spansOf(const std::vector<Span> &tokens, const std::vector<bool> &changed)
{
    QList<Span> spans;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (changed[i])
            append(spans, tokens[i]);
    }
    return spans;
}

qint64 lengthOf(const QList<Span> &spans)
{
    qint64 length = 0;
    for (const Span &span : spans)
        length += span.length;
    return length;
}

bool isSpace(QStringView text, const QList<Span> &spans)
{
    return std::ranges::all_of(
        spans, [text](const Span &span) { return text.sliced(span.start, span.length).trimmed().isEmpty(); });
}

WordChanges commonEnds(QStringView before, QStringView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == after[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    if (front > 0 && before[front - 1].isHighSurrogate())
        --front;
    if (back > 0 && before[before.size() - back].isLowSurrogate())
        --back;
    WordChanges changes;
    if (const qsizetype length = before.size() - back - front; length > 0)
        changes.before.append({static_cast<int>(front), static_cast<int>(length)});
    if (const qsizetype length = after.size() - back - front; length > 0)
        changes.after.append({static_cast<int>(front), static_cast<int>(length)});
    return changes;
}

} // namespace

WordChanges wordChanges(QStringView before, QStringView after)
{
    WordChanges changes;
    if (before.size() > kLongestForWords || after.size() > kLongestForWords) {
        changes = commonEnds(before, after);
    } else {
        const std::vector<Span> oldTokens = tokens(before);
        const std::vector<Span> newTokens = tokens(after);
        TokenNumbers numbers;
        std::vector<int> oldIds;
        std::vector<int> newIds;
        oldIds.reserve(oldTokens.size());
        newIds.reserve(newTokens.size());
        for (const Span &token : oldTokens)
            oldIds.push_back(numbers.numberOf(before.sliced(token.start, token.length)));
        for (const Span &token : newTokens)
            newIds.push_back(numbers.numberOf(after.sliced(token.start, token.length)));
        Matching matching{
            oldIds,          newIds, std::vector<bool>(oldIds.size()), std::vector<bool>(newIds.size()),
            numbers.count(), {}};
        matchMyers(matching, {0, static_cast<int>(oldIds.size()), 0, static_cast<int>(newIds.size())});
        changes.before = spansOf(oldTokens, matching.removed);
        changes.after = spansOf(newTokens, matching.added);
    }
    // A change of white space alone is worth its marks however much of the line it is.
    if (isSpace(before, changes.before) && isSpace(after, changes.after))
        return changes;
    const qint64 changed = lengthOf(changes.before) + lengthOf(changes.after);
    if (changed * 10 > (before.size() + after.size()) * 7)
        return {{}, {}, true};
    return changes;
}

} // namespace countersign::diff
