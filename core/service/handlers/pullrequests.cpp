// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/pullrequests.h"

#include "core/api/enums.h"
#include "core/review/lifecycle.h"
#include "core/service/approvalstate.h"
#include "core/service/events.h"
#include "core/service/idempotent.h"
#include "core/service/loadedpullrequest.h"
#include "core/service/paging.h"
#include "core/service/pullrequestrefs.h"
#include "core/service/refeffects.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

Result<Target> onlyTarget(const QList<Target> &targets)
{
    if (targets.size() == 1)
        return targets.first();
    for (const Target &target : targets)
        if (target.repositoryName != targets.first().repositoryName)
            return wireFailure("MultipleRepositoriesInPullRequestException",
                               u"A pull request has one repository."_s);
    return wireFailure("InvalidTargetsException", u"A pull request has exactly one target."_s);
}

Result<void> addTemplateRules(Call &call, store::Connection &tx, const store::PullRequestRow &row)
{
    const auto templates = store::templates::ofRepository(tx, row.repositoryId);
    if (!templates)
        return std::unexpected(templates.error());
    for (const store::TemplateRow &source : *templates) {
        if (!templateApplies(source.content, row.destinationRef))
            continue;
        const store::RuleRow rule{QUuid::createUuid().toString(QUuid::WithoutBraces),
                                  row.id,
                                  source.name,
                                  source.content,
                                  source.sha256,
                                  source.id,
                                  source.name,
                                  call.now,
                                  call.now,
                                  call.caller.arn};
        if (auto done = store::rules::insert(tx, rule); !done)
            return done;
        PullRequestEvent event;
        event.pullRequestEventType = PullRequestEventType::ApprovalRuleCreated;
        event.actorArn = call.caller.arn;
        event.approvalRuleEventMetadata = ApprovalRuleEventMetadata{rule.name, rule.id, rule.content};
        if (auto done = recordEvent(tx, row.id, call.now, event); !done)
            return done;
    }
    return {};
}

Result<void> recordCreated(Call &call, store::Connection &tx, qint64 id, const QString &repositoryName,
                           const store::RevisionRow &revision)
{
    PullRequestEvent event;
    event.pullRequestEventType = PullRequestEventType::Created;
    event.actorArn = call.caller.arn;
    event.pullRequestCreatedEventMetadata = PullRequestCreatedEventMetadata{
        repositoryName, revision.sourceCommit, revision.destinationCommit, revision.mergeBase};
    return recordEvent(tx, id, call.now, event);
}

} // namespace

Result<CreatePullRequest::Output> handle(Call &call, const CreatePullRequest::Input &input)
{
    const auto target = onlyTarget(input.targets);
    if (!target)
        return std::unexpected(target.error());
    const auto repository = call.repository(target->repositoryName);
    if (!repository)
        return std::unexpected(repository.error());
    const RepositoryLock lock = call.lock(*repository);
    auto kept = replay<CreatePullRequest>(call, input, input.clientRequestToken);
    if (!kept)
        return std::unexpected(kept.error());
    if (*kept)
        return std::move(**kept);
    const auto open = store::pullrequests::openCount(call.db(), repository->id);
    if (!open)
        return std::unexpected(open.error());
    const auto git = call.open(*repository);
    if (!git)
        return std::unexpected(git.error());
    const auto pair = branchPair(*repository, *git, target->sourceReference, target->destinationReference);
    if (!pair)
        return std::unexpected(pair.error());
    if (*open >= call.hub.settings.maximumOpenPullRequests)
        return wireFailure("MaximumOpenPullRequestsExceededException",
                           u"The repository has %1 open pull requests, which is the limit."_s.arg(*open));
    auto revision = makeRevision(*git, 0, 1, pair->source, pair->destination, pair->destinationRef,
                                 call.caller.arn, call.now);
    if (!revision)
        return std::unexpected(revision.error());

    store::PullRequestRow row;
    row.repositoryId = repository->id;
    row.title = input.title;
    row.description = input.description;
    row.status = PullRequestStatus::Open;
    row.author = call.caller.arn;
    row.sourceRef = pair->sourceRef;
    row.destinationRef = pair->destinationRef;
    row.clientToken = input.clientRequestToken;
    row.created = call.now;
    row.activity = call.now;
    const QJsonObject detail{{u"source"_s, row.sourceRef}, {u"destination"_s, row.destinationRef}};
    auto output =
        call.write(repository->id, detail, [&](store::Connection &tx) -> Result<CreatePullRequest::Output> {
            const auto id = store::pullrequests::insert(tx, row);
            if (!id)
                return std::unexpected(id.error());
            row.id = *id;
            revision->pullRequestId = *id;
            revision->revisionId = revisionIdOf(*revision, row.destinationRef);
            const auto rules =
                store::revisions::insert(tx, *revision)
                    .and_then([&] { return recordCreated(call, tx, *id, repository->name, *revision); })
                    .and_then([&] { return addTemplateRules(call, tx, row); })
                    .and_then([&] { return store::rules::all(tx, *id); });
            if (!rules)
                return std::unexpected(rules.error());
            CreatePullRequest::Output made{toPullRequest(row, repository->name, *revision, *rules)};
            if (auto done = remember<CreatePullRequest>(call, tx, input, input.clientRequestToken, made);
                !done)
                return std::unexpected(done.error());
            return made;
        });
    if (output)
        call.pullRequestChanged(row.id, repository->name);
    return output;
}

