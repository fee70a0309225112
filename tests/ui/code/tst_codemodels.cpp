// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// The models of the code screens, watched by Qt's own model tester while they fill.

#include "tests/support/gittest.h"
#include "tests/support/madehistory.h"
#include "tests/support/uipagehost.h"
#include "ui/code/branchmodel.h"
#include "ui/code/historymodel.h"
#include "ui/code/treemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using test::ScratchRepository;

namespace {

const QString name = QStringLiteral("ledger-core");
constexpr auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

QList<QByteArray> lines(const QByteArray &output) { return output.trimmed().split('\n'); }

} // namespace

class TestCodeModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void historyStreams_data() { test::addReaderColumn(); }
    void historyStreams();
    void historyFromTheCommitGraph();
    void historyStartsAnew();
    void historyOfFilters();
    void historyOfNothing();
    void treeIsReadAsItOpens();
    void treeFindsPaths();
    void treeOfAnotherCommit();
    void branchesChange();
};

void TestCodeModels::historyStreams()
{
    QFETCH(QStringList, initArguments);
    ScratchRepository repository(ScratchRepository::Kind::Bare, initArguments);
    test::addManyCommits(repository, 2500);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    code::RepositoryReader reader(host.context().session, QStringLiteral("history"));
    reader.setRepository(name);
    code::HistoryModel model(&reader);
    const QAbstractItemModelTester tester(&model, mode);
    QSignalSpy first(&model, &code::HistoryModel::firstRowsShown);
    QSignalSpy finished(&model, &code::HistoryModel::finished);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    int rowsAtFirst = 0;
    bool loadingAtFirst = false;
    connect(&model, &code::HistoryModel::firstRowsShown, &model, [&] {
        rowsAtFirst = model.rowCount();
        loadingAtFirst = model.isLoading();
    });
    model.load({});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    // A hundred rows are there while the rest of the history is still to come.
    QCOMPARE(first.size(), 1);
    QVERIFY(rowsAtFirst > 0 && rowsAtFirst <= 100);
    QVERIFY(loadingAtFirst);
    QVERIFY(inserted.size() >= 2);
    const auto ids = lines(repository.git({QStringLiteral("rev-list"), QStringLiteral("--topo-order"),
                                           QStringLiteral("--branches"), QStringLiteral("--tags")}));
    QCOMPARE(model.rowCount(), 2500);
    for (int row = 0; row < 2500; ++row)
        QCOMPARE(model.idAt(row).hex(), ids[row]);
    for (const int row : {0, 99, 100, 101, 1099, 1100, 2499})
        QCOMPARE(model.rowOf(model.idAt(row)), row);
    QCOMPARE(model.index(0, code::HistoryModel::Message).data().toString(), QStringLiteral("Change 2499"));
    QCOMPARE(model.index(2498, code::HistoryModel::Author).data().toString(), QStringLiteral("Grace Okafor"));
    QCOMPARE(model.idAt(2500), git::Oid());
    QCOMPARE(model.idAt(-1), git::Oid());
}

void TestCodeModels::historyFromTheCommitGraph()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 700);
    repository.git({QStringLiteral("tag"), QStringLiteral("old"), QStringLiteral("main~400")});
    repository.git({QStringLiteral("branch"), QStringLiteral("side"), QStringLiteral("main~50")});
    test::commitFiles(repository, "side", {{"side", "1\n"}}, "Side");
    repository.git({QStringLiteral("commit-graph"), QStringLiteral("write"), QStringLiteral("--reachable")});
    // Commits that the file does not know yet.
    test::commitFiles(repository, "side", {{"side", "2\n"}}, "Side again");
    test::commitFiles(repository, "main", {{"main", "1\n"}}, "Newest");
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    code::RepositoryReader reader(host.context().session, QStringLiteral("history"));
    reader.setRepository(name);
    code::HistoryModel model(&reader);
    const QAbstractItemModelTester tester(&model, mode);
    QSignalSpy finished(&model, &code::HistoryModel::finished);
    model.load({});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    const auto ids = lines(repository.git({QStringLiteral("rev-list"), QStringLiteral("--topo-order"),
                                           QStringLiteral("--branches"), QStringLiteral("--tags")}));
    QCOMPARE(model.rowCount(), ids.size());
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.idAt(row).hex(), ids[row]);
}

