// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/moves.h"
#include "core/diff/rows.h"
#include "core/diff/words.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace countersign::diff;

namespace {

struct Case
{
    QString name;
    QByteArray before;
    QByteArray after;
    LineDiffOptions options;
    int context = 3;
};

/// Bytes from words: \n, \r, \t, \xHH and \\ as in C, everything else as it stands.
QByteArray unescaped(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char kind = text[++i];
        if (kind == 'x') {
            out += static_cast<char>(text.mid(i + 1, 2).toInt(nullptr, 16));
            i += 2;
        } else {
            out += kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind == 't' ? '\t' : kind;
        }
    }
    return out;
}

/// The opposite, so that a golden file shows every byte that an editor would hide.
QByteArray escaped(const QByteArray &bytes)
{
    QByteArray out;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t u = text[i].unicode();
        if (u == u'\r')
            out += "\\r";
        else if (u == u'\t')
            out += "\\t";
        else if (u < 0x20 || (u >= 0x7F && u < 0xA0) || (u >= 0x200B && u <= 0x200F) ||
                 (u >= 0x2028 && u <= 0x202E) || (u >= 0x2060 && u <= 0x206F) || u == 0xFEFF || u == 0xFFFD)
            out += "\\u" + QByteArray::number(u, 16).toUpper().rightJustified(4, '0');
        else if (text[i].isHighSurrogate() && i + 1 < text.size())
            out += text.mid(i++, 2).toUtf8();
        else
            out += QString(text[i]).toUtf8();
    }
    return out;
}

QByteArray number(int line) { return line < 0 ? QByteArray("-") : QByteArray::number(line + 1); }

QByteArray marked(const QString &line, const QList<Span> &spans)
{
    QByteArray out;
    int at = 0;
    for (const Span &span : spans) {
        out += escaped(line.mid(at, span.start - at).toUtf8()) + "[" +
               escaped(line.mid(span.start, span.length).toUtf8()) + "]";
        at = span.start + span.length;
    }
    return out + escaped(line.mid(at).toUtf8());
}

QByteArray endOf(const Text &text, int line)
{
    if (line == text.lineCount() - 1 && !text.hasFinalNewline())
        return " (no line feed)";
    return text.endsInCr(line) ? " (CRLF)" : QByteArray();
}

QByteArray described(const Row &row, const Text &before, const Text &after)
{
    static const char *const kinds[] = {"  ", "+ ", "- ", "~ "};
    const QByteArray head =
        kinds[static_cast<int>(row.kind)] + number(row.oldLine) + ' ' + number(row.newLine) + " | ";
    const QString old = row.oldLine >= 0 ? before.line(row.oldLine) : QString();
    const QString fresh = row.newLine >= 0 ? after.line(row.newLine) : QString();
    if (row.kind != Row::Kind::Changed) {
        const bool isOld = row.oldLine >= 0;
        return head + escaped((isOld ? old : fresh).toUtf8()) +
               (isOld ? endOf(before, row.oldLine) : endOf(after, row.newLine)) + '\n';
    }
    const WordChanges words = wordChanges(old, fresh);
    const QByteArray whole = words.wholeLine ? " (whole line)" : "";
    return head + marked(old, words.before) + endOf(before, row.oldLine) + whole + '\n' +
           QByteArray(head.size() - 2, ' ') + "> " + marked(fresh, words.after) + endOf(after, row.newLine) +
           '\n';
}

QByteArray folded(const Gap &gap)
{
    if (gap.count == 0)
        return {};
    return "... " + QByteArray::number(gap.count) + " lines from " + number(gap.oldStart) + ' ' +
           number(gap.newStart) + '\n';
}

QByteArray facts(const char *side, const Text &text)
{
    static const char *const ends[] = {"no line end", "LF", "CRLF", "mixed line ends"};
    return side + text.encoding() + (text.hasBom() ? " with mark" : "") + ", " +
           ends[static_cast<int>(text.lineEnds())] + ", " + QByteArray::number(text.lineCount()) + " lines" +
           (text.lineCount() > 0 && !text.hasFinalNewline() ? ", no final line feed" : "") +
           (text.badBytes() ? ", broken bytes" : "") + (text.isBinary() ? ", binary" : "") + '\n';
}

