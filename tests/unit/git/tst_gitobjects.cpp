// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/repository.h"
#include "tests/support/gittest.h"
#include "tests/support/scratchrepository.h"

#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace countersign;
using namespace countersign::git;
using countersign::test::idOf;
using countersign::test::ScratchRepository;

class TestGitObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opens();
    void refusesWhatIsNoRepository();
    void resolves_data();
    void resolves();
    void namesThatAreIdsNeverHideCommits();
    void readsCommits();
    void readsOddCommits();
    void listsFoldersAndFiles_data();
    void listsFoldersAndFiles();
    void keepsOddNames();
    void limitsSizes();
    void expandsIds();
    void displaysPaths_data();
    void displaysPaths();
    void survivesTreesThatNeverEnd();
};

void TestGitObjects::opens()
{
    ScratchRepository ordinary;
    ScratchRepository bare(ScratchRepository::Kind::Bare);
    ordinary.commit(QStringLiteral("first"));
    for (const QString &path : {ordinary.path(), ordinary.gitDirectory()}) {
        const auto repository = Repository::open(path);
        GIT_VERIFY(repository);
        QCOMPARE(repository->gitDirectory(), ordinary.gitDirectory());
        QCOMPARE(repository->idSize(), 20);
        QCOMPARE(repository->reducedReason(), QString());
    }
    GIT_VERIFY(Repository::open(bare.path()));

    QTemporaryDir folder;
    const QString worktree = folder.filePath(QStringLiteral("tree"));
    ordinary.git({QStringLiteral("worktree"), QStringLiteral("add"), QStringLiteral("-q"), worktree});
    const auto linked = Repository::open(worktree);
    GIT_VERIFY(linked);
    GIT_VERIFY(resolveCommit(*linked, "main"));
}

void TestGitObjects::refusesWhatIsNoRepository()
{
    QTemporaryDir folder;
    ScratchRepository outer;
    outer.write("inner/a.txt", "a\n");
    for (const QString &path : {folder.path(), folder.filePath(QStringLiteral("absent")), QString(),
                                outer.path() + QStringLiteral("/inner")}) {
        const auto repository = Repository::open(path);
        QVERIFY(!repository);
        QCOMPARE(repository.error().kind, ErrorKind::NotFound);
    }
}

void TestGitObjects::resolves_data()
{
    QTest::addColumn<QByteArray>("specifier");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("branch") << QByteArray("main") << QByteArray("second");
    QTest::newRow("full name") << QByteArray("refs/heads/main") << QByteArray("second");
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("second");
    QTest::newRow("tag") << QByteArray("v1") << QByteArray("first");
    QTest::newRow("annotated tag") << QByteArray("v2") << QByteArray("first");
    QTest::newRow("tag of a tag") << QByteArray("v3") << QByteArray("first");
    QTest::newRow("branch before tag") << QByteArray("both") << QByteArray("second");
    QTest::newRow("the tag by its full name") << QByteArray("refs/tags/both") << QByteArray("first");
    QTest::newRow("branch named refs/…") << QByteArray("refs/odd") << QByteArray("second");
    for (const QByteArray &bad :
         {QByteArray("absent"), QByteArray("main~1"), QByteArray("main^"), QByteArray("main@{0}"),
          QByteArray("@"), QByteArray(""), QByteArray("blob"), QByteArray("-x"), QByteArray("--help"),
          QByteArray("../HEAD"), QByteArray("main\nmain"), QByteArray("a..b"), QByteArray("main:")})
        QTest::newRow(bad.isEmpty() ? "empty" : bad.constData()) << bad << QByteArray();
}

void TestGitObjects::resolves()
{
    QFETCH(const QByteArray, specifier);
    QFETCH(const QByteArray, expected);
    ScratchRepository scratch;
    scratch.write("a.txt", "a\n");
    const QByteArray first = scratch.commit(QStringLiteral("first"));
    const QByteArray second = scratch.commit(QStringLiteral("second"));
    scratch.git(
        {QStringLiteral("update-ref"), QStringLiteral("refs/heads/refs/odd"), QStringLiteral("HEAD")});
    const QString firstId = QString::fromLatin1(first);
    const auto tag = [&](QStringList arguments) {
        scratch.git(QStringList{QStringLiteral("tag")} + arguments);
    };
    tag({QStringLiteral("v1"), firstId});
    tag({QStringLiteral("-a"), QStringLiteral("-m"), QStringLiteral("two"), QStringLiteral("v2"), firstId});
    tag({QStringLiteral("-a"), QStringLiteral("-m"), QStringLiteral("three"), QStringLiteral("v3"),
         QStringLiteral("v2")});
    tag({QStringLiteral("both"), firstId});
    tag({QStringLiteral("blob"), QStringLiteral("HEAD:a.txt")});
    scratch.git({QStringLiteral("branch"), QStringLiteral("both"), QStringLiteral("main")});
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);

    const auto commit = resolveCommit(*repository, specifier);
    if (expected.isEmpty()) {
        QVERIFY(!commit);
        QCOMPARE(commit.error().kind, ErrorKind::NotFound);
    } else {
        GIT_VERIFY(commit);
        QCOMPARE(commit->hex(), expected == "first" ? first : second);
    }
}

