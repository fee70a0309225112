// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/scratchrepository.h"

namespace countersign::test {

/// Adds `count` commits to a branch in one go; each changes line `number % lines` of "file.txt", and every
/// seventh merges the one four before it. Returns nothing: the repository tells.
void addManyCommits(ScratchRepository &repository, int count, int lines = 40);
/// One commit on `branch` that holds exactly these files, names and contents any bytes; its id.
QByteArray commitFiles(ScratchRepository &repository, const QByteArray &branch,
                       const QList<std::pair<QByteArray, QByteArray>> &files,
                       const QByteArray &message = "Files", const QByteArray &mode = "100644");

} // namespace countersign::test
