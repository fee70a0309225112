// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/repository.h"
#include "core/git/write.h"
#include "tests/support/gittest.h"
#include "tests/support/scratchrepository.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace countersign;
using namespace countersign::git;
using countersign::test::idOf;
using countersign::test::ScratchRepository;

namespace {

const Signature ada{QStringLiteral("Ada Marchetti"), QStringLiteral("ada@harbour.example"), 1767268800, 60};

/// A hub's repository with a first commit on main.
struct Hub
{
    Hub()
    {
        path = folder.filePath(QStringLiteral("hub.git"));
        if (const auto made = initBare(path, "main"); !made)
            qFatal("%s", qPrintable(made.error().message + made.error().detail));
    }
    Oid blob(const QByteArray &content) const
    {
        const auto id = writeBlob(path, content);
        return id ? *id : Oid();
    }
    Oid tree(const Oid &base, const QList<std::pair<QByteArray, QByteArray>> &files) const
    {
        QList<TreeChange> changes;
        for (const auto &[name, content] : files)
            changes.append({name, blob(content), FileMode::Normal});
        const auto id = writeTree(path, base, changes);
        return id ? *id : Oid();
    }
    Oid commit(const Oid &tree, const QList<Oid> &parents, const QString &message = QStringLiteral("m")) const
    {
        const auto id = writeCommit(path, tree, parents, ada, ada, message);
        return id ? *id : Oid();
    }
    Repository open() const { return std::move(*Repository::open(path)); }

    QTemporaryDir folder;
    QString path;
};

QList<QByteArray> namesOf(const QList<TreeEntry> &entries)
{
    QList<QByteArray> names;
    for (const TreeEntry &entry : entries)
        names << entry.name;
    return names;
}

} // namespace

class TestGitWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initialises();
    void refusesToInitialise_data();
    void refusesToInitialise();
    void writesAHistory();
    void writesSha256();
    void changesTrees();
    void refusesPaths_data();
    void refusesPaths();
    void keepsOddPaths();
    void refusesContentThatIsNotThere();
    void keepsSignaturesExactly();
    void writesTags();
    void merges_data();
    void merges();
    void mergesNothingUnrelated();
    void movesRefs();
    void reportsRefConflicts();
    void refusesRefNames();
    void onlyOneOfManyWins();
    void acceptsRefNames_data();
    void acceptsRefNames();
};

void TestGitWriting::initialises()
{
    const Hub hub;
    const auto repository = Repository::open(hub.path);
    GIT_VERIFY(repository);
    QCOMPARE(*headBranch(*repository), QByteArray("refs/heads/main"));
    QVERIFY(refs(*repository)->isEmpty());
    QCOMPARE(resolveCommit(*repository, "HEAD").error().kind, ErrorKind::NotFound);
    QCOMPARE(*commitCount(*repository, {}), 0);
    QVERIFY(!QFileInfo::exists(hub.path + QStringLiteral("/hooks")));
    QFile config(hub.path + QStringLiteral("/config"));
    QVERIFY(config.open(QIODevice::ReadOnly));
    const QByteArray settings = config.readAll();
    for (const char *line : {"fsync = all", "fsckObjects = true", "unpackLimit = 1",
                             "logAllRefUpdates = always", "auto = 0", "useReplaceRefs = false"})
        QVERIFY2(settings.contains(line), line);
    QCOMPARE(initBare(hub.path, "main").error().kind, ErrorKind::AlreadyExists);
}

void TestGitWriting::refusesToInitialise_data()
{
    QTest::addColumn<QByteArray>("branch");
    for (const QByteArray &name : {QByteArray(""), QByteArray("-x"), QByteArray("a..b"), QByteArray("HEAD")})
        QTest::newRow(name.isEmpty() ? "empty" : name.constData()) << name;
}