QByteArray result(const Case &given)
{
    const auto [before, after] = Text::loadBoth(given.before, given.after);
    QByteArray out = facts("before: ", before) + facts("after:  ", after);
    for (const auto &[text, side] : {std::pair{&before, "before"}, {&after, "after"}}) {
        for (const BadByte &bad : badBytes(*text, 5))
            out += "broken byte " + QByteArray::number(bad.byte, 16) + ' ' + side + ' ' + number(bad.line) +
                   ':' + number(bad.column) + '\n';
        for (const SuspiciousCharacter &found : suspiciousCharacters(*text, 20))
            out += "hidden U+" + QByteArray::number(found.character, 16).toUpper().rightJustified(4, '0') +
                   ' ' + side + ' ' + number(found.line) + ':' + number(found.column) + '\n';
    }
    const QList<Edit> edits = lineDiff(before, after, given.options);
    const Layout rows = layout(before, after, edits, given.context);
    for (const Hunk &hunk : rows.hunks) {
        out += folded(hunk.gapBefore);
        for (const Row &row : hunk.rows)
            out += described(row, before, after);
    }
    out += folded(rows.gapAfter);
    for (const MovedBlock &block : movedBlocks({{&before, &after, edits}}))
        out += "moved " + number(block.oldLine) + " to " + number(block.newLine) + ", " +
               QByteArray::number(block.count) + " lines\n";
    return out;
}

/// "key: value" lines until "before:", then the two sides, each line up to its end mark "|".
Case read(const QByteArray &input, const QString &name)
{
    Case out;
    out.name = name;
    QByteArray *side = nullptr;
    static const QList<QByteArray> modes{"show", "at-end", "ends", "amount", "all", "blank-lines"};
    static const QList<QByteArray> algorithms{"histogram", "patience", "myers"};
    for (const QByteArray &line : input.split('\n')) {
        if (line == "before:" || line == "after:") {
            side = line == "before:" ? &out.before : &out.after;
        } else if (side) {
            if (!line.isEmpty())
                *side += unescaped(line.left(line.lastIndexOf('|'))) + (line.endsWith('|') ? "\n" : "");
        } else if (line.startsWith("whitespace: ")) {
            out.options.whitespace = static_cast<Whitespace>(modes.indexOf(line.mid(12)));
        } else if (line.startsWith("algorithm: ")) {
            out.options.algorithm = static_cast<Algorithm>(algorithms.indexOf(line.mid(11)));
        } else if (line.startsWith("context: ")) {
            out.context = line.mid(9).toInt();
        } else if (line == "ignore-cr") {
            out.options.ignoreCrAtEol = true;
        }
    }
    return out;
}

/// The first place where the two differ, with what is around it.
QByteArray difference(const QByteArray &expected, const QByteArray &got)
{
    const QList<QByteArray> old = expected.split('\n');
    const QList<QByteArray> fresh = got.split('\n');
    QByteArray out;
    for (qsizetype i = 0; i < std::max(old.size(), fresh.size()); ++i) {
        const QByteArray a = i < old.size() ? old[i] : QByteArray("(end)");
        const QByteArray b = i < fresh.size() ? fresh[i] : QByteArray("(end)");
        if (a == b)
            continue;
        out += "line " + QByteArray::number(i + 1) + "\n  expected: " + a + "\n  got:      " + b + '\n';
        if (out.size() > 2000)
            break;
    }
    return out;
}

} // namespace

/// Rows, word marks and what was found out about the text, for written inputs: tests/golden/diff/NAME.in and
/// NAME.out. COUNTERSIGN_UPDATE_GOLDEN=1 writes the answers anew, to be looked at before they are committed.
///
/// An input holds options, then "before:" and "after:"; each line of a side ends in "|" (a line feed follows)
/// or
/// "|." (none does), with C escapes.
class GoldenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differences_data()
    {
        QTest::addColumn<QString>("name");
        const QDir folder(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/tests/golden/diff"));
        const QStringList inputs = folder.entryList({QStringLiteral("*.in")}, QDir::Files, QDir::Name);
        QVERIFY(inputs.size() >= 25);
        for (const QString &input : inputs)
            QTest::newRow(qPrintable(input.chopped(3))) << folder.filePath(input.chopped(3));
    }
    void differences()
    {
        QFETCH(QString, name);
        QFile input(name + QStringLiteral(".in"));
        QVERIFY(input.open(QIODevice::ReadOnly));
        const QByteArray got = result(read(input.readAll(), name));
        QFile golden(name + QStringLiteral(".out"));
        if (qEnvironmentVariableIntValue("COUNTERSIGN_UPDATE_GOLDEN") > 0) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(got);
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly),
                 qPrintable(golden.fileName() + QStringLiteral(" is missing")));
        const QByteArray expected = golden.readAll();
        QVERIFY2(got == expected, ('\n' + difference(expected, got)).constData());
    }
};

QTEST_GUILESS_MAIN(GoldenTest)
#include "tst_golden.moc"
