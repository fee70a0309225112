// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/diff/changesfixture.h"
#include "ui/diff/changedfilesmodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::diffview;
using test::Fixture;
using test::numbered;

namespace {

/// Threads as labels of a fixed height.
class Threads : public ThreadSource
{
public:
    QHash<QByteArray, QList<ThreadPlace>> places;
    int made = 0;

    QList<ThreadPlace> threads(const QByteArray &path) const override { return places.value(path); }
    QWidget *createThread(const QString &id, QWidget *parent) override
    {
        ++made;
        auto *label = new QLabel(id, parent);
        label->setFixedHeight(120);
        label->setAutoFillBackground(true);
        return label;
    }
};

/// Every line of both sides is in exactly one row or fold, in order.
void verifyRows(const std::vector<ViewRow> &rows, const FileContent &content)
{
    int oldLine = 0;
    int newLine = 0;
    for (const ViewRow &row : rows) {
        if (row.kind == ViewRow::Kind::Line) {
            if (row.oldLine >= 0)
                QCOMPARE(row.oldLine, oldLine++);
            if (row.newLine >= 0)
                QCOMPARE(row.newLine, newLine++);
        } else if (row.kind == ViewRow::Kind::Gap) {
            QCOMPARE(row.oldLine, oldLine);
            QCOMPARE(row.newLine, newLine);
            oldLine += row.count;
            newLine += row.count;
        }
    }
    QCOMPARE(oldLine, content.before->lineCount());
    QCOMPARE(newLine, content.after->lineCount());
}

} // namespace