void TestGitWriting::refusesToInitialise()
{
    QFETCH(const QByteArray, branch);
    const QTemporaryDir folder;
    QCOMPARE(initBare(folder.filePath(QStringLiteral("x.git")), branch).error().kind,
             ErrorKind::InvalidInput);
}

void TestGitWriting::writesAHistory()
{
    const Hub hub;
    const Oid first = hub.commit(hub.tree({}, {{"a.txt", "a\n"}, {"src/b.txt", "b\n"}}), {});
    const Oid second =
        hub.commit(hub.tree(first, {{"src/b.txt", "B\n"}}), {first}, QStringLiteral("Größe\n\nmore"));
    QVERIFY(!second.isNull());
    GIT_VERIFY(updateRefs(hub.path, {{"refs/heads/main", {}, second}}, "made"));
    const Repository repository = hub.open();
    QCOMPARE(*resolveCommit(repository, "HEAD"), second);
    const auto info = commit(repository, second);
    GIT_VERIFY(info);
    QCOMPARE(info->message, QStringLiteral("Größe\n\nmore\n"));
    QCOMPARE(info->author, ada);
    QCOMPARE(info->committer, ada);
    QCOMPARE(info->parents, QList{first});
    QCOMPARE(*blob(repository, entry(repository, second, "src/b.txt")->id), QByteArray("B\n"));
    QCOMPARE(namesOf(*allFiles(repository, second)), (QList<QByteArray>{"a.txt", "src/b.txt"}));
}

void TestGitWriting::writesSha256()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.git"));
    GIT_VERIFY(initBare(path, "main", 32));
    const auto content = writeBlob(path, "x");
    GIT_VERIFY(content);
    QCOMPARE(content->size(), 32);
    const auto tree = writeTree(path, {}, {{"x", *content, FileMode::Normal}, {"gone", {}, FileMode::None}});
    GIT_VERIFY(tree);
    const auto made = writeCommit(path, *tree, {}, ada, ada, QStringLiteral("m"));
    GIT_VERIFY(made);
    GIT_VERIFY(updateRefs(path, {{"refs/heads/main", {}, *made}}, {}));
    QCOMPARE(updateRefs(path, {{"refs/heads/main", {}, *made}}, {}).error().kind, ErrorKind::Conflict);
    const auto repository = Repository::open(path);
    QCOMPARE(*resolveCommit(*repository, "main"), *made);
}

void TestGitWriting::changesTrees()
{
    const Hub hub;
    const Oid base = hub.tree({}, {{"a", "1"}, {"d/x", "2"}, {"d/y", "3"}});
    const Oid content = hub.blob("new");
    const Repository repository = hub.open();
    const auto changed = [&](const QList<TreeChange> &changes) -> QList<QByteArray> {
        const auto tree = writeTree(hub.path, base, changes);
        return tree ? namesOf(*allFiles(repository, *tree)) : QList<QByteArray>{};
    };
    using Names = QList<QByteArray>;
    QCOMPARE(changed({}), (Names{"a", "d/x", "d/y"}));
    QCOMPARE(changed({{"d/x", {}, FileMode::None}, {"d/y", {}, FileMode::None}}), Names{"a"});
    QCOMPARE(changed({{"absent", {}, FileMode::None}}), (Names{"a", "d/x", "d/y"}));
    QCOMPARE(changed({{"e/f/g", content, FileMode::Executable}}), (Names{"a", "d/x", "d/y", "e/f/g"}));
    // A file gives way to a folder and the other way round, in one step and in any order.
    QCOMPARE(changed({{"a/b", content, FileMode::Normal}, {"a", {}, FileMode::None}}),
             (Names{"a/b", "d/x", "d/y"}));
    QCOMPARE(
        changed({{"d", content, FileMode::Normal}, {"d/x", {}, FileMode::None}, {"d/y", {}, FileMode::None}}),
        (Names{"a", "d"}));
    QCOMPARE(writeTree(hub.path, base, {{"a/b", content, FileMode::Normal}}).error().kind,
             ErrorKind::Conflict);
    QCOMPARE(writeTree(hub.path, base, {{"d", content, FileMode::Normal}}).error().kind, ErrorKind::Conflict);

    const auto linked = writeTree(hub.path, base, {{"link", hub.blob("d"), FileMode::Symlink}});
    GIT_VERIFY(linked);
    QCOMPARE(entry(repository, *linked, "link")->mode, FileMode::Symlink);
    // Never through a link.
    QCOMPARE(writeTree(hub.path, *linked, {{"link/x", content, FileMode::Normal}}).error().kind,
             ErrorKind::Conflict);
    const auto none = writeTree(hub.path, {}, {});
    GIT_VERIFY(none);
    QVERIFY(allFiles(repository, *none)->isEmpty());
}

