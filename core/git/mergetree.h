// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/program.h"
#include "core/git/write.h"

namespace countersign::git {

/// Runs `git merge-tree --write-tree` with `command`'s repository and environment. `base` null: git finds the
/// merge base. All three may be trees when `base` is given.
Result<MergeOutcome> runMergeTree(Command command, const Oid &base, const Oid &ours, const Oid &theirs);

} // namespace countersign::git
