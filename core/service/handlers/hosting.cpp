// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/hosting.h"

#include "core/service/branchcommit.h"
#include "core/service/gitlookup.h"
#include "core/service/mapping.h"
#include "core/service/newrepository.h"
#include "core/service/refnames.h"
#include "core/store/crashpoint.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

std::unexpected<Error> importFailure(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return std::unexpected(error);
    if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::InvalidInput ||
        error.kind == ErrorKind::Unsupported)
        return wireFailure("InvalidSourceException", error.message, error.detail);
    Error failed = wireError("ImportFailedException", error.message, error.detail);
    // The kind tells the screens what can be done; the code alone would say "internal".
    failed.kind = error.kind;
    return std::unexpected(failed);
}

/// The ref log of a repository that came with its refs.
Result<void> logImported(const Call &call, store::Connection &tx, const QString &repositoryId,
                         const QList<git::RefInfo> &refs)
{
    for (const git::RefInfo &ref : refs) {
        const QString value = ref.target.toString();
        auto done = store::journal::appendRefLog(tx, {0, repositoryId, QString::fromUtf8(ref.name),
                                                      QString(value.size(), u'0'), value, call.caller.arn,
                                                      u"import"_s, 0, call.now});
        if (!done)
            return done;
    }
    return {};
}

std::optional<QString> defaultBranch(const QList<git::RefInfo> &refs, const QByteArray &head)
{
    std::optional<QString> first;
    for (const git::RefInfo &ref : refs) {
        if (ref.kind != git::RefKind::Branch)
            continue;
        if (ref.name == head)
            return ref.shortName();
        if (!first || ref.name == "refs/heads/main")
            first = ref.shortName();
    }
    return first;
}

} // namespace

Result<ImportRepository::Output> handle(Call &call, const ImportRepository::Input &input)
{
    if (auto free = checkNewName(call, input.repositoryName); !free)
        return std::unexpected(free.error());
    const std::stop_token stop = call.controls.stop;
    const git::ImportOptions options{input.source};
    const auto source = git::inspectSource(options, stop);
    if (!source)
        return importFailure(source.error());
    NewRepository fresh(call, input.repositoryName, input.repositoryDescription);
    if (auto made = fresh.init(source->idSize); !made)
        return std::unexpected(made.error());
    const auto outcome = git::importInto(fresh.directory(), options, call.controls.progress, stop);
    if (!outcome)
        return importFailure(outcome.error());
    const auto refs =
        git::Repository::open(fresh.directory()).and_then([](const git::Repository &repository) {
            return git::refs(repository);
        });
    if (!refs)
        return std::unexpected(refs.error());
    fresh.row.defaultBranch = defaultBranch(*refs, outcome->headBranch);
    if (fresh.row.defaultBranch)
        if (auto set = git::setHead(fresh.directory(), branchRef(*fresh.row.defaultBranch)); !set)
            return std::unexpected(set.error());
    if (stop.stop_requested())
        return cancelled();
    const auto row =
        fresh.publish([&](store::Connection &tx) { return logImported(call, tx, fresh.row.id, *refs); });
    if (!row)
        return std::unexpected(row.error());
    ImportRepository::Output output{toMetadata(call.hub, *row), {}};
    for (const QByteArray &ref : outcome->skippedRefs)
        output.skippedReferences.append(git::displayPath(ref));
    return output;
}

Result<ListDeletedRepositories::Output> handle(Call &call, const ListDeletedRepositories::Input &)
{
    const auto rows = store::repositories::deleted(call.db());
    if (!rows)
        return std::unexpected(rows.error());
    ListDeletedRepositories::Output output;
    for (const store::RepositoryRow &row : *rows)
        output.deletedRepositories.append({row.id,
                                           row.name,
                                           {*row.deleted},
                                           row.deletedBy.value_or(QString()),
                                           {*row.deleted + call.hub.settings.trashDays * dayMs}});
    return output;
}

