// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/loadedpullrequest.h"

namespace countersign::service {

/// The caller's approval of the current revision, inside a transaction: the record and its event. Approving
/// again, or revoking what is not there, changes nothing. MaximumNumberOfApprovalsExceeded.
Result<void> approve(Call &, store::Connection &tx, const LoadedPullRequest &);
Result<void> revoke(Call &, store::Connection &tx, const LoadedPullRequest &);
/// The rules of the current revision, judged now.
Result<api::Evaluation> evaluateNow(const Call &, const LoadedPullRequest &);

} // namespace countersign::service