Result<GetPullRequest::Output> handle(Call &call, const GetPullRequest::Input &input)
{
    return loadPullRequest(call, input.pullRequestId).transform([](const LoadedPullRequest &loaded) {
        return GetPullRequest::Output{loaded.toApi()};
    });
}

Result<ListPullRequests::Output> handle(Call &call, const ListPullRequests::Input &input)
{
    const auto repository = call.repository(input.repositoryName);
    if (!repository)
        return std::unexpected(repository.error());
    if (input.authorArn) {
        const auto author = store::people::byArn(call.db(), *input.authorArn);
        if (!author)
            return std::unexpected(author.error());
        if (!*author)
            return wireFailure("AuthorDoesNotExistException",
                               u"%1 is no person of this hub."_s.arg(*input.authorArn));
    }
    const auto position = readToken(call.row, input.nextToken, 2);
    if (!position)
        return std::unexpected(position.error());
    const int size = pageSize(call.row, input.maxResults);
    store::pullrequests::Filter filter;
    filter.repositoryId = repository->id;
    filter.status = input.pullRequestStatus;
    filter.author = input.authorArn;
    if (*position)
        filter.after = std::pair((*position)->at(0).toLongLong(), (*position)->at(1).toLongLong());
    filter.limit = size + 1;
    const auto rows = store::pullrequests::list(call.db(), filter);
    if (!rows)
        return std::unexpected(rows.error());
    ListPullRequests::Output output;
    for (const store::PullRequestRow &row : rows->first(std::min<qsizetype>(size, rows->size())))
        output.pullRequestIds.append(QString::number(row.id));
    if (rows->size() > size) {
        const store::PullRequestRow &last = rows->at(size - 1);
        output.nextToken = makeToken(call.row, {QString::number(last.activity), QString::number(last.id)});
    }
    return output;
}

