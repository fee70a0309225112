// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/repository.h"
#include "tests/support/gittest.h"
#include "tests/support/scratchrepository.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::git;
using countersign::test::idOf;
using countersign::test::ScratchRepository;

namespace {

QStringList words(const char *line) { return QString::fromUtf8(line).split(u' '); }

QStringList subjects(const Repository &repository, const LogOptions &options)
{
    QStringList result;
    const auto done = git::log(repository, options, [&](const QList<CommitInfo> &batch) {
        for (const CommitInfo &info : batch)
            result << info.subject();
        return true;
    });
    return done ? result : QStringList{done.error().message, done.error().detail};
}

QList<BlameHunk> blameAll(const Repository &repository, const Oid &at, const QByteArray &path)
{
    QList<BlameHunk> hunks;
    const auto done = blame(repository, at, path, [&](const QList<BlameHunk> &batch) {
        hunks += batch;
        return true;
    });
    if (!done)
        qWarning("%s", qPrintable(done.error().message + done.error().detail));
    std::ranges::sort(hunks, {}, &BlameHunk::line);
    return hunks;
}

} // namespace

class TestGitHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsInTopologicalOrder_data() { test::addReaderColumn(); }
    void logsInTopologicalOrder();
    void logsEmptyRepositories();
    void logsFromNames();
    void filters();
    void rewritesParentsForPaths();
    void followsRenames();
    void streamsInBatches();
    void stopsWhenAsked();
    void refusesBadStartingPoints();
    void blamesInPieces_data() { test::addReaderColumn(); }
    void blamesInPieces();
    void blamesThroughRenames();
    void blamesOddNames();
    void refusesToBlameWhatIsNoFile();
    void writesCommitGraphs();
    void archives_data();
    void archives();
    void refusesBadArchives();
};

void TestGitHistory::logsInTopologicalOrder()
{
    QFETCH(const QStringList, initArguments);
    ScratchRepository scratch(ScratchRepository::Kind::Ordinary, initArguments);
    const Oid root = idOf(scratch.commit(QStringLiteral("root")));
    scratch.git(words("checkout -q -b topic"));
    const Oid topic = idOf(scratch.commit(QStringLiteral("topic")));
    scratch.git(words("checkout -q main"));
    const Oid main = idOf(scratch.commit(QStringLiteral("main")));
    scratch.git(words("merge -q --no-ff -m merge topic"));
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    QList<CommitInfo> commits;
    GIT_VERIFY(git::log(*repository, {}, [&](const QList<CommitInfo> &batch) {
        commits += batch;
        return true;
    }));
    QCOMPARE(commits.size(), 4);
    QCOMPARE(commits[0].parents, (QList{main, topic}));
    QCOMPARE(commits[0].subject(), QStringLiteral("merge"));
    QCOMPARE(commits[3].id, root);
    QVERIFY(commits[3].parents.isEmpty());
    QCOMPARE(*commitCount(*repository, {}), 4);
    QCOMPARE(*commitCount(*repository, {"topic"}), 2);
    LogOptions first;
    first.firstParent = true;
    first.from = {"refs/heads/main"};
    QCOMPARE(subjects(*repository, first),
             (QStringList{QStringLiteral("merge"), QStringLiteral("main"), QStringLiteral("root")}));
}

void TestGitHistory::logsEmptyRepositories()
{
    const ScratchRepository empty;
    const auto repository = Repository::open(empty.path());
    GIT_VERIFY(repository);
    QVERIFY(subjects(*repository, {}).isEmpty());
    QCOMPARE(*commitCount(*repository, {}), 0);
    LogOptions head;
    head.from = {"HEAD"};
    QCOMPARE(git::log(*repository, head, [](const auto &) { return true; }).error().kind,
             ErrorKind::NotFound);
}

