// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/summaries.h"

#include "core/api/enums.h"
#include "core/service/approvalstate.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

QString verdictOf(const QString &submitted)
{
    if (submitted == api::ReviewVerdict::Approve)
        return api::ReviewerVerdict::Approved;
    if (submitted == api::ReviewVerdict::Return)
        return api::ReviewerVerdict::Returned;
    return api::ReviewerVerdict::Commented;
}

/// Puts a value into place, or gives the error.
template <class T>
Result<void> take(T &into, Result<T> &&from)
{
    if (!from)
        return std::unexpected(from.error());
    into = std::move(*from);
    return {};
}

} // namespace

Result<SummarySources> readSummarySources(store::Connection &db, const QList<store::PullRequestRow> &rows)
{
    QList<qint64> ids;
    QSet<QString> repositoryIds;
    for (const store::PullRequestRow &row : rows) {
        ids.append(row.id);
        repositoryIds.insert(row.repositoryId);
    }
    SummarySources sources;
    auto read =
        take(sources.revisions, store::revisions::current(db, ids))
            .and_then([&] { return take(sources.rules, store::rules::ofPullRequests(db, ids)); })
            .and_then([&] { return take(sources.approvals, store::approvals::current(db, ids)); })
            .and_then([&] { return take(sources.overrides, store::overrides::current(db, ids)); })
            .and_then([&] { return take(sources.counts, store::comments::counts(db, ids)); })
            .and_then([&] { return take(sources.reviews, store::reviews::ofPullRequests(db, ids)); })
            .and_then([&] { return take(sources.reviewers, store::reviewers::ofPullRequests(db, ids)); })
            .and_then([&] { return take(sources.people, store::people::all(db)); });
    if (!read)
        return std::unexpected(read.error());
    for (const QString &id : std::as_const(repositoryIds)) {
        const auto repository = store::repositories::byId(db, id);
        if (!repository)
            return std::unexpected(repository.error());
        if (*repository)
            sources.repositories.insert(id, **repository);
    }
    return sources;
}

QList<api::ReviewerState> reviewerStates(const QStringList &requested, const QList<store::ReviewRow> &reviews,
                                         const QString &author)
{
    QList<api::ReviewerState> states;
    QHash<QString, qsizetype> at;
    for (const QString &arn : requested) {
        at.insert(arn, states.size());
        api::ReviewerState state;
        state.userArn = arn;
        state.requested = true;
        states.append(state);
    }
    for (const store::ReviewRow &review : reviews) {
        if (review.author == author)
            continue;
        if (!at.contains(review.author)) {
            at.insert(review.author, states.size());
            api::ReviewerState state;
            state.userArn = review.author;
            states.append(state);
        }
        api::ReviewerState &state = states[at.value(review.author)];
        // A remark after a verdict on the same revision does not take the verdict back.
        if (review.verdict == api::ReviewVerdict::Comment && !state.verdict.isEmpty() &&
            state.revisionNumber == int(review.revision))
            continue;
        state.verdict = verdictOf(review.verdict);
        state.revisionId = review.revisionId;
        state.revisionNumber = int(review.revision);
        state.date = api::Timestamp{review.date};
    }
    return states;
}

namespace {

/// Approvals that came without a review count as one, and an approval that was taken back is none.
void reconcileWithApprovals(QList<api::ReviewerState> &states, const QList<store::ApprovalRow> &approvals,
                            const store::RevisionRow &revision)
{
    for (api::ReviewerState &state : states) {
        const bool stands = std::ranges::any_of(
            approvals, [&](const store::ApprovalRow &approval) { return approval.userArn == state.userArn; });
        const bool isCurrent = state.revisionId == revision.revisionId;
        if (!stands && isCurrent && state.verdict == api::ReviewerVerdict::Approved)
            state.verdict = api::ReviewerVerdict::Commented;
    }
    for (const store::ApprovalRow &approval : approvals) {
        auto state = std::ranges::find(states, approval.userArn, &api::ReviewerState::userArn);
        if (state == states.end()) {
            states.append(api::ReviewerState());
            state = states.end() - 1;
            state->userArn = approval.userArn;
        }
        if (state->date && state->date->ms > approval.date && state->revisionId == revision.revisionId)
            continue;
        state->verdict = api::ReviewerVerdict::Approved;
        state->revisionId = revision.revisionId;
        state->revisionNumber = int(revision.number);
        state->date = api::Timestamp{approval.date};
    }
}

} // namespace

api::PullRequestSummary toSummary(const store::PullRequestRow &row, const SummarySources &sources)
{
    const store::RevisionRow revision = sources.revisions.value(row.id);
    const QList<store::RuleRow> rules = sources.rules.value(row.id);
    const QList<store::ApprovalRow> approvals = sources.approvals.value(row.id);
    api::PullRequestSummary summary;
    summary.pullRequest =
        toPullRequest(row, sources.repositories.value(row.repositoryId).name, revision, rules);
    summary.revisionNumber = int(revision.number);
    summary.rules = ruleStates(rules, approvals, row.author, sources.people);
    summary.overridden = sources.overrides.contains(row.id);
    if (summary.overridden)
        summary.overrider = sources.overrides.value(row.id);
    const auto counts = sources.counts.value(row.id);
    summary.commentCount = int(counts.comments);
    summary.openThreadCount = int(counts.openThreads);
    summary.reviewers =
        reviewerStates(sources.reviewers.value(row.id), sources.reviews.value(row.id), row.author);
    reconcileWithApprovals(summary.reviewers, approvals, revision);
    summary.mergeability = api::Mergeability::Unknown;
    summary.commitCount = int(revision.commitCount);
    return summary;
}

LiveTips liveTips(const QHash<QString, git::Oid> &branches, const store::PullRequestRow &row)
{
    const auto find = [&branches](const QString &name) -> std::optional<git::Oid> {
        const auto found = branches.constFind(name);
        return found == branches.cend() ? std::nullopt : std::optional(*found);
    };
    return {find(row.sourceRef), find(row.destinationRef)};
}

Result<QHash<QString, git::Oid>> branchesOf(const Call &call, const QString &repositoryId)
{
    const auto refs = call.hub.open(repositoryId).and_then([](const git::Repository &repository) {
        return git::refs(repository);
    });
    if (!refs)
        return std::unexpected(refs.error());
    QHash<QString, git::Oid> branches;
    for (const git::RefInfo &ref : *refs)
        if (ref.kind == git::RefKind::Branch)
            branches.insert(QString::fromUtf8(ref.name), ref.commit);
    return branches;
}

void fillMergeability(const Call &call, api::PullRequestSummary &summary, const QString &repositoryId,
                      const LiveTips &tips)
{
    if (!tips.source || !tips.destination)
        return;
    const auto state =
        call.hub.mergeability.of(call.hub.folder->repository(repositoryId), *tips.source, *tips.destination);
    if (!state)
        return;
    summary.mergeability = state->mergeable ? api::Mergeability::Mergeable : api::Mergeability::Conflicts;
    summary.fastForwardPossible = state->fastForward && !state->upToDate;
    summary.commitCount = state->ahead;
}

} // namespace countersign::service