void TestGitObjects::namesThatAreIdsNeverHideCommits()
{
    ScratchRepository scratch;
    const QByteArray first = scratch.commit(QStringLiteral("first"));
    const QByteArray second = scratch.commit(QStringLiteral("second"));
    scratch.git({QStringLiteral("update-ref"), QStringLiteral("refs/heads/") + QString::fromLatin1(first),
                 QString::fromLatin1(second)});
    scratch.git({QStringLiteral("replace"), QString::fromLatin1(first), QString::fromLatin1(second)});
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    QCOMPARE(resolveCommit(*repository, first)->hex(), first);
    QCOMPARE(commit(*repository, idOf(first))->subject(), QStringLiteral("first"));
}

void TestGitObjects::readsCommits()
{
    ScratchRepository scratch;
    scratch.write("a.txt", "a\n");
    const Oid first = idOf(scratch.commit(QStringLiteral("Add a file\non two lines\n\nAnd why.\n\nMore.")));
    const Oid second = idOf(scratch.commit(QStringLiteral("Größe ändern"), QStringLiteral("Tomás Rivera")));
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    const auto info = commit(*repository, first);
    GIT_VERIFY(info);
    QCOMPARE(info->subject(), QStringLiteral("Add a file on two lines"));
    QCOMPARE(info->body(), QStringLiteral("And why.\n\nMore.\n"));
    QCOMPARE(info->author.name, QStringLiteral("Ada Marchetti"));
    QCOMPARE(info->author.email, QStringLiteral("ada@harbour.example"));
    QCOMPARE(info->author.when, 1767268860);
    QVERIFY(info->parents.isEmpty());
    const auto next = commit(*repository, second);
    GIT_VERIFY(next);
    QCOMPARE(next->parents, QList{first});
    QCOMPARE(next->subject(), QStringLiteral("Größe ändern"));
    QCOMPARE(next->author.name, QStringLiteral("Tomás Rivera"));
    QCOMPARE(commit(*repository, info->tree).error().kind, ErrorKind::NotFound);
    QCOMPARE(commit(*repository, {}).error().kind, ErrorKind::NotFound);
}

void TestGitObjects::readsOddCommits()
{
    ScratchRepository scratch;
    scratch.write("a.txt", "a\n");
    scratch.commit(QStringLiteral("first"));
    const QByteArray tree =
        scratch.git({QStringLiteral("rev-parse"), QStringLiteral("HEAD^{tree}")}).trimmed();
    const auto make = [&](const QByteArray &headers, const QByteArray &message) {
        const QByteArray raw = "tree " + tree + '\n' + headers + '\n' + message;
        return idOf(scratch
                        .git({QStringLiteral("hash-object"), QStringLiteral("-t"), QStringLiteral("commit"),
                              QStringLiteral("-w"), QStringLiteral("--literally"), QStringLiteral("--stdin")},
                             raw)
                        .trimmed());
    };
    const QByteArray people = "author Ada <a@b> 1 +0530\ncommitter Ada <a@b> -5 -0130\n";
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);

    const auto latin = commit(*repository, make("author J\xFCrgen <j@b> 1 +0000\ncommitter J <j@b> 1 +0000\n"
                                                "encoding ISO-8859-1\n",
                                                "Gr\xFC\xDF"
                                                "e\n"));
    GIT_VERIFY(latin);
    QCOMPARE(latin->subject(), QStringLiteral("Grüße"));
    QCOMPARE(latin->author.name, QStringLiteral("Jürgen"));
    QCOMPARE(latin->extraHeaders, QByteArray("encoding ISO-8859-1\n"));

    const auto japanese = commit(*repository, make(people + "encoding Shift_JIS\n", "\x93\xFA\x96\x7B\n"));
    QCOMPARE(japanese->subject(), QStringLiteral("日本"));

    const auto undeclared = commit(*repository, make(people, "caf\xE9\n"));
    QCOMPARE(undeclared->subject(), QStringLiteral("café"));
    QCOMPARE(undeclared->author.offset, 330);
    QCOMPARE(undeclared->committer.offset, -90);
    QCOMPARE(undeclared->committer.when, -5);

    const auto empty = commit(*repository, make(people, ""));
    GIT_VERIFY(empty);
    QCOMPARE(empty->subject(), QString());
    QCOMPARE(empty->body(), QString());

    const auto gap = commit(*repository, make(people, "\n\n  \nLate subject\n\n\nbody\n"));
    QCOMPARE(gap->subject(), QStringLiteral("Late subject"));
    QCOMPARE(gap->body(), QStringLiteral("body\n"));

    const auto damaged = commit(*repository, make("author Ada\ncommitter <> x y\n", "m\n"));
    GIT_VERIFY(damaged);
    QCOMPARE(damaged->author.name, QStringLiteral("Ada"));
    QCOMPARE(damaged->author.when, 0);

    const auto signedOne =
        commit(*repository,
               make(people + "gpgsig -----BEGIN\n line\n -----END\nmergetag object x\n type y\n", "s\n"));
    GIT_VERIFY(signedOne);
    QVERIFY(signedOne->isSigned());
    QCOMPARE(signedOne->extraHeaders,
             QByteArray("gpgsig -----BEGIN\n line\n -----END\nmergetag object x\n type y\n"));
    QCOMPARE(signedOne->subject(), QStringLiteral("s"));
}