void TestGitHistory::logsFromNames()
{
    ScratchRepository scratch;
    const QByteArray first = scratch.commit(QStringLiteral("first"));
    scratch.git(words("update-ref refs/heads/--help HEAD"));
    scratch.git(words("update-ref refs/heads/-x HEAD"));
    scratch.commit(QStringLiteral("second"));
    scratch.git({QStringLiteral("update-ref"), QStringLiteral("refs/tags/main"), QString::fromLatin1(first)});
    const auto repository = Repository::open(scratch.path());
    LogOptions options;
    for (const QByteArray &name : {QByteArray("refs/heads/--help"), QByteArray("--help"), QByteArray("-x"),
                                   first, QByteArray("refs/tags/main")}) {
        options.from = {name};
        QCOMPARE(subjects(*repository, options), QStringList{QStringLiteral("first")});
    }
    options.from = {"main"};
    options.exclude = {"refs/tags/main"};
    QCOMPARE(subjects(*repository, options), QStringList{QStringLiteral("second")});
}

void TestGitHistory::filters()
{
    ScratchRepository scratch;
    scratch.write("a.txt", "one\n");
    scratch.commit(QStringLiteral("Add Größe (v1.0)"));
    scratch.write("a.txt", "one\ntwo\n");
    scratch.write("dir/*x.txt", "star\n");
    scratch.commit(QStringLiteral("Second [tide]"), QStringLiteral("Grace Okafor"));
    scratch.write("dir/b.md", "needle\n");
    scratch.commit(QStringLiteral("Third"), QStringLiteral("Tomás Rivera"));
    scratch.write(":odd", "x");
    scratch.write("lat\xE9", "x");
    scratch.commit(QStringLiteral("Fourth\n\nwith a BODY that matters"));
    const auto repository = Repository::open(scratch.path());
    const auto found = [&](auto change) {
        LogOptions options;
        change(options);
        QStringList short_;
        for (const QString &subject : subjects(*repository, options))
            short_ << subject.section(u' ', 0, 0);
        return short_.join(u' ');
    };
    const auto message = [&](const char *text) {
        return found([&](LogOptions &o) { o.message = QString::fromUtf8(text); });
    };
    QCOMPARE(message("größe"), QStringLiteral("Add"));
    QCOMPARE(message("(v1.0)"), QStringLiteral("Add"));
    QCOMPARE(message("v1x0"), QString());
    QCOMPARE(message("[tide]"), QStringLiteral("Second"));
    QCOMPARE(message("body THAT"), QStringLiteral("Fourth"));
    QCOMPARE(message("-"), QString());
    QCOMPARE(message("--all"), QString());
    const auto author = [&](const char *text) {
        return found([&](LogOptions &o) { o.author = QString::fromUtf8(text); });
    };
    QCOMPARE(author("okafor"), QStringLiteral("Second"));
    QCOMPARE(author("tomás"), QStringLiteral("Third"));
    QCOMPARE(author("grace@harbour"), QStringLiteral("Second"));
    QCOMPARE(author(".*"), QString());
    const auto path = [&](const QByteArray &name) { return found([&](LogOptions &o) { o.paths = {name}; }); };
    QCOMPARE(path("a.txt"), QStringLiteral("Second Add"));
    QCOMPARE(path("dir"), QStringLiteral("Third Second"));
    QCOMPARE(path("*.md"), QStringLiteral("Third"));
    QCOMPARE(path("dir/[b].md"), QString());
    QCOMPARE(path(":odd"), QStringLiteral("Fourth"));
    QCOMPARE(path("lat\xE9"), QStringLiteral("Fourth"));
    QCOMPARE(path("--all"), QString());
    QCOMPARE(found([](LogOptions &o) { o.changedText = "needle"; }), QStringLiteral("Third"));
    QCOMPARE(found([](LogOptions &o) { o.changedText = "absent"; }), QString());
    QCOMPARE(found([](LogOptions &o) { o.since = 1767268800 + 60 * 3; }), QStringLiteral("Fourth Third"));
    QCOMPARE(found([](LogOptions &o) { o.until = 1767268800 + 60 * 2; }), QStringLiteral("Second Add"));
    QCOMPARE(found([](LogOptions &o) { o.limit = 2; }), QStringLiteral("Fourth Third"));
}

