// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/outbox.h"

#include "core/store/values.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace countersign::store::outbox {

Result<void> append(Connection &tx, const OutboxRow &r)
{
    const auto seq = tx.next(u"outbox"_s);
    if (!seq)
        return std::unexpected(seq.error());
    const QString payload = QString::fromUtf8(QJsonDocument(r.payload).toJson(QJsonDocument::Compact));
    return done(tx.run(u"INSERT INTO outbox (seq, repository_id, kind, payload, journal_id, date)"
                       " VALUES (?, ?, ?, ?, ?, ?)"_s,
                       {*seq, r.repositoryId, r.kind, payload, value(r.journalId), r.date}));
}

Result<QList<OutboxRow>> waiting(Connection &tx, int limit)
{
    return tx.all(u"SELECT seq, repository_id, kind, payload, journal_id, date FROM outbox"
                  " WHERE delivered IS NULL ORDER BY seq LIMIT ?"_s,
                  {limit}, [](const Row &row) {
                      return OutboxRow{row.number(0),
                                       row.text(1),
                                       row.text(2),
                                       QJsonDocument::fromJson(row.text(3).toUtf8()).object(),
                                       optionalNumber(row, 4),
                                       row.number(5)};
                  });
}

Result<void> markDelivered(Connection &tx, qint64 seq, qint64 now)
{
    return done(tx.run(u"UPDATE outbox SET delivered = ? WHERE seq = ?"_s, {now, seq}));
}

Result<qint64> countOf(Connection &tx, qint64 journalId)
{
    return tx.number(u"SELECT count(*) FROM outbox WHERE journal_id = ?"_s, {journalId});
}

} // namespace countersign::store::outbox
