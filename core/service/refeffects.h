// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "core/store/journal.h"
#include "core/store/pullrequests.h"
#include "core/store/revisions.h"

namespace countersign::service {

/// What changes of refs do to one open pull request.
struct PullRequestEffect
{
    enum class Kind { NewRevision, Closed, Merged };
    Kind kind = Kind::NewRevision;
    store::PullRequestRow pullRequest;
    QString actor;
    QString operation;
    /// For NewRevision, and the source before.
    store::RevisionRow revision;
    QString sourceBefore;
    /// For Merged.
    QString mergeCommit;
    QString mergeOption;
};

/// Journal effect of a merge: names the pull request and the strategy, so that recovery finishes it.
QJsonObject mergeEffect(qint64 pullRequestId, const QString &mergeOption);

/// Finds the effects of refs that have moved. Reads Git and the database, outside of any transaction; the
/// caller holds the repository's lock, so that they still hold when applyEffects() runs.
///  - a deleted source or destination closes;
///  - a merge closes as merged, and so does a destination that came to contain the source;
///  - a moved source makes a new revision, without approvals.
Result<QList<PullRequestEffect>> effectsOf(store::Connection &, const git::Repository &,
                                           const QList<store::JournalRow> &changes, qint64 now);
/// Writes them with their events.
Result<void> applyEffects(store::Connection &tx, const QString &repositoryName,
                          const QList<PullRequestEffect> &effects, qint64 now);

/// The revision of a pull request for the given commits.
Result<store::RevisionRow> makeRevision(const git::Repository &, qint64 pullRequestId, qint64 number,
                                        const git::Oid &source, const git::Oid &destination,
                                        const QString &destinationRef, const QString &actor, qint64 now);

/// Its id, from everything that identifies it.
QString revisionIdOf(const store::RevisionRow &, const QString &destinationRef);

/// Zeros of a hash's length: "no such ref".
bool isZero(const QString &value);
QString zero(int idSize);

} // namespace countersign::service