void TestGitWriting::refusesPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    const QList<QByteArray> paths{"",
                                  "/a",
                                  "a/",
                                  "a//b",
                                  ".",
                                  "..",
                                  "a/../b",
                                  "./a",
                                  ".git",
                                  ".git/config",
                                  ".GIT/config",
                                  "a/.Git/x",
                                  ".git./x",
                                  ".git /x",
                                  ".git . ./x",
                                  "git~1/config",
                                  "GIT~1",
                                  ".git::$INDEX_ALLOCATION/x",
                                  ".git:stream",
                                  "a\\.git\\config",
                                  ".g\xE2\x80\x8C"
                                  "it/config",
                                  "\xEF\xBB\xBF.git",
                                  ".gi\xE2\x80\xAE"
                                  "t",
                                  QByteArray("a\0b", 3),
                                  QByteArray(256, 'a'),
                                  QByteArray("a/").repeated(2048) + "a"};
    int row = 0;
    for (const QByteArray &path : paths)
        QTest::addRow("%d %s", row++, path.left(30).toPercentEncoding().constData()) << path;
}

void TestGitWriting::refusesPaths()
{
    QFETCH(const QByteArray, path);
    static const Hub hub;
    static const Oid content = hub.blob("x");
    QCOMPARE(writeTree(hub.path, {}, {{path, content, FileMode::Normal}}).error().kind,
             ErrorKind::InvalidInput);
    QCOMPARE(writeTree(hub.path, {}, {{path, {}, FileMode::None}}).error().kind, ErrorKind::InvalidInput);
}

void TestGitWriting::keepsOddPaths()
{
    const Hub hub;
    const QList<QByteArray> paths{" lead", "a\nb",         "lat\xE9/tab\t", "quote\"", ".gitignore",
                                  "-x",    "--help",       ".github/x",     "git~2",   "a\\b",
                                  "...",   "\xE6\x97\xA5", "$(id)",         "x.lock",  "con:stream"};
    QList<TreeChange> changes;
    for (const QByteArray &path : paths)
        changes.append({path, hub.blob(path), FileMode::Normal});
    const auto tree = writeTree(hub.path, {}, changes);
    GIT_VERIFY(tree);
    const Repository repository = hub.open();
    for (const QByteArray &path : paths)
        QCOMPARE(*blob(repository, entry(repository, *tree, path)->id), path);
}

