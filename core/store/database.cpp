// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/database.h"

#include "core/store/crashpoint.h"
#include "core/store/migrations.h"
#include "core/store/sqlite.h"

#include <QSqlQuery>
#include <QUuid>

#include <map>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace countersign::store {

QString Row::text(int column) const { return m_query.value(column).toString(); }

// PostgreSQL gives bigint as unsigned when it is not negative: read by value, never by type.
qint64 Row::number(int column) const { return m_query.value(column).toLongLong(); }

bool Row::isNull(int column) const { return m_query.value(column).isNull(); }

std::optional<QString> Row::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

struct Connection::Handle
{
    std::thread::id thread = std::this_thread::get_id();
    QString name;
    QSqlDatabase database;
    std::optional<Error> broken;

    ~Handle()
    {
        database.close();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }
    void check() const
    {
        if (thread != std::this_thread::get_id())
            qFatal("a database connection was used outside its thread");
    }
};

Connection::Connection(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{
}

Connection::~Connection() = default;

namespace {

Result<QSqlQuery> execute(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return std::unexpected(sqlite::toError(query.lastError()));
    for (const QVariant &value : values) {
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(nullText ? QVariant(u""_s) : value);
    }
    if (!query.exec())
        return std::unexpected(sqlite::toError(query.lastError()));
    return query;
}

} // namespace

Result<int> Connection::run(const QString &sql, const QVariantList &values)
{
    m_handle->check();
    if (m_handle->broken)
        return std::unexpected(*m_handle->broken);
    auto query = execute(m_handle->database, sql, values);
    if (!query)
        return std::unexpected(query.error());
    return query->numRowsAffected();
}

Result<void> Connection::each(const QString &sql, const QVariantList &values,
                              const std::function<void(const Row &)> &row)
{
    m_handle->check();
    if (m_handle->broken)
        return std::unexpected(*m_handle->broken);
    auto query = execute(m_handle->database, sql, values);
    if (!query)
        return std::unexpected(query.error());
    while (query->next())
        row(Row(*query));
    if (query->lastError().isValid())
        return std::unexpected(sqlite::toError(query->lastError()));
    return {};
}

Result<qint64> Connection::number(const QString &sql, const QVariantList &values)
{
    qint64 value = 0;
    if (auto done = each(sql, values, [&](const Row &row) { value = row.number(0); }); !done)
        return std::unexpected(done.error());
    return value;
}

Result<qint64> Connection::next(const QString &counter)
{
    return number(u"INSERT INTO counters (name, value) VALUES (?, 1)"
                  " ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value"_s,
                  {counter});
}

// Shared with the threads, so that a thread that ends after the database, or before it, finds a sane state.
struct Database::Registry
{
    Options options;
    QString prefix = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::mutex mutex;
    qint64 opened = 0;
    std::map<std::thread::id, std::unique_ptr<Connection>> connections;

    Connection &of(std::thread::id thread)
    {
        const std::lock_guard lock(mutex);
        auto &connection = connections[thread];
        if (!connection) {
            auto handle = std::make_unique<Connection::Handle>();
            handle->name = u"%1-%2"_s.arg(prefix).arg(++opened);
            if (auto database = sqlite::open(handle->name, options))
                handle->database = *database;
            else
                handle->broken = database.error();
            connection.reset(new Connection(std::move(handle)));
        }
        return *connection;
    }
    void forget(std::thread::id thread)
    {
        const std::lock_guard lock(mutex);
        connections.erase(thread);
    }

    // Closes a thread's connections when the thread ends.
    struct ThreadEnd
    {
        std::vector<std::weak_ptr<Registry>> registries;
        ~ThreadEnd()
        {
            for (const auto &weak : registries)
                if (const auto registry = weak.lock())
                    registry->forget(std::this_thread::get_id());
        }
        void remember(const std::shared_ptr<Registry> &registry)
        {
            std::erase_if(registries, [](const auto &weak) { return weak.expired(); });
            for (const auto &weak : registries)
                if (weak.lock() == registry)
                    return;
            registries.push_back(registry);
        }
    };
};

Database::Database(std::shared_ptr<Registry> registry)
    : m_registry(std::move(registry))
{
}

Database::~Database()
{
    const std::lock_guard lock(m_registry->mutex);
    m_registry->connections.clear();
}

Connection &Database::connection()
{
    thread_local Registry::ThreadEnd end;
    end.remember(m_registry);
    return m_registry->of(std::this_thread::get_id());
}

Result<std::unique_ptr<Database>> Database::open(const Options &options)
{
    if (auto allowed = refuseNewer(options); !allowed)
        return std::unexpected(allowed.error());
    auto registry = std::make_shared<Registry>();
    registry->options = options;
    std::unique_ptr<Database> database(new Database(std::move(registry)));
    if (auto done = migrate(*database); !done)
        return std::unexpected(done.error());
    return database;
}

Result<void> Database::begin(Connection &connection)
{
    return connection.run(sqlite::beginWrite()).transform([](int) {});
}

Result<void> Database::beginRead(Connection &connection)
{
    return connection.run(sqlite::beginRead()).transform([](int) {});
}

Result<void> Database::commit(Connection &connection)
{
    crashPoint("sql.commit.before");
    auto done = connection.run(u"COMMIT"_s);
    crashPoint("sql.commit.after");
    if (!done) {
        rollback(connection);
        return std::unexpected(done.error());
    }
    return {};
}

void Database::rollback(Connection &connection) { (void)connection.run(u"ROLLBACK"_s); }

} // namespace countersign::store
