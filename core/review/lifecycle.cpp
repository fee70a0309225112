// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/review/lifecycle.h"

#include "core/api/enums.h"
#include "core/api/errors.h"

#include <algorithm>

namespace countersign::review {

Stage stageOf(const api::PullRequest &pullRequest)
{
    if (std::ranges::any_of(pullRequest.pullRequestTargets, [](const api::PullRequestTarget &target) {
            return target.mergeMetadata.isMerged;
        }))
        return Stage::Merged;
    return pullRequest.pullRequestStatus == api::PullRequestStatus::Open ? Stage::Open : Stage::Closed;
}

Result<bool> checkStatusChange(const api::PullRequest &pullRequest, const QString &wanted)
{
    const bool open = stageOf(pullRequest) == Stage::Open;
    if (open == (wanted == api::PullRequestStatus::Open))
        return false;
    if (!open)
        return api::wireFailure("InvalidPullRequestStatusUpdateException",
                                QStringLiteral("A closed pull request cannot be opened again."));
    return true;
}

Result<void> checkOpen(const api::PullRequest &pullRequest)
{
    if (stageOf(pullRequest) == Stage::Open)
        return {};
    return api::wireFailure(
        "PullRequestAlreadyClosedException",
        QStringLiteral("The pull request %1 is already closed.").arg(pullRequest.pullRequestId));
}

Result<void> checkRevision(const api::PullRequest &pullRequest, const QString &revisionId)
{
    if (revisionId == pullRequest.revisionId)
        return {};
    return api::wireFailure("RevisionNotCurrentException",
                            QStringLiteral("The pull request has a newer revision than the one given."));
}

Result<void> checkApproval(const api::PullRequest &pullRequest, const QString &callerArn,
                           const QString &revisionId, const QString &state)
{
    if (auto open = checkOpen(pullRequest); !open)
        return open;
    if (callerArn == pullRequest.authorArn && state == api::ApprovalState::Approve)
        return api::wireFailure("PullRequestCannotBeApprovedByAuthorException",
                                QStringLiteral("The author of a pull request cannot approve it."));
    return checkRevision(pullRequest, revisionId);
}

Result<void> checkVerdict(const api::PullRequest &pullRequest, const QString &callerArn,
                          const QString &revisionId, const QString &verdict)
{
    if (verdict != api::ReviewVerdict::Comment) {
        if (auto open = checkOpen(pullRequest); !open)
            return open;
        if (callerArn == pullRequest.authorArn)
            return verdict == api::ReviewVerdict::Approve
                       ? api::wireFailure("PullRequestCannotBeApprovedByAuthorException",
                                          QStringLiteral("The author of a pull request cannot approve it."))
                       : api::wireFailure("PullRequestCannotBeReturnedByAuthorException",
                                          QStringLiteral("The author of a pull request cannot return it."));
    }
    return checkRevision(pullRequest, revisionId);
}

} // namespace countersign::review
