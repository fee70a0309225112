// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/sqlite.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::store::sqlite {

Result<QSqlDatabase> open(const QString &connectionName, const Database::Options &options)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName);
    database.setDatabaseName(options.file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyTimeout));
    if (!database.open())
        return std::unexpected(toError(database.lastError()));
    const QStringList settings{
        u"PRAGMA journal_mode=WAL"_s,
        options.durable ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=OFF"_s,
        u"PRAGMA foreign_keys=ON"_s,
        u"PRAGMA trusted_schema=OFF"_s,
    };
    for (const QString &setting : settings) {
        QSqlQuery query(database);
        if (!query.exec(setting))
            return std::unexpected(toError(query.lastError()));
    }
    return database;
}

QString beginWrite() { return u"BEGIN IMMEDIATE"_s; }

QString beginRead() { return u"BEGIN DEFERRED"_s; }

Result<qint64> appliedVersion(const Database::Options &options)
{
    if (!QFileInfo::exists(options.file))
        return 0;
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<qint64> answer = 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(options.file);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyTimeout));
        QSqlQuery query(database);
        if (!database.open())
            answer = std::unexpected(toError(database.lastError()));
        else if (query = QSqlQuery(database);
                 !query.exec(u"SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'"_s))
            answer = std::unexpected(toError(query.lastError()));
        else if (query.next() && query.value(0).toInt() == 1 &&
                 query.exec(u"SELECT coalesce(max(version), 0) FROM schema_version"_s) && query.next())
            answer = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

Error toError(const QSqlError &error)
{
    // Extended result codes: the low byte is the family.
    const int code = error.nativeErrorCode().toInt();
    switch (code) {
    case 2067: // unique
    case 1555: // primary key
        return {ErrorKind::AlreadyExists, {}, u"A record with this key exists already."_s, error.text()};
    default:
        break;
    }
    switch (code & 0xff) {
    case 5: // busy
    case 6: // locked
        return {ErrorKind::Conflict, {}, u"The hub's database is in use by another program."_s, error.text()};
    case 11: // corrupt
    case 26: // not a database
        return {ErrorKind::Corrupt, {}, u"The hub's database is damaged."_s, error.text()};
    case 8:  // read-only
    case 14: // cannot open
        return {ErrorKind::PermissionDenied, {}, u"The hub's database could not be opened."_s, error.text()};
    case 13: // full
        return {ErrorKind::LimitExceeded, {}, u"The disk that holds the hub is full."_s, error.text()};
    default:
        return {ErrorKind::Internal, {}, u"The hub's database reported an error."_s, error.text()};
    }
}

} // namespace countersign::store::sqlite
