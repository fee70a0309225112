// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/merging.h"

#include "core/api/enums.h"
#include "core/service/branchcommit.h"
#include "core/service/gitlookup.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

using api::ConflictResolutionStrategy;
using api::Replacement;
using git::MergeConflict;
using git::TreeChange;

constexpr int listedFiles = 10;

std::unexpected<Error> manualMerge(const QList<MergeConflict> &conflicts)
{
    QStringList paths;
    for (const MergeConflict &conflict : conflicts.first(std::min<qsizetype>(listedFiles, conflicts.size())))
        paths.append(git::displayPath(conflict.path));
    if (conflicts.size() > listedFiles)
        paths.append(u"…"_s);
    return api::wireFailure("ManualMergeRequiredException",
                            u"The branches cannot be merged by themselves: %1."_s.arg(paths.join(u", "_s)));
}

/// Files that both sides changed, and not to the same.
Result<QList<MergeConflict>> changedOnBothSides(const git::Repository &repository, const git::Oid &base,
                                                const git::Oid &ours, const git::Oid &theirs)
{
    git::DeltaOptions options;
    options.renames = false;
    const auto left = git::deltas(repository, base, ours, options);
    if (!left)
        return std::unexpected(left.error());
    const auto right = git::deltas(repository, base, theirs, options);
    if (!right)
        return std::unexpected(right.error());
    QHash<QByteArray, git::FileDelta> byPath;
    for (const git::FileDelta &delta : left->files)
        byPath.insert(delta.path(), delta);
    QList<MergeConflict> both;
    for (const git::FileDelta &delta : right->files) {
        const auto other = byPath.constFind(delta.path());
        if (other == byPath.cend() || (other->newId == delta.newId && other->newMode == delta.newMode))
            continue;
        both.append({delta.path(), delta.oldId, other->newId, delta.newId, delta.oldMode, other->newMode,
                     delta.newMode});
    }
    return both;
}

TreeChange sideOf(const MergeConflict &conflict, bool theirs)
{
    return theirs ? TreeChange{conflict.path, conflict.theirs, conflict.theirsMode}
                  : TreeChange{conflict.path, conflict.ours, conflict.oursMode};
}

Result<TreeChange> replacement(const QString &directory, const MergeConflict &conflict,
                               const api::ReplaceContentEntry &entry)
{
    TreeChange change{conflict.path, conflict.ours, conflict.oursMode};
    if (entry.replacementType == Replacement::KeepBase)
        change = {conflict.path, conflict.base, conflict.baseMode};
    else if (entry.replacementType == Replacement::KeepSource)
        change = sideOf(conflict, true);
    else if (entry.replacementType == Replacement::UseNewContent) {
        const auto blob = git::writeBlob(directory, *entry.content);
        if (!blob)
            return std::unexpected(blob.error());
        change.blob = *blob;
        if (change.mode == git::FileMode::None)
            change.mode =
                conflict.theirsMode == git::FileMode::None ? git::FileMode::Normal : conflict.theirsMode;
    }
    if (entry.fileMode)
        change.mode = fileModeOf(*entry.fileMode);
    return change;
}

struct Plan
{
    QHash<QByteArray, api::ReplaceContentEntry> replace;
    QSet<QByteArray> remove;
    QHash<QByteArray, git::FileMode> modes;

    explicit Plan(const std::optional<api::ConflictResolution> &resolution)
    {
        if (!resolution)
            return;
        for (const auto &entry : resolution->replaceContents)
            replace.insert(pathBytes(entry.filePath), entry);
        for (const auto &entry : resolution->deleteFiles)
            remove.insert(pathBytes(entry.filePath));
        for (const auto &entry : resolution->setFileModes)
            modes.insert(pathBytes(entry.filePath), fileModeOf(entry.fileMode));
    }
    bool settles(const QByteArray &path) const { return replace.contains(path) || remove.contains(path); }
};

} // namespace

MergePolicy MergePolicy::of(const std::optional<QString> &detailLevel, const std::optional<QString> &strategy,
                            const std::optional<api::ConflictResolution> &resolution,
                            const std::optional<bool> &keepEmptyFolders)
{
    return {detailLevel.value_or(api::ConflictDetailLevel::File),
            strategy.value_or(ConflictResolutionStrategy::None), resolution,
            keepEmptyFolders.value_or(false)};
}

Result<void> checkPolicy(const MergePolicy &policy)
{
    if (!policy.resolution)
        return {};
    if (policy.strategy != ConflictResolutionStrategy::Automerge)
        return api::wireFailure("InvalidConflictResolutionException",
                                u"Resolutions of conflicts need the strategy AUTOMERGE."_s);
    QSet<QByteArray> seen;
    const auto once = [&seen](const QString &path) {
        const bool isNew = !seen.contains(pathBytes(path));
        seen.insert(pathBytes(path));
        return isNew;
    };
    for (const auto &entry : policy.resolution->replaceContents) {
        if (!once(entry.filePath))
            return api::wireFailure("MultipleConflictResolutionEntriesException",
                                    u"%1 has more than one resolution."_s.arg(entry.filePath));
        if (entry.replacementType == Replacement::UseNewContent && !entry.content)
            return api::wireFailure("ReplacementContentRequiredException",
                                    u"%1 needs a content."_s.arg(entry.filePath));
    }
    for (const auto &entry : policy.resolution->deleteFiles)
        if (!once(entry.filePath))
            return api::wireFailure("MultipleConflictResolutionEntriesException",
                                    u"%1 has more than one resolution."_s.arg(entry.filePath));
    return {};
}

