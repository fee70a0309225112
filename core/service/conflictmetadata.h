// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_merges.h"
#include "core/git/repository.h"
#include "core/git/write.h"

namespace countersign::service {

/// What the wire says of one file that could not be merged. `merged` is the tree with conflict markers.
Result<api::ConflictMetadata> conflictMetadata(const git::Repository &, const git::Oid &merged,
                                               const git::MergeConflict &);

} // namespace countersign::service
