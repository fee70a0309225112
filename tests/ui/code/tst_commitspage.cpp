// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// The Commits page over real repositories: rows, filters, details, comparison, and histories of odd shapes.

#include "tests/support/gittest.h"
#include "tests/support/madehistory.h"
#include "tests/support/uipagehost.h"
#include "ui/code/commitdetails.h"
#include "ui/code/commitspage.h"
#include "ui/code/historyfilters.h"
#include "ui/code/historylist.h"
#include "ui/code/historymodel.h"
#include "ui/diff/changespanel.h"
#include "ui/diff/diffview.h"
#include "ui/widgets/searchfield.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace countersign;
using code::HistoryModel;
using test::ScratchRepository;

namespace {

const QString name = QStringLiteral("edge-gateway");
const QString tab = QStringLiteral("commits");
constexpr int patience = 60'000;

QStringList messages(const HistoryModel *model)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, HistoryModel::Message).data().toString());
    return texts;
}

QStringList paths(const code::CommitsPage *page)
{
    QStringList names;
    for (const git::FileDelta &file : page->findChild<diffview::ChangesPanel *>()->files())
        names.append(git::displayPath(file.path()));
    return names;
}

} // namespace

class TestCommitsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstRowsWhileTheRestStreams();
    void filters();
    void filtersReturnWithTheAddress();
    void filterMenus();
    void commitIdInTheSearchBox();
    void detailsAndFiles();
    void rootOfSixThousandFiles();
    void comparesTwo();
    void compareDialog();
    void followsAFileThroughRenames();
    void oddCommits();
    void tagOnABlob();
    void modesLinksAndSubmodules();
    void keyboard();
    void sha256();
    void brokenHistory();
};