class TestChangesView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().setScheme(theme::Scheme::Light); }

    void rowsCoverBothSides_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("one line") << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n");
        QTest::newRow("added file end") << numbered(1, 50) << numbered(1, 60);
        QTest::newRow("removed start") << numbered(1, 50) << numbered(10, 50);
        QTest::newRow("gaps")
            << numbered(1, 200)
            << numbered(1, 200).replace("line 50\n", "fifty\n").replace("line 150\n", "x\ny\n");
        QTest::newRow("lone CR and U+2028") << QByteArray("a\rb\nc\x0b"
                                                          "d\xe2\x80\xa8"
                                                          "e\n")
                                            << QByteArray("a\rb\nC\n");
        QTest::newRow("no final newline") << QByteArray("a\nb") << QByteArray("a\nb\n");
    }
    void rowsCoverBothSides()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Fixture fixture;
        fixture.before = {{"file.txt", before}};
        fixture.after = {{"file.txt", after}};
        fixture.show();
        QVERIFY(fixture.panel);
        for (const bool split : {true, false}) {
            fixture.view().setSplit(split);
            verifyRows(fixture.probe().rows(0), *fixture.view().content(0));
            fixture.view().expandAll(0);
            verifyRows(fixture.probe().rows(0), *fixture.view().content(0));
            QCOMPARE(fixture.probe().rowOf(0, ViewRow::Kind::Gap), -1);
            fixture.view().expandAll(0);
        }
    }

    void facts_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("fact");
        // UTF-16 with a byte order mark is text.
        QTest::newRow("D01") << QByteArray("\xff\xfeh\0i\0\n\0", 8) << QByteArray("\xff\xfeh\0o\0\n\0", 8)
                             << QStringLiteral("UTF-16LE");
        QTest::newRow("D03") << QByteArray("a\n\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x83\x65\x83\x58\x83\x67\nb\n")
                             << QByteArray("a\n\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x83\x65\x83\x58\x83\x67\nc\n")
                             << QStringLiteral("Encoding");
        QTest::newRow("D06") << QByteArray("a\nb\n") << QByteArray("a\r\nb\r\n") << QStringLiteral("CRLF");
        QTest::newRow("D08") << QByteArray("a\nb") << QByteArray("a\nb\n") << QStringLiteral("now ends");
        QTest::newRow("invisible") << QByteArray("a\n") << QByteArray("a\xe2\x80\xae\n")
                                   << QStringLiteral("look other");
    }
    void facts()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, fact);
        Fixture fixture;
        fixture.before = {{"u.txt", before}};
        fixture.after = {{"u.txt", after}};
        fixture.show();
        QVERIFY2(fixture.probe().facts(0).join(u'|').contains(fact),
                 qPrintable(fixture.probe().facts(0).join(u'|')));
        QVERIFY(fixture.view().content(0)->kind == FileContent::Kind::Text);
    }

    /// D10: both cells of a row get the taller height.
    void wrapKeepsRowsAligned()
    {
        Fixture fixture;
        fixture.before = {{"f.txt", "first\nshort\nlast\n"}};
        fixture.after = {{"f.txt", "first\n" + QByteArray("word ").repeated(80) + "\nlast\n"}};
        fixture.show();
        fixture.view().setWrap(true);
        const int line = fixture.view().lineHeight();
        int tall = 0;
        for (size_t i = 0; i < fixture.probe().rows(0).size(); ++i) {
            const ViewRow &row = fixture.probe().rows(0)[i];
            if (row.kind == ViewRow::Kind::Line && row.newLine == 1)
                tall = fixture.probe().area(0, static_cast<int>(i)).height();
        }
        QVERIFY(tall >= 4 * line);
        QCOMPARE(tall % line, 0);
        QCOMPARE(fixture.probe().area(0, fixture.probe().rowOfLine(0, Side::Before, 2)).top(),
                 fixture.probe().area(0, fixture.probe().rowOfLine(0, Side::After, 2)).top());
        QCOMPARE(fixture.view().horizontalScrollBar()->maximum(), 0);
    }

    /// D11: the end of the longer side can be reached.
    void horizontalScrollReachesTheLongerSide()
    {
        Fixture fixture;
        fixture.before = {{"f.txt", QByteArray(50, 'a') + "\n"}};
        fixture.after = {{"f.txt", QByteArray(500, 'b') + "\n"}};
        fixture.show();
        const QFontMetrics metrics(theme::font(theme::TextStyle::Code));
        const int column = fixture.view().viewport()->width() / 2 - fixture.probe().textLeft(Side::Before);
        QVERIFY(fixture.view().horizontalScrollBar()->maximum() + column >=
                metrics.horizontalAdvance(QString(500, u'b')));
    }

    /// D12: words of long lines are marked the same way in both layouts.
    void wordsInLongLines()
    {
        Fixture fixture;
        const QByteArray start = QByteArray("alpha beta ").repeated(15);
        const QByteArray end = QByteArray(" gamma delta").repeated(15);
        fixture.before = {{"f.txt", start + "old" + end + "\n"}};
        fixture.after = {{"f.txt", start + "fresh" + end + "\n"}};
        fixture.show();
        const int splitRow = fixture.probe().rowOf(0, ViewRow::Kind::Line);
        QCOMPARE(fixture.probe().words(0, Side::Before, splitRow), 1);
        QCOMPARE(fixture.probe().words(0, Side::After, splitRow), 1);
        fixture.view().setSplit(false);
        QCOMPARE(fixture.probe().words(0, Side::Before, splitRow), 1);
        QCOMPARE(fixture.probe().words(0, Side::After, splitRow + 1), 1);
    }

    /// D14: the fold stays under the pointer, and nothing overlaps after switching files.
    void expandingKeepsThePlace()
    {
        Fixture fixture;
        fixture.before = {{"a.txt", numbered(1, 200)}, {"b.txt", numbered(1, 200)}};
        fixture.after = {
            {"a.txt", numbered(1, 200).replace("line 100\n", "hundred\n")},
            {"b.txt", numbered(1, 200).replace("line 20\n", "x\n").replace("line 180\n", "y\n")}};
        fixture.show();
        QTRY_VERIFY(fixture.view().content(1));
        fixture.view().goToFile(1);
        fixture.view().goToFile(0);
        const int gap = fixture.probe().rowOf(0, ViewRow::Kind::Gap);
        const int top = fixture.probe().area(0, gap).top();
        const int width = fixture.view().viewport()->width();
        // "10 down" is the rightmost.
        fixture.click(0, gap, width - 30);
        const int moved = fixture.probe().rowOf(0, ViewRow::Kind::Gap);
        QCOMPARE(moved, gap + 10);
        QCOMPARE(fixture.probe().area(0, moved).top(), top);
        fixture.view().verticalScrollBar()->setValue(120);
        const int before = fixture.probe().area(0, moved).top();
        fixture.click(0, moved, width - 30);
        QCOMPARE(fixture.probe().area(0, fixture.probe().rowOf(0, ViewRow::Kind::Gap)).top(), before);
        int bottom = 0;
        for (size_t i = 0; i < fixture.probe().rows(0).size(); ++i) {
            const QRect area = fixture.probe().area(0, static_cast<int>(i));
            if (i > 0)
                QCOMPARE(area.top(), bottom);
            bottom = area.top() + area.height();
        }
    }

    /// D20: names that are no text arrive and are shown.
    void oddNames()
    {
        Fixture fixture;
        const QByteArray bytes("lat\xe9.txt");
        fixture.before = {{bytes, "a\n"}, {"tab\tt", "a\n"}};
        fixture.after = {{bytes, "b\n"}, {"tab\tt", "b\n"}};
        fixture.show();
        const int file = fixture.view().fileIndex(bytes);
        QVERIFY(file >= 0);
        QTRY_VERIFY(fixture.view().content(file));
        QCOMPARE(fixture.view().counts(file), (git::LineCounts{1, 1}));
    }

    /// D22: a moved file with one long line is a rename.
    void renameOfLongLine()
    {
        Fixture fixture;
        fixture.before = {{"old.txt", QByteArray(8192, 'x') + "\n"}};
        fixture.after = {{"new.txt", QByteArray(8192, 'x') + "\n"}};
        fixture.show();
        QCOMPARE(fixture.view().fileCount(), 1);
        QVERIFY(fixture.view().file(0).status == git::DeltaStatus::Renamed);
        QVERIFY(fixture.probe().facts(0).first().contains(QStringLiteral("old.txt")));
    }

    /// D27: one huge line is drawn in pieces and its end can be reached.
    void hugeLine()
    {
        Fixture fixture;
        QByteArray text(2'000'000, 'a');
        fixture.before = {{"huge.txt", text + "\n"}};
        text[1'000'000] = 'b';
        fixture.after = {{"huge.txt", text + "\n"}};
        fixture.show();
        QVERIFY(!fixture.view().grab().isNull());
        QScrollBar *bar = fixture.view().horizontalScrollBar();
        QVERIFY(bar->maximum() > 1'000'000);
        bar->setValue(bar->maximum());
        QVERIFY(!fixture.view().grab().isNull());
        QVERIFY(fixture.probe().facts(0).join(u'|').contains(QStringLiteral("without syntax colours")));
    }

    /// D28: of many files only those in sight are laid out.
    void manyFiles()
    {
        Fixture fixture;
        for (int i = 0; i < 600; ++i) {
            const QByteArray name =
                "dir" + QByteArray::number(i % 20) + "/file" + QByteArray::number(i) + ".txt";
            fixture.after.insert(name, numbered(1, 30));
        }
        fixture.show();
        QCOMPARE(fixture.view().fileCount(), 600);
        fixture.view().viewport()->grab();
        const int visible = fixture.view().viewport()->height() / fixture.view().lineHeight() + 2;
        QVERIFY(fixture.view().paintedLines() > 0);
        QVERIFY(fixture.view().paintedLines() <= 2 * visible);
        int loaded = 0;
        for (int i = 0; i < 600; ++i)
            loaded += fixture.view().content(i) ? 1 : 0;
        QVERIFY(loaded < 30);
    }

    void copyTakesOneSideWithItsLineEnds()
    {
        Fixture fixture;
        fixture.before = {{"f.txt", "a\r\nold one\r\nz\r\n"}};
        fixture.after = {{"f.txt", "a\r\nnew one\r\nanother\r\nz\r\n"}};
        fixture.show();
        DiffView &view = fixture.view();
        view.setFocus();
        view.setCaret(0, Side::After, 0);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view.selectedText(), QStringLiteral("a\r\nnew one\r\nanother\r\n"));
        view.setCaret(0, Side::Before, 0);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\r\nold one\r\nz"));
    }

    void findOpensFolds()
    {
        Fixture fixture;
        fixture.before = {{"f.txt", numbered(1, 200)}};
        fixture.after = {{"f.txt", numbered(1, 200).replace("line 100\n", "hundred\n")}};
        fixture.show();
        QCOMPARE(fixture.probe().rowOfLine(0, Side::After, 29), -1);
        QSignalSpy found(&fixture.view(), &DiffView::findChanged);
        fixture.view().find(QStringLiteral("line 30"));
        QTRY_VERIFY(!found.isEmpty());
        QCOMPARE(fixture.view().matchCount(), 1);
        QVERIFY(fixture.probe().rowOfLine(0, Side::After, 29) >= 0);
        QCOMPARE(fixture.view().selectedText(), QStringLiteral("line 30"));
    }

    void keyboardCommands()
    {
        Fixture fixture;
        fixture.before = {{"a.txt", numbered(1, 90)}, {"b.txt", numbered(1, 90)}};
        fixture.after = {{"a.txt", numbered(1, 90).replace("line 10\n", "x\n").replace("line 60\n", "y\n")},
                         {"b.txt", numbered(1, 90).replace("line 45\n", "z\n")}};
        fixture.show();
        QTRY_VERIFY(fixture.view().content(1));
        QHash<QString, ui::Command> commands;
        for (const ui::Command &command : fixture.panel->commands())
            commands.insert(command.id, command);
        const auto run = [&](const char *id) {
            commands.value(QLatin1String("diff.") + QLatin1String(id)).run();
        };
        run("nextChange");
        QCOMPARE(fixture.view().changePosition(), (std::pair{1, 2}));
        QCOMPARE(fixture.view().target().first, 9);
        run("nextChange");
        QCOMPARE(fixture.view().target().first, 59);
        run("nextChange");
        QCOMPARE(fixture.view().target().file, 1);
        QCOMPARE(fixture.view().target().first, 44);
        run("previousChange");
        QCOMPARE(fixture.view().target().first, 59);
        run("nextFile");
        QCOMPARE(fixture.panel->currentPath(), QByteArray("b.txt"));
        run("previousFile");
        QCOMPARE(fixture.panel->currentPath(), QByteArray("a.txt"));

        QSignalSpy comments(fixture.panel.get(), &ChangesPanel::commentRequested);
        fixture.view().setCaret(0, Side::After, 9);
        run("comment");
        QCOMPARE(comments.size(), 1);
        QCOMPARE(comments[0][2].toInt(), 9);
        QSignalSpy viewed(fixture.panel.get(), &ChangesPanel::viewedToggled);
        run("viewed");
        QCOMPARE(viewed.size(), 1);
        QCOMPARE(viewed[0][1].toBool(), true);
        QVERIFY(fixture.view().isSplit());
        run("split");
        QVERIFY(!fixture.view().isSplit());
    }

    void threadsStandBelowTheirLines()
    {
        Fixture fixture;
        fixture.before = {{"a.txt", numbered(1, 900)}};
        fixture.after = {
            {"a.txt", numbered(1, 900).replace("line 10\n", "x\n").replace("line 880\n", "y\n")}};
        Threads threads;
        threads.places["a.txt"] = {{QStringLiteral("one"), Side::After, 9, true, false},
                                   {QStringLiteral("two"), Side::After, 879, true, false},
                                   {QStringLiteral("gone"), Side::After, 5000, true, false}};
        fixture.show();
        fixture.view().expandAll(0);
        fixture.panel->setThreadSource(&threads);
        fixture.view().verticalScrollBar()->setValue(0);
        QTRY_VERIFY(fixture.view().findChild<QLabel *>());
        // Only what is near has a widget.
        QCOMPARE(threads.made, 1);
        const auto find = [&](const QString &id) -> QLabel * {
            for (QLabel *label : fixture.view().viewport()->findChildren<QLabel *>()) {
                if (label->text() == id)
                    return label;
            }
            return nullptr;
        };
        QLabel *one = find(QStringLiteral("one"));
        QVERIFY(one);
        const QRect line = fixture.probe().area(0, fixture.probe().rowOfLine(0, Side::After, 9));
        QVERIFY(one->y() > line.bottom());
        QVERIFY(one->geometry().bottom() <
                fixture.probe().area(0, fixture.probe().rowOfLine(0, Side::After, 10)).top());
        fixture.panel->revealThread("a.txt", QStringLiteral("two"));
        QLabel *two = find(QStringLiteral("two"));
        QVERIFY(two && two->isVisible());
        // A thread whose line is not there is at the end, not lost.
        fixture.panel->revealThread("a.txt", QStringLiteral("gone"));
        QVERIFY(find(QStringLiteral("gone")));
        threads.places["a.txt"].removeFirst();
        Q_EMIT threads.threadsChanged("a.txt");
        QTRY_VERIFY(!find(QStringLiteral("one")));
        fixture.panel->setThreadSource(nullptr);
    }

    void viewedFilesAreFolded()
    {
        Fixture fixture;
        fixture.before = {{"a.txt", numbered(1, 9)}, {"b.txt", numbered(1, 9)}};
        fixture.after = {{"a.txt", numbered(2, 9)}, {"b.txt", numbered(2, 9)}};
        fixture.show();
        QSet<QByteArray> viewed;
        fixture.panel->setViewedQuery([&](const git::FileDelta &file) {
            return viewed.contains(file.path()) ? ViewedState::Viewed : ViewedState::NotViewed;
        });
        viewed.insert("a.txt");
        fixture.panel->refreshViewed();
        QVERIFY(fixture.view().isCollapsed(0));
        QVERIFY(!fixture.view().isCollapsed(1));
        viewed.clear();
        fixture.panel->refreshViewed();
        QVERIFY(!fixture.view().isCollapsed(0));
    }

    void movedLinesPointAtEachOther()
    {
        Fixture fixture;
        const QByteArray block =
            "void settle(Ledger &ledger)\n{\n    ledger.close();\n    ledger.publish();\n}\n";
        fixture.before = {{"a.cpp", block + numbered(1, 30)}};
        fixture.after = {{"a.cpp", numbered(1, 30) + block}};
        fixture.show();
        QTRY_COMPARE(fixture.probe().moved(0, 30), 0);
    }

    void accessibleText()
    {
        Fixture fixture;
        fixture.before = {{"a.txt", "one\ntwo\n"}};
        fixture.after = {{"a.txt", "one\nthree\nfour\n"}};
        fixture.show();
        DiffView &view = fixture.view();
        view.setCaret(0, Side::After, 2);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(accessible && accessible->textInterface());
        QVERIFY(view.caretDescription().startsWith(QStringLiteral("line 3 new, ")));
        QVERIFY(view.caretDescription().endsWith(QStringLiteral(": four")));
        QCOMPARE(accessible->textInterface()->text(0, accessible->textInterface()->characterCount()),
                 view.caretDescription());
        QAccessibleInterface *last = accessible->child(accessible->childCount() - 1);
        QVERIFY(last);
        QVERIFY(last->text(QAccessible::Name).startsWith(QStringLiteral("a.txt, line 2 ")));
    }

    void filesModel()
    {
        ChangedFilesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<git::FileDelta> files;
        for (const char *path :
             {"CMakeLists.txt", "docs/a/b/retries.md", "src/client/a.cpp", "src/client/b.cpp"}) {
            git::FileDelta delta;
            delta.oldPath = delta.newPath = path;
            files.append(delta);
        }
        model.setFiles(files);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("docs/a/b"));
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("src/client"));
        QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("CMakeLists.txt"));
        QCOMPARE(model.indexOf(3).parent(), model.index(1, 0));
        model.setTree(false);
        QCOMPARE(model.rowCount(), 4);
        model.setCheckable(true);
        QSignalSpy toggled(&model, &ChangedFilesModel::viewedToggled);
        QVERIFY(model.setData(model.indexOf(1), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(toggled.size(), 1);
        model.setViewed(1, ViewedState::Viewed);
        QCOMPARE(model.indexOf(1).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        model.setFiles({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestChangesView)
#include "tst_changesview.moc"
