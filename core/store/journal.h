// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QJsonObject>

/// The journal of ref changes, and the log of those that happened. Values are ids in hexadecimal, zeros for
/// "no such ref"; for HEAD they are "ref:" and the full name of a branch.
namespace countersign::store {

struct JournalRow
{
    qint64 id = 0;
    /// Rows of one git transaction share it.
    QString batch;
    QString repositoryId;
    QString ref;
    QString oldValue;
    QString newValue;
    QString actor;
    QString operation;
    QString reason;
    /// What the change means beyond the ref, so that a restart can finish it: see core/service/writepath.h.
    QJsonObject effect;
    qint64 created = 0;
};

struct RefLogRow
{
    qint64 seq = 0;
    QString repositoryId;
    QString ref;
    QString oldValue;
    QString newValue;
    QString actor;
    QString reason;
    qint64 journalId = 0;
    qint64 date = 0;
};

namespace journal {

enum class Outcome { Applied, Aborted, Superseded };

/// Writes the row as an intent and returns its id.
Result<qint64> intend(Connection &, const JournalRow &);
Result<void> finish(Connection &, qint64 id, Outcome outcome, qint64 now);
/// Intents of a repository that never finished, oldest first; of all repositories for an empty id.
Result<QList<JournalRow>> open(Connection &, const QString &repositoryId = {});
/// Whether a later row of the same ref was applied and left it at `value`.
Result<bool> explains(Connection &, const JournalRow &row, const QString &value);

Result<void> appendRefLog(Connection &, const RefLogRow &);
/// The last logged value of each ref that exists, by ref.
Result<QList<RefLogRow>> currentRefs(Connection &, const QString &repositoryId);
/// The newest entries of one ref, newest first.
Result<QList<RefLogRow>> refLog(Connection &, const QString &repositoryId, const QString &ref, int limit);

} // namespace journal
} // namespace countersign::store
