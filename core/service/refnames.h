// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/git/repository.h"

namespace countersign::service {

/// Whether a new branch or tag may be made beside those that exist: InvalidBranchName or InvalidTagName
/// (`invalid`) when our rules refuse the name or a ref is in the way of its folder, `exists` when it exists.
Result<void> checkNewRef(const git::Repository &, const QByteArray &fullName, const char *invalid,
                         const char *exists);

} // namespace countersign::service
