// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/pullrequestrefs.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

const QString branches = u"refs/heads/"_s;

Result<std::pair<QString, git::Oid>> branchOf(const git::Repository &repository, const QString &name)
{
    const bool isFull = name.startsWith(u"refs/"_s);
    if (isFull && !name.startsWith(branches))
        return api::wireFailure("ReferenceTypeNotSupportedException", u"%1 is not a branch."_s.arg(name));
    const QString full = isFull ? name : branches + name;
    const auto tip = findBranch(repository, full.sliced(branches.size()));
    if (!tip)
        return std::unexpected(tip.error());
    if (*tip)
        return std::pair(full, **tip);
    if (!isFull && git::resolveCommit(repository, tagRef(name)))
        return api::wireFailure("ReferenceTypeNotSupportedException",
                                u"%1 is a tag, not a branch."_s.arg(name));
    return api::wireFailure("ReferenceDoesNotExistException", u"The branch %1 does not exist."_s.arg(name));
}

} // namespace

Result<BranchPair> branchPair(const store::RepositoryRow &row, const git::Repository &repository,
                              const QString &source, const std::optional<QString> &destination)
{
    if (!destination && !row.defaultBranch)
        return api::wireFailure("ReferenceDoesNotExistException", u"The repository has no default branch."_s);
    const auto from = branchOf(repository, source);
    if (!from)
        return std::unexpected(from.error());
    const auto to = branchOf(repository, destination ? *destination : branches + *row.defaultBranch);
    if (!to)
        return std::unexpected(to.error());
    if (from->first == to->first)
        return api::wireFailure("SourceAndDestinationAreSameException",
                                u"The source and the destination are the same branch."_s);
    return BranchPair{from->first, to->first, from->second, to->second};
}

} // namespace countersign::service
