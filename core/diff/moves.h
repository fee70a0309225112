// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/linediff.h"

#include <QList>

namespace countersign::diff {

/// One file of a comparison, for finding moved blocks across files.
struct ComparedFile
{
    const Text *before = nullptr;
    const Text *after = nullptr;
    QList<Edit> edits;
};
/// A block of removed lines that stands, white space aside, among the added ones elsewhere.
struct MovedBlock
{
    int oldFile = 0;
    int oldLine = 0;
    int newFile = 0;
    int newLine = 0;
    int count = 0;
    bool operator==(const MovedBlock &) const = default;
};
/// Blocks of at least 3 lines, or 20 letters and digits, in order of the old place; each line is in one block
/// at most.
QList<MovedBlock> movedBlocks(const QList<ComparedFile> &files);

} // namespace countersign::diff