Result<MergeAttempt> attemptMerge(const git::Repository &repository, const git::Oid &source,
                                  const git::Oid &destination, const MergePolicy &policy)
{
    MergeAttempt attempt{source, destination, {}, false, false, {}, {}};
    const auto base = git::mergeBase(repository, source, destination);
    if (!base)
        return std::unexpected(base.error());
    if (!*base)
        return attempt;
    attempt.base = **base;
    attempt.fastForward = attempt.base == destination;
    attempt.upToDate = attempt.base == source;
    auto outcome = git::mergeTrees(repository.gitDirectory(), destination, source);
    if (!outcome)
        return std::unexpected(outcome.error());
    attempt.tree = outcome->tree;
    attempt.conflicts = std::move(outcome->conflicts);
    if (policy.detailLevel == api::ConflictDetailLevel::File) {
        auto both = changedOnBothSides(repository, attempt.base, destination, source);
        if (!both)
            return std::unexpected(both.error());
        QSet<QByteArray> known;
        for (const MergeConflict &conflict : std::as_const(attempt.conflicts))
            known.insert(conflict.path);
        for (const MergeConflict &conflict : *both)
            if (!known.contains(conflict.path))
                attempt.conflicts.append(conflict);
    }
    return attempt;
}

bool canSettle(const MergeAttempt &attempt, const MergePolicy &policy)
{
    if (attempt.base.isNull())
        return false;
    if (policy.strategy == ConflictResolutionStrategy::AcceptSource ||
        policy.strategy == ConflictResolutionStrategy::AcceptDestination)
        return true;
    const Plan plan(policy.resolution);
    return std::ranges::all_of(
        attempt.conflicts, [&plan](const MergeConflict &conflict) { return plan.settles(conflict.path); });
}

Result<git::Oid> settledTree(const git::Repository &repository, const MergeAttempt &attempt,
                             const MergePolicy &policy)
{
    if (attempt.base.isNull())
        return api::wireFailure("ManualMergeRequiredException", u"The branches have no common history."_s);
    if (!canSettle(attempt, policy))
        return manualMerge(attempt.conflicts);
    const QString directory = repository.gitDirectory();
    const Plan plan(policy.resolution);
    QList<TreeChange> changes;
    for (const MergeConflict &conflict : attempt.conflicts) {
        if (policy.strategy != ConflictResolutionStrategy::Automerge) {
            changes.append(sideOf(conflict, policy.strategy == ConflictResolutionStrategy::AcceptSource));
        } else if (plan.remove.contains(conflict.path)) {
            changes.append({conflict.path, {}, git::FileMode::None});
        } else {
            auto change = replacement(directory, conflict, plan.replace.value(conflict.path));
            if (!change)
                return std::unexpected(change.error());
            change->mode = plan.modes.value(conflict.path, change->mode);
            changes.append(*change);
        }
    }
    if (changes.isEmpty())
        return attempt.tree;
    return git::writeTree(directory, attempt.tree, changes);
}

Result<MergeProduct> makeMerge(const Call &call, const store::RepositoryRow &row,
                               const git::Repository &repository, const git::Oid &source,
                               const git::Oid &destination, const QString &option, const MergePolicy &policy,
                               const MergeText &text)
{
    if (auto valid = checkPolicy(policy); !valid)
        return std::unexpected(valid.error());
    const auto treeOf = [&](const git::Oid &commit) {
        return git::commit(repository, commit).transform([&](const git::CommitInfo &info) {
            return MergeProduct{commit, info.tree};
        });
    };
    if (option == api::MergeOption::FastForward) {
        const auto base = git::mergeBase(repository, source, destination);
        if (!base)
            return std::unexpected(base.error());
        if (*base != destination)
            return api::wireFailure("ManualMergeRequiredException",
                                    u"The destination has commits that the source lacks."_s);
        if (source == destination)
            return api::wireFailure("ManualMergeRequiredException", u"There is nothing to merge."_s);
        return treeOf(source);
    }
    const auto attempt = attemptMerge(repository, source, destination, policy);
    if (!attempt)
        return std::unexpected(attempt.error());
    if (attempt->upToDate)
        return api::wireFailure("ManualMergeRequiredException", u"There is nothing to merge."_s);
    const auto tree = settledTree(repository, *attempt, policy);
    if (!tree)
        return std::unexpected(tree.error());
    const git::Signature who = signature(call, text.authorName, text.email);
    const QList<git::Oid> parents =
        option == api::MergeOption::ThreeWay ? QList{destination, source} : QList{destination};
    const QString message = text.message && !text.message->isEmpty() ? *text.message : text.defaultMessage;
    return git::writeCommit(call.gitDirectory(row), *tree, parents, who, who, message)
        .transform([&](const git::Oid &commit) { return MergeProduct{commit, *tree}; });
}

QString squashMessage(const git::Repository &repository, const QString &title, const git::Oid &source,
                      const git::Oid &destination)
{
    constexpr int listed = 100;
    QString message = title + u'\n';
    git::LogOptions options;
    options.from = {source.hex()};
    options.exclude = {destination.hex()};
    options.limit = listed;
    QStringList subjects;
    (void)git::log(repository, options, [&](const QList<git::CommitInfo> &commits) {
        for (const git::CommitInfo &commit : commits)
            subjects.prepend(u"* "_s + commit.subject());
        return true;
    });
    if (!subjects.isEmpty())
        message += u'\n' + subjects.join(u'\n') + u'\n';
    return message;
}

} // namespace countersign::service
