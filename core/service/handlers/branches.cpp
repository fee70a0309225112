// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/branches.h"

#include "core/service/gitlookup.h"
#include "core/service/paging.h"
#include "core/service/refnames.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

Result<CreateBranch::Output> handle(Call &call, const CreateBranch::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const RepositoryLock lock = call.lock(*row);
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const QByteArray ref = branchRef(input.branchName);
    if (auto free = checkNewRef(*repository, ref, "InvalidBranchNameException", "BranchNameExistsException");
        !free)
        return std::unexpected(free.error());
    const auto commit = existingCommit(*repository, input.commitId);
    if (!commit)
        return std::unexpected(commit.error());
    auto done = call.changeRefs(lock, *row, {{ref, {}, *commit}}, u"branch: created"_s);
    if (!done && done.error().kind == ErrorKind::Conflict)
        return wireFailure("BranchNameExistsException", u"%1 exists already."_s.arg(input.branchName));
    return done.transform([] { return CreateBranch::Output{}; });
}

Result<GetBranch::Output> handle(Call &call, const GetBranch::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    return branchTip(*repository, input.branchName).transform([&](const git::Oid &tip) {
        return GetBranch::Output{{input.branchName, tip.toString()}};
    });
}

Result<ListBranches::Output> handle(Call &call, const ListBranches::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto refs =
        call.open(*row).and_then([](const git::Repository &repository) { return git::refs(repository); });
    if (!refs)
        return std::unexpected(refs.error());
    ListBranches::Output output;
    for (const git::RefInfo &ref : *refs)
        if (ref.kind == git::RefKind::Branch)
            output.branches.append(ref.shortName());
    auto next = cutPage(call.row, output.branches, input.nextToken, call.row.paging.defaultSize);
    if (!next)
        return std::unexpected(next.error());
    output.nextToken = *next;
    return output;
}

Result<UpdateDefaultBranch::Output> handle(Call &call, const UpdateDefaultBranch::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const RepositoryLock lock = call.lock(*row);
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    if (auto tip = branchTip(*repository, input.defaultBranchName); !tip)
        return std::unexpected(tip.error());
    if (row->defaultBranch == input.defaultBranchName)
        return UpdateDefaultBranch::Output{};
    auto done = call.writes.setDefaultBranch(lock, *row, input.defaultBranchName, call.caller.arn,
                                             call.operation(), call.now);
    if (!done)
        return std::unexpected(done.error());
    call.repositoryChanged(row->name);
    return UpdateDefaultBranch::Output{};
}

Result<DeleteBranch::Output> handle(Call &call, const DeleteBranch::Input &input)
{
    const auto named = call.repository(input.repositoryName);
    if (!named)
        return std::unexpected(named.error());
    const RepositoryLock lock = call.lock(*named);
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    if (row->defaultBranch == input.branchName)
        return wireFailure("DefaultBranchCannotBeDeletedException",
                           u"%1 is the default branch and cannot be deleted."_s.arg(input.branchName));
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto tip = findBranch(*repository, input.branchName);
    if (!tip)
        return std::unexpected(tip.error());
    if (!*tip)
        return DeleteBranch::Output{};
    auto done = call.changeRefs(lock, *row, {{branchRef(input.branchName), **tip, {}}}, u"branch: deleted"_s);
    if (!done)
        return std::unexpected(done.error());
    return DeleteBranch::Output{BranchInfo{input.branchName, (*tip)->toString()}};
}

} // namespace countersign::service
