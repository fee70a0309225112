// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "core/base/result.h"
#include "core/git/values.h"

#include <QList>

#include <stop_token>

namespace countersign::reviewui {

/// Where a comment was written: what has to be found again in another comparison.
struct Anchor
{
    QString path;
    /// On the old side of its comparison.
    bool isBefore = false;
    /// From 1; 0 for the whole file.
    int line = 0;
    /// The commit that the line was read in.
    QString commitId;

    bool operator==(const Anchor &) const = default;
};
std::optional<Anchor> anchorOf(const std::optional<api::Location> &location, const QString &beforeCommitId,
                               const QString &afterCommitId);

/// Where it stands in the comparison that is shown.
struct Placement
{
    /// Exact: the line is there. Outdated: the line is gone, `line` is the nearest that survives. FileGone:
    /// the file is not there either; the thread stands only in the overview.
    enum class Kind { Exact, Outdated, FileGone };
    Kind kind = Kind::Exact;
    QByteArray path;
    bool isBefore = false;
    int line = 0;

    bool operator==(const Placement &) const = default;
};

/// Finds each anchor again between the trees that are shown (commits or trees). Follows the content of the
/// file, not the history, so that a rebase without a change moves nothing; follows a rename too. Blocking.
/// Comments whose commit is gone come back as Outdated at their old line if the file is there.
Result<QList<Placement>> placeAnchors(const QString &gitDirectory, const QList<Anchor> &anchors,
                                      const git::Oid &before, const git::Oid &after,
                                      std::stop_token stop = {});

} // namespace countersign::reviewui
