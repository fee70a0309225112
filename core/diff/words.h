// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace countersign::diff {

/// A run of UTF-16 units in a line.
struct Span
{
    int start = 0;
    int length = 0;
    bool operator==(const Span &) const = default;
};
struct WordChanges
{
    QList<Span> before;
    QList<Span> after;
    /// More than 70 % differs: colour the whole line instead. The spans are empty then.
    bool wholeLine = false;
};
/// What differs between two paired lines, by word (ICU word breaks, punctuation and CJK each on its own);
/// never splits a surrogate pair or a combining sequence. Bounded in time; a pair that is too long is
/// answered with wholeLine.
WordChanges wordChanges(QStringView before, QStringView after);

} // namespace countersign::diff
