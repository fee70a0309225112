// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

class QSqlQuery;

namespace countersign::store {

/// One row of an answer, read by column number.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }
    QString text(int column) const;
    qint64 number(int column) const;
    bool flag(int column) const { return number(column) != 0; }
    bool isNull(int column) const;
    std::optional<QString> optionalText(int column) const;

private:
    const QSqlQuery &m_query;
};

/// A connection to the hub's database. Belongs to the thread that asked the Database for it; use from any
/// other thread ends the program, because Qt's drivers would let it pass silently. SQL uses `?` for values,
/// and only what SQLite and PostgreSQL both understand; an invalid QVariant is NULL, a null QString is ''.
class Connection
{
public:
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs a statement; the number of rows that it changed.
    Result<int> run(const QString &sql, const QVariantList &values = {});
    /// Calls `row` for each row of the answer.
    Result<void> each(const QString &sql, const QVariantList &values,
                      const std::function<void(const Row &)> &row);

    /// All rows, made into values by `map`.
    template <class F>
    auto all(const QString &sql, const QVariantList &values, F map)
        -> Result<QList<std::invoke_result_t<F, const Row &>>>
    {
        QList<std::invoke_result_t<F, const Row &>> list;
        if (auto done = each(sql, values, [&](const Row &row) { list.append(map(row)); }); !done)
            return std::unexpected(done.error());
        return list;
    }

    /// The first row; nullopt when there is none.
    template <class F>
    auto first(const QString &sql, const QVariantList &values, F map)
        -> Result<std::optional<std::invoke_result_t<F, const Row &>>>
    {
        std::optional<std::invoke_result_t<F, const Row &>> value;
        if (auto done = each(sql, values,
                             [&](const Row &row) {
                                 if (!value)
                                     value = map(row);
                             });
            !done)
            return std::unexpected(done.error());
        return value;
    }

    /// A single number, such as a count; 0 when there is no row.
    Result<qint64> number(const QString &sql, const QVariantList &values = {});
    /// The next value of a named counter, from 1, without gaps among committed transactions. Only inside
    /// Database::write().
    Result<qint64> next(const QString &counter);

private:
    friend class Database;
    struct Handle;
    explicit Connection(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

/// The hub's database: one file, a connection for each thread, one writer at a time. Any thread; owned by the
/// hub. Opening brings the schema up to date; a database that a newer program made is refused and not
/// touched. SQLite today: what is particular to it stands in sqlite.cpp.
class Database
{
public:
    struct Options
    {
        QString file;
        /// False only for tests and throw-away hubs: writes are then not forced to the disk.
        bool durable = true;
        /// How long a statement waits for a lock of another process, in milliseconds.
        int busyTimeout = 5000;
    };
    static Result<std::unique_ptr<Database>> open(const Options &options);
    /// Closes every thread's connection; no other thread may be using one.
    ~Database();

    /// The calling thread's connection, opened at first use and closed when the thread ends. When it cannot
    /// be opened, every statement on it fails with the reason.
    Connection &connection();

    /// Runs `work(Connection &)`, which returns a Result, in a transaction: committed when it succeeds,
    /// rolled back when it fails. Waits for other writers of this process. Not to be nested, and no git
    /// program or network call inside.
    template <class F>
    auto write(F work) -> std::invoke_result_t<F, Connection &>
    {
        const std::lock_guard lock(m_writer);
        Connection &tx = connection();
        if (auto begun = begin(tx); !begun)
            return std::unexpected(begun.error());
        auto answer = work(tx);
        if (!answer) {
            rollback(tx);
            return answer;
        }
        if (auto done = commit(tx); !done)
            return std::unexpected(done.error());
        return answer;
    }

    /// Runs `work(Connection &)` on one consistent state of the database.
    template <class F>
    auto read(F work) -> std::invoke_result_t<F, Connection &>
    {
        Connection &tx = connection();
        if (auto begun = beginRead(tx); !begun)
            return std::unexpected(begun.error());
        auto answer = work(tx);
        rollback(tx);
        return answer;
    }

private:
    struct Registry;
    explicit Database(std::shared_ptr<Registry> registry);
    static Result<void> begin(Connection &);
    static Result<void> beginRead(Connection &);
    static Result<void> commit(Connection &);
    static void rollback(Connection &);

    std::mutex m_writer;
    std::shared_ptr<Registry> m_registry;
};

} // namespace countersign::store