void TestCodeModels::historyStartsAnew()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 1500);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    code::RepositoryReader reader(host.context().session, QStringLiteral("history"));
    reader.setRepository(name);
    code::HistoryModel model(&reader);
    const QAbstractItemModelTester tester(&model, mode);
    QSignalSpy finished(&model, &code::HistoryModel::finished);
    QSignalSpy failed(&model, &code::HistoryModel::failed);
    // Only the last of several is shown, and the ones before leave no row behind.
    git::LogOptions grace;
    grace.author = QStringLiteral("grace");
    model.load({});
    model.load(grace);
    model.load({});
    model.load(grace);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(model.rowCount(), 500);
    model.load({});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60'000);
    QCOMPARE(model.rowCount(), 1500);
    // Stopped in the middle, what is there stays.
    connect(&model, &code::HistoryModel::firstRowsShown, &model, [&model] { model.stop(); });
    model.load({});
    QTRY_VERIFY_WITH_TIMEOUT(!model.isLoading() && model.rowCount() <= 1500, 60'000);
    QVERIFY(failed.isEmpty());
}

void TestCodeModels::historyOfFilters()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 300);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    code::RepositoryReader reader(host.context().session, QStringLiteral("history"));
    reader.setRepository(name);
    code::HistoryModel model(&reader);
    const QAbstractItemModelTester tester(&model, mode);
    QSignalSpy finished(&model, &code::HistoryModel::finished);
    git::LogOptions options;
    options.message = QStringLiteral("change 1");
    model.load(options);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(model.rowCount(), 111);
    // Commits between the matching ones are not there, so no line leads anywhere.
    QCOMPARE(model.widestGraph(), 1);
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto graph = model.index(row, code::HistoryModel::Graph)
                               .data(code::HistoryModel::GraphRole)
                               .value<ui::GraphRow>();
        QCOMPARE(graph.lane, 0);
        QVERIFY(graph.upper.isEmpty() && graph.lower.isEmpty());
    }
}

void TestCodeModels::historyOfNothing()
{
    const ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    code::RepositoryReader reader(host.context().session, QStringLiteral("history"));
    reader.setRepository(name);
    code::HistoryModel model(&reader);
    const QAbstractItemModelTester tester(&model, mode);
    QSignalSpy finished(&model, &code::HistoryModel::finished);
    QSignalSpy failed(&model, &code::HistoryModel::failed);
    model.load({});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(model.rowCount(), 0);
    reader.setRepository(QStringLiteral("none"));
    model.load({});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!model.isLoading());
}

void TestCodeModels::treeIsReadAsItOpens()
{
    ScratchRepository repository;
    repository.write("src/client/b.cpp", "b\n");
    repository.write("src/A.h", "a\n");
    repository.write("lat\xE9/f\xFF.txt", "f\n");
    repository.write("README.md", "# R\n");
    const git::Oid commit = test::idOf(repository.commit(QStringLiteral("Files")));
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    code::RepositoryReader reader(host.context().session, QStringLiteral("tree"));
    reader.setRepository(name);
    code::TreeModel model(&reader);
    const QAbstractItemModelTester tester(&model, mode);
    model.setCommit(commit);
    QTRY_COMPARE(model.rowCount(), 3);
    // Folders first.
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("lat\\xE9"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("src"));
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("README.md"));
    QVERIFY(model.hasChildren(model.index(0, 0)));
    QVERIFY(!model.hasChildren(model.index(2, 0)));
    for (const int row : {0, 1}) {
        const QModelIndex folder = model.index(row, 0);
        if (model.canFetchMore(folder))
            model.fetchMore(folder);
        model.fetchMore(folder);
        QTRY_COMPARE(model.rowCount(folder), row + 1);
        QVERIFY(!model.canFetchMore(folder));
    }
    QCOMPARE(model.path(model.index(0, 0, model.index(0, 0))), QByteArray("lat\xE9/f\xFF.txt"));
}

