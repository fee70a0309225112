// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/approvalchange.h"

#include "core/api/enums.h"
#include "core/review/evaluation.h"
#include "core/service/approvalstate.h"
#include "core/service/events.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

Result<void> record(Call &call, store::Connection &tx, const LoadedPullRequest &pullRequest,
                    QLatin1StringView state)
{
    api::PullRequestEvent event;
    event.pullRequestEventType = api::PullRequestEventType::ApprovalStateChanged;
    event.actorArn = call.caller.arn;
    event.approvalStateChangedEventMetadata =
        api::ApprovalStateChangedEventMetadata{pullRequest.revision.revisionId, QString(state)};
    return recordEvent(tx, pullRequest.row.id, call.now, event).and_then([&] {
        return store::pullrequests::touch(tx, pullRequest.row.id, call.now);
    });
}

} // namespace

Result<void> approve(Call &call, store::Connection &tx, const LoadedPullRequest &pullRequest)
{
    const auto existing =
        store::approvals::ofRevision(tx, pullRequest.row.id, pullRequest.revision.revisionId);
    if (!existing)
        return std::unexpected(existing.error());
    if (existing->size() >= call.hub.settings.maximumApprovals)
        return api::wireFailure(
            "MaximumNumberOfApprovalsExceededException",
            u"A revision has at most %1 approvals."_s.arg(call.hub.settings.maximumApprovals));
    const auto isNew = store::approvals::approve(
        tx, {pullRequest.row.id, pullRequest.revision.revisionId, call.caller.arn, call.now});
    if (!isNew)
        return std::unexpected(isNew.error());
    return *isNew ? record(call, tx, pullRequest, api::ApprovalState::Approve) : Result<void>();
}

Result<void> revoke(Call &call, store::Connection &tx, const LoadedPullRequest &pullRequest)
{
    const auto was =
        store::approvals::revoke(tx, pullRequest.row.id, pullRequest.revision.revisionId, call.caller.arn);
    if (!was)
        return std::unexpected(was.error());
    return *was ? record(call, tx, pullRequest, api::ApprovalState::Revoke) : Result<void>();
}

Result<api::Evaluation> evaluateNow(const Call &call, const LoadedPullRequest &pullRequest)
{
    store::Connection &db = call.db();
    const auto approvals =
        store::approvals::ofRevision(db, pullRequest.row.id, pullRequest.revision.revisionId);
    if (!approvals)
        return std::unexpected(approvals.error());
    const auto overrider =
        store::overrides::ofRevision(db, pullRequest.row.id, pullRequest.revision.revisionId);
    if (!overrider)
        return std::unexpected(overrider.error());
    const auto people = store::people::all(db);
    if (!people)
        return std::unexpected(people.error());
    return review::summarize(ruleStates(pullRequest.rules, *approvals, pullRequest.row.author, *people),
                             overrider->has_value());
}

} // namespace countersign::service
