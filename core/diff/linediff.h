// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/text.h"

#include <QList>

#include <stop_token>

namespace countersign::diff {

/// Which differences of white space count.
enum class Whitespace {
    Show,
    IgnoreAtEnd,
    IgnoreLeadingAndTrailing,
    IgnoreAmount,
    IgnoreAll,
    IgnoreBlankLines
};
enum class Algorithm { Histogram, Patience, Myers };

struct LineDiffOptions
{
    Whitespace whitespace = Whitespace::Show;
    /// A CR before LF does not count.
    bool ignoreCrAtEol = false;
    Algorithm algorithm = Algorithm::Histogram;
};

/// A replaced run of lines, counted from 0; either count may be 0. Between edits the lines are equal (under
/// the options).
struct Edit
{
    int oldStart = 0;
    int oldCount = 0;
    int newStart = 0;
    int newCount = 0;
    /// With Whitespace::IgnoreBlankLines: nothing but blank lines on either side, so this is no change. It is
    /// here since the lines after it stand at another distance.
    bool blank = false;
    bool operator==(const Edit &) const = default;
};

/// Edits that turn `before` into `after`, in order, slid to where people expect them (indent heuristic).
/// Linear memory. Falls back to cheaper matching inside regions that would take too long, so that it always
/// ends in bounded time.
QList<Edit> lineDiff(const Text &before, const Text &after, const LineDiffOptions & = {},
                     std::stop_token = {});

} // namespace countersign::diff