namespace {

/// Loads under the lock, checks, writes, and answers with the pull request as it is then.
template <class Output, class Check, class Work>
Result<Output> update(Call &call, const QString &pullRequestId, const QJsonObject &detail, Check check,
                      Work work)
{
    const auto before = loadPullRequest(call, pullRequestId);
    if (!before)
        return std::unexpected(before.error());
    const RepositoryLock lock = call.lock(before->repository);
    const auto loaded = loadPullRequest(call, pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    const Result<bool> needed = check(*loaded);
    if (!needed)
        return std::unexpected(needed.error());
    if (!*needed)
        return Output{loaded->toApi()};
    auto done =
        call.write(loaded->repository.id, detail, [&](store::Connection &tx) { return work(tx, *loaded); });
    if (!done)
        return std::unexpected(done.error());
    call.pullRequestChanged(loaded->row.id, loaded->repository.name);
    return loadPullRequest(call, loaded->row.id).transform([](const LoadedPullRequest &after) {
        return Output{after.toApi()};
    });
}

Result<bool> ifOpen(const LoadedPullRequest &loaded)
{
    return requireOpen(loaded).transform([] { return true; });
}

} // namespace

Result<UpdatePullRequestTitle::Output> handle(Call &call, const UpdatePullRequestTitle::Input &input)
{
    return update<UpdatePullRequestTitle::Output>(
        call, input.pullRequestId, {{u"pullRequestId"_s, input.pullRequestId}, {u"changed"_s, u"title"_s}},
        ifOpen, [&](store::Connection &tx, const LoadedPullRequest &loaded) {
            return store::pullrequests::setTitle(tx, loaded.row.id, input.title, call.now);
        });
}

Result<UpdatePullRequestDescription::Output> handle(Call &call,
                                                    const UpdatePullRequestDescription::Input &input)
{
    return update<UpdatePullRequestDescription::Output>(
        call, input.pullRequestId,
        {{u"pullRequestId"_s, input.pullRequestId}, {u"changed"_s, u"description"_s}}, ifOpen,
        [&](store::Connection &tx, const LoadedPullRequest &loaded) {
            return store::pullrequests::setDescription(tx, loaded.row.id, input.description, call.now);
        });
}

Result<UpdatePullRequestStatus::Output> handle(Call &call, const UpdatePullRequestStatus::Input &input)
{
    return update<UpdatePullRequestStatus::Output>(
        call, input.pullRequestId,
        {{u"pullRequestId"_s, input.pullRequestId}, {u"status"_s, input.pullRequestStatus}},
        [&](const LoadedPullRequest &loaded) {
            return review::checkStatusChange(loaded.toApi(), input.pullRequestStatus);
        },
        [&](store::Connection &tx, const LoadedPullRequest &loaded) -> Result<void> {
            if (auto done = store::pullrequests::close(tx, loaded.row.id, call.now); !done)
                return done;
            PullRequestEvent event;
            event.pullRequestEventType = PullRequestEventType::StatusChanged;
            event.actorArn = call.caller.arn;
            event.pullRequestStatusChangedEventMetadata =
                PullRequestStatusChangedEventMetadata{input.pullRequestStatus};
            return recordEvent(tx, loaded.row.id, call.now, event);
        });
}

Result<DescribePullRequestEvents::Output> handle(Call &call, const DescribePullRequestEvents::Input &input)
{
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    if (input.actorArn) {
        const auto actor = store::people::byArn(call.db(), *input.actorArn);
        if (!actor)
            return std::unexpected(actor.error());
        if (!*actor)
            return wireFailure("ActorDoesNotExistException",
                               u"%1 is no person of this hub."_s.arg(*input.actorArn));
    }
    const auto position = readToken(call.row, input.nextToken, 1);
    if (!position)
        return std::unexpected(position.error());
    const int size = pageSize(call.row, input.maxResults);
    store::events::Filter filter;
    if (input.pullRequestEventType)
        filter.kinds = {*input.pullRequestEventType};
    else
        for (const QLatin1StringView type : PullRequestEventType::all)
            filter.kinds.append(QString(type));
    filter.actor = input.actorArn;
    filter.after = *position ? (*position)->first().toLongLong() : 0;
    filter.limit = size + 1;
    const auto rows = store::events::list(call.db(), loaded->row.id, filter);
    if (!rows)
        return std::unexpected(rows.error());
    DescribePullRequestEvents::Output output;
    for (const store::EventRow &row : rows->first(std::min<qsizetype>(size, rows->size())))
        output.pullRequestEvents.append(toEvent(row));
    if (rows->size() > size)
        output.nextToken = makeToken(call.row, {QString::number(rows->at(size - 1).seq)});
    return output;
}

} // namespace countersign::service
