// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/merges.h"

#include "core/api/enums.h"
#include "core/service/conflictmetadata.h"
#include "core/service/gitlookup.h"
#include "core/service/merging.h"
#include "core/service/paging.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

struct Sides
{
    git::Oid source;
    git::Oid destination;
};

Result<Sides> sidesOf(const store::RepositoryRow &row, const git::Repository &repository, const auto &input)
{
    const auto source = resolveSpecifier(row, repository, input.sourceCommitSpecifier);
    if (!source)
        return std::unexpected(source.error());
    return resolveSpecifier(row, repository, input.destinationCommitSpecifier)
        .transform([&](const git::Oid &destination) { return Sides{*source, destination}; });
}

/// The branch that a merge moves: the one named, or the destination when it is a branch.
Result<QString> targetOf(const git::Repository &repository, const std::optional<QString> &targetBranch,
                         const QString &destination)
{
    QString name = targetBranch.value_or(destination);
    if (name.startsWith(u"refs/heads/"_s))
        name = name.sliced(11);
    const auto tip = findBranch(repository, name);
    if (!tip)
        return std::unexpected(tip.error());
    if (*tip)
        return name;
    const QByteArray tag = name.startsWith(u"refs/tags/"_s) ? name.toUtf8() : tagRef(name);
    if (git::resolveCommit(repository, tag))
        return wireFailure("BranchNameIsTagNameException", u"%1 is a tag, not a branch."_s.arg(name));
    return wireFailure("BranchDoesNotExistException", u"The branch %1 does not exist."_s.arg(name));
}

template <class Output>
Result<Output> mergeBranches(Call &call, const auto &input, QLatin1StringView option,
                             const MergePolicy &policy, MergeText text)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const RepositoryLock lock = call.lock(*row);
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto sides = sidesOf(*row, *repository, input);
    if (!sides)
        return std::unexpected(sides.error());
    const auto target = targetOf(*repository, input.targetBranch, input.destinationCommitSpecifier);
    if (!target)
        return std::unexpected(target.error());
    const auto tip = branchTip(*repository, *target);
    if (!tip)
        return std::unexpected(tip.error());
    if (*tip != sides->destination)
        return wireFailure("ConcurrentReferenceUpdateException",
                           u"The branch %1 is not at the destination commit."_s.arg(*target));
    const QString title = u"Merge %1 into %2"_s.arg(input.sourceCommitSpecifier, *target);
    text.defaultMessage = option == MergeOption::Squash
                              ? squashMessage(*repository, title, sides->source, sides->destination)
                              : title + u'\n';
    const auto product =
        makeMerge(call, *row, *repository, sides->source, sides->destination, QString(option), policy, text);
    if (!product)
        return std::unexpected(product.error());
    auto moved = call.changeRefs(lock, *row, {{branchRef(*target), *tip, product->commit}},
                                 u"merge: "_s + input.sourceCommitSpecifier);
    if (!moved && moved.error().kind == ErrorKind::Conflict)
        return wireFailure("ConcurrentReferenceUpdateException",
                           u"The branch %1 moved during the merge."_s.arg(*target));
    if (!moved)
        return std::unexpected(moved.error());
    return Output{product->commit.toString(), product->tree.toString()};
}

} // namespace

Result<GetMergeOptions::Output> handle(Call &call, const GetMergeOptions::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto sides = sidesOf(*row, *repository, input);
    if (!sides)
        return std::unexpected(sides.error());
    const MergePolicy policy = MergePolicy::of(input.conflictDetailLevel, input.conflictResolutionStrategy);
    const auto attempt = attemptMerge(*repository, sides->source, sides->destination, policy);
    if (!attempt)
        return std::unexpected(attempt.error());
    GetMergeOptions::Output output;
    output.sourceCommitId = sides->source.toString();
    output.destinationCommitId = sides->destination.toString();
    output.baseCommitId = attempt->base.isNull() ? QString() : attempt->base.toString();
    if (attempt->upToDate)
        return output;
    if (attempt->fastForward)
        output.mergeOptions.append(MergeOption::FastForward);
    if (canSettle(*attempt, policy))
        output.mergeOptions << MergeOption::Squash << MergeOption::ThreeWay;
    return output;
}

Result<GetMergeConflicts::Output> handle(Call &call, const GetMergeConflicts::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto sides = sidesOf(*row, *repository, input);
    if (!sides)
        return std::unexpected(sides.error());
    const MergePolicy policy = MergePolicy::of(input.conflictDetailLevel, input.conflictResolutionStrategy);
    const auto attempt = attemptMerge(*repository, sides->source, sides->destination, policy);
    if (!attempt)
        return std::unexpected(attempt.error());
    GetMergeConflicts::Output output;
    output.sourceCommitId = sides->source.toString();
    output.destinationCommitId = sides->destination.toString();
    if (!attempt->base.isNull())
        output.baseCommitId = attempt->base.toString();
    if (input.mergeOption == MergeOption::FastForward) {
        output.mergeable = attempt->fastForward;
        return output;
    }
    output.mergeable = canSettle(*attempt, policy);
    QList<git::MergeConflict> conflicts = attempt->conflicts;
    auto next = cutPage(call.row, conflicts, input.nextToken, pageSize(call.row, input.maxConflictFiles));
    if (!next)
        return std::unexpected(next.error());
    output.nextToken = *next;
    for (const git::MergeConflict &conflict : std::as_const(conflicts)) {
        auto metadata = conflictMetadata(*repository, attempt->tree, conflict);
        if (!metadata)
            return std::unexpected(metadata.error());
        output.conflictMetadataList.append(std::move(*metadata));
    }
    return output;
}

Result<MergeBranchesByFastForward::Output> handle(Call &call, const MergeBranchesByFastForward::Input &input)
{
    return mergeBranches<MergeBranchesByFastForward::Output>(call, input, MergeOption::FastForward,
                                                             MergePolicy::of({}, {}), {});
}

Result<MergeBranchesBySquash::Output> handle(Call &call, const MergeBranchesBySquash::Input &input)
{
    return mergeBranches<MergeBranchesBySquash::Output>(
        call, input, MergeOption::Squash,
        MergePolicy::of(input.conflictDetailLevel, input.conflictResolutionStrategy, input.conflictResolution,
                        input.keepEmptyFolders),
        {input.authorName, input.email, input.commitMessage, {}});
}

Result<MergeBranchesByThreeWay::Output> handle(Call &call, const MergeBranchesByThreeWay::Input &input)
{
    return mergeBranches<MergeBranchesByThreeWay::Output>(
        call, input, MergeOption::ThreeWay,
        MergePolicy::of(input.conflictDetailLevel, input.conflictResolutionStrategy, input.conflictResolution,
                        input.keepEmptyFolders),
        {input.authorName, input.email, input.commitMessage, {}});
}

} // namespace countersign::service
