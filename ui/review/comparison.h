// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "core/base/result.h"
#include "core/git/oid.h"

#include <QTemporaryDir>

#include <memory>

namespace countersign::reviewui {

/// Two trees to compare, and what stands above them.
struct Comparison
{
    QString gitDirectory;
    /// Where a tree had to be made for the comparison: a repository of its own that borrows the objects, so
    /// that looking never writes to the hub. Gone with the last copy of this value.
    std::shared_ptr<QTemporaryDir> scratch;
    git::Oid before;
    git::Oid after;
    /// Commits that comments on each side are anchored to.
    QString beforeCommit;
    QString afterCommit;
    int from = 0;
    int to = 0;
    /// Files that could not be moved onto the new base without conflict.
    QList<QByteArray> conflicts;
    bool operator==(const Comparison &) const = default;
};

/// Revision `to` against the base (`from` null) or an earlier revision. Where the base moved between the two,
/// the earlier one is first moved onto the new base, so that what came from upstream does not show. Blocking.
Result<Comparison> compareRevisions(const QString &gitDirectory, const api::Revision *from,
                                    const api::Revision &to);

} // namespace countersign::reviewui
