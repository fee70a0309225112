// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/patch.h"
#include "tests/support/scratchrepository.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace countersign::diff;
using countersign::test::ScratchRepository;

namespace {

const QByteArray kMark = "\xEF\xBB\xBF";

/// Lines with what breaks patches: CRLF, lone CR, bytes of other encodings, lines that look like a patch's
/// own.
QByteArray randomLine(QRandomGenerator &random, int vocabulary)
{
    static const QByteArray kinds[] = {
        "word ", "\xE4\xF6 latin ", "\x93\xFA\x96\x7B ", "--- a/", "@@ -1 +1 @@ ", "\\ No newline ", "a\rb ",
        "  "};
    return kinds[random.bounded(8)] + QByteArray::number(random.bounded(vocabulary)) +
           (random.bounded(5) ? "\n" : "\r\n");
}

QByteArray joined(const QList<QByteArray> &lines, bool mark, bool finalNewline)
{
    QByteArray file = mark ? kMark : QByteArray();
    for (const QByteArray &line : lines)
        file += line;
    if (!finalNewline && file.endsWith('\n'))
        file.chop(1);
    return file;
}

QByteArray contentOf(const ScratchRepository &repository, const QByteArray &name)
{
    QFile file(repository.path() + QLatin1Char('/') + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file)");
}

} // namespace

class PatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gitAppliesIt_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::addColumn<int>("context");
        QTest::newRow("histogram") << int(Algorithm::Histogram) << 3;
        QTest::newRow("patience, one line of context") << int(Algorithm::Patience) << 1;
        QTest::newRow("myers, much context") << int(Algorithm::Myers) << 10;
    }
    void gitAppliesIt()
    {
        QFETCH(int, algorithm);
        QFETCH(int, context);
        LineDiffOptions options;
        options.algorithm = Algorithm(algorithm);
        QRandomGenerator random(20261125);
        ScratchRepository repository;
        QByteArray patch;
        QList<QByteArray> expected;
        for (int round = 0; round < 400; ++round) {
            const int vocabulary = 2 + random.bounded(40);
            QList<QByteArray> lines;
            for (int i = random.bounded(40); i >= 0; --i)
                lines.append(randomLine(random, vocabulary));
            const QByteArray old = joined(lines, random.bounded(6) == 0, random.bounded(3) != 0);
            for (int i = random.bounded(6); i > 0; --i) {
                const auto at = random.bounded(lines.size());
                if (random.bounded(2) && lines.size() > 1)
                    lines.removeAt(at);
                else
                    lines.insert(at, randomLine(random, vocabulary));
            }
            const QByteArray fresh = joined(lines, random.bounded(6) == 0, random.bounded(3) != 0);
            const QByteArray name = "file " + QByteArray::number(round);
            repository.write(name, old);
            const Text before = Text::load(old);
            const Text after = Text::load(fresh);
            patch += unifiedPatch(before, after, lineDiff(before, after, options), {name, name}, context);
            expected.append(fresh);
        }
        repository.git({QStringLiteral("apply"), QStringLiteral("--whitespace=nowarn")}, patch);
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(contentOf(repository, "file " + QByteArray::number(i)), expected[i]);
    }

    void filesComeAndGo()
    {
        ScratchRepository repository;
        repository.write("old", "a\r\nb");
        const Text none;
        const Text gone = Text::load("a\r\nb");
        const Text fresh = Text::load("x\ny");
        repository.git({QStringLiteral("apply")},
                       unifiedPatch(gone, none, lineDiff(gone, none), {"old", {}}) +
                           unifiedPatch(none, fresh, lineDiff(none, fresh), {{}, "new"}));
        QCOMPARE(contentOf(repository, "old"), QByteArray("(no such file)"));
        QCOMPARE(contentOf(repository, "new"), QByteArray("x\ny"));
    }

    void finalNewlines_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("patch");
        const QByteArray head = "--- a/f\n+++ b/f\n";
        const QByteArray none = "\\ No newline at end of file\n";
        QTest::newRow("added") << QByteArray("a\nb") << QByteArray("a\nb\n")
                               << head + "@@ -1,2 +1,2 @@\n a\n-b\n" + none + "+b\n";
        QTest::newRow("removed") << QByteArray("a\nb\n") << QByteArray("a\nb")
                                 << head + "@@ -1,2 +1,2 @@\n a\n-b\n+b\n" + none;
        QTest::newRow("neither has one")
            << QByteArray("a\nb") << QByteArray("c\nb") << head + "@@ -1,2 +1,2 @@\n-a\n+c\n b\n" + none;
        QTest::newRow("mark added") << QByteArray("b\n") << kMark + "b\n"
                                    << head + "@@ -1 +1 @@\n-b\n+" + kMark + "b\n";
        QTest::newRow("the same") << QByteArray("b\n") << QByteArray("b\n") << QByteArray();
    }
    void finalNewlines()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const Text old = Text::load(before);
        const Text fresh = Text::load(after);
        QTEST(unifiedPatch(old, fresh, lineDiff(old, fresh), {"f", "f"}), "patch");
    }

    void unusualNamesAreQuoted()
    {
        const Text none;
        const Text fresh = Text::load("x\n");
        const QByteArray patch =
            unifiedPatch(none, fresh, lineDiff(none, fresh), {{}, "q\"uote\n\xE6\x97\xA5.txt"});
        QVERIFY2(patch.contains("+++ \"b/q\\\"uote\\012\\346\\227\\245.txt\"\n"), patch.constData());
        ScratchRepository repository;
        repository.git({QStringLiteral("apply")}, patch);
        QVERIFY(QFile::exists(repository.path() + QStringLiteral("/q\"uote\n日.txt")));
    }
};

QTEST_GUILESS_MAIN(PatchTest)
#include "tst_patch.moc"
