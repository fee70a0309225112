// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/moves.h"
#include "core/diff/rows.h"
#include "core/diff/text.h"
#include "core/diff/words.h"

#include <QStringEncoder>
#include <QTest>

using namespace countersign::diff;

class TextTest : public QObject
{
    Q_OBJECT

    static QByteArray encoded(const char *encoding, const QString &text, bool bom = false)
    {
        QStringEncoder encoder(encoding,
                               bom ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return encoder.encode(text);
    }

private Q_SLOTS:
    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QString>("second");
        const QString german = QStringLiteral("eins\nzwölf Äpfel für Jörg\n");
        const QString japanese = QStringLiteral("a\n日本語のテキストです。漢字とかな\nb\n");
        const QString russian = QStringLiteral("раз\nдва слова и ещё немного русского текста\n");
        QTest::newRow("UTF-8") << german.toUtf8() << QByteArray("UTF-8")
                               << QStringLiteral("zwölf Äpfel für Jörg");
        QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF") + german.toUtf8()
                                         << QByteArray("UTF-8") << QStringLiteral("zwölf Äpfel für Jörg");
        QTest::newRow("UTF-16LE with mark") << encoded("UTF-16LE", german, true) << QByteArray("UTF-16LE")
                                            << QStringLiteral("zwölf Äpfel für Jörg");
        QTest::newRow("UTF-16BE with mark") << encoded("UTF-16BE", german, true) << QByteArray("UTF-16BE")
                                            << QStringLiteral("zwölf Äpfel für Jörg");
        QTest::newRow("UTF-16LE") << encoded("UTF-16LE", german) << QByteArray("UTF-16LE")
                                  << QStringLiteral("zwölf Äpfel für Jörg");
        QTest::newRow("Latin-1") << german.toLatin1() << QByteArray()
                                 << QStringLiteral("zwölf Äpfel für Jörg");
        QTest::newRow("Shift-JIS") << encoded("Shift_JIS", japanese) << QByteArray("Shift_JIS")
                                   << QStringLiteral("日本語のテキストです。漢字とかな");
        QTest::newRow("KOI8-R") << encoded("KOI8-R", russian) << QByteArray("KOI8-R")
                                << QStringLiteral("два слова и ещё немного русского текста");
    }
    void encodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, encoding);
        const Text text = Text::load(bytes);
        QVERIFY(!text.isBinary());
        if (!encoding.isEmpty())
            QCOMPARE(text.encoding(), encoding);
        QTEST(text.line(1), "second");
        QCOMPARE(text.byteSize(), bytes.size());
        if (!text.hasBom())
            QCOMPARE(text.originalBytes(0, text.lineCount() - 1), bytes);
    }

    void onlyLineFeedsEndLines()
    {
        const Text text = Text::load("a\rb\nc\x0b"
                                     "d\xe2\x80\xa8"
                                     "e\xe2\x80\xa9"
                                     "f\n");
        QCOMPARE(text.lineCount(), 2);
        QCOMPARE(text.line(0), QStringLiteral("a\rb"));
        QCOMPARE(text.line(1), QStringLiteral("c\u000bd\u2028e\u2029f"));
    }

    void lineEnds()
    {
        QCOMPARE(Text::load("a\r\nb\r\n").lineEnds(), LineEnds::CrLf);
        QCOMPARE(Text::load("a\r\nb\n").lineEnds(), LineEnds::Mixed);
        QVERIFY(!Text::load("a\nb").hasFinalNewline());
        QCOMPARE(Text::load("").lineCount(), 0);
        QVERIFY(Text::load(QByteArray("\0\1\2\3PNG", 7)).isBinary());
    }

    void forcedEncoding() { QCOMPARE(Text::load("\xE4\n", "KOI8-R").line(0), QStringLiteral("Д")); }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("forced");
        QTest::addColumn<QList<BadByte>>("bad");
        const QByteArray german = QByteArray("\xC3\xA4").repeated(20);
        QTest::newRow("none") << german + "\n" << QByteArray() << QList<BadByte>();
        QTest::newRow("a stray byte") << german + "\na\xE4z\n"
                                      << QByteArray() << QList<BadByte>{{1, 1, 0xE4}};
        QTest::newRow("cut sequence")
            << german + "\n\xE2\x82" << QByteArray() << QList<BadByte>{{1, 0, 0xE2}, {1, 1, 0x82}};
        QTest::newRow("all Latin-1, read as UTF-8")
            << QByteArray("\xE4\xF6\n") << QByteArray("UTF-8") << QList<BadByte>{{0, 0, 0xE4}, {0, 1, 0xF6}};
        QTest::newRow("half a Japanese character")
            << QByteArray("a\n\x93\xFA\x96\x7B x\x93\n") << QByteArray("Shift_JIS") << QList<BadByte>{};
    }
    void broken()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, forced);
        QFETCH(QList<BadByte>, bad);
        const Text text = Text::load(bytes, forced);
        const QList<BadByte> found = badBytes(text);
        for (const BadByte &byte : found)
            QCOMPARE(text.line(byte.line).at(byte.column), QChar(QChar::ReplacementCharacter));
        if (!bad.isEmpty() || !text.badBytes())
            QCOMPARE(found, bad);
        QCOMPARE(text.originalBytes(0, text.lineCount() - 1), bytes);
    }

    void encodingsOfBothSides_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("beforeEncoding");
        QTest::addColumn<QByteArray>("afterEncoding");
        const QByteArray japanese =
            encoded("Shift_JIS", QStringLiteral("日本語のテストです。これは文章です。\n"));
        QTest::newRow("ASCII and UTF-8")
            << QByteArray("a\n") << QByteArray("\xC3\xA4\n") << QByteArray("UTF-8") << QByteArray("UTF-8");
        QTest::newRow("ASCII becomes Japanese")
            << QByteArray("a\n") << japanese << QByteArray("Shift_JIS") << QByteArray("Shift_JIS");
        QTest::newRow("too short to tell, alone")
            << QByteArray("\x93\xFA\n") << japanese << QByteArray("Shift_JIS") << QByteArray("Shift_JIS");
        QTest::newRow("converted") << japanese << QByteArray("\xE6\x97\xA5\xE6\x9C\xAC\n")
                                   << QByteArray("Shift_JIS") << QByteArray("UTF-8");
        QTest::newRow("UTF-16 and ASCII")
            << encoded("UTF-16LE", QStringLiteral("words\n"), true) << QByteArray("words\n")
            << QByteArray("UTF-16LE") << QByteArray("UTF-8");
        QTest::newRow("no file and Latin-1")
            << QByteArray() << QByteArray("\xE4\xF6\xFC und \xDF\n") << QByteArray() << QByteArray();
    }
    void encodingsOfBothSides()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, beforeEncoding);
        QFETCH(QByteArray, afterEncoding);
        const auto [old, fresh] = Text::loadBoth(before, after);
        if (beforeEncoding.isEmpty()) {
            QCOMPARE(old.encoding(), fresh.encoding());
            return;
        }
        QCOMPARE(old.encoding(), beforeEncoding);
        QCOMPARE(fresh.encoding(), afterEncoding);
    }

    /// Neither of these is text in units of two bytes.
    void wideTextIsNotInvented_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("words with a zero byte") << QByteArray("hello\0world\n!", 13);
        QTest::newRow("numbers") << QByteArray("\x01\0\x02\0\x03\0\x04\0", 8);
        QTest::newRow("zero bytes") << QByteArray(64, '\0');
        QTest::newRow("an ELF header") << QByteArray("\x7f"
                                                     "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
                                                     20);
    }
    void wideTextIsNotInvented()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(Text::load(bytes).isBinary());
    }

    void suspicious()
    {
        const auto found = suspiciousCharacters(Text::load("ok\nif (a\u202E b)\nzero\u200Bwidth\n"));
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].line, 1);
        QCOMPARE(found[1].character, char32_t(0x200B));
    }

    void wordsOfALine_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QList<Span>>("old");
        QTest::addColumn<QList<Span>>("fresh");
        QTest::newRow("one word") << QStringLiteral("int a = 3;") << QStringLiteral("int a = 5;")
                                  << QList<Span>{{8, 1}} << QList<Span>{{8, 1}};
        QTest::newRow("surrogates") << QStringLiteral("say 😀 twice") << QStringLiteral("say 😁 twice")
                                    << QList<Span>{{4, 2}} << QList<Span>{{4, 2}};
        QTest::newRow("combining") << QStringLiteral("cafe\u0301 au lait please")
                                   << QStringLiteral("cafe au lait please") << QList<Span>{{0, 5}}
                                   << QList<Span>{{0, 4}};
        QTest::newRow("space only") << QStringLiteral("a b") << QStringLiteral("a  b") << QList<Span>{{1, 1}}
                                    << QList<Span>{{1, 2}};
        QTest::newRow("close spans join")
            << QStringLiteral("call(a, b, keep_this)") << QStringLiteral("call(c, d, keep_this)")
            << QList<Span>{{5, 4}} << QList<Span>{{5, 4}};
        QTest::newRow("all different")
            << QStringLiteral("alpha") << QStringLiteral("omega") << QList<Span>{} << QList<Span>{};
    }
    void wordsOfALine()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const WordChanges changes = wordChanges(before, after);
        QTEST(changes.before, "old");
        QTEST(changes.after, "fresh");
        QCOMPARE(changes.wholeLine, changes.before.isEmpty() && changes.after.isEmpty());
    }

    void aHugeLineGetsItsMarks()
    {
        QString before(2'000'000, u'x');
        QString after = before;
        after[1'000'000] = u'y';
        const WordChanges changes = wordChanges(before, after);
        QCOMPARE(changes.before, (QList<Span>{{1'000'000, 1}}));
        QCOMPARE(changes.after, (QList<Span>{{1'000'000, 1}}));
    }

    void alikeLinesStandTogether()
    {
        const Text before = Text::load("  return st.code() == Code::Unavailable;\n");
        const Text after = Text::load("  // A write needs a key.\n  if (a.isWrite())\n    return false;\n"
                                      "  return a.status().code() == Code::Unavailable;\n");
        const auto rows = pairRows(before, after, {0, 1, 0, 4});
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[3], (Row{Row::Kind::Changed, 0, 3}));
    }

    void functionsAreNamed()
    {
        const Text cpp =
            Text::load("namespace x {\n\nvoid RetryPolicy::reset() {\n  a = 0;\n\n  b = 1;\n}\n");
        QCOMPARE(enclosingFunction(cpp, 5, "a.cpp"), QStringLiteral("void RetryPolicy::reset()"));
        const Text python =
            Text::load("class A:\n    def go(self) -> int:\n        x = 1\n        return x\n");
        QCOMPARE(enclosingFunction(python, 3, "a.py"), QStringLiteral("def go(self) -> int"));
        const Text script =
            Text::load("export class Drafts {\n  async flush(): Promise<void> {\n    a();\n    b();\n");
        QCOMPARE(enclosingFunction(script, 3, "drafts.ts"), QStringLiteral("async flush(): Promise<void>"));
    }

    void movedBlocksAreFound()
    {
        const Text before = Text::load("first line here\nsecond line here\nthird line here\nrest\n");
        const Text after =
            Text::load("rest\n    first line here\n    second line here\n    third line here\n");
        const auto edits = lineDiff(before, after);
        const auto moves = movedBlocks({{&before, &after, edits}});
        QCOMPARE(moves.size(), 1);
        QCOMPARE(moves[0], (MovedBlock{0, 0, 0, 1, 3}));
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