void TestGitObjects::listsFoldersAndFiles_data() { test::addReaderColumn(); }

void TestGitObjects::listsFoldersAndFiles()
{
    QFETCH(const QStringList, initArguments);
    ScratchRepository scratch(ScratchRepository::Kind::Ordinary, initArguments);
    scratch.write("a.txt", "a\n");
    scratch.write("a/deep/file", "deep\n");
    scratch.write("run", "#!/bin/sh\n");
    QCOMPARE(::chmod((scratch.path() + QStringLiteral("/run")).toLocal8Bit().constData(), 0755), 0);
    QCOMPARE(::symlink("a.txt", (scratch.path() + QStringLiteral("/link")).toLocal8Bit().constData()), 0);
    scratch.commit(QStringLiteral("first"));
    const QByteArray head = scratch.git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")}).trimmed();
    scratch.git({QStringLiteral("update-index"), QStringLiteral("--add"), QStringLiteral("--cacheinfo"),
                 QStringLiteral("160000,%1,sub").arg(QString::fromLatin1(head))});
    scratch.git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("submodule")});
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    QCOMPARE(repository->reducedReason().isEmpty(), initArguments.isEmpty());
    const auto at = resolveCommit(*repository, "HEAD");
    GIT_VERIFY(at);

    const auto root = tree(*repository, *at, {});
    GIT_VERIFY(root);
    QList<std::pair<QByteArray, FileMode>> names;
    for (const TreeEntry &entry : *root)
        names.append({entry.name, entry.mode});
    const QList<std::pair<QByteArray, FileMode>> expected{{"a.txt", FileMode::Normal},
                                                          {"a", FileMode::Tree},
                                                          {"link", FileMode::Symlink},
                                                          {"run", FileMode::Executable},
                                                          {"sub", FileMode::Submodule}};
    QCOMPARE(names, expected);
    QCOMPARE(tree(*repository, *at, "a/deep")->first().name, QByteArray("file"));
    const auto file = entry(*repository, *at, "a/deep/file");
    GIT_VERIFY(file);
    QCOMPARE(file->name, QByteArray("a/deep/file"));
    QCOMPARE(*blob(*repository, file->id), QByteArray("deep\n"));
    QCOMPARE(*blob(*repository, entry(*repository, *at, "link")->id), QByteArray("a.txt"));
    for (const QByteArray &bad : {QByteArray("a/deep/file/x"), QByteArray("b"), QByteArray("a//deep"),
                                  QByteArray("../a"), QByteArray("/a")}) {
        QCOMPARE(entry(*repository, *at, bad).error().kind, ErrorKind::NotFound);
        QCOMPARE(tree(*repository, *at, bad).error().kind, ErrorKind::NotFound);
    }
    QCOMPARE(tree(*repository, *at, "a.txt").error().kind, ErrorKind::NotFound);
    const auto files = allFiles(*repository, *at);
    GIT_VERIFY(files);
    QCOMPARE(files->size(), 5);
    QCOMPARE(files->at(1).name, QByteArray("a/deep/file"));
    QCOMPARE(allFiles(*repository, *at, 3).error().kind, ErrorKind::LimitExceeded);
}

