// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/enums.h"
#include "core/review/evaluation.h"
#include "core/service/approvalchange.h"
#include "core/service/gitlookup.h"
#include "core/service/handlers/pullrequests.h"
#include "core/service/loadedpullrequest.h"
#include "core/service/merging.h"
#include "core/service/refeffects.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

struct Tips
{
    git::Oid source;
    git::Oid destination;
};

Result<Tips> tipsOf(const git::Repository &repository, const store::PullRequestRow &row)
{
    const auto tip = [&](const QString &ref) -> Result<git::Oid> {
        auto commit = git::resolveCommit(repository, ref.toUtf8());
        if (!commit && commit.error().kind == ErrorKind::NotFound)
            return wireFailure("ReferenceDoesNotExistException", u"%1 does not exist."_s.arg(ref));
        return commit;
    };
    const auto source = tip(row.sourceRef);
    if (!source)
        return std::unexpected(source.error());
    return tip(row.destinationRef).transform([&](const git::Oid &id) { return Tips{*source, id}; });
}

QString title(const LoadedPullRequest &loaded)
{
    return u"%1 (pull request %2)"_s.arg(loaded.row.title).arg(loaded.row.id);
}

/// All under the repository's lock, on the tips as they are now: what is merged is what was approved.
template <class Output>
Result<Output> mergePullRequest(Call &call, const auto &input, QLatin1StringView option,
                                const MergePolicy &policy, MergeText text)
{
    const auto found = loadPullRequest(call, input.pullRequestId);
    if (!found)
        return std::unexpected(found.error());
    const auto named = call.repository(input.repositoryName);
    if (!named)
        return std::unexpected(named.error());
    const RepositoryLock lock = call.lock(found->repository);
    // A source that was pushed past the hub gets its own revision first, and so has no approvals.
    if (auto absorbed = call.writes.absorb(lock, call.caller.arn, call.now); !absorbed)
        return std::unexpected(absorbed.error());
    const auto loaded = loadPullRequest(call, found->row.id);
    if (!loaded)
        return std::unexpected(loaded.error());
    if (auto open = requireOpen(*loaded); !open)
        return std::unexpected(open.error());
    if (named->id != loaded->repository.id)
        return wireFailure("RepositoryNotAssociatedWithPullRequestException",
                           u"The pull request %1 is not of the repository %2."_s.arg(input.pullRequestId,
                                                                                     input.repositoryName));
    const auto repository = call.open(loaded->repository);
    if (!repository)
        return std::unexpected(repository.error());
    const auto tips = tipsOf(*repository, loaded->row);
    if (!tips)
        return std::unexpected(tips.error());
    const QString tip = tips->source.toString();
    if (tip != loaded->revision.sourceCommit ||
        (input.sourceCommitId && input.sourceCommitId->toLower() != tip))
        return wireFailure("TipOfSourceReferenceIsDifferentException",
                           u"The source branch is at %1."_s.arg(tip));
    const auto evaluation = evaluateNow(call, *loaded);
    if (!evaluation)
        return std::unexpected(evaluation.error());
    if (!review::allowsMerge(*evaluation))
        return wireFailure("PullRequestApprovalRulesNotSatisfiedException",
                           u"These approval rules are not satisfied: %1."_s.arg(
                               evaluation->approvalRulesNotSatisfied.join(u", "_s)));
    text.defaultMessage = option == MergeOption::Squash
                              ? squashMessage(*repository, title(*loaded), tips->source, tips->destination)
                              : title(*loaded) + u'\n';
    const auto product = makeMerge(call, loaded->repository, *repository, tips->source, tips->destination,
                                   QString(option), policy, text);
    if (!product)
        return std::unexpected(product.error());
    auto moved = call.changeRefs(lock, loaded->repository,
                                 {{loaded->row.destinationRef.toUtf8(), tips->destination, product->commit,
                                   mergeEffect(loaded->row.id, QString(option))}},
                                 u"merge: pull request "_s + input.pullRequestId);
    if (!moved && moved.error().kind == ErrorKind::Conflict)
        return wireFailure("ConcurrentReferenceUpdateException",
                           u"The destination branch moved during the merge."_s);
    if (!moved)
        return std::unexpected(moved.error());
    return loadPullRequest(call, loaded->row.id).transform([](const LoadedPullRequest &after) {
        return Output{after.toApi()};
    });
}

template <class Output>
Result<Output> mergeByCommit(Call &call, const auto &input, QLatin1StringView option)
{
    return mergePullRequest<Output>(call, input, option,
                                    MergePolicy::of(input.conflictDetailLevel,
                                                    input.conflictResolutionStrategy,
                                                    input.conflictResolution, input.keepEmptyFolders),
                                    {input.authorName, input.email, input.commitMessage, {}});
}

} // namespace

Result<MergePullRequestByFastForward::Output> handle(Call &call,
                                                     const MergePullRequestByFastForward::Input &input)
{
    return mergePullRequest<MergePullRequestByFastForward::Output>(call, input, MergeOption::FastForward,
                                                                   MergePolicy::of({}, {}), {});
}

Result<MergePullRequestBySquash::Output> handle(Call &call, const MergePullRequestBySquash::Input &input)
{
    return mergeByCommit<MergePullRequestBySquash::Output>(call, input, MergeOption::Squash);
}

Result<MergePullRequestByThreeWay::Output> handle(Call &call, const MergePullRequestByThreeWay::Input &input)
{
    return mergeByCommit<MergePullRequestByThreeWay::Output>(call, input, MergeOption::ThreeWay);
}

} // namespace countersign::service
