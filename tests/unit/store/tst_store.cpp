// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/audit.h"
#include "core/store/database.h"
#include "core/store/hubfolder.h"
#include "core/store/idempotency.h"
#include "core/store/journal.h"
#include "core/store/people.h"
#include "core/store/pullrequests.h"
#include "core/store/repositories.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace countersign;
using namespace countersign::store;
using namespace Qt::StringLiterals;

class TestStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    std::unique_ptr<Database> open(const QString &file)
    {
        auto database = Database::open({file, false, 2000});
        if (!database)
            qFatal("%s %s", qPrintable(database.error().message), qPrintable(database.error().detail));
        return std::move(*database);
    }
    QString fresh() { return m_folder.filePath(u"%1.db"_s.arg(++m_count)); }

private Q_SLOTS:
    void keepsWhatIsCommittedOnly()
    {
        const QString file = fresh();
        {
            const auto db = open(file);
            auto kept = db->write([](Connection &tx) {
                return people::insert(tx, {u"arn:a"_s, u"a"_s, u"A"_s, u"a@harbour.example"_s, true, 1});
            });
            QVERIFY(kept);
            auto dropped = db->write([](Connection &tx) -> Result<void> {
                if (auto done = people::insert(tx, {u"arn:b"_s, u"b"_s, u"B"_s, QString(), true, 1}); !done)
                    return done;
                return failure(ErrorKind::Conflict, u"no"_s);
            });
            QVERIFY(!dropped);
        }
        const auto db = open(file);
        QCOMPARE(people::all(db->connection())->size(), 1);
    }

    void errorsHaveTheRightKind()
    {
        const auto db = open(fresh());
        const PersonRow person{u"arn:a"_s, u"a"_s, u"A"_s, QString(), true, 1};
        const auto insert = [&] {
            return db->write([&](Connection &tx) { return people::insert(tx, person); });
        };
        QVERIFY(insert());
        QCOMPARE(insert().error().kind, ErrorKind::AlreadyExists);
        const auto broken =
            db->write([](Connection &tx) { return tx.run(u"INSERT INTO nowhere VALUES (1)"_s); });
        QCOMPARE(broken.error().kind, ErrorKind::Internal);
        const auto orphan =
            db->write([](Connection &tx) { return repositories::setTag(tx, u"nowhere"_s, u"k"_s, u"v"_s); });
        QVERIFY2(!orphan, "foreign keys are off");
    }

    void keepsTextExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("null") << QString();
        QTest::newRow("quotes") << u"'\"; DROP TABLE people; --"_s;
        QTest::newRow("unicode") << u"Tomás \U0001F30A 港"_s;
        QTest::newRow("long") << QString(100'000, u'x');
    }
    void keepsTextExactly()
    {
        QFETCH(QString, text);
        const auto db = open(fresh());
        QVERIFY(db->write([&](Connection &tx) {
            return people::insert(tx, {u"arn:a"_s, u"a"_s, text, text, true, 9'007'199'254'740'993});
        }));
        const auto person = *people::byArn(db->connection(), u"arn:a"_s);
        QCOMPARE(person->displayName, text.isNull() ? u""_s : text);
        QCOMPARE(person->created, 9'007'199'254'740'993);
    }

    void countersHaveNoGaps()
    {
        const auto db = open(fresh());
        const auto next = [&](bool keep) {
            qint64 value = 0;
            (void)db->write([&](Connection &tx) -> Result<void> {
                value = *tx.next(u"things"_s);
                return keep ? Result<void>() : failure(ErrorKind::Conflict, u"no"_s);
            });
            return value;
        };
        QCOMPARE(next(true), 1);
        QCOMPARE(next(false), 2);
        QCOMPARE(next(true), 2);
        QCOMPARE(next(true), 3);
    }

    void writersOfManyThreadsTakeTurns()
    {
        const auto db = open(fresh());
        std::atomic<int> failed = 0;
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 8; ++thread)
                threads.emplace_back([&] {
                    for (int i = 0; i < 50; ++i)
                        if (!db->write([](Connection &tx) { return tx.next(u"turns"_s); }))
                            ++failed;
                });
        }
        QCOMPARE(failed.load(), 0);
        QCOMPARE(*db->connection().number(u"SELECT value FROM counters WHERE name = 'turns'"_s), 400);
    }

    void readersSeeOneState()
    {
        const auto db = open(fresh());
        const auto count = [](Connection &c) { return *c.number(u"SELECT count(*) FROM people"_s); };
        auto seen = db->read([&](Connection &c) -> Result<bool> {
            const qint64 before = count(c);
            std::jthread([&] {
                (void)db->write([](Connection &tx) {
                    return people::insert(tx, {u"arn:a"_s, u"a"_s, u"A"_s, QString(), true, 1});
                });
            }).join();
            return before == count(c);
        });
        QVERIFY(*seen);
        QCOMPARE(count(db->connection()), 1);
    }

    void refusesANewerSchemaUntouched()
    {
        const QString file = fresh();
        {
            const auto db = open(file);
            QVERIFY(db->write([](Connection &tx) {
                return tx.run(u"INSERT INTO schema_version (version) VALUES (99)"_s);
            }));
        }
        const auto bytes = [&file] {
            QFile f(file);
            return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        const auto refused = Database::open({file, false, 2000});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QCOMPARE(bytes(), before);
    }

    void refusesWhatIsNoDatabase()
    {
        const QString file = fresh();
        QFile f(file);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write(QByteArray(8192, 'x'));
        f.close();
        const auto refused = Database::open({file, false, 2000});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
    }

    void auditShowsTampering_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<qint64>("broken");
        QTest::newRow("none") << u"SELECT 1"_s << 0LL;
        QTest::newRow("changed") << u"UPDATE audit SET actor = 'mallory' WHERE seq = 2"_s << 2LL;
        QTest::newRow("removed") << u"DELETE FROM audit WHERE seq = 2"_s << 2LL;
        QTest::newRow("moved") << u"UPDATE audit SET date = 0 WHERE seq = 3"_s << 3LL;
    }
    void auditShowsTampering()
    {
        QFETCH(QString, change);
        QFETCH(qint64, broken);
        const auto db = open(fresh());
        for (int i = 1; i <= 3; ++i)
            QVERIFY(db->write([i](Connection &tx) {
                return audit::append(tx, {i, u"ada"_s, u"CreateBranch"_s, u"r"_s, u"ok"_s, {{u"n"_s, i}}});
            }));
        QVERIFY(db->write([&](Connection &tx) { return tx.run(change); }));
        QCOMPARE(*audit::firstBroken(db->connection()), broken);
    }

    void journalExplainsLaterChanges()
    {
        const auto db = open(fresh());
        const auto add = [&](const QString &from, const QString &to,
                             std::optional<journal::Outcome> outcome) {
            JournalRow row;
            row.repositoryId = u"r"_s;
            row.ref = u"refs/heads/main"_s;
            row.oldValue = from;
            row.newValue = to;
            (void)db->write([&](Connection &tx) -> Result<void> {
                row.id = *journal::intend(tx, row);
                return outcome ? journal::finish(tx, row.id, *outcome, 1) : Result<void>();
            });
            return row;
        };
        const JournalRow lost = add(u"a"_s, u"b"_s, std::nullopt);
        add(u"a"_s, u"c"_s, journal::Outcome::Applied);
        add(u"c"_s, u"d"_s, journal::Outcome::Aborted);
        QCOMPARE(journal::open(db->connection(), u"r"_s)->size(), 1);
        QVERIFY(*journal::explains(db->connection(), lost, u"c"_s));
        QVERIFY(!*journal::explains(db->connection(), lost, u"d"_s));
    }

    void folderHasOneOwnerAndMovesWhole()
    {
        const QString path = m_folder.filePath(u"hub"_s);
        auto folder = *HubFolder::open(path);
        QCOMPARE(HubFolder::open(path).error().kind, ErrorKind::Conflict);
        const QString id = u"0123abcd-0000-0000-0000-000000000000"_s;
        QVERIFY(QDir().mkpath(folder->incoming(id)));
        QVERIFY(folder->adopt(id));
        QVERIFY(folder->repository(id).endsWith(u"/repos/01/23/"_s + id + u".git"_s));
        QCOMPARE(folder->repositoryIds(), QStringList{id});
        QVERIFY(folder->discard(id));
        QCOMPARE(folder->trashIds(), QStringList{id});
        QVERIFY(folder->restore(id));
        QVERIFY(folder->discard(id));
        QVERIFY(folder->purge(id));
        QVERIFY(folder->trashIds().isEmpty());
        QCOMPARE(folder->restore(id).error().kind, ErrorKind::NotFound);
        folder.reset();
        QVERIFY(HubFolder::open(path));
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