void TestGitObjects::keepsOddNames()
{
    const QList<QByteArray> names{"a\nb.txt",    "q\"uote",     "tab\tt", "\xE6\x97\xA5\xE6\x9C\xAC.txt",
                                  "lat\xE9.txt", "back\\slash", " lead",  "\x01"};
    ScratchRepository scratch;
    for (const QByteArray &name : names)
        scratch.write("d\xE9/" + name, name);
    scratch.commit(QStringLiteral("odd"));
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    const auto at = resolveCommit(*repository, "main");
    QCOMPARE(allFiles(*repository, *at)->size(), names.size());
    for (const QByteArray &name : names) {
        const auto found = entry(*repository, *at, "d\xE9/" + name);
        GIT_VERIFY(found);
        QCOMPARE(*blob(*repository, found->id), name);
    }
}

void TestGitObjects::limitsSizes()
{
    ScratchRepository scratch;
    scratch.write("big", QByteArray(100'000, 'x'));
    scratch.commit(QStringLiteral("big"));
    const auto repository = Repository::open(scratch.path());
    const Oid id = entry(*repository, *resolveCommit(*repository, "HEAD"), "big")->id;
    QCOMPARE(*blobSize(*repository, id), 100'000);
    QCOMPARE(blob(*repository, id, 99'999).error().kind, ErrorKind::LimitExceeded);
    QCOMPARE(blob(*repository, id, 100'000)->size(), 100'000);
    QCOMPARE(blob(*repository, *resolveCommit(*repository, "HEAD")).error().kind, ErrorKind::NotFound);
    QCOMPARE(blob(*repository, *Oid::fromHex(QByteArrayView(QByteArray(40, '1')))).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(blob(*repository, *Oid::fromHex(QByteArrayView(QByteArray(64, '1')))).error().kind,
             ErrorKind::NotFound);
}

void TestGitObjects::expandsIds()
{
    ScratchRepository scratch;
    scratch.write("a", "a");
    const QByteArray id = scratch.commit(QStringLiteral("first"));
    const auto repository = Repository::open(scratch.path());
    QCOMPARE(*expandId(*repository, id.first(8)), QList{idOf(id)});
    QCOMPARE(*expandId(*repository, id.first(8).toUpper()), QList{idOf(id)});
    QCOMPARE(*expandId(*repository, id), QList{idOf(id)});
    for (const QByteArray &none : {QByteArray("abc"), QByteArray(), QByteArray("wxyz"), QByteArray(41, 'a'),
                                   QByteArray("--help"), QByteArray(39, '0')})
        QVERIFY(expandId(*repository, none)->isEmpty());
}

void TestGitObjects::displaysPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("src/a b.cpp") << QStringLiteral("src/a b.cpp");
    QTest::newRow("japanese") << QByteArray("\xE6\x97\xA5.txt") << QStringLiteral("日.txt");
    QTest::newRow("latin-1") << QByteArray("lat\xE9.txt") << QStringLiteral("lat\\xE9.txt");
    QTest::newRow("cut off") << QByteArray("a\xE6\x97") << QStringLiteral("a\\xE6\\x97");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QStringLiteral("\\xED\\xA0\\x80");
    QTest::newRow("controls") << QByteArray("a\nb\tc\x01\x7F") << QStringLiteral("a\\nb\\tc\\x01\\x7F");
    QTest::newRow("right to left") << QByteArray("a\xE2\x80\xAE"
                                                 "b")
                                   << QStringLiteral("a\\u{202E}b");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x9A\xA2") << QStringLiteral("🚢");
}

void TestGitObjects::displaysPaths()
{
    QFETCH(const QByteArray, path);
    QTEST(displayPath(path), "text");
}

void TestGitObjects::survivesTreesThatNeverEnd()
{
    // Ten files in a folder, ten times that folder, and so on: 10^12 paths in 13 objects.
    ScratchRepository scratch(ScratchRepository::Kind::Bare);
    QByteArray id =
        scratch.git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")}, "x")
            .trimmed();
    QByteArray kind = "100644 blob ";
    for (int level = 0; level < 12; ++level) {
        QByteArray listing;
        for (char name = '0'; name <= '9'; ++name)
            listing += kind + id + '\t' + name + '\n';
        id = scratch.git({QStringLiteral("mktree")}, listing).trimmed();
        kind = "040000 tree ";
    }
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    QCOMPARE(allFiles(*repository, idOf(id), 10'000).error().kind, ErrorKind::LimitExceeded);
    QCOMPARE(deltas(*repository, {}, idOf(id)).error().kind, ErrorKind::LimitExceeded);
}

QTEST_GUILESS_MAIN(TestGitObjects)
#include "tst_gitobjects.moc"
