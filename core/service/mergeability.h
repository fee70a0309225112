// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/git/oid.h"

#include <QHash>
#include <QList>
#include <QString>

#include <mutex>
#include <optional>

namespace countersign::service {

/// How two commits stand to each other for a merge of `source` into `destination`.
struct MergeState
{
    /// Null for unrelated histories.
    git::Oid base;
    /// The destination is an ancestor of the source.
    bool fastForward = false;
    /// The source is an ancestor of the destination: nothing to merge.
    bool upToDate = false;
    /// False for unrelated histories and when `conflicts` names files.
    bool mergeable = false;
    QList<QByteArray> conflicts;
    /// Commits that the source, or the destination, has and the other lacks.
    int ahead = 0;
    int behind = 0;
};

/// Answers by commit ids, so that they never grow stale; computed with the engine that merges. Any thread.
class MergeabilityCache
{
public:
    Result<MergeState> of(const QString &gitDirectory, const git::Oid &source, const git::Oid &destination);

private:
    std::mutex m_mutex;
    QHash<QByteArray, MergeState> m_known;
};

} // namespace countersign::service