void TestCodeModels::treeFindsPaths()
{
    ScratchRepository repository;
    QByteArray deep;
    for (int i = 0; i < 30; ++i)
        deep += "d" + QByteArray::number(i) + '/';
    repository.write(deep + "end.txt", "end\n");
    repository.write("other/x", "x\n");
    const git::Oid commit = test::idOf(repository.commit(QStringLiteral("Files")));
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    code::RepositoryReader reader(host.context().session, QStringLiteral("tree"));
    reader.setRepository(name);
    code::TreeModel model(&reader);
    const QAbstractItemModelTester tester(&model, mode);
    model.setCommit(commit);
    QMap<QByteArray, QByteArray> found;
    for (const QByteArray &path : {deep + "end.txt", QByteArray("other"), QByteArray("none"),
                                   QByteArray("other/x/below"), deep + "no"})
        model.find(path, [&, path](const QModelIndex &index) {
            found.insert(path, index.isValid() ? model.path(index) : QByteArray("nothing"));
        });
    QTRY_COMPARE(found.size(), 5);
    QCOMPARE(found.value(deep + "end.txt"), deep + "end.txt");
    QCOMPARE(found.value("other"), "other");
    QCOMPARE(found.value("none"), "nothing");
    QCOMPARE(found.value("other/x/below"), "nothing");
    QCOMPARE(found.value(deep + "no"), "nothing");
}

void TestCodeModels::treeOfAnotherCommit()
{
    ScratchRepository repository;
    repository.write("a/one", "1\n");
    const git::Oid before = test::idOf(repository.commit(QStringLiteral("One")));
    repository.write("a/two", "2\n");
    const git::Oid after = test::idOf(repository.commit(QStringLiteral("Two")));
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    code::RepositoryReader reader(host.context().session, QStringLiteral("tree"));
    reader.setRepository(name);
    code::TreeModel model(&reader);
    const QAbstractItemModelTester tester(&model, mode);
    // Folders of a commit that is no longer shown never appear in the other's tree.
    model.setCommit(before);
    model.setCommit(after);
    QTRY_COMPARE(model.rowCount(), 1);
    model.fetchMore(model.index(0, 0));
    model.setCommit(before);
    model.setCommit(after);
    QTRY_COMPARE(model.rowCount(), 1);
    model.fetchMore(model.index(0, 0));
    QTRY_COMPARE(model.rowCount(model.index(0, 0)), 2);
    // An object that is no tree.
    QSignalSpy failed(&model, &code::TreeModel::failed);
    model.setCommit(test::idOf(QByteArray(40, 'a')));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(model.rowCount(), 0);
}

void TestCodeModels::branchesChange()
{
    code::BranchModel model(code::BranchModel::Kind::Branches);
    const QAbstractItemModelTester tester(&model, mode);
    const auto row = [](const QByteArray &branch, bool isDefault = false) {
        code::BranchRow row;
        row.ref.name = "refs/heads/" + branch;
        row.ref.kind = git::RefKind::Branch;
        row.isDefault = isDefault;
        return row;
    };
    model.setRows({row("a"), row("b", true), row("c")});
    QCOMPARE(model.rowCount(), 3);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setDivergence("refs/heads/a", 3, 1);
    QCOMPARE(model.index(0, code::BranchModel::Divergence).data().toString(),
             QStringLiteral("3 ahead, 1 behind"));
    // The same again: nothing moves, and what was counted stays.
    model.setRows({row("a"), row("b", true), row("c")});
    QCOMPARE(removed.size(), 0);
    QCOMPARE(model.index(0, 0).data(code::BranchModel::AheadRole).toInt(), 3);
    model.setRows({row("a"), row("c")});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("c"));
    model.setDivergence("refs/heads/gone", 1, 1);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestCodeModels)
#include "tst_codemodels.moc"
