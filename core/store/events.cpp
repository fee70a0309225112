// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/events.h"

#include "core/store/values.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace countersign::store::events {

Result<void> append(Connection &tx, const EventRow &e)
{
    const auto seq = tx.next(u"events"_s);
    if (!seq)
        return std::unexpected(seq.error());
    const QString payload = QString::fromUtf8(QJsonDocument(e.payload).toJson(QJsonDocument::Compact));
    return done(tx.run(u"INSERT INTO events (seq, pull_request_id, date, actor, kind, payload)"
                       " VALUES (?, ?, ?, ?, ?, ?)"_s,
                       {*seq, e.pullRequestId, e.date, e.actor, e.kind, payload}));
}

Result<QList<EventRow>> list(Connection &tx, qint64 pullRequestId, const Filter &filter)
{
    QString sql = u"SELECT seq, pull_request_id, date, actor, kind, payload FROM events"
                  " WHERE pull_request_id = ? AND seq > ?"_s;
    QVariantList values{pullRequestId, filter.after};
    if (!filter.kinds.isEmpty()) {
        sql += u" AND kind IN ("_s + placeholders(filter.kinds.size()) + u")"_s;
        for (const QString &kind : filter.kinds)
            values << kind;
    }
    if (filter.actor) {
        sql += u" AND actor = ?"_s;
        values << *filter.actor;
    }
    values << filter.limit;
    return tx.all(sql + u" ORDER BY seq LIMIT ?"_s, values, [](const Row &row) {
        return EventRow{row.number(0), row.number(1), row.number(2),
                        row.text(3),   row.text(4),   QJsonDocument::fromJson(row.text(5).toUtf8()).object()};
    });
}

} // namespace countersign::store::events
