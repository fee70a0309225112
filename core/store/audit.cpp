// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/audit.h"

#include "core/store/values.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace countersign::store::audit {

namespace {

// Every part is preceded by its length, so that no two rows have the same input.
QString hashOf(const QString &previous, qint64 seq, qint64 date, const QStringList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &part) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    };
    add(previous);
    add(QString::number(seq));
    add(QString::number(date));
    for (const QString &part : parts)
        add(part);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

Result<void> append(Connection &tx, const Entry &entry)
{
    const auto seq = tx.next(u"audit"_s);
    if (!seq)
        return std::unexpected(seq.error());
    const auto last = tx.first(u"SELECT hash FROM audit WHERE seq = ?"_s, {*seq - 1},
                               [](const Row &row) { return row.text(0); });
    if (!last)
        return std::unexpected(last.error());
    const QString previous = last->value_or(QString());
    const QString detail = QString::fromUtf8(QJsonDocument(entry.detail).toJson(QJsonDocument::Compact));
    const QString hash = hashOf(previous, *seq, entry.date,
                                {entry.actor, entry.operation, entry.repositoryId, entry.outcome, detail});
    return done(tx.run(u"INSERT INTO audit (seq, date, actor, operation, repository_id, outcome, detail,"
                       " previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {*seq, entry.date, entry.actor, entry.operation, entry.repositoryId, entry.outcome,
                        detail, previous, hash}));
}

Result<qint64> firstBroken(Connection &tx)
{
    qint64 broken = 0;
    qint64 expected = 1;
    QString previous;
    auto read =
        tx.each(u"SELECT seq, date, actor, operation, repository_id, outcome, detail, previous_hash,"
                " hash FROM audit ORDER BY seq"_s,
                {}, [&](const Row &row) {
                    const qint64 seq = row.number(0);
                    const QString hash =
                        hashOf(previous, seq, row.number(1),
                               {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)});
                    if (!broken && (seq != expected || row.text(7) != previous || row.text(8) != hash))
                        broken = expected;
                    previous = row.text(8);
                    ++expected;
                });
    if (!read)
        return std::unexpected(read.error());
    return broken;
}

Result<qint64> count(Connection &tx) { return tx.number(u"SELECT count(*) FROM audit"_s); }

} // namespace countersign::store::audit
