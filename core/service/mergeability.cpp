// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/mergeability.h"

#include "core/git/repository.h"
#include "core/git/write.h"

namespace countersign::service {

namespace {

constexpr qsizetype kept = 20'000;

Result<MergeState> compute(const QString &gitDirectory, const git::Oid &source, const git::Oid &destination)
{
    const auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    MergeState state;
    const auto base = git::mergeBase(*repository, source, destination);
    if (!base)
        return std::unexpected(base.error());
    state.base = base->value_or(git::Oid());
    const auto distance = git::aheadBehind(*repository, source, destination);
    if (!distance)
        return std::unexpected(distance.error());
    state.ahead = distance->ahead;
    state.behind = distance->behind;
    if (!*base)
        return state;
    state.fastForward = state.base == destination;
    state.upToDate = state.base == source;
    if (state.fastForward || state.upToDate) {
        state.mergeable = true;
        return state;
    }
    const auto merged = git::mergeTrees(gitDirectory, destination, source);
    if (!merged)
        return std::unexpected(merged.error());
    state.mergeable = merged->isClean();
    for (const git::MergeConflict &conflict : merged->conflicts)
        state.conflicts.append(conflict.path);
    return state;
}

} // namespace

Result<MergeState> MergeabilityCache::of(const QString &gitDirectory, const git::Oid &source,
                                         const git::Oid &destination)
{
    const QByteArray key = source.hex() + destination.hex();
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.constFind(key); known != m_known.cend())
            return *known;
    }
    auto state = compute(gitDirectory, source, destination);
    if (state) {
        const std::lock_guard lock(m_mutex);
        if (m_known.size() >= kept)
            m_known.clear();
        m_known.insert(key, *state);
    }
    return state;
}

} // namespace countersign::service
