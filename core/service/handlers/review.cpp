// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/review.h"

#include "core/api/enums.h"
#include "core/review/conditions.h"
#include "core/service/approvalstate.h"
#include "core/service/events.h"
#include "core/service/paging.h"
#include "core/service/pullrequestchange.h"
#include "core/service/pullrequestrefs.h"
#include "core/service/summaries.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

QStringList texts(const QList<QByteArray> &paths)
{
    QStringList list;
    for (const QByteArray &path : paths)
        list.append(QString::fromUtf8(path));
    return list;
}

Result<store::pullrequests::Filter> filterOf(const Call &call, const ListPullRequestSummaries::Input &input)
{
    store::pullrequests::Filter filter;
    if (input.repositoryName) {
        const auto repository = call.repository(*input.repositoryName);
        if (!repository)
            return std::unexpected(repository.error());
        filter.repositoryId = repository->id;
    }
    filter.status = input.pullRequestStatus;
    filter.closedMeansUnmerged = true;
    filter.author = input.authorArn;
    const auto position = readToken(call.row, input.nextToken, 2);
    if (!position)
        return std::unexpected(position.error());
    if (*position)
        filter.after = std::pair((*position)->at(0).toLongLong(), (*position)->at(1).toLongLong());
    filter.limit = pageSize(call.row, input.maxResults) + 1;
    return filter;
}

} // namespace

Result<ListPullRequestSummaries::Output> handle(Call &call, const ListPullRequestSummaries::Input &input)
{
    const auto filter = filterOf(call, input);
    if (!filter)
        return std::unexpected(filter.error());
    QList<store::PullRequestRow> rows;
    const auto sources = call.hub.database->read([&](store::Connection &db) -> Result<SummarySources> {
        auto found = store::pullrequests::list(db, *filter);
        if (!found)
            return std::unexpected(found.error());
        rows = std::move(*found);
        return readSummarySources(db, rows);
    });
    if (!sources)
        return std::unexpected(sources.error());
    ListPullRequestSummaries::Output output;
    const qsizetype size = filter->limit - 1;
    if (rows.size() > size) {
        rows.resize(size);
        output.nextToken =
            makeToken(call.row, {QString::number(rows.last().activity), QString::number(rows.last().id)});
    }
    QHash<QString, QHash<QString, git::Oid>> branches;
    for (const store::PullRequestRow &row : std::as_const(rows)) {
        if (call.controls.stop.stop_requested())
            return cancelled();
        PullRequestSummary summary = toSummary(row, *sources);
        if (row.status == PullRequestStatus::Open) {
            if (!branches.contains(row.repositoryId))
                branches.insert(row.repositoryId,
                                branchesOf(call, row.repositoryId).value_or(QHash<QString, git::Oid>()));
            fillMergeability(call, summary, row.repositoryId,
                             liveTips(branches.value(row.repositoryId), row));
        }
        output.summaries.append(std::move(summary));
    }
    return output;
}

Result<GetPullRequestReview::Output> handle(Call &call, const GetPullRequestReview::Input &input)
{
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    QList<store::RevisionRow> revisions;
    const auto sources = call.hub.database->read([&](store::Connection &db) -> Result<SummarySources> {
        auto all = store::revisions::all(db, loaded->row.id);
        if (!all)
            return std::unexpected(all.error());
        revisions = std::move(*all);
        return readSummarySources(db, {loaded->row});
    });
    if (!sources)
        return std::unexpected(sources.error());
    const auto branches = branchesOf(call, loaded->repository.id);
    if (!branches)
        return std::unexpected(branches.error());
    const LiveTips tips = liveTips(*branches, loaded->row);

    GetPullRequestReview::Output output;
    output.summary = toSummary(loaded->row, *sources);
    if (loaded->isOpen())
        fillMergeability(call, output.summary, loaded->repository.id, tips);
    for (const store::RevisionRow &revision : std::as_const(revisions))
        output.revisions.append(toRevision(revision));
    output.sourceBranchExists = tips.source.has_value();
    const QString defaultRef = u"refs/heads/"_s + loaded->repository.defaultBranch.value_or(QString());
    output.canDeleteSource = output.sourceBranchExists && loaded->row.sourceRef != defaultRef;

    review::MergeFacts facts;
    facts.pullRequest = output.summary.pullRequest;
    facts.rules = output.summary.rules;
    facts.overridden = output.summary.overridden;
    facts.openThreads = output.summary.openThreadCount;
    facts.sourceExists = tips.source.has_value();
    facts.destinationExists = tips.destination.has_value();
    if (tips.destination)
        output.destinationTip = tips.destination->toString();
    if (tips.source && tips.destination) {
        const auto state =
            call.hub.mergeability.of(call.gitDirectory(loaded->repository), *tips.source, *tips.destination);
        if (state) {
            facts.upToDate = state->upToDate;
            facts.fastForward = state->fastForward;
            if (!state->base.isNull())
                facts.conflicts = texts(state->conflicts);
            output.aheadOfMergeBase = state->behind;
            output.conflicts = texts(state->conflicts);
        }
    }
    output.strategies = review::mergeStrategies(facts);
    return output;
}

