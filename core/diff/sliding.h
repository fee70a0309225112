// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/linediff.h"

#include <span>

namespace countersign::diff {

/// Moves runs of only added or only removed lines up or down where the text allows it (the line before equals
/// the last one of the run), to where a person would see the change begin: joined with a neighbouring run if
/// they meet, otherwise at the place with the best indentation. The scores are those of Git's indent
/// heuristic (diff.indentHeuristic).
void slideEdits(QList<Edit> &edits, const Text &before, const Text &after, std::span<const int> beforeIds,
                std::span<const int> afterIds);

} // namespace countersign::diff
