// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/repositories.h"

#include "core/api/enums.h"
#include "core/service/mapping.h"
#include "core/service/newrepository.h"
#include "core/service/paging.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

Result<CreateRepository::Output> handle(Call &call, const CreateRepository::Input &input)
{
    if (auto free = checkNewName(call, input.repositoryName); !free)
        return std::unexpected(free.error());
    if (auto valid = checkTags(call, input.tags); !valid)
        return std::unexpected(valid.error());
    NewRepository fresh(call, input.repositoryName, input.repositoryDescription);
    fresh.row.kmsKey = input.kmsKeyId.value_or(fresh.row.kmsKey);
    if (auto made = fresh.init(); !made)
        return std::unexpected(made.error());
    auto row = fresh.publish([&](store::Connection &tx) -> Result<void> {
        for (auto it = input.tags.cbegin(); it != input.tags.cend(); ++it)
            if (auto set = store::repositories::setTag(tx, fresh.row.id, it.key(), it.value()); !set)
                return set;
        return {};
    });
    if (!row)
        return std::unexpected(row.error());
    return CreateRepository::Output{toMetadata(call.hub, *row)};
}

Result<GetRepository::Output> handle(Call &call, const GetRepository::Input &input)
{
    return call.repository(input.repositoryName).transform([&](const store::RepositoryRow &row) {
        return GetRepository::Output{toMetadata(call.hub, row)};
    });
}

Result<BatchGetRepositories::Output> handle(Call &call, const BatchGetRepositories::Input &input)
{
    BatchGetRepositories::Output output;
    for (const QString &name : input.repositoryNames) {
        const auto row = call.repository(name);
        if (row) {
            output.repositories.append(toMetadata(call.hub, *row));
        } else if (row.error().kind == ErrorKind::NotFound) {
            output.repositoriesNotFound.append(name);
            output.errors.append({std::nullopt, name, row.error().code, row.error().message});
        } else {
            return std::unexpected(row.error());
        }
    }
    return output;
}

Result<ListRepositories::Output> handle(Call &call, const ListRepositories::Input &input)
{
    using Order = store::repositories::Order;
    const bool byDate = input.sortBy == SortBy::LastModifiedDate;
    const bool down = input.order == api::Order::Descending;
    const Order order = byDate ? (down ? Order::ModifiedDescending : Order::Modified)
                               : (down ? Order::NameDescending : Order::Name);
    const auto position = readToken(call.row, input.nextToken, 1);
    if (!position)
        return std::unexpected(position.error());
    const qint64 offset = *position ? std::max(0LL, (*position)->first().toLongLong()) : 0;
    const int size = call.row.paging.defaultSize;
    const auto rows = store::repositories::page(call.db(), order, offset, size + 1);
    if (!rows)
        return std::unexpected(rows.error());
    ListRepositories::Output output;
    for (const store::RepositoryRow &row : rows->first(std::min<qsizetype>(size, rows->size())))
        output.repositories.append({row.name, row.id});
    if (rows->size() > size)
        output.nextToken = makeToken(call.row, {QString::number(offset + size)});
    return output;
}

Result<UpdateRepositoryDescription::Output> handle(Call &call,
                                                   const UpdateRepositoryDescription::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    auto done = call.write(row->id, {{u"description"_s, u"changed"_s}}, [&](store::Connection &tx) {
        return store::repositories::setDescription(tx, row->id, input.repositoryDescription, call.now);
    });
    if (!done)
        return std::unexpected(done.error());
    call.repositoryChanged(row->name);
    return UpdateRepositoryDescription::Output{};
}

Result<UpdateRepositoryName::Output> handle(Call &call, const UpdateRepositoryName::Input &input)
{
    const auto row = call.repository(input.oldName);
    if (!row)
        return std::unexpected(row.error());
    if (input.oldName == input.newName)
        return UpdateRepositoryName::Output{};
    auto done = call.write(row->id, {{u"old"_s, input.oldName}, {u"new"_s, input.newName}},
                           [&](store::Connection &tx) {
                               return store::repositories::setName(tx, row->id, input.newName, call.now);
                           });
    if (!done && done.error().kind == ErrorKind::AlreadyExists)
        return wireFailure("RepositoryNameExistsException",
                           u"Repository named %1 already exists"_s.arg(input.newName));
    if (!done)
        return std::unexpected(done.error());
    call.repositoriesChanged();
    call.repositoryChanged(input.newName);
    return UpdateRepositoryName::Output{};
}

Result<DeleteRepository::Output> handle(Call &call, const DeleteRepository::Input &input)
{
    auto row = call.repository(input.repositoryName);
    if (!row && row.error().kind == ErrorKind::NotFound)
        return DeleteRepository::Output{};
    if (!row)
        return std::unexpected(row.error());
    const RepositoryLock lock = call.lock(*row);
    auto done = call.write(row->id, {{u"name"_s, row->name}}, [&](store::Connection &tx) {
        return store::repositories::markDeleted(tx, row->id, call.caller.arn, call.now);
    });
    if (!done)
        return std::unexpected(done.error());
    // Once the row says so it is deleted: a folder that could not be moved is moved at the next start.
    (void)call.hub.folder->discard(row->id);
    call.repositoriesChanged();
    return DeleteRepository::Output{row->id};
}

} // namespace countersign::service