void TestCommitsPage::firstRowsWhileTheRestStreams()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 3000, 3);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    QSignalSpy first(model, &HistoryModel::firstRowsShown);
    QSignalSpy finished(model, &HistoryModel::finished);
    host.open(name, tab);
    QVERIFY(first.wait(patience));
    // Usable at once: rows are there, one is selected, and the rest is still to come.
    QCOMPARE(finished.size(), 0);
    QVERIFY(model->isLoading());
    auto *list = page->findChild<code::HistoryList *>();
    QVERIFY(test::showsText(page, QStringLiteral("Reading older history")));
    QCOMPARE(list->currentIndex().row(), 0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_J);
    QCOMPARE(list->currentIndex().row(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(model->rowCount(), 3000);
    QCOMPARE(list->currentIndex().row(), 1);
    QVERIFY(test::showsText(page, QStringLiteral("History is complete")));
    list->scrollToBottom();
    QVERIFY(!list->grab().isNull());
}

void TestCommitsPage::filters()
{
    ScratchRepository repository;
    repository.write("src/a.cpp", "needle\n");
    repository.commit(QStringLiteral("Add a needle"));
    repository.write("docs/b.md", "b\n");
    repository.commit(QStringLiteral("Write documents"), QStringLiteral("Grace Okafor"));
    repository.write("src/a.cpp", "none\n");
    repository.commit(QStringLiteral("Take it away"), QStringLiteral("Grace Okafor"));
    repository.git({QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("-b"),
                    QStringLiteral("side"), QStringLiteral("HEAD~2")});
    repository.write("side.txt", "s\n");
    repository.commit(QStringLiteral("On the side"));
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    const auto shows = [&](const QMap<QString, QString> &query, const QStringList &wanted) {
        host.open(name, tab, query);
        return QTest::qWaitFor([&] { return !model->isLoading() && messages(model) == wanted; }, patience);
    };
    const auto key = [](const char *text) { return QString::fromLatin1(text); };
    QVERIFY(shows({}, {QStringLiteral("On the side"), QStringLiteral("Take it away"),
                       QStringLiteral("Write documents"), QStringLiteral("Add a needle")}));
    QVERIFY(shows(
        {{key("ref"), key("refs/heads/main")}},
        {QStringLiteral("Take it away"), QStringLiteral("Write documents"), QStringLiteral("Add a needle")}));
    QVERIFY(shows({{key("author"), key("GRACE")}},
                  {QStringLiteral("Take it away"), QStringLiteral("Write documents")}));
    QVERIFY(shows({{key("text"), key("DOCU")}}, {QStringLiteral("Write documents")}));
    QVERIFY(shows({{key("text"), key("needle")}, {key("in"), key("changes")}},
                  {QStringLiteral("Take it away"), QStringLiteral("Add a needle")}));
    QVERIFY(shows({{key("path"), key("src/**")}},
                  {QStringLiteral("Take it away"), QStringLiteral("Add a needle")}));
    QVERIFY(shows({{key("path"), key("docs")}}, {QStringLiteral("Write documents")}));
    QVERIFY(shows({{key("path"), key("src/**")}, {key("author"), key("Grace")}},
                  {QStringLiteral("Take it away")}));
    QTRY_VERIFY(test::showsText(page, QStringLiteral("1 of 4")));
    // All of them are years old to the clock of whoever runs this, or not yet made.
    host.open(name, tab, {{key("text"), key("nobody wrote this")}});
    QTRY_VERIFY(test::showsText(page, QStringLiteral("No commit matches")));
    for (auto *button : page->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Clear filters"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 4, patience);
    QVERIFY(!page->findChild<code::HistoryFilters *>()->isFiltered());
}

void TestCommitsPage::filtersReturnWithTheAddress()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 50);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    const QMap<QString, QString> query{{QStringLiteral("ref"), QStringLiteral("refs/heads/main")},
                                       {QStringLiteral("author"), QStringLiteral("ada")},
                                       {QStringLiteral("text"), QStringLiteral("change")},
                                       {QStringLiteral("path"), QStringLiteral("file.txt")},
                                       {QStringLiteral("days"), QStringLiteral("30")}};
    auto *page = host.show(new code::CommitsPage(host.context()));
    host.open(name, tab, query);
    QCOMPARE(page->address().query, query);
    const ui::Address written = ui::Address::fromString(page->address().toString());
    QCOMPARE(written.query, query);
    const git::LogOptions options = page->findChild<code::HistoryFilters *>()->options();
    QVERIFY(options.since > 1'700'000'000);
    // Away and back again.
    host.open(name, tab);
    QVERIFY(page->address().query.value(QStringLiteral("author")).isEmpty());
    host.open(name, tab, query);
    QCOMPARE(page->findChild<code::HistoryFilters *>()->query(), query);
}

void TestCommitsPage::filterMenus()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 30);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    auto *filters = page->findChild<code::HistoryFilters *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 30, patience);
    QVERIFY(host.commands().run(QStringLiteral("commits.author")));
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *field = QApplication::activePopupWidget()->findChild<QLineEdit *>();
    QVERIFY(field);
    field->insert(QStringLiteral("tomás"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 10, patience);
    QVERIFY(host.commands().run(QStringLiteral("commits.date")));
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->actions().size() >= 5);
    menu->actions().at(1)->trigger();
    menu->close();
    QCOMPARE(filters->query().value(QStringLiteral("days")), QStringLiteral("1"));
    QVERIFY(host.commands().run(QStringLiteral("commits.clearfilters")));
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 30, patience);
    // Typed into the fields themselves.
    QVERIFY(host.commands().run(QStringLiteral("commits.filter")));
    auto *text = filters->findChild<ui::SearchField *>();
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    QTest::keyClicks(text, QStringLiteral("change 2"));
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 11, patience);
}

void TestCommitsPage::commitIdInTheSearchBox()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 400);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    auto *list = page->findChild<code::HistoryList *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 400, patience);
    const git::Oid wanted = model->idAt(321);
    auto *text = page->findChild<code::HistoryFilters *>()->findChild<ui::SearchField *>();
    text->setFocus();
    QTest::keyClicks(text, wanted.toString().left(12));
    QTRY_COMPARE(list->currentIndex().row(), 321);
    QCOMPARE(model->rowCount(), 400);
    QVERIFY(list->visualRect(list->currentIndex()).intersects(list->viewport()->rect()));
    QTRY_VERIFY(test::showsText(page, QStringLiteral("Change 78")));
}