void TestGitWriting::refusesContentThatIsNotThere()
{
    const Hub hub;
    const Oid absent = idOf(QByteArray(40, 'a'));
    QCOMPARE(writeTree(hub.path, {}, {{"x", absent, FileMode::Normal}}).error().kind, ErrorKind::NotFound);
    QCOMPARE(writeTree(hub.path, absent, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(writeTree(hub.path, {}, {{"x", {}, FileMode::Normal}}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(writeTree(hub.path, {}, {{"x", hub.blob("x"), FileMode::Tree}}).error().kind,
             ErrorKind::InvalidInput);
    const Oid tree = hub.tree({}, {{"x", "x"}});
    QCOMPARE(writeCommit(hub.path, tree, {absent}, ada, ada, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(writeCommit(hub.path, absent, {}, ada, ada, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(writeCommit(hub.path, tree, {}, {}, ada, {}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(writeCommit(hub.path, tree, {}, ada, ada, QString(QChar(0))).error().kind,
             ErrorKind::InvalidInput);
    QCOMPARE(mergeTrees(hub.path, absent, absent).error().kind, ErrorKind::NotFound);
    QCOMPARE(updateRefs(hub.path, {{"refs/heads/x", {}, absent}}, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(updateRefs(hub.path, {{"refs/heads/x", {}, tree}}, {}).error().kind, ErrorKind::InvalidInput);
}

void TestGitWriting::keepsSignaturesExactly()
{
    const Hub hub;
    const Oid tree = hub.tree({}, {{"x", "x"}});
    const Repository repository = hub.open();
    for (const Signature &signature :
         {Signature{QStringLiteral("Yuki Tanabe 棚部"), QStringLiteral("yuki@harbour.example"), 0, 540},
          Signature{QStringLiteral("Tomás"), {}, 4102444800, -210},
          Signature{QStringLiteral("a \"b\" c"), QStringLiteral("d e"), 1, 0}}) {
        const auto id = writeCommit(hub.path, tree, {}, signature, signature, QStringLiteral("x\n"));
        GIT_VERIFY(id);
        QCOMPARE(commit(repository, *id)->author, signature);
        QCOMPARE(commit(repository, *id)->committer, signature);
    }
    const Signature hostile{QStringLiteral("x> 1 +0000\nparent y<"), QStringLiteral("a<b>"), 5, 0};
    const auto id = writeCommit(hub.path, tree, {}, hostile, ada, {});
    GIT_VERIFY(id);
    QVERIFY(commit(repository, *id)->parents.isEmpty());
    QCOMPARE(commit(repository, *id)->author.when, 5);
    QCOMPARE(commit(repository, *id)->message, QString());
}

void TestGitWriting::writesTags()
{
    const Hub hub;
    const Oid made = hub.commit(hub.tree({}, {{"x", "x"}}), {});
    const auto tag = writeTag(hub.path, "v1.0", made, ada, QStringLiteral("First"));
    GIT_VERIFY(tag);
    GIT_VERIFY(updateRefs(hub.path, {{"refs/tags/v1.0", {}, *tag}}, "tag"));
    const Repository repository = hub.open();
    const RefInfo info = refs(repository)->first();
    QCOMPARE(info.kind, RefKind::Tag);
    QCOMPARE(info.commit, made);
    QCOMPARE(info.tagger, ada);
    QCOMPARE(info.message, QStringLiteral("First\n"));
    QCOMPARE(info.shortName(), QStringLiteral("v1.0"));
    QCOMPARE(writeTag(hub.path, "-x", made, ada, {}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(writeTag(hub.path, "x", idOf(QByteArray(40, 'b')), ada, {}).error().kind, ErrorKind::NotFound);
}

void TestGitWriting::merges_data()
{
    using Files = QList<std::pair<QByteArray, QByteArray>>;
    QTest::addColumn<Files>("base");
    QTest::addColumn<Files>("ours");
    QTest::addColumn<Files>("theirs");
    QTest::addColumn<QByteArray>("conflicts");
    const QByteArray lines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    const auto with = [&](const char *from, const char *to) { return QByteArray(lines).replace(from, to); };
    QTest::newRow("clean") << Files{{"a", lines}} << Files{{"a", with("1\n", "one\n")}}
                           << Files{{"a", with("9\n", "nine\n")}, {"b", "b"}} << QByteArray();
    QTest::newRow("same line") << Files{{"a", lines}} << Files{{"a", with("5\n", "five\n")}}
                               << Files{{"a", with("5\n", "FIVE\n")}} << QByteArray("a:bot");
    QTest::newRow("modified and deleted")
        << Files{{"a", lines}, {"k", "k"}} << Files{{"a", with("5\n", "five\n")}, {"k", "k"}}
        << Files{{"k", "k"}} << QByteArray("a:bo");
    QTest::newRow("added twice") << Files{{"k", "k"}} << Files{{"k", "k"}, {"n\xE9w", "ours\n"}}
                                 << Files{{"k", "k"}, {"n\xE9w", "theirs\n"}} << QByteArray("n\xE9w:ot");
    QTest::newRow("renamed and edited") << Files{{"a", lines}} << Files{{"moved", lines}}
                                        << Files{{"a", with("5\n", "five\n")}} << QByteArray();
    QTest::newRow("renamed apart") << Files{{"a", lines}} << Files{{"left", lines}} << Files{{"right", lines}}
                                   << QByteArray("a:b left:o right:t");
    QTest::newRow("binary") << Files{{"a", QByteArray("\0\1\2", 3)}} << Files{{"a", QByteArray("\0\1\3", 3)}}
                            << Files{{"a", QByteArray("\0\1\4", 3)}} << QByteArray("a:bot");
    QTest::newRow("already in") << Files{{"a", lines}} << Files{{"a", "x"}} << Files{{"a", lines}}
                                << QByteArray();
}

void TestGitWriting::merges()
{
    using Files = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(const Files, base);
    QFETCH(const Files, ours);
    QFETCH(const Files, theirs);
    QFETCH(const QByteArray, conflicts);
    const Hub hub;
    const Oid root = hub.commit(hub.tree({}, base), {});
    const Oid left = hub.commit(hub.tree({}, ours), {root});
    const Oid right = hub.commit(hub.tree({}, theirs), {root});
    const auto outcome = mergeTrees(hub.path, left, right);
    GIT_VERIFY(outcome);
    QList<QByteArray> found;
    for (const MergeConflict &conflict : outcome->conflicts)
        found << conflict.path + ':' + (conflict.base.isNull() ? "" : "b") +
                     (conflict.ours.isNull() ? "" : "o") + (conflict.theirs.isNull() ? "" : "t");
    QCOMPARE(found.join(' '), conflicts);
    QCOMPARE(outcome->isClean(), conflicts.isEmpty());
    const Repository repository = hub.open();
    GIT_VERIFY(allFiles(repository, outcome->tree));
    if (conflicts == "a:bot" && QByteArray(QTest::currentDataTag()) == "same line")
        QVERIFY(blob(repository, entry(repository, outcome->tree, "a")->id)->contains("<<<<<<<"));
    const auto explicitBase = mergeTrees(hub.path, left, right, root);
    GIT_VERIFY(explicitBase);
    QCOMPARE(explicitBase->conflicts.size(), outcome->conflicts.size());
}

void TestGitWriting::mergesNothingUnrelated()
{
    const Hub hub;
    const Oid one = hub.commit(hub.tree({}, {{"a", "1"}}), {});
    const Oid other = hub.commit(hub.tree({}, {{"b", "2"}}), {});
    QCOMPARE(mergeTrees(hub.path, one, other).error().kind, ErrorKind::Conflict);
    const Repository repository = hub.open();
    const auto base = mergeBase(repository, one, other);
    GIT_VERIFY(base);
    QCOMPARE(*base, std::nullopt);
}

void TestGitWriting::movesRefs()
{
    const Hub hub;
    const Oid first = hub.commit(hub.tree({}, {{"a", "1"}}), {});
    const Oid second = hub.commit(hub.tree({}, {{"a", "2"}}), {first});
    GIT_VERIFY(
        updateRefs(hub.path, {{"refs/heads/main", {}, first}, {"refs/heads/topic", {}, first}}, "new"));
    GIT_VERIFY(updateRefs(hub.path,
                          {{"refs/heads/main", first, second},
                           {"refs/heads/topic", first, {}},
                           {"refs/tags/v1", {}, first},
                           {"refs/heads/absent", {}, {}}},
                          "moved\nfar"));
    GIT_VERIFY(setHead(hub.path, "refs/heads/other"));
    const Repository repository = hub.open();
    QCOMPARE(*headBranch(repository), QByteArray("refs/heads/other"));
    QCOMPARE(*resolveCommit(repository, "main"), second);
    QCOMPARE(*resolveCommit(repository, "v1"), first);
    QCOMPARE(refs(repository)->size(), 2);
    GIT_VERIFY(updateRefs(hub.path, {}, "nothing"));
    QCOMPARE(setHead(hub.path, "--help").error().kind, ErrorKind::InvalidInput);
}

void TestGitWriting::reportsRefConflicts()
{
    const Hub hub;
    const Oid first = hub.commit(hub.tree({}, {{"a", "1"}}), {});
    const Oid second = hub.commit(hub.tree({}, {{"a", "2"}}), {first});
    GIT_VERIFY(updateRefs(hub.path, {{"refs/heads/main", {}, first}}, "new"));
    const auto kind = [&](const QList<RefUpdate> &updates) {
        const auto done = updateRefs(hub.path, updates, "r");
        return done ? ErrorKind::Internal : done.error().kind;
    };
    QCOMPARE(kind({{"refs/heads/main", second, first}}), ErrorKind::Conflict);
    QCOMPARE(kind({{"refs/heads/main", {}, second}}), ErrorKind::Conflict);
    QCOMPARE(kind({{"refs/heads/main", second, {}}}), ErrorKind::Conflict);
    QCOMPARE(kind({{"refs/heads/gone", first, second}}), ErrorKind::Conflict);
    QCOMPARE(kind({{"refs/heads/gone", first, {}}}), ErrorKind::Conflict);
    QCOMPARE(kind({{"refs/heads/main", {}, {}}}), ErrorKind::Conflict);
    QCOMPARE(kind({{"refs/heads/main/below", {}, first}}), ErrorKind::AlreadyExists);
    QCOMPARE(kind({{"refs/heads/x", {}, first}, {"refs/heads/x/y", {}, first}}), ErrorKind::AlreadyExists);
    QCOMPARE(kind({{"refs/heads/x", {}, first}, {"refs/heads/x", {}, second}}), ErrorKind::InvalidInput);
    // All or nothing.
    QCOMPARE(kind({{"refs/heads/fresh", {}, first}, {"refs/heads/main", second, first}}),
             ErrorKind::Conflict);
    QCOMPARE(refs(hub.open())->size(), 1);
    QFile lock(hub.path + QStringLiteral("/refs/heads/main.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QCOMPARE(kind({{"refs/heads/main", first, second}}), ErrorKind::Conflict);
}

void TestGitWriting::refusesRefNames()
{
    const Hub hub;
    const Oid first = hub.commit(hub.tree({}, {{"a", "1"}}), {});
    for (const QByteArray &name :
         {QByteArray("main"), QByteArray("HEAD"), QByteArray("refs/heads/a b"), QByteArray("refs/heads/.."),
          QByteArray("refs/heads/x.lock"), QByteArray("refs/heads/x\nstart"),
          QByteArray("refs/heads/x\0y", 14), QByteArray("refs/replace/" + QByteArray(40, 'a')),
          QByteArray("../x"), QByteArray("")})
        QCOMPARE(updateRefs(hub.path, {{name, {}, first}}, {}).error().kind, ErrorKind::InvalidInput);
}

void TestGitWriting::onlyOneOfManyWins()
{
    const Hub hub;
    const Oid root = hub.commit(hub.tree({}, {{"a", "1"}}), {});
    GIT_VERIFY(updateRefs(hub.path, {{"refs/heads/main", {}, root}}, "new"));
    constexpr int runners = 8;
    QList<Oid> tips;
    for (int i = 0; i < runners; ++i)
        tips << hub.commit(hub.tree({}, {{"a", QByteArray::number(i)}}), {root});
    std::atomic<int> won = 0;
    std::atomic<int> lost = 0;
    std::atomic<int> odd = 0;
    {
        QList<std::shared_ptr<std::jthread>> threads;
        for (int i = 0; i < runners; ++i)
            threads << std::make_shared<std::jthread>([&, i] {
                const auto done = updateRefs(hub.path, {{"refs/heads/main", root, tips[i]}}, "race");
                ++(done ? won : done.error().kind == ErrorKind::Conflict ? lost : odd);
            });
    }
    QCOMPARE(won, 1);
    QCOMPARE(lost, runners - 1);
    QCOMPARE(odd, 0);
    QVERIFY(tips.contains(*resolveCommit(hub.open(), "main")));
}

void TestGitWriting::acceptsRefNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("expected");
    for (const QByteArray &good :
         {QByteArray("main"), QByteArray("feature/tide-table"), QByteArray("v1.0"), QByteArray("a;b"),
          QByteArray("a$(id)b"), QByteArray("a'b"), QByteArray("caf\xC3\xA9"), QByteArray("\xE6\x97\xA5"),
          QByteArray("Main"), QByteArray("a-"), QByteArray("x/refs/y"), QByteArray(39, 'a'),
          QByteArray("fix-head"), QByteArray("\xF0\x9F\x9A\xA2")})
        QTest::addRow("good %s", good.toPercentEncoding().constData()) << good << true;
    for (const QByteArray &bad : {QByteArray(""),
                                  QByteArray("-x"),
                                  QByteArray("--output=x"),
                                  QByteArray("-"),
                                  QByteArray("a/-x"),
                                  QByteArray("HEAD"),
                                  QByteArray("FETCH_HEAD"),
                                  QByteArray("ORIG_HEAD"),
                                  QByteArray("@"),
                                  QByteArray(40, 'a'),
                                  QByteArray(64, '0'),
                                  QByteArray("refs/heads/main"),
                                  QByteArray("refs"),
                                  QByteArray("a<U>\xE2\x80\xAE"
                                             "b"),
                                  QByteArray("a\xE2\x80\x8B"
                                             "b"),
                                  QByteArray("a\xC2\xA0"
                                             "b"),
                                  QByteArray("lat\xE9"),
                                  QByteArray("a b"),
                                  QByteArray("a..b"),
                                  QByteArray(".a"),
                                  QByteArray("a/.b"),
                                  QByteArray("a.lock"),
                                  QByteArray("a.lock/b"),
                                  QByteArray("a/"),
                                  QByteArray("/a"),
                                  QByteArray("a//b"),
                                  QByteArray("a."),
                                  QByteArray("a@{b"),
                                  QByteArray("a~1"),
                                  QByteArray("a^"),
                                  QByteArray("a:b"),
                                  QByteArray("a?"),
                                  QByteArray("a*"),
                                  QByteArray("a["),
                                  QByteArray("a\\b"),
                                  QByteArray("a\nb"),
                                  QByteArray("a\x1B"
                                             "b"),
                                  QByteArray("a\x7F"),
                                  QByteArray("a\0b", 3),
                                  QByteArray(257, 'a'),
                                  QByteArray("a\xE3\x85\xA4"),
                                  QByteArray("main\xEF\xB8\x8F")})
        QTest::addRow("bad %lld %s", static_cast<long long>(bad.size()),
                      bad.left(30).toPercentEncoding().constData())
            << bad << false;
}

void TestGitWriting::acceptsRefNames()
{
    QFETCH(const QByteArray, name);
    QTEST(isAcceptableRefName(name), "expected");
}

QTEST_GUILESS_MAIN(TestGitWriting)
#include "tst_gitwriting.moc"
