// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/sample/story.h"

#include <QDir>
#include <QTest>

using namespace countersign;
using namespace countersign::sample;

class StoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAStoryIntoSteps()
    {
        const auto steps =
            parseStory("%%% person ada ada@harbour.example Ada Marchetti\n%%% file a.txt\none\n@two\n");
        QVERIFY(steps);
        QCOMPARE(steps->size(), 2);
        QCOMPARE(steps->at(0).verb, QStringLiteral("person"));
        QCOMPARE(steps->at(0).rest(2), QStringLiteral("Ada Marchetti"));
        QCOMPARE(steps->at(1).line, 2);
        QCOMPARE(steps->at(1).body, QByteArray("one\n@two\n"));
    }

    void refusesTextBeforeTheFirstStep() { QVERIFY(!parseStory("hello\n")); }

    void readsAges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minutes");
        QTest::newRow("days and hours") << QStringLiteral("-2d3h") << qint64(2 * 24 * 60 + 180);
        QTest::newRow("minutes") << QStringLiteral("-52m") << qint64(52);
        QTest::newRow("no sign") << QStringLiteral("2d") << qint64(-1);
        QTest::newRow("nothing") << QStringLiteral("-") << qint64(-1);
    }
    void readsAges()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minutes);
        const auto age = parseAge(text);
        QCOMPARE(age ? *age / 60000 : -1, minutes);
    }

    void replacesExactlyOneOccurrence()
    {
        QCOMPARE(replaceOnce("a b c", "b", "x").value(), QByteArray("a x c"));
        QVERIFY(!replaceOnce("a b b", "b", "x"));
        QVERIFY(!replaceOnce("a", "b", "x"));
    }

    void findsLines()
    {
        QCOMPARE(lineOf("one\ntwo\nthree\n", "hre").value(), qint64(3));
        QVERIFY(!lineOf("one\n", "two"));
    }

    void ourOwnStoriesCanBeCut()
    {
        const QDir folder(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/app/sample/content"));
        const QStringList files = folder.entryList({QStringLiteral("*.story")});
        QCOMPARE(files.size(), 4);
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(parseStory(file.readAll()), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(StoryTest)
#include "tst_story.moc"