Result<RestoreRepository::Output> handle(Call &call, const RestoreRepository::Input &input)
{
    const RepositoryLock lock = call.hub.locks.take(input.repositoryId);
    const auto found = store::repositories::byId(call.db(), input.repositoryId);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || !(*found)->deleted)
        return wireFailure("DeletedRepositoryDoesNotExistException",
                           u"There is no deleted repository %1."_s.arg(input.repositoryId));
    const QString name = input.repositoryName.value_or((*found)->name);
    if (auto free = checkNewName(call, name); !free)
        return std::unexpected(free.error());
    if (auto moved = call.hub.folder->restore(input.repositoryId); !moved)
        return std::unexpected(moved.error());
    store::crashPoint("restore.row.before");
    auto done = call.write(input.repositoryId, {{u"name"_s, name}}, [&](store::Connection &tx) {
        return store::repositories::markRestored(tx, input.repositoryId, name, call.now);
    });
    if (!done) {
        (void)call.hub.folder->discard(input.repositoryId);
        if (done.error().kind == ErrorKind::AlreadyExists)
            return wireFailure("RepositoryNameExistsException",
                               u"Repository named %1 already exists"_s.arg(name));
        return std::unexpected(done.error());
    }
    const auto row = call.repositoryById(input.repositoryId);
    if (!row)
        return std::unexpected(row.error());
    call.repositoriesChanged();
    return RestoreRepository::Output{toMetadata(call.hub, *row)};
}

Result<CreateTag::Output> handle(Call &call, const CreateTag::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const RepositoryLock lock = call.lock(*row);
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const QByteArray ref = tagRef(input.tagName);
    if (auto free = checkNewRef(*repository, ref, "InvalidTagNameException", "TagNameExistsException"); !free)
        return std::unexpected(free.error());
    auto target = existingCommit(*repository, input.commitId);
    if (!target)
        return std::unexpected(target.error());
    if (input.message && !input.message->isEmpty())
        target = git::writeTag(call.gitDirectory(*row), input.tagName.toUtf8(), *target,
                               signature(call, std::nullopt, std::nullopt), *input.message);
    if (!target)
        return std::unexpected(target.error());
    auto done = call.changeRefs(lock, *row, {{ref, {}, *target}}, u"tag: created"_s);
    if (!done && done.error().kind == ErrorKind::Conflict)
        return wireFailure("TagNameExistsException", u"%1 exists already."_s.arg(input.tagName));
    return done.transform([] { return CreateTag::Output{}; });
}

Result<DeleteTag::Output> handle(Call &call, const DeleteTag::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const RepositoryLock lock = call.lock(*row);
    const auto found = call.open(*row).and_then(
        [&](const git::Repository &repository) { return findRef(repository, tagRef(input.tagName)); });
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return wireFailure("TagDoesNotExistException", u"There is no tag %1."_s.arg(input.tagName));
    return call.changeRefs(lock, *row, {{tagRef(input.tagName), (*found)->target, {}}}, u"tag: deleted"_s)
        .transform([] { return DeleteTag::Output{}; });
}

Result<ListPeople::Output> handle(Call &call, const ListPeople::Input &)
{
    const auto rows = store::people::all(call.db());
    if (!rows)
        return std::unexpected(rows.error());
    ListPeople::Output output;
    for (const store::PersonRow &row : *rows)
        if (row.active)
            output.people.append(toPerson(row));
    return output;
}

Result<CreatePerson::Output> handle(Call &call, const CreatePerson::Input &input)
{
    const store::PersonRow row{
        call.hub.userArn(input.userName), input.userName, input.displayName, input.email, true, call.now};
    auto done = call.write({}, {{u"userName"_s, row.userName}},
                           [&](store::Connection &tx) { return store::people::insert(tx, row); });
    if (!done && done.error().kind == ErrorKind::AlreadyExists)
        return wireFailure("UserNameExistsException", u"There is a person %1 already."_s.arg(input.userName));
    return done.transform([&] { return CreatePerson::Output{toPerson(row)}; });
}

} // namespace countersign::service