void TestCommitsPage::detailsAndFiles()
{
    ScratchRepository repository;
    repository.write("src/a.cpp", "one\n");
    repository.commit(QStringLiteral("First"));
    repository.write("src/a.cpp", "two\n");
    repository.write("q\"uote\t.txt", "q\n");
    repository.write("lat\xE9.txt", "l\n");
    const QByteArray id =
        repository.commit(QStringLiteral("Subject of it\n\nBody of it.\n"), QStringLiteral("Grace Okafor"));
    repository.git({QStringLiteral("tag"), QStringLiteral("v1.0")});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    host.open(name, tab);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("Subject of it")));
    QVERIFY(test::showsText(page, QStringLiteral("Body of it.")));
    QVERIFY(test::showsText(page, QStringLiteral("Grace Okafor")));
    QVERIFY(test::showsText(page, QStringLiteral("Committed by Ada Marchetti")));
    const QStringList files{QStringLiteral("lat\\xE9.txt"), QStringLiteral("q\"uote\\t.txt"),
                            QStringLiteral("src/a.cpp")};
    QTRY_COMPARE(paths(page), files);
    const auto *model = page->findChild<HistoryModel *>();
    QTRY_COMPARE(model->index(0, HistoryModel::Message)
                     .data(HistoryModel::RefsRole)
                     .value<QList<ui::ChipContent>>()
                     .size(),
                 2);
    // A file of the change leads to its page and history, whatever its name.
    auto *changes = page->findChild<diffview::ChangesPanel *>();
    Q_EMIT changes->fileRequested("lat\xE9.txt", QStringLiteral("file"));
    QCOMPARE(host.asked().tab, QStringLiteral("code"));
    QCOMPARE(ui::addressBytes(host.asked().query.value(QStringLiteral("path"))), QByteArray("lat\xE9.txt"));
    QCOMPARE(host.asked().query.value(QStringLiteral("ref")), QString::fromLatin1(id));
    // The parent's button goes there.
    Q_EMIT page->findChild<code::CommitDetails *>()->commitRequested(model->idAt(1).toString());
    QCOMPARE(page->findChild<code::HistoryList *>()->currentIndex().row(), 1);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("No parent")));
    QTRY_COMPARE(paths(page), QStringList{QStringLiteral("src/a.cpp")});
}

void TestCommitsPage::rootOfSixThousandFiles()
{
    QList<std::pair<QByteArray, QByteArray>> files;
    for (int i = 0; i < 6000; ++i)
        files.append(
            {"d" + QByteArray::number(i % 60) + "/f" + QByteArray::number(i), QByteArray::number(i) + '\n'});
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "main", files, "Everything");
    files[0].second = "changed\n";
    test::commitFiles(repository, "main", files, "One");
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    auto *list = page->findChild<code::HistoryList *>();
    auto *changes = page->findChild<diffview::ChangesPanel *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(changes->files().size(), 1, patience);
    list->selectRow(1);
    QTRY_COMPARE_WITH_TIMEOUT(changes->files().size(), 6000, patience);
    QVERIFY(!page->grab().isNull());
    // Another click is not held up by all of those.
    list->selectRow(0);
    QTRY_COMPARE_WITH_TIMEOUT(changes->files().size(), 1, patience);
}

void TestCommitsPage::comparesTwo()
{
    ScratchRepository repository;
    for (int i = 0; i < 4; ++i) {
        repository.write("f" + QByteArray::number(i), "x\n");
        repository.commit(QStringLiteral("Commit %1").arg(i));
    }
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    auto *list = page->findChild<code::HistoryList *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 4, patience);
    const auto click = [&](int row, Qt::KeyboardModifiers keys) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, keys,
                          list->visualRect(model->index(row, HistoryModel::Message)).center());
    };
    click(0, Qt::NoModifier);
    click(3, Qt::ControlModifier);
    const QStringList files{QStringLiteral("f1"), QStringLiteral("f2"), QStringLiteral("f3")};
    QTRY_COMPARE(paths(page), files);
    QVERIFY(test::showsText(page, QStringLiteral("compared with")));
    const ui::Address address = page->address();
    QCOMPARE(address.query.value(QStringLiteral("with")), model->idAt(3).toString());
    QCOMPARE(address.query.value(QStringLiteral("commit")), model->idAt(0).toString());
    click(1, Qt::NoModifier);
    QTRY_COMPARE(paths(page), QStringList{QStringLiteral("f2")});
    // And back.
    page->open(address);
    QTRY_COMPARE(paths(page), files);
}

void TestCommitsPage::compareDialog()
{
    ScratchRepository repository;
    repository.write("base", "b\n");
    repository.commit(QStringLiteral("Base"));
    repository.git({QStringLiteral("checkout"), QStringLiteral("-qb"), QStringLiteral("topic")});
    repository.write("topic", "t\n");
    repository.commit(QStringLiteral("Topic"));
    const QByteArray topic = repository.git({QStringLiteral("rev-parse"), QStringLiteral("topic")}).trimmed();
    repository.git({QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("main")});
    repository.write("main", "m\n");
    repository.commit(QStringLiteral("Main"));
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 3, patience);
    QVERIFY(page->findChild<code::HistoryList *>()->selectId(test::idOf(topic)));
    QVERIFY(host.commands().run(QStringLiteral("commits.compare")));
    auto *dialog = page->findChild<QDialog *>();
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Return);
    // Since they parted: what main added is not taken away.
    QTRY_COMPARE(paths(page), QStringList{QStringLiteral("topic")});
    QTRY_VERIFY(test::showsText(page, QStringLiteral("compared with")));
}

