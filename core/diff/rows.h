// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/linediff.h"

#include <QList>

namespace countersign::diff {

/// One row of a side-by-side comparison. A line is -1 where the side shows alignment filler; Context rows
/// have filler only beside blank lines that do not count (Edit::blank).
struct Row
{
    enum class Kind : quint8 { Context, Added, Removed, Changed };
    Kind kind = Kind::Context;
    int oldLine = -1;
    int newLine = -1;
    bool operator==(const Row &) const = default;
};

/// The rows of one edit: lines that resemble each other stand side by side (similarity of tokens at least one
/// half, order kept), the others against filler. In long edits a partner is looked for nearby only, and after
/// a budget lines are paired by position.
QList<Row> pairRows(const Text &before, const Text &after, const Edit &edit);

/// A run of unchanged lines that is folded away, and what to show of it. Lines from 0.
struct Gap
{
    int oldStart = 0;
    int newStart = 0;
    int count = 0;
    bool operator==(const Gap &) const = default;
};

/// What is shown of a file: context rows around edits, edits as rows, gaps between. Every old and every new
/// line is in exactly one row or gap, in order.
struct Hunk
{
    /// The folded lines before this hunk; count 0 when there are none.
    Gap gapBefore;
    QList<Row> rows;
    bool operator==(const Hunk &) const = default;
};
struct Layout
{
    QList<Hunk> hunks;
    Gap gapAfter;
};
Layout layout(const Text &before, const Text &after, const QList<Edit> &edits, int context = 3);

/// The declaration that encloses a line (a line that starts in column one with a letter, or a language's own
/// pattern from its file name), as the text to show beside a gap; empty when there is none. Looks back from
/// `line`.
QString enclosingFunction(const Text &text, int line, const QByteArray &path);

/// The same for many lines of one text in growing order, looking at each line of the text once.
class EnclosingFunctions
{
public:
    /// `text` must outlive it.
    EnclosingFunctions(const Text &text, const QByteArray &path);
    /// `line` must not be less than in the call before.
    QString at(int line);
    /// The line of the declaration that at() named last; -1 when there was none.
    int line() const { return m_line; }

private:
    const Text &m_text;
    QByteArray m_path;
    /// Lines before this one were looked at.
    int m_seen = 0;
    int m_line = -1;
    QString m_name;
};

} // namespace countersign::diff
