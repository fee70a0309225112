// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/patch.h"
#include "core/diff/rows.h"
#include "tests/support/scratchrepository.h"

#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QStringEncoder>
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

    /// What the view shows is enough to make the new file: its rows alone give every line in order, and a
    /// patch of the changed rows applies.
    void rowsGiveTheNewFile_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<bool>("mark");
        for (const char *name : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            QTest::newRow(name) << QByteArray(name) << false;
            QTest::addRow("%s with mark", name) << QByteArray(name) << true;
        }
        for (const char *name : {"Shift_JIS", "windows-1252", "KOI8-R", "GB18030", "EUC-KR"})
            QTest::newRow(name) << QByteArray(name) << false;
    }
    void rowsGiveTheNewFile()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(bool, mark);
        const bool wide = encoding.startsWith("UTF-16") || encoding.startsWith("UTF-32");
        static const QHash<QByteArray, QString> words{{"Shift_JIS", QStringLiteral("日本語のテスト")},
                                                      {"GB18030", QStringLiteral("账簿余额")},
                                                      {"EUC-KR", QStringLiteral("장부")},
                                                      {"KOI8-R", QStringLiteral("Счёт закрыт")},
                                                      {"windows-1252", QStringLiteral("Gebühr 3 €")}};
        const QString word = words.value(encoding, QStringLiteral("für 日本 😀 Счёт"));
        QRandomGenerator random(4);
        ScratchRepository repository;
        QByteArray patch;
        QList<QByteArray> expected;
        const auto bytesOf = [&](const QStringList &lines, bool finalNewline) -> QByteArray {
            QString text = lines.join(QString());
            if (!finalNewline && text.endsWith(u'\n'))
                text.chop(1);
            QStringEncoder encoder(encoding.constData(),
                                   mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            const QByteArray bytes = encoder.encode(text);
            return bytes.isEmpty() && mark ? QByteArray() : bytes;
        };
        for (int round = 0; round < 60; ++round) {
            QStringList lines;
            const auto line = [&] {
                return word + QString::number(random.bounded(12)) +
                       (random.bounded(4) ? QStringLiteral("\n") : QStringLiteral("\r\n"));
            };
            for (int i = random.bounded(30); i >= 0; --i)
                lines.append(line());
            const QByteArray old = bytesOf(lines, random.bounded(3) != 0);
            for (int i = random.bounded(8); i > 0; --i) {
                const auto at = random.bounded(lines.size());
                if (random.bounded(2) && lines.size() > 1)
                    lines.removeAt(at);
                else
                    lines.insert(at, line());
            }
            const QByteArray fresh = bytesOf(lines, random.bounded(3) != 0);
            const Text before = Text::load(old, encoding);
            const Text after = Text::load(fresh, encoding);
            QVERIFY(!after.badBytes());
            QCOMPARE(after.hasBom(), mark);

            const Layout shown = layout(before, after, lineDiff(before, after), random.bounded(4));
            QList<Edit> edits;
            QByteArray made =
                mark ? QByteArray(QStringEncoder(encoding.constData(), QStringConverter::Flag::WriteBom)
                                      .encode(QString(u'x')))
                           .chopped(wide ? (encoding.startsWith("UTF-32") ? 4 : 2) : 1)
                     : QByteArray();
            int oldAt = 0;
            int newAt = 0;
            const auto context = [&](const Gap &gap) {
                QCOMPARE(gap.count > 0 ? gap.newStart : newAt, newAt);
                if (gap.count > 0)
                    made += after.originalBytes(newAt, newAt + gap.count - 1);
                oldAt += gap.count;
                newAt += gap.count;
            };
            for (const Hunk &hunk : shown.hunks) {
                context(hunk.gapBefore);
                for (const Row &row : hunk.rows) {
                    if (row.kind != Row::Kind::Context) {
                        if (edits.isEmpty() || edits.last().oldStart + edits.last().oldCount != oldAt ||
                            edits.last().newStart + edits.last().newCount != newAt)
                            edits.append({oldAt, 0, newAt, 0});
                        edits.last().oldCount += row.oldLine >= 0;
                        edits.last().newCount += row.newLine >= 0;
                    }
                    if (row.oldLine >= 0)
                        QCOMPARE(row.oldLine, oldAt++);
                    if (row.newLine >= 0) {
                        QCOMPARE(row.newLine, newAt);
                        made += after.originalBytes(newAt, newAt);
                        ++newAt;
                    }
                }
            }
            context(shown.gapAfter);
            QCOMPARE(oldAt, before.lineCount());
            QCOMPARE(made, fresh);
            if (wide)
                continue;
            const QByteArray name = "file " + QByteArray::number(round);
            repository.write(name, old);
            patch += unifiedPatch(before, after, edits, {name, name});
            expected.append(fresh);
        }
        if (wide)
            return;
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