void TestGitHistory::rewritesParentsForPaths()
{
    ScratchRepository scratch;
    scratch.write("a", "1");
    const Oid first = idOf(scratch.commit(QStringLiteral("first")));
    scratch.write("b", "1");
    scratch.commit(QStringLiteral("between"));
    scratch.write("a", "2");
    const Oid third = idOf(scratch.commit(QStringLiteral("third")));
    const auto repository = Repository::open(scratch.path());
    for (const bool pickaxe : {false, true}) {
        LogOptions options;
        options.paths = {"a"};
        if (pickaxe)
            options.changedText = "1";
        QList<CommitInfo> commits;
        GIT_VERIFY(git::log(*repository, options, [&](const QList<CommitInfo> &batch) {
            commits += batch;
            return true;
        }));
        QCOMPARE(commits.size(), 2);
        QCOMPARE(commits[0].id, third);
        QCOMPARE(commits[0].parents, QList{first});
    }
}

void TestGitHistory::followsRenames()
{
    ScratchRepository scratch;
    scratch.write("old name", "1\n2\n3\n4\n");
    scratch.commit(QStringLiteral("first"));
    scratch.commit(QStringLiteral("unrelated"));
    scratch.git({QStringLiteral("mv"), QStringLiteral("old name"), QStringLiteral("new*name")});
    scratch.commit(QStringLiteral("renamed"));
    scratch.write("new*name", "1\n2\n3\n5\n");
    scratch.commit(QStringLiteral("edited"));
    const auto repository = Repository::open(scratch.path());
    LogOptions options;
    options.follow = true;
    QCOMPARE(git::log(*repository, options, [](const auto &) { return true; }).error().kind,
             ErrorKind::InvalidInput);
    options.paths = {"new*name"};
    QCOMPARE(subjects(*repository, options),
             (QStringList{QStringLiteral("edited"), QStringLiteral("renamed"), QStringLiteral("first")}));
}

void TestGitHistory::streamsInBatches()
{
    ScratchRepository scratch(ScratchRepository::Kind::Bare);
    QByteArray stream;
    for (int i = 0; i < 2500; ++i)
        stream += "commit refs/heads/main\ncommitter Ada <ada@harbour.example> " +
                  QByteArray::number(1767268800 + i) + " +0000\ndata 2\nm\n\n";
    scratch.git(words("fast-import --quiet"), stream);
    const auto repository = Repository::open(scratch.path());
    QList<qsizetype> sizes;
    GIT_VERIFY(git::log(*repository, {}, [&](const QList<CommitInfo> &batch) {
        sizes << batch.size();
        return true;
    }));
    QVERIFY(sizes.size() >= 2);
    QVERIFY(sizes[0] <= 100);
    QCOMPARE(std::accumulate(sizes.begin(), sizes.end(), qsizetype(0)), 2500);
}

void TestGitHistory::stopsWhenAsked()
{
    ScratchRepository scratch;
    scratch.write("a", "1\n");
    const Oid first = idOf(scratch.commit(QStringLiteral("first")));
    scratch.commit(QStringLiteral("second"));
    const auto repository = Repository::open(scratch.path());
    int calls = 0;
    GIT_VERIFY(git::log(*repository, {}, [&](const auto &) {
        ++calls;
        return false;
    }));
    QCOMPARE(calls, 1);
    std::stop_source stop;
    stop.request_stop();
    const auto nothing = [](const auto &) { return true; };
    QCOMPARE(git::log(*repository, {}, nothing, stop.get_token()).error().kind, ErrorKind::Cancelled);
    QCOMPARE(blame(*repository, first, "a", nothing, stop.get_token()).error().kind, ErrorKind::Cancelled);
    QCOMPARE(commitCount(*repository, {}, stop.get_token()).error().kind, ErrorKind::Cancelled);
    QCOMPARE(writeCommitGraph(scratch.gitDirectory(), stop.get_token()).error().kind, ErrorKind::Cancelled);
}

