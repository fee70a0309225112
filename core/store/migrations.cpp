// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/migrations.h"

#include "core/store/schema.h"
#include "core/store/sqlite.h"

using namespace Qt::StringLiterals;

namespace countersign::store {

namespace {

// One list of statements for each version, from 1. A published migration never changes.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> list{schema::first()};
    return list;
}

std::unexpected<Error> newer(qint64 version)
{
    return failure(ErrorKind::Unsupported,
                   u"This hub was made by a newer version of Countersign. Update this program to open it."_s,
                   u"schema %1, known %2"_s.arg(version).arg(schemaVersion()));
}

} // namespace

int schemaVersion() { return int(migrations().size()); }

Result<void> refuseNewer(const Database::Options &options)
{
    const auto applied = sqlite::appliedVersion(options);
    if (!applied)
        return std::unexpected(applied.error());
    if (*applied > schemaVersion())
        return newer(*applied);
    return {};
}

Result<void> migrate(Database &database)
{
    auto prepared = database.write([](Connection &tx) {
        return tx.run(u"CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)"_s);
    });
    if (!prepared)
        return std::unexpected(prepared.error());
    const auto current =
        database.connection().number(u"SELECT coalesce(max(version), 0) FROM schema_version"_s);
    if (!current)
        return std::unexpected(current.error());
    for (qint64 version = *current + 1; version <= schemaVersion(); ++version) {
        auto done = database.write([version](Connection &tx) -> Result<void> {
            for (const QString &statement : migrations().at(version - 1))
                if (auto run = tx.run(statement); !run)
                    return std::unexpected(run.error());
            return tx.run(u"INSERT INTO schema_version (version) VALUES (?)"_s, {version}).transform([](int) {
            });
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace countersign::store