void TestCommitsPage::followsAFileThroughRenames()
{
    ScratchRepository repository;
    QByteArray content;
    for (int i = 0; i < 30; ++i)
        content += "line " + QByteArray::number(i) + '\n';
    repository.write("old*.txt", content);
    repository.commit(QStringLiteral("Add"));
    repository.write("oldx.txt", "another\n");
    repository.commit(QStringLiteral("Unrelated"));
    repository.git({QStringLiteral("mv"), QStringLiteral("old*.txt"), QStringLiteral("new.txt")});
    repository.commit(QStringLiteral("Rename"));
    repository.write("new.txt", content + "more\n");
    repository.commit(QStringLiteral("Change"));
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    host.open(name, tab,
              {{QStringLiteral("path"), QStringLiteral("new.txt")},
               {QStringLiteral("follow"), QStringLiteral("1")}});
    const QStringList wanted{QStringLiteral("Change"), QStringLiteral("Rename"), QStringLiteral("Add")};
    QTRY_COMPARE_WITH_TIMEOUT(messages(model), wanted, patience);
    // Typing another path is a filter again.
    auto *field = page->findChild<code::HistoryFilters *>()->findChildren<QLineEdit *>().last();
    QCOMPARE(field->text(), QStringLiteral("new.txt"));
    field->setText(QStringLiteral("oldx.txt"));
    QTRY_COMPARE_WITH_TIMEOUT(messages(model), QStringList{QStringLiteral("Unrelated")}, patience);
    QVERIFY(!page->address().query.contains(QStringLiteral("follow")));
}

void TestCommitsPage::oddCommits()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    const QByteArray tree = repository.git({QStringLiteral("mktree")}, {}).trimmed();
    const auto write = [&](const QByteArray &parent, const QByteArray &who, const QByteArray &rest) {
        const QByteArray object = "tree " + tree + '\n' +
                                  (parent.isEmpty() ? "" : "parent " + parent + '\n') + "author " + who +
                                  "\ncommitter " + who + '\n' + rest;
        return repository
            .git({QStringLiteral("hash-object"), QStringLiteral("-t"), QStringLiteral("commit"),
                  QStringLiteral("-w"), QStringLiteral("--stdin"), QStringLiteral("--literally")},
                 object)
            .trimmed();
    };
    const QByteArray ada = "Ada <ada@harbour.example> 1767268800 +0000";
    QByteArray id = write({}, "Jos\xE9 <jose@harbour.example> 1767268800 +0100",
                          "encoding ISO-8859-1\n\nCaf\xE9 cr\xE8me\n");
    id = write(id, ada, "\n");
    id = write(id, " <> 0 +0000", "\n\n\n   \nText after blank lines\n");
    id = write(id, ada, "\nno newline at the end \xE2\x80\xAE bidi");
    id = write(id, "Far <far@harbour.example> 99999999999999 +9999", "\n" + QByteArray(100'000, 'w') + "\n");
    repository.git(
        {QStringLiteral("update-ref"), QStringLiteral("refs/heads/main"), QString::fromLatin1(id)});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    auto *list = page->findChild<code::HistoryList *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 5, patience);
    const auto text = [&](int row, int column) { return model->index(row, column).data().toString(); };
    QCOMPARE(text(4, HistoryModel::Message), QStringLiteral("Café crème"));
    QCOMPARE(text(4, HistoryModel::Author), QStringLiteral("José"));
    QCOMPARE(text(3, HistoryModel::Message), QStringLiteral("(no message)"));
    QCOMPARE(text(2, HistoryModel::Message), QStringLiteral("Text after blank lines"));
    QCOMPARE(text(0, HistoryModel::Message).size(), 400);
    for (int row = 0; row < 5; ++row) {
        list->selectRow(row);
        QVERIFY(!page->grab().isNull());
    }
    QTRY_VERIFY(test::showsText(page, QStringLiteral("Café crème")));
    list->selectRow(3);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("(no message)")));
}

