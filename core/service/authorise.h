// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/base/result.h"
#include "core/store/people.h"
#include "core/store/repositories.h"

namespace countersign::service {

/// The one decision about who may do what: fed by the verified caller, the operation's row and the resolved
/// repository, nothing else. `repository` is null for operations that name none. Today every active person of
/// the hub may do everything; rules of authorship (approvals, edits of comments) are the operations' own.
Result<void> authorise(const store::PersonRow &caller, const api::OperationRow &row,
                       const store::RepositoryRow *repository);

} // namespace countersign::service
