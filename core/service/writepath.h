// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/write.h"
#include "core/service/hubcontext.h"
#include "core/store/journal.h"
#include "core/store/repositories.h"

#include <QSet>

namespace countersign::service {

/// One ref of a change, and what it means beyond the ref (mergeEffect()).
struct RefChange
{
    QByteArray ref;
    /// Null for "does not exist yet", and for deletion.
    git::Oid from;
    git::Oid to;
    QJsonObject effect = {};
};

/// A change of refs of one repository, all in one git transaction.
struct RefBatch
{
    store::RepositoryRow repository;
    QList<RefChange> changes;
    QString actor;
    QString operation;
    /// For the reflog.
    QString reason;
    qint64 now = 0;
};

/// The one way in which refs change, so that refs (files) and what the database says of them agree after any
/// crash. Steps, all under the repository's lock:
///  1. intend():  INTENT rows of the journal, committed
///  2. git moves the refs, comparing their old values
///  3. settle():  the repository is forced to the disk; one transaction writes the ref log, the effects on
///                pull requests, audit, outbox and APPLIED
/// A push through hooks does step 1 in pre-receive and step 3 when the transaction is committed. What a crash
/// leaves between the steps is judged row by row by reconcile(): the ref is at the new value: settle; at the
/// old one: aborted; elsewhere: superseded when a later row explains it, otherwise the repository takes no
/// writes until a person looks. Owned by the Hub; any thread.
class WritePath
{
public:
    explicit WritePath(HubContext &context);

    /// All three steps. Conflict when a ref was not at its old value: nothing has changed then.
    Result<void> apply(const RepositoryLock &lock, const RefBatch &batch);

    Result<QList<store::JournalRow>> intend(const RefBatch &batch);
    Result<void> settle(const QList<store::JournalRow> &rows, qint64 now);

    /// Judges what is left open in the journal of one repository, removing lock files that the rows name.
    Result<void> reconcile(const RepositoryLock &lock, qint64 now);
    /// Takes over refs that were moved past the hub, such as by a push to its folder, as changes by `actor`.
    Result<void> absorb(const RepositoryLock &lock, const QString &actor, qint64 now);
    /// Makes HEAD name the default branch again.
    Result<void> alignHead(const RepositoryLock &lock);

    /// After start: reconcile, absorb and align every repository; repositories that fail take no writes.
    /// Returns their ids.
    QStringList recover(const QString &actor, qint64 now);

    /// Changes the default branch: the row first, HEAD after.
    Result<void> setDefaultBranch(const RepositoryLock &lock, const store::RepositoryRow &repository,
                                  const QString &branch, const QString &actor, const QString &operation,
                                  qint64 now);

private:
    Result<void> finish(const QList<store::JournalRow> &rows, store::journal::Outcome outcome, qint64 now);
    bool isBroken(const QString &repositoryId);
    void setBroken(const QString &repositoryId, bool broken);

    HubContext &m_context;
    std::mutex m_mutex;
    QSet<QString> m_broken;
};

} // namespace countersign::service
