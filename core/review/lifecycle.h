// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_pullrequests.h"
#include "core/base/result.h"

/// The states of a pull request and what each allows. Pure; safe from any thread.
namespace countersign::review {

enum class Stage { Open, Closed, Merged };

/// Merged is, on the wire, CLOSED with mergeMetadata.isMerged.
Stage stageOf(const api::PullRequest &pullRequest);

/// Whether a change of status would change anything. Closing again and opening what is open change nothing;
/// a closed one is never opened again (InvalidPullRequestStatusUpdateException).
Result<bool> checkStatusChange(const api::PullRequest &pullRequest, const QString &wanted);

/// PullRequestAlreadyClosedException unless open: for titles, descriptions, rules, overrides and merges.
/// Comments are allowed for ever.
Result<void> checkOpen(const api::PullRequest &pullRequest);
/// RevisionNotCurrentException unless it is the current one.
Result<void> checkRevision(const api::PullRequest &pullRequest, const QString &revisionId);
/// Whether `callerArn` may approve or take back: open, the current revision, not the author. `state` is
/// APPROVE or REVOKE; the author's REVOKE is allowed, since it changes nothing.
Result<void> checkApproval(const api::PullRequest &pullRequest, const QString &callerArn,
                           const QString &revisionId, const QString &state);
/// Whether `callerArn` may submit a review with this verdict: APPROVE, RETURN or COMMENT. The author comments
/// only; a closed pull request takes comments only.
Result<void> checkVerdict(const api::PullRequest &pullRequest, const QString &callerArn,
                          const QString &revisionId, const QString &verdict);

} // namespace countersign::review
