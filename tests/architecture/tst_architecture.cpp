// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/optable.h"
#include "tests/architecture/checks.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::architecture;
using namespace Qt::StringLiterals;

namespace {

using Check = Findings (*)(const SourceText &);

const QString root = QStringLiteral(COUNTERSIGN_SOURCE_DIR "/");

QString readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<SourceText> readSources()
{
    QList<SourceText> sources;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
        QDirIterator files(root + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            sources.append(parseSource(path.sliced(root.size()), readFile(path)));
        }
    }
    return sources;
}

QString report(const Findings &findings)
{
    QStringList lines{u"%1 finding(s)"_s.arg(findings.size())};
    for (const Finding &finding : findings)
        lines.append(u"%1:%2: %3"_s.arg(finding.path).arg(finding.line).arg(finding.what));
    return lines.join(u"\n    "_s);
}

} // namespace

Q_DECLARE_METATYPE(Check)

class TestArchitecture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_sources = readSources();
        QVERIFY2(m_sources.size() > 50, "The sources were not found.");
    }

    void theSourcesKeepTheRules_data()
    {
        QTest::addColumn<Check>("check");
        QTest::newRow("arrows") << Check(checkIncludes);
        QTest::newRow("no waiting in ui") << Check(checkNoWaiting);
        QTest::newRow("header lines") << Check(checkHeaderLines);
        QTest::newRow("colours from the theme") << Check(checkNoColors);
        QTest::newRow("core translates nothing") << Check(checkCoreTranslatesNothing);
        QTest::newRow("text through tr") << Check(checkTranslated);
    }
    void theSourcesKeepTheRules()
    {
        QFETCH(Check, check);
        Findings findings;
        for (const SourceText &source : m_sources)
            findings += check(source);
        QVERIFY2(findings.isEmpty(), qPrintable(report(findings)));
    }

    void everyOperationHasADocumentRow()
    {
        const QString document = readFile(root + u"docs/api.md"_s);
        for (const api::OperationRow &row : api::operationTable())
            QVERIFY2(document.contains(u"\n### %1\n"_s.arg(QLatin1StringView(row.name))), row.name);
    }

    /// Each rule is seen to find what it is for, and to leave alone what looks like it.
    void everyRuleFindsWhatItIsFor_data()
    {
        QTest::addColumn<Check>("check");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, Check check, const char *path, const char *text, int line) {
            QTest::newRow(name) << check << QString::fromLatin1(path) << QString::fromUtf8(text) << line;
        };
        row("ui includes store", checkIncludes, "ui/review/x.cpp", "\n#include \"core/store/db.h\"\n", 2);
        row("feature includes feature", checkIncludes, "ui/review/x.h", "#include \"ui/code/tree.h\"\n", 1);
        row("feature includes shell", checkIncludes, "ui/code/x.h", "#include \"ui/shell/window.h\"\n", 1);
        row("theme includes widgets", checkIncludes, "ui/theme/x.h", "#include \"ui/widgets/chip.h\"\n", 1);
        row("git includes diff", checkIncludes, "core/git/x.h", "#include \"core/diff/rows.h\"\n", 1);
        row("client includes service", checkIncludes, "core/client/x.h", "#include \"core/service/hub.h\"\n",
            1);
        row("base includes api", checkIncludes, "core/base/x.h", "#include \"core/api/codec.h\"\n", 1);
        row("core includes ui", checkIncludes, "core/git/x.h", "#include \"ui/theme/theme.h\"\n", 1);
        row("a new folder", checkIncludes, "core/extra/x.h", "#include \"core/base/result.h\"\n", 1);
        row("not from the root", checkIncludes, "core/git/x.cpp", "#include \"oid.h\"\n", 1);
        row("libgit2 in a header", checkIncludes, "core/git/x.h", "#include <git2.h>\n", 1);
        row("libgit2 in ui", checkIncludes, "ui/code/x.cpp", "#include <git2/blob.h>\n", 1);
        row("libgit2 in the service", checkIncludes, "core/service/x.cpp", "#include <git2.h>\n", 1);
        row("handles in ui", checkIncludes, "ui/code/x.cpp", "#include \"core/git/handle.h\"\n", 1);
        row("shell includes features", checkIncludes, "ui/shell/x.cpp", "#include \"ui/review/page.h\"\n", 0);
        row("feature includes diff", checkIncludes, "ui/review/x.cpp", "#include \"ui/diff/view.h\"\n", 0);
        row("libgit2 in core/git", checkIncludes, "core/git/x.cpp", "#include <git2.h>\n", 0);
        row("app includes service", checkIncludes, "app/desktop/x.cpp", "#include \"core/service/hub.h\"\n",
            0);

        row("processEvents", checkNoWaiting, "ui/code/x.cpp", "a;\nQApplication::processEvents();\n", 2);
        row("event loop", checkNoWaiting, "ui/code/x.cpp", "QEventLoop loop;\n", 1);
        row("waitForFinished", checkNoWaiting, "ui/code/x.cpp", "future.waitForFinished();\n", 1);
        row("exec", checkNoWaiting, "ui/code/x.cpp", "if (dialog.exec() == 1)\n", 1);
        row("exec of a pointer", checkNoWaiting, "ui/code/x.cpp", "menu->exec(p);\n", 1);
        row("exec in a comment", checkNoWaiting, "ui/code/x.cpp", "// dialog.exec()\n/* QEventLoop */\n", 0);
        row("exec in a string", checkNoWaiting, "ui/code/x.cpp", "f(\"dialog.exec()\");\n", 0);
        row("executed", checkNoWaiting, "ui/code/x.cpp", "a.executed();\n", 0);
        row("core may wait", checkNoWaiting, "core/git/x.cpp", "process.waitForFinished();\n", 0);

        const QByteArray spdx = "// SPDX-FileCopyrightText: Countersign contributors\n"
                                "// SPDX-License-Identifier: Apache-2.0\n";
        row("no copyright", checkHeaderLines, "core/git/x.cpp", "\n// SPDX-License-Identifier: Apache-2.0\n",
            1);
        row("no licence", checkHeaderLines, "core/git/x.cpp",
            "// SPDX-FileCopyrightText: Countersign contributors\n\n", 2);
        row("no pragma", checkHeaderLines, "core/git/x.h", (spdx + "\nint a;\n").constData(), 3);
        row("header as it should be", checkHeaderLines, "core/git/x.h", (spdx + "#pragma once\n").constData(),
            0);

        row("colour", checkNoColors, "ui/code/x.cpp", "QColor c(QStringLiteral(\"#1a2b3c\"));\n", 1);
        row("short colour", checkNoColors, "ui/code/x.cpp", "QColor c(\"#fff\");\n", 1);
        row("colour in a style", checkNoColors, "ui/code/x.cpp", "s = \"color: #A1B2C3;\";\n", 1);
        row("number", checkNoColors, "ui/code/x.cpp", "QColor c(0x1a2b3c);\n", 1);
        row("qRgb", checkNoColors, "ui/code/x.cpp", "auto c = qRgb(1, 2, 3);\n", 1);
        row("placeholder", checkNoColors, "ui/code/x.cpp", "g(\"#%1\");\n", 0);
        row("longer number", checkNoColors, "ui/code/x.cpp", "f(\"see #4217\");\n", 0);
        row("the theme itself", checkNoColors, "ui/theme/x.cpp", "QColor c(\"#1a2b3c\");\n", 0);

        row("tr in core", checkCoreTranslatesNothing, "core/git/x.cpp", "a;\nreturn tr(\"No\");\n", 2);
        row("str in core", checkCoreTranslatesNothing, "core/git/x.cpp", "return str(a);\n", 0);

        row("plain text", checkTranslated, "ui/code/x.cpp", "label->setText(\"Hello\");\n", 1);
        row("literal", checkTranslated, "ui/code/x.cpp", "label->setText(QStringLiteral(\"Hello\"));\n", 1);
        row("over lines", checkTranslated, "ui/code/x.cpp", "button->setToolTip(\n    u\"Merge\"_s);\n", 2);
        row("constructor", checkTranslated, "ui/code/x.cpp", "auto *l = new QLabel(u\"Hello\"_s, this);\n",
            1);
        row("named constructor", checkTranslated, "ui/code/x.cpp", "QLabel label(u\"Hello\"_s);\n", 1);
        row("in a choice", checkTranslated, "app/x.cpp",
            "l.setText(a ? tr(\"Yes\") : QStringLiteral(\"No\"));\n", 1);
        row("with an argument", checkTranslated, "ui/code/x.cpp", "l.setText(u\"%1 files\"_s.arg(n));\n", 1);
        row("action", checkTranslated, "ui/code/x.cpp", "menu->addAction(icon(\"vcs\"), u\"Open\"_s);\n", 1);
        row("translated", checkTranslated, "ui/code/x.cpp", "l.setText(tr(\"Hello %1\").arg(a));\n", 0);
        row("plural", checkTranslated, "ui/code/x.cpp", "l.setText(tr(\"%n file(s)\", nullptr, n));\n", 0);
        row("translate", checkTranslated, "app/x.cpp",
            "l.setText(QCoreApplication::translate(\"ctx\", \"Hello\"));\n", 0);
        row("signs", checkTranslated, "ui/code/x.cpp", "l.setText(u\"%1 \\u00b7 <b>%2</b>\"_s.arg(a));\n", 0);
        row("a key", checkTranslated, "ui/code/x.cpp", "box->addItem(tr(\"Squash\"), u\"SQUASH\"_s);\n", 0);
        row("in another call", checkTranslated, "ui/code/x.cpp", "l.setText(nameOf(\"hello\"));\n", 0);
        row("in a slot", checkTranslated, "ui/code/x.cpp",
            "m->addAction(tr(\"Close\"), this, [this] { m_state = u\"closed\"_s; });\n", 0);
        row("shown by a slot", checkTranslated, "ui/code/x.cpp",
            "m->addAction(tr(\"Close\"), this, [this] {\n l.setText(u\"Closed\"_s); });\n", 2);
        row("an icon's name", checkTranslated, "ui/code/x.cpp",
            "m->addAction(u\"view-refresh\"_s, tr(\"Load\"));\n", 0);
        row("not shown", checkTranslated, "ui/code/x.cpp", "l.setObjectName(u\"label\"_s);\n", 0);
        row("in a test", checkTranslated, "tests/ui/x.cpp", "l.setText(u\"Hello\"_s);\n", 0);
    }
    void everyRuleFindsWhatItIsFor()
    {
        QFETCH(Check, check);
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(int, line);
        const Findings findings = check(parseSource(path, text));
        QVERIFY2(findings.isEmpty() == (line == 0), qPrintable(report(findings)));
        if (line > 0) {
            QCOMPARE(findings.first().line, line);
            QCOMPARE(findings.first().path, path);
        }
    }

    void sourcesAreTakenApart()
    {
        const SourceText source = parseSource(
            u"x.cpp"_s,
            u"a = \"b // \\\" c\"; // d\nchar e = '\"'; /* f\n\" */ int g = 1'000; h(R\"x(i\")\")x\"); j;\n"_s);
        QCOMPARE(source.strings.size(), 2);
        QCOMPARE(source.strings[0].content, u"b // \\\" c"_s);
        QCOMPARE(source.strings[1].content, u"i\")\""_s);
        QVERIFY(!source.code.contains(u'd') || !source.code.contains(u"// d"_s));
        QVERIFY(source.code.contains(u"; j;"_s));
        QVERIFY(source.code.contains(u"int g = 1'000"_s));
        QCOMPARE(source.code.size(), source.text.size());
        QCOMPARE(source.code.count(u'\n'), source.text.count(u'\n'));
    }

private:
    QList<SourceText> m_sources;
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
