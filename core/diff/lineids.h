// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/linediff.h"

#include <vector>

namespace countersign::diff {

/// Lines as numbers: two lines have the same number exactly when they are equal under the options.
struct LineIds
{
    std::vector<int> before;
    std::vector<int> after;
    /// Numbers go from 0 to count - 1.
    int count = 0;
};
LineIds lineIds(const Text &before, const Text &after, const LineDiffOptions &options);

/// Whether a line holds nothing but white space.
bool isBlank(QByteArrayView line);

} // namespace countersign::diff
