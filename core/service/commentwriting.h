// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/call.h"
#include "core/store/comments.h"

namespace countersign::service {

/// CommentDoesNotExist when there is none; the caller must be allowed to do the operation in its repository.
Result<store::CommentRow> commentById(const Call &, const QString &id);

/// Writes a comment inside a transaction; of a pull request also its activity, and an event unless it is part
/// of a review, which has its own.
Result<void> writeComment(Call &, store::Connection &tx, const store::CommentRow &);

} // namespace countersign::service
