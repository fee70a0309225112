// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/journal.h"

#include "core/store/values.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace countersign::store::journal {

namespace {

QString text(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Applied:
        return u"APPLIED"_s;
    case Outcome::Aborted:
        return u"ABORTED"_s;
    case Outcome::Superseded:
        return u"SUPERSEDED"_s;
    }
    return {};
}

RefLogRow readLog(const Row &row)
{
    return {row.number(0), row.text(1), row.text(2),   row.text(3),  row.text(4),
            row.text(5),   row.text(6), row.number(7), row.number(8)};
}

const QString logColumns =
    u"seq, repository_id, ref, old_value, new_value, actor, reason, journal_id, date"_s;

} // namespace

Result<qint64> intend(Connection &tx, const JournalRow &r)
{
    const auto id = tx.next(u"journal"_s);
    if (!id)
        return id;
    const QString effect = QString::fromUtf8(QJsonDocument(r.effect).toJson(QJsonDocument::Compact));
    if (auto run = tx.run(u"INSERT INTO journal (id, batch, repository_id, ref, old_value, new_value, actor,"
                          " operation, reason, effect, state, created)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'INTENT', ?)"_s,
                          {*id, r.batch, r.repositoryId, r.ref, r.oldValue, r.newValue, r.actor, r.operation,
                           r.reason, effect, r.created});
        !run)
        return std::unexpected(run.error());
    return id;
}

Result<void> finish(Connection &tx, qint64 id, Outcome outcome, qint64 now)
{
    return done(
        tx.run(u"UPDATE journal SET state = ?, finished = ? WHERE id = ?"_s, {text(outcome), now, id}));
}

Result<QList<JournalRow>> open(Connection &tx, const QString &repositoryId)
{
    const QString where = repositoryId.isEmpty() ? QString() : u" AND repository_id = ?"_s;
    const QVariantList values = repositoryId.isEmpty() ? QVariantList{} : QVariantList{repositoryId};
    return tx.all(u"SELECT id, batch, repository_id, ref, old_value, new_value, actor, operation, reason,"
                  " effect, created FROM journal WHERE state = 'INTENT'"_s +
                      where + u" ORDER BY id"_s,
                  values, [](const Row &row) {
                      return JournalRow{row.number(0), row.text(1),
                                        row.text(2),   row.text(3),
                                        row.text(4),   row.text(5),
                                        row.text(6),   row.text(7),
                                        row.text(8),   QJsonDocument::fromJson(row.text(9).toUtf8()).object(),
                                        row.number(10)};
                  });
}

Result<bool> explains(Connection &tx, const JournalRow &row, const QString &value)
{
    const auto last = tx.first(u"SELECT new_value FROM journal WHERE repository_id = ? AND ref = ? AND id > ?"
                               " AND state = 'APPLIED' ORDER BY id DESC LIMIT 1"_s,
                               {row.repositoryId, row.ref, row.id}, [](const Row &r) { return r.text(0); });
    if (!last)
        return std::unexpected(last.error());
    return *last == value;
}

Result<void> appendRefLog(Connection &tx, const RefLogRow &r)
{
    const auto seq = tx.next(u"ref_log"_s);
    if (!seq)
        return std::unexpected(seq.error());
    return done(tx.run(
        u"INSERT INTO ref_log ("_s + logColumns + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {*seq, r.repositoryId, r.ref, r.oldValue, r.newValue, r.actor, r.reason, r.journalId, r.date}));
}

Result<QList<RefLogRow>> currentRefs(Connection &tx, const QString &repositoryId)
{
    return tx.all(u"SELECT "_s + logColumns +
                      u" FROM ref_log WHERE repository_id = ? AND seq IN"
                      " (SELECT max(seq) FROM ref_log WHERE repository_id = ? GROUP BY ref)"
                      " AND new_value NOT LIKE '0000000000%' ORDER BY ref"_s,
                  {repositoryId, repositoryId}, readLog);
}

Result<QList<RefLogRow>> refLog(Connection &tx, const QString &repositoryId, const QString &ref, int limit)
{
    return tx.all(u"SELECT "_s + logColumns +
                      u" FROM ref_log WHERE repository_id = ? AND ref = ? ORDER BY seq DESC LIMIT ?"_s,
                  {repositoryId, ref, limit}, readLog);
}

} // namespace countersign::store::journal