Result<PreviewPullRequest::Output> handle(Call &call, const PreviewPullRequest::Input &input)
{
    const auto repository = call.repository(input.repositoryName);
    if (!repository)
        return std::unexpected(repository.error());
    const auto git = call.open(*repository);
    if (!git)
        return std::unexpected(git.error());
    const auto pair = branchPair(*repository, *git, input.sourceReference, input.destinationReference);
    if (!pair)
        return std::unexpected(pair.error());
    const auto state =
        call.hub.mergeability.of(call.gitDirectory(*repository), pair->source, pair->destination);
    if (!state)
        return std::unexpected(state.error());
    PreviewPullRequest::Output output;
    output.sourceCommit = pair->source.toString();
    output.destinationCommit = pair->destination.toString();
    if (!state->base.isNull())
        output.mergeBase = state->base.toString();
    output.commitCount = state->ahead;
    output.mergeability = state->mergeable ? Mergeability::Mergeable : Mergeability::Conflicts;
    output.conflicts = texts(state->conflicts);

    const auto templates = store::templates::ofRepository(call.db(), repository->id);
    if (!templates)
        return std::unexpected(templates.error());
    QList<store::RuleRow> rules;
    for (const store::TemplateRow &source : *templates)
        if (templateApplies(source.content, pair->destinationRef))
            rules.append({source.id, 0, source.name, source.content, source.sha256, source.id, source.name,
                          call.now, call.now, call.caller.arn});
    const auto people = store::people::all(call.db());
    if (!people)
        return std::unexpected(people.error());
    output.rules = ruleStates(rules, {}, call.caller.arn, *people);
    const auto existing =
        store::pullrequests::openBetween(call.db(), repository->id, pair->sourceRef, pair->destinationRef);
    if (!existing)
        return std::unexpected(existing.error());
    for (const store::PullRequestRow &row : *existing)
        output.existingPullRequestIds.append(QString::number(row.id));
    return output;
}

namespace {

Result<void> checkReviewers(const Call &call, const UpdatePullRequestReviewers::Input &input)
{
    for (const QString &arn : input.addUserArns) {
        const auto person = store::people::byArn(call.db(), arn);
        if (!person)
            return std::unexpected(person.error());
        if (!*person || !(*person)->active)
            return wireFailure("ReviewerDoesNotExistException", u"%1 is no person of this hub."_s.arg(arn));
    }
    return {};
}

Result<void> changeReviewers(Call &call, store::Connection &tx, const LoadedPullRequest &loaded,
                             const QStringList &added, const QStringList &removed)
{
    if (added.isEmpty() && removed.isEmpty())
        return {};
    const qint64 id = loaded.row.id;
    for (const QString &arn : added)
        if (auto done = store::reviewers::add(tx, id, arn, call.caller.arn, call.now); !done)
            return done;
    for (const QString &arn : removed)
        if (auto done = store::reviewers::remove(tx, id, arn); !done)
            return done;
    const QJsonObject payload{{u"added"_s, QJsonArray::fromStringList(added)},
                              {u"removed"_s, QJsonArray::fromStringList(removed)}};
    return recordOwnEvent(tx, id, call.now, call.caller.arn, OwnEvent::Reviewers, payload).and_then([&] {
        return store::pullrequests::touch(tx, id, call.now);
    });
}

} // namespace

Result<UpdatePullRequestReviewers::Output> handle(Call &call, const UpdatePullRequestReviewers::Input &input)
{
    using Output = UpdatePullRequestReviewers::Output;
    return withPullRequest(call, input.pullRequestId, [&](const LoadedPullRequest &loaded) -> Result<Output> {
        if (auto valid = checkReviewers(call, input); !valid)
            return std::unexpected(valid.error());
        if (auto open = requireOpen(loaded); !open)
            return std::unexpected(open.error());
        const auto current = store::reviewers::ofPullRequests(call.db(), {loaded.row.id});
        if (!current)
            return std::unexpected(current.error());
        const QStringList before = current->value(loaded.row.id);
        QStringList added;
        QStringList removed;
        for (const QString &arn : input.addUserArns)
            if (!before.contains(arn) && !added.contains(arn) && arn != loaded.row.author)
                added.append(arn);
        for (const QString &arn : input.removeUserArns)
            if (before.contains(arn) && !removed.contains(arn))
                removed.append(arn);
        if (before.size() + added.size() - removed.size() > call.hub.settings.maximumReviewers)
            return wireFailure(
                "MaximumReviewersExceededException",
                u"A pull request has at most %1 reviewers."_s.arg(call.hub.settings.maximumReviewers));
        auto done = call.write(loaded.repository.id, pullRequestDetail(loaded), [&](store::Connection &tx) {
            return changeReviewers(call, tx, loaded, added, removed);
        });
        if (!done)
            return std::unexpected(done.error());
        const auto sources = readSummarySources(call.db(), {loaded.row});
        if (!sources)
            return std::unexpected(sources.error());
        return Output{toSummary(loaded.row, *sources).reviewers};
    });
}

} // namespace countersign::service