void TestGitHistory::refusesBadStartingPoints()
{
    ScratchRepository scratch;
    scratch.commit(QStringLiteral("first"));
    const auto repository = Repository::open(scratch.path());
    for (const QByteArray &bad : {QByteArray("absent"), QByteArray("main..main"), QByteArray("^main"),
                                  QByteArray("--all"), QByteArray("main\n--all")}) {
        LogOptions options;
        options.from = {bad};
        QCOMPARE(git::log(*repository, options, [](const auto &) { return true; }).error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(commitCount(*repository, {bad}).error().kind, ErrorKind::NotFound);
    }
}

void TestGitHistory::blamesInPieces()
{
    QFETCH(const QStringList, initArguments);
    ScratchRepository scratch(ScratchRepository::Kind::Ordinary, initArguments);
    scratch.write("a", "1\n2\n3\n4\n5\n");
    const Oid first = idOf(scratch.commit(QStringLiteral("Größe")));
    scratch.write("a", "1\n2\nthree\nmore\n4\n5\n");
    const Oid second = idOf(scratch.commit(QStringLiteral("second"), QStringLiteral("Tomás Rivera")));
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    const QList<BlameHunk> hunks = blameAll(*repository, second, "a");
    QCOMPARE(hunks.size(), 3);
    QCOMPARE(hunks[0].commit, first);
    QCOMPARE(hunks[0].line, 1);
    QCOMPARE(hunks[0].count, 2);
    QVERIFY(hunks[0].previous.isNull());
    QCOMPARE(hunks[0].subject, QStringLiteral("Größe"));
    QCOMPARE(hunks[1].commit, second);
    QCOMPARE(hunks[1].line, 3);
    QCOMPARE(hunks[1].count, 2);
    QCOMPARE(hunks[1].author.name, QStringLiteral("Tomás Rivera"));
    QCOMPARE(hunks[1].previous, first);
    QCOMPARE(hunks[1].previousPath, QByteArray("a"));
    QCOMPARE(hunks[2].line, 5);
    QCOMPARE(hunks[2].originalLine, 4);
}

void TestGitHistory::blamesThroughRenames()
{
    ScratchRepository scratch;
    scratch.write("old", "1\n2\n3\n4\n5\n6\n");
    const Oid first = idOf(scratch.commit(QStringLiteral("first")));
    scratch.git(words("mv old new"));
    const Oid second = idOf(scratch.commit(QStringLiteral("renamed")));
    const auto repository = Repository::open(scratch.path());
    const QList<BlameHunk> hunks = blameAll(*repository, second, "new");
    QCOMPARE(hunks.size(), 1);
    QCOMPARE(hunks[0].commit, first);
    QCOMPARE(hunks[0].originalPath, QByteArray("old"));
}

void TestGitHistory::blamesOddNames()
{
    ScratchRepository scratch;
    const QList<QByteArray> names{"a\nb", "q\"uote", "tab\tt", "lat\xE9", "back\\s", "-x", ":(top)x", "*"};
    for (const QByteArray &name : names)
        scratch.write("d\xE9/" + name, "1\n");
    scratch.commit(QStringLiteral("first"));
    for (const QByteArray &name : names)
        scratch.write("d\xE9/" + name, "1\n2\n");
    const Oid at = idOf(scratch.commit(QStringLiteral("second")));
    const auto repository = Repository::open(scratch.path());
    for (const QByteArray &name : names) {
        const QList<BlameHunk> hunks = blameAll(*repository, at, "d\xE9/" + name);
        QCOMPARE(hunks.size(), 2);
        QCOMPARE(hunks[0].originalPath, "d\xE9/" + name);
        QCOMPARE(hunks[1].previousPath, "d\xE9/" + name);
    }
}

void TestGitHistory::refusesToBlameWhatIsNoFile()
{
    ScratchRepository scratch;
    scratch.write("d/a", "");
    const Oid at = idOf(scratch.commit(QStringLiteral("first")));
    const auto repository = Repository::open(scratch.path());
    const auto nothing = [](const auto &) { return true; };
    QCOMPARE(blame(*repository, at, "d", nothing).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(blame(*repository, at, "absent", nothing).error().kind, ErrorKind::NotFound);
    QCOMPARE(blame(*repository, idOf(QByteArray(40, '9')), "d/a", nothing).error().kind, ErrorKind::NotFound);
    QVERIFY(blameAll(*repository, at, "d/a").isEmpty());
}

void TestGitHistory::writesCommitGraphs()
{
    ScratchRepository scratch;
    scratch.write("a", "1");
    scratch.commit(QStringLiteral("first"));
    GIT_VERIFY(writeCommitGraph(scratch.gitDirectory()));
    QVERIFY(QFileInfo::exists(scratch.gitDirectory() + QStringLiteral("/objects/info/commit-graph")));
    const auto repository = Repository::open(scratch.path());
    QCOMPARE(subjects(*repository, {}).size(), 1);
    const ScratchRepository empty;
    GIT_VERIFY(writeCommitGraph(empty.gitDirectory()));
    QVERIFY(!writeCommitGraph(QStringLiteral("/nonexistent")));
}

void TestGitHistory::archives_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("magic");
    QTest::newRow("zip") << QStringLiteral("tides-v1.zip") << QByteArray("PK\x03\x04");
    QTest::newRow("tar") << QStringLiteral("tides-v1.tar.gz") << QByteArray("\x1F\x8B");
}

void TestGitHistory::archives()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, magic);
    ScratchRepository scratch;
    const QString mark = scratch.path() + QStringLiteral("/ran");
    scratch.write("a.txt", "content\n");
    scratch.write(".gitattributes", "* filter=evil\n");
    scratch.git(
        {QStringLiteral("config"), QStringLiteral("tar.tar.gz.command"), QStringLiteral("touch ") + mark});
    scratch.git(
        {QStringLiteral("config"), QStringLiteral("filter.evil.smudge"), QStringLiteral("touch ") + mark});
    const Oid at = idOf(scratch.commit(QStringLiteral("first")));
    const auto repository = Repository::open(scratch.path());
    const QTemporaryDir folder;
    const QString file = folder.filePath(name);
    GIT_VERIFY(archive(*repository, at, file));
    QFile result(file);
    QVERIFY(result.open(QIODevice::ReadOnly));
    QVERIFY(result.readAll().startsWith(magic));
    QVERIFY(!QFileInfo::exists(mark));
    if (name.endsWith(QStringLiteral(".gz"))) {
        const QByteArray listing = [&] {
            QProcess tar;
            tar.start(QStringLiteral("tar"),
                      {QStringLiteral("-xzOf"), file, QStringLiteral("tides-v1/a.txt")});
            tar.waitForFinished();
            return tar.readAllStandardOutput();
        }();
        QCOMPARE(listing, QByteArray("content\n"));
    }
}

void TestGitHistory::refusesBadArchives()
{
    ScratchRepository scratch;
    const Oid at = idOf(scratch.commit(QStringLiteral("first")));
    const auto repository = Repository::open(scratch.path());
    const QTemporaryDir folder;
    QCOMPARE(archive(*repository, at, folder.filePath(QStringLiteral("x.rar"))).error().kind,
             ErrorKind::InvalidInput);
    QCOMPARE(archive(*repository, at, QStringLiteral("/nonexistent/x.zip")).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(archive(*repository, idOf(QByteArray(40, '1')), folder.filePath(QStringLiteral("x.zip")))
                 .error()
                 .kind,
             ErrorKind::NotFound);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(
        archive(*repository, at, folder.filePath(QStringLiteral("x.zip")), stop.get_token()).error().kind,
        ErrorKind::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestGitHistory)
#include "tst_githistory.moc"
