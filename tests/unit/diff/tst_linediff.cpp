// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/anchors.h"
#include "core/diff/linediff.h"
#include "core/diff/rows.h"

#include <QRandomGenerator>
#include <QTest>

using namespace countersign::diff;

namespace {

QByteArray randomFile(QRandomGenerator &random, int lines, int vocabulary)
{
    QByteArray file;
    for (int i = 0; i < lines; ++i)
        file += QByteArray(static_cast<qsizetype>(random.bounded(3)), ' ') + "line " +
                QByteArray::number(random.bounded(vocabulary)) + (random.bounded(20) ? "\n" : "\r\n");
    if (!file.isEmpty() && random.bounded(4) == 0)
        file.chop(1);
    return file;
}

QByteArray edited(QRandomGenerator &random, const QByteArray &file, int vocabulary)
{
    QList<QByteArray> lines = file.split('\n');
    const int changes = random.bounded(6);
    for (int i = 0; i < changes && !lines.isEmpty(); ++i) {
        const auto at = random.bounded(lines.size());
        switch (random.bounded(4)) {
        case 0:
            lines.removeAt(at);
            break;
        case 1:
            lines.insert(at, "line " + QByteArray::number(random.bounded(vocabulary)));
            break;
        case 2:
            lines[at] += 'x';
            break;
        default:
            lines.move(at, random.bounded(lines.size()));
            break;
        }
    }
    return lines.join('\n');
}

/// Applies the edits to the old text, taking the new lines from the new one.
QByteArray applied(const Text &before, const Text &after, const QList<Edit> &edits)
{
    QByteArray result;
    int oldAt = 0;
    for (const Edit &edit : edits) {
        for (; oldAt < edit.oldStart; ++oldAt)
            result += before.lineWithEnd(oldAt);
        for (int i = 0; i < edit.newCount; ++i)
            result += after.lineWithEnd(edit.newStart + i);
        oldAt += edit.oldCount;
    }
    for (; oldAt < before.lineCount(); ++oldAt)
        result += before.lineWithEnd(oldAt);
    return result;
}

} // namespace

class LineDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsTurnOldIntoNew_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("histogram") << int(Algorithm::Histogram);
        QTest::newRow("patience") << int(Algorithm::Patience);
        QTest::newRow("myers") << int(Algorithm::Myers);
    }
    void editsTurnOldIntoNew()
    {
        QFETCH(int, algorithm);
        QRandomGenerator random(20260101);
        for (int round = 0; round < 1500; ++round) {
            const int vocabulary = 2 + random.bounded(40);
            const QByteArray old = randomFile(random, random.bounded(60), vocabulary);
            const QByteArray fresh = random.bounded(3) ? edited(random, old, vocabulary)
                                                       : randomFile(random, random.bounded(60), vocabulary);
            const Text before = Text::load(old);
            const Text after = Text::load(fresh);
            LineDiffOptions options;
            options.algorithm = Algorithm(algorithm);
            const QList<Edit> edits = lineDiff(before, after, options);
            QCOMPARE(applied(before, after, edits), fresh);
            for (qsizetype i = 1; i < edits.size(); ++i)
                QVERIFY(edits[i].oldStart > edits[i - 1].oldStart + edits[i - 1].oldCount);
        }
    }

    void everyLineIsShownOrFoldedOnce()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 800; ++round) {
            const QByteArray old = randomFile(random, random.bounded(80), 30);
            const Text before = Text::load(old);
            const Text after = Text::load(edited(random, old, 30));
            const Layout shown = layout(before, after, lineDiff(before, after), random.bounded(5));
            int oldAt = 0;
            int newAt = 0;
            const auto skip = [&](const Gap &gap) {
                if (gap.count == 0)
                    return;
                QCOMPARE(gap.oldStart, oldAt);
                QCOMPARE(gap.newStart, newAt);
                QVERIFY(gap.count > 0);
                oldAt += gap.count;
                newAt += gap.count;
            };
            for (const Hunk &hunk : shown.hunks) {
                skip(hunk.gapBefore);
                for (const Row &row : hunk.rows) {
                    if (row.oldLine >= 0)
                        QCOMPARE(row.oldLine, oldAt++);
                    if (row.newLine >= 0)
                        QCOMPARE(row.newLine, newAt++);
                    QVERIFY(row.oldLine >= 0 || row.newLine >= 0);
                    QCOMPARE(row.kind == Row::Kind::Context || row.kind == Row::Kind::Changed,
                             row.oldLine >= 0 && row.newLine >= 0);
                }
            }
            skip(shown.gapAfter);
            QCOMPARE(oldAt, before.lineCount());
            QCOMPARE(newAt, after.lineCount());
        }
    }

    void addedFunctionsAreShownWhole()
    {
        const Text before = Text::load("void a()\n{\n    one();\n}\n\nvoid c()\n{\n    three();\n}\n");
        const Text after = Text::load(
            "void a()\n{\n    one();\n}\n\nvoid b()\n{\n    two();\n}\n\nvoid c()\n{\n    three();\n}\n");
        const QList<Edit> edits = lineDiff(before, after);
        QCOMPARE(edits.size(), 1);
        QCOMPARE(edits[0], (Edit{5, 0, 5, 5}));
    }

    void whitespaceModes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("edits");
        QTest::newRow("at the end, shown")
            << QByteArray("a\n") << QByteArray("a \n") << int(Whitespace::Show) << 1;
        QTest::newRow("at the end") << QByteArray("a\n") << QByteArray("a \n") << int(Whitespace::IgnoreAtEnd)
                                    << 0;
        QTest::newRow("indent") << QByteArray("a\n") << QByteArray("  a\n") << int(Whitespace::IgnoreAtEnd)
                                << 1;
        QTest::newRow("indent, both ends")
            << QByteArray("a\n") << QByteArray("  a \n") << int(Whitespace::IgnoreLeadingAndTrailing) << 0;
        QTest::newRow("amount") << QByteArray("a  b\n") << QByteArray("a b\n")
                                << int(Whitespace::IgnoreAmount) << 0;
        QTest::newRow("amount, none")
            << QByteArray("ab\n") << QByteArray("a b\n") << int(Whitespace::IgnoreAmount) << 1;
        QTest::newRow("all") << QByteArray("ab\n") << QByteArray("a b\n") << int(Whitespace::IgnoreAll) << 0;
        QTest::newRow("line end") << QByteArray("a\r\nb\r\n") << QByteArray("a\nb\n")
                                  << int(Whitespace::IgnoreAtEnd) << 0;
    }
    void whitespaceModes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, mode);
        LineDiffOptions options;
        options.whitespace = Whitespace(mode);
        const auto edits = lineDiff(Text::load(before), Text::load(after), options);
        QTEST(int(edits.size()), "edits");
    }

    void carriageReturnsCanBeIgnored()
    {
        LineDiffOptions options;
        options.ignoreCrAtEol = true;
        QVERIFY(lineDiff(Text::load("a\r\nb\r\n"), Text::load("a\nb\n"), options).isEmpty());
        const auto edits = lineDiff(Text::load("a\r\nb\r\n"), Text::load("a \nb\n"), options);
        QCOMPARE(edits.size(), 1);
        QCOMPARE(edits[0].oldCount, 1);
    }

    void blankLinesCanBeIgnored()
    {
        LineDiffOptions options;
        options.whitespace = Whitespace::IgnoreBlankLines;
        const Text before = Text::load("a\nb\nc\nd\n");
        const Text after = Text::load("a\n\n\t\nb\nc\nd\ne\n");
        const auto edits = lineDiff(before, after, options);
        QCOMPARE(edits.size(), 2);
        QCOMPARE(edits[0], (Edit{1, 0, 1, 2, true}));
        QCOMPARE(edits[1], (Edit{4, 0, 6, 1, false}));
        const Layout shown = layout(before, after, edits, 0);
        QCOMPARE(shown.hunks.size(), 2);
        QCOMPARE(shown.hunks[0].rows[1], (Row{Row::Kind::Context, -1, 1}));
        QCOMPARE(shown.hunks[0].rows[2], (Row{Row::Kind::Context, -1, 2}));
        QVERIFY(lineDiff(Text::load("a\n\nb\n"), Text::load("a\n \nb\n"), options).isEmpty());
    }

    // Every second line differs, which the histogram would split off one by one.
    void manySmallChangesEnd_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("histogram") << int(Algorithm::Histogram);
        QTest::newRow("patience") << int(Algorithm::Patience);
    }
    void manySmallChangesEnd()
    {
        QFETCH(int, algorithm);
        QByteArray old;
        QByteArray fresh;
        for (int i = 0; i < 40'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            old += (i % 2 ? "kept " : "old ") + number + '\n';
            fresh += (i % 2 ? "kept " : "new ") + number + '\n';
        }
        LineDiffOptions options;
        options.algorithm = Algorithm(algorithm);
        QCOMPARE(lineDiff(Text::load(old), Text::load(fresh), options).size(), 20'000);
    }

    // Frequent lines in two orders, where neither rare lines nor short paths help.
    void frequentLinesInAnyOrderEnd_data() { editsTurnOldIntoNew_data(); }
    void frequentLinesInAnyOrderEnd()
    {
        QFETCH(int, algorithm);
        QRandomGenerator random(4);
        QByteArray old;
        QByteArray fresh;
        for (int i = 0; i < 15'000; ++i) {
            old += QByteArray::number(random.bounded(100)) + '\n';
            fresh += QByteArray::number(random.bounded(100)) + '\n';
        }
        LineDiffOptions options;
        options.algorithm = Algorithm(algorithm);
        const Text before = Text::load(old);
        const Text after = Text::load(fresh);
        QCOMPARE(applied(before, after, lineDiff(before, after, options)), fresh);
    }

    void aMillionLinesEnd_data()
    {
        QTest::addColumn<bool>("alike");
        QTest::newRow("all the same line") << true;
        QTest::newRow("nothing in common") << false;
    }
    void aMillionLinesEnd()
    {
        QFETCH(bool, alike);
        QByteArray old;
        QByteArray fresh;
        for (int i = 0; i < 1'000'000; ++i) {
            old += alike ? QByteArray("same\n") : "a" + QByteArray::number(i) + '\n';
            fresh += alike ? QByteArray("same\n") : "b" + QByteArray::number(i) + '\n';
        }
        fresh += "one more\n";
        const auto edits = lineDiff(Text::load(old), Text::load(fresh));
        QCOMPARE(edits.size(), 1);
        QCOMPARE(edits[0].newCount, alike ? 1 : 1'000'001);
    }

    void rangesAreFollowed_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<MappedRange>("expected");
        using Fate = MappedRange::Fate;
        // Old lines 0 to 19: two are added before 2, 5 to 7 are replaced by one, 10 to 11 are removed, one is
        // added before 15.
        QTest::newRow("before everything") << 0 << 1 << MappedRange{0, 1, Fate::Unchanged};
        QTest::newRow("behind an addition") << 2 << 4 << MappedRange{4, 6, Fate::Unchanged};
        QTest::newRow("around an addition") << 1 << 2 << MappedRange{1, 4, Fate::Changed};
        QTest::newRow("begins in what was replaced") << 6 << 8 << MappedRange{8, 8, Fate::Changed};
        QTest::newRow("ends in what was replaced") << 3 << 6 << MappedRange{5, 6, Fate::Changed};
        QTest::newRow("holds what was replaced") << 4 << 8 << MappedRange{6, 8, Fate::Changed};
        QTest::newRow("all replaced") << 5 << 7 << MappedRange{7, 7, Fate::Gone};
        QTest::newRow("all removed") << 10 << 11 << MappedRange{9, 9, Fate::Gone};
        QTest::newRow("around what was removed") << 9 << 12 << MappedRange{9, 10, Fate::Changed};
        QTest::newRow("backwards") << 4 << 2 << MappedRange{4, 6, Fate::Unchanged};
        QTest::newRow("the last line") << 19 << 19 << MappedRange{18, 18, Fate::Unchanged};
    }
    void rangesAreFollowed()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(MappedRange, expected);
        const QList<Edit> edits{{2, 0, 2, 2}, {5, 3, 7, 1}, {10, 2, 10, 0}, {15, 0, 13, 1}};
        const MappedRange got = mapRange(edits, first, last, 19);
        QCOMPARE(got.first, expected.first);
        QCOMPARE(got.last, expected.last);
        QCOMPARE(int(got.fate), int(expected.fate));
    }

    void largeEditsArePairedByLookingAhead()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 400; ++i) {
            const QByteArray call =
                "(account" + QByteArray::number(i) + ", amount" + QByteArray::number(i * 7) + ");\n";
            before += "    deposit" + call;
            if (i % 50 == 10)
                after += "    // entirely different words here\n";
            after += "    credit" + call;
        }
        const Text old = Text::load(before);
        const Text fresh = Text::load(after);
        const QList<Row> rows = pairRows(old, fresh, {0, old.lineCount(), 0, fresh.lineCount()});
        int paired = 0;
        for (const Row &row : rows) {
            if (row.kind != Row::Kind::Changed)
                continue;
            ++paired;
            QCOMPARE(old.line(row.oldLine).section(u'(', 1), fresh.line(row.newLine).section(u'(', 1));
        }
        QCOMPARE(paired, 400);
        QCOMPARE(rows.size(), 408);
    }

    void linesAreFollowed()
    {
        const QList<Edit> edits{{29, 1, 29, 0}, {48, 1, 47, 1}};
        QCOMPARE(mapLine(edits, 10, 100), (MappedLine{10, true}));
        QCOMPARE(mapLine(edits, 40, 100), (MappedLine{39, true}));
        QCOMPARE(mapLine(edits, 29, 100), (MappedLine{28, false}));
        QCOMPARE(mapLine(edits, 48, 100), (MappedLine{47, false}));
        QCOMPARE(mapLine(edits, 60, 100), (MappedLine{59, true}));
    }
};

QTEST_GUILESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