void TestCommitsPage::tagOnABlob()
{
    ScratchRepository repository;
    repository.write("a", "a\n");
    repository.commit(QStringLiteral("First"));
    repository.git({QStringLiteral("tag"), QStringLiteral("blob"), QStringLiteral("HEAD:a")});
    repository.git({QStringLiteral("tag"), QStringLiteral("tree"), QStringLiteral("HEAD^{tree}")});
    repository.git({QStringLiteral("tag"), QStringLiteral("-a"), QStringLiteral("-m"),
                    QStringLiteral("On a blob"), QStringLiteral("annotated-blob"), QStringLiteral("HEAD:a")});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(messages(model), QStringList{QStringLiteral("First")}, patience);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("History is complete")));
}

void TestCommitsPage::modesLinksAndSubmodules()
{
    ScratchRepository repository;
    repository.write("script", "#!/bin/sh\n");
    repository.write("plain", "text\n");
    repository.commit(QStringLiteral("First"));
    repository.git({QStringLiteral("update-index"), QStringLiteral("--chmod=+x"), QStringLiteral("script")});
    const QByteArray link =
        repository
            .git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")}, "script")
            .trimmed();
    repository.git({QStringLiteral("update-index"), QStringLiteral("--cacheinfo"),
                    QStringLiteral("120000,%1,plain").arg(QString::fromLatin1(link))});
    repository.git({QStringLiteral("update-index"), QStringLiteral("--add"), QStringLiteral("--cacheinfo"),
                    QStringLiteral("160000,%1,vendor").arg(QString(40, u'b'))});
    repository.git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("Kinds")});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    host.open(name, tab);
    const QStringList files{QStringLiteral("plain"), QStringLiteral("script"), QStringLiteral("vendor")};
    QTRY_COMPARE(paths(page), files);
    const auto deltas = page->findChild<diffview::ChangesPanel *>()->files();
    QCOMPARE(deltas[0].status, git::DeltaStatus::TypeChanged);
    QCOMPARE(deltas[1].newMode, git::FileMode::Executable);
    QCOMPARE(deltas[2].newMode, git::FileMode::Submodule);
    QVERIFY(!page->grab().isNull());
}

void TestCommitsPage::keyboard()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 20);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    auto *list = page->findChild<code::HistoryList *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 20, patience);
    QVERIFY(page->focusPane(true));
    QCOMPARE(QApplication::focusWidget(), list);
    QTest::keyClick(list, Qt::Key_J);
    QTest::keyClick(list, Qt::Key_J);
    QTest::keyClick(list, Qt::Key_K);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), model->idAt(1).toString());
    QTest::keyClick(list, Qt::Key_End);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("Change 0")));
    QTest::keyClick(list, Qt::Key_Return);
    auto *view = page->findChild<diffview::ChangesPanel *>()->view();
    QCOMPARE(QApplication::focusWidget(), view);
    QVERIFY(page->focusPane(false));
    QCOMPARE(QApplication::focusWidget(), list);
    QVERIFY(page->focusPane(true));
    QCOMPARE(QApplication::focusWidget(), view);
    QVERIFY(host.commands().run(QStringLiteral("commits.browse")));
    QCOMPARE(host.asked().query.value(QStringLiteral("ref")), model->idAt(19).toString());
}

void TestCommitsPage::sha256()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare, {QStringLiteral("--object-format=sha256")});
    test::addManyCommits(repository, 150);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    host.open(name, tab);
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 150, patience);
    QCOMPARE(model->idAt(149).size(), 32);
    QTRY_COMPARE_WITH_TIMEOUT(paths(page), QStringList{QStringLiteral("file.txt")}, patience);
    const QString id = model->idAt(120).toString();
    host.open(name, tab, {{QStringLiteral("commit"), id}});
    QTRY_COMPARE(page->findChild<code::HistoryList *>()->currentIndex().row(), 120);
}

void TestCommitsPage::brokenHistory()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 5);
    repository.git(
        {QStringLiteral("update-ref"), QStringLiteral("refs/heads/other"), QStringLiteral("main~2")});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CommitsPage(host.context()));
    const auto *model = page->findChild<HistoryModel *>();
    host.open(name, tab, {{QStringLiteral("ref"), QStringLiteral("refs/heads/gone")}});
    QTRY_VERIFY(test::showsText(page, QStringLiteral("gone")));
    host.open(name, tab, {{QStringLiteral("ref"), QStringLiteral("refs/heads/other")}});
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 3, patience);
    // An id that is no commit of this repository.
    host.open(name, tab,
              {{QStringLiteral("ref"), QStringLiteral("refs/heads/other")},
               {QStringLiteral("commit"), QString(40, u'a')}});
    QTRY_VERIFY(test::showsText(page, QStringLiteral("aaaaaaa")));
}

QTEST_MAIN(TestCommitsPage)
#include "tst_commitspage.moc"
