// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_merges.h"
#include "core/git/write.h"
#include "core/service/call.h"

namespace countersign::service {

/// How conflicts of a merge are found and settled; as on the wire, absent members have their defaults.
struct MergePolicy
{
    QString detailLevel;
    QString strategy;
    std::optional<api::ConflictResolution> resolution;
    bool keepEmptyFolders = false;

    static MergePolicy of(const std::optional<QString> &detailLevel, const std::optional<QString> &strategy,
                          const std::optional<api::ConflictResolution> &resolution = std::nullopt,
                          const std::optional<bool> &keepEmptyFolders = std::nullopt);
};

/// A merge of `source` into `destination`, not yet decided.
struct MergeAttempt
{
    git::Oid source;
    git::Oid destination;
    /// Null for unrelated histories.
    git::Oid base;
    bool fastForward = false;
    bool upToDate = false;
    /// The tree with all that merged by itself; null when histories are unrelated.
    git::Oid tree;
    QList<git::MergeConflict> conflicts;
};

/// Runs the engine. FILE_LEVEL adds every file that both sides changed in different ways.
Result<MergeAttempt> attemptMerge(const git::Repository &, const git::Oid &source,
                                  const git::Oid &destination, const MergePolicy &policy);
/// Settles the conflicts; ManualMergeRequired when some remain.
Result<git::Oid> settledTree(const git::Repository &, const MergeAttempt &, const MergePolicy &);
/// Whether settledTree() would succeed, without writing anything.
bool canSettle(const MergeAttempt &, const MergePolicy &);
/// InvalidConflictResolution and its kin.
Result<void> checkPolicy(const MergePolicy &);

/// What a merge commit says and by whom.
struct MergeText
{
    std::optional<QString> authorName;
    std::optional<QString> email;
    std::optional<QString> message;
    QString defaultMessage;
};

struct MergeProduct
{
    git::Oid commit;
    git::Oid tree;
};

/// Makes what the destination is to become by the given option; moves nothing. ManualMergeRequired when the
/// option cannot work or there is nothing to merge.
Result<MergeProduct> makeMerge(const Call &, const store::RepositoryRow &, const git::Repository &,
                               const git::Oid &source, const git::Oid &destination, const QString &option,
                               const MergePolicy &, const MergeText &);

/// A default message for a squash: the title, and the subjects of what is squashed.
QString squashMessage(const git::Repository &, const QString &title, const git::Oid &source,
                      const git::Oid &destination);

} // namespace countersign::service
