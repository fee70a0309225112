// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/fetchprogress.h"
#include "core/git/importsource.h"
#include "core/git/repository.h"
#include "core/git/write.h"
#include "tests/support/gittest.h"
#include "tests/support/scratchrepository.h"

#include <QtTest>

#include <unistd.h>

using namespace countersign;
using namespace countersign::git;
using countersign::test::idOf;
using countersign::test::ScratchRepository;

namespace {

QStringList words(const char *line) { return QString::fromUtf8(line).split(u' '); }

struct Target
{
    explicit Target(int idSize = 20)
    {
        path = folder.filePath(QStringLiteral("new.git"));
        if (!initBare(path, "main", idSize))
            qFatal("no target");
    }
    Result<ImportOutcome> take(const QString &source, const ProgressSink &sink = {},
                               std::stop_token stop = {}) const
    {
        return importInto(path, {source}, sink, std::move(stop));
    }
    QList<QByteArray> refNames() const
    {
        QList<QByteArray> names;
        const auto repository = Repository::open(path);
        const auto all = refs(*repository);
        for (const RefInfo &ref : *all)
            names << ref.name;
        return names;
    }
    QTemporaryDir folder;
    QString path;
};

} // namespace

class TestGitImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsFolders_data();
    void importsFolders();
    void importsNothingFromAnEmptySource();
    void importsSha256();
    void skipsRefusedNames();
    void takesOverNothingForeign();
    void readsThroughAlternates();
    void toleratesOldFaults();
    void refusesHarmfulObjects();
    void explainsShallowSources();
    void reportsBadSources_data();
    void reportsBadSources();
    void reportsDamage();
    void isCancelled();
    void judgesAddresses_data();
    void judgesAddresses();
    void readsProgress();
};

void TestGitImport::importsFolders_data()
{
    QTest::addColumn<bool>("bare");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("asUrl");
    QTest::newRow("bare") << true << QString() << false;
    QTest::newRow("working folder") << false << QString() << false;
    QTest::newRow("git directory") << false << QStringLiteral("/.git") << false;
    QTest::newRow("file URL") << true << QString() << true;
}

void TestGitImport::importsFolders()
{
    QFETCH(const bool, bare);
    QFETCH(const QString, suffix);
    QFETCH(const bool, asUrl);
    ScratchRepository work;
    work.write("a.txt", "a\n");
    const Oid first = idOf(work.commit(QStringLiteral("first")));
    work.git(words("tag -a -m one v1"));
    work.git(words("branch topic/one"));
    work.git(words("update-ref refs/notes/x HEAD"));
    work.git(words("update-ref refs/pull/1/head HEAD"));
    work.git(words("checkout -q -b tide"));
    work.write("b.txt", "b\n");
    const Oid second = idOf(work.commit(QStringLiteral("second")));
    // Characters that a URL or a shell would change.
    const QTemporaryDir folder;
    const QString clone = folder.filePath(QStringLiteral("a b%20c'd;#é.git"));
    if (bare)
        work.git(
            {QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--mirror"), work.path(), clone});
    QString source = (bare ? clone : work.path()) + suffix;
    if (asUrl)
        source = QUrl::fromLocalFile(source).toString(QUrl::FullyEncoded);

    const Target target;
    QStringList stages;
    const auto outcome = target.take(source, [&](const Progress &progress) { stages << progress.stage; });
    GIT_VERIFY(outcome);
    QCOMPARE(outcome->headBranch, QByteArray("refs/heads/tide"));
    QVERIFY(outcome->skippedRefs.isEmpty());
    QCOMPARE(target.refNames(), (QList<QByteArray>{"refs/heads/main", "refs/heads/tide",
                                                   "refs/heads/topic/one", "refs/tags/v1"}));
    const auto repository = Repository::open(target.path);
    QCOMPARE(*resolveCommit(*repository, "HEAD"), second);
    QCOMPARE(*resolveCommit(*repository, "v1"), first);
    QCOMPARE(stages.first(), QStringLiteral("contacting the source"));
    QVERIFY(stages.contains(QStringLiteral("receiving objects")));
    QCOMPARE(*commitCount(*repository, {}), 2);
    GIT_VERIFY(writeCommitGraph(target.path));
    QVERIFY(!QFileInfo::exists(target.path + QStringLiteral("/FETCH_HEAD")));
    const auto info = inspectSource({source});
    GIT_VERIFY(info);
    QCOMPARE(info->idSize, 20);
    QCOMPARE(info->headBranch, QByteArray("refs/heads/tide"));
}

void TestGitImport::importsNothingFromAnEmptySource()
{
    const ScratchRepository empty;
    const Target target;
    const auto outcome = target.take(empty.path());
    GIT_VERIFY(outcome);
    QVERIFY(target.refNames().isEmpty());
    QCOMPARE(outcome->headBranch, QByteArray());
}

void TestGitImport::importsSha256()
{
    ScratchRepository source(ScratchRepository::Kind::Ordinary, {QStringLiteral("--object-format=sha256")});
    const QByteArray id = source.commit(QStringLiteral("first"));
    QCOMPARE(inspectSource({source.path()})->idSize, 32);
    QCOMPARE(Target().take(source.path()).error().kind, ErrorKind::Unsupported);
    const Target target(32);
    GIT_VERIFY(target.take(source.path()));
    const auto repository = Repository::open(target.path);
    QCOMPARE(resolveCommit(*repository, "main")->hex(), id);
}

void TestGitImport::skipsRefusedNames()
{
    ScratchRepository source;
    source.commit(QStringLiteral("first"));
    const QString id = QString(40, u'a');
    const QStringList bad{QStringLiteral("refs/heads/-x"),
                          QStringLiteral("refs/heads/--output=x"),
                          QStringLiteral("refs/heads/") + id,
                          QStringLiteral("refs/heads/FETCH_HEAD"),
                          QStringLiteral("refs/heads/refs/heads/main"),
                          QStringLiteral("refs/heads/a\u202Eb"),
                          QStringLiteral("refs/tags/-x"),
                          QStringLiteral("refs/tags/HEAD")};
    for (const QString &name : bad)
        source.git({QStringLiteral("update-ref"), name, QStringLiteral("HEAD")});
    source.git(words("update-ref refs/tags/main HEAD"));
    source.git(words("update-ref refs/heads/a;b HEAD"));
    const Target target;
    const auto outcome = target.take(source.path());
    GIT_VERIFY(outcome);
    QCOMPARE(target.refNames(), (QList<QByteArray>{"refs/heads/a;b", "refs/heads/main", "refs/tags/main"}));
    QList<QByteArray> expected;
    for (const QString &name : bad)
        expected << name.toUtf8();
    QList<QByteArray> skipped = outcome->skippedRefs;
    std::ranges::sort(expected);
    std::ranges::sort(skipped);
    QCOMPARE(skipped, expected);
}

void TestGitImport::takesOverNothingForeign()
{
    ScratchRepository source(ScratchRepository::Kind::Bare);
    const QTemporaryDir marks;
    const QString mark = marks.filePath(QStringLiteral("ran"));
    const QByteArray script = "#!/bin/sh\ntouch " + mark.toLocal8Bit() + "\nexec \"$@\"\n";
    QFile program(marks.filePath(QStringLiteral("program")));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write(script);
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray tree = source.git(words("mktree")).trimmed();
    const QByteArray id = source
                              .git({QStringLiteral("commit-tree"), QStringLiteral("-m"), QStringLiteral("m"),
                                    QString::fromLatin1(tree)})
                              .trimmed();
    source.git({QStringLiteral("update-ref"), QStringLiteral("refs/heads/main"), QString::fromLatin1(id)});
    for (const char *hook : {"pre-receive", "reference-transaction", "post-checkout", "update"})
        QVERIFY(QFile::copy(program.fileName(),
                            source.path() + QStringLiteral("/hooks/") + QString::fromLatin1(hook)));
    for (const char *key : {"core.fsmonitor", "uploadpack.packObjectsHook", "core.sshCommand", "core.askPass",
                            "core.alternateRefsCommand", "core.gitProxy", "credential.helper", "core.pager",
                            "alias.upload-pack"})
        source.git({QStringLiteral("config"), QString::fromLatin1(key), program.fileName()});
    source.git({QStringLiteral("config"), QStringLiteral("core.hooksPath"),
                source.path() + QStringLiteral("/hooks")});
    const Target target;
    GIT_VERIFY(target.take(source.path()));
    QVERIFY(!QFileInfo::exists(mark));
    QFile config(target.path + QStringLiteral("/config"));
    QVERIFY(config.open(QIODevice::ReadOnly));
    QVERIFY(!config.readAll().contains("program"));
    QVERIFY(!QFileInfo::exists(target.path + QStringLiteral("/hooks")));
    QCOMPARE(target.refNames(), QList<QByteArray>{"refs/heads/main"});
}

void TestGitImport::readsThroughAlternates()
{
    ScratchRepository origin;
    origin.write("a", "a");
    origin.commit(QStringLiteral("first"));
    auto borrowed = std::make_unique<ScratchRepository>();
    borrowed->git({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--shared"), origin.path(),
                   borrowed->path() + QStringLiteral("/c")});
    const Target target;
    GIT_VERIFY(target.take(borrowed->path() + QStringLiteral("/c")));
    QVERIFY(!QFileInfo::exists(target.path + QStringLiteral("/objects/info/alternates")));
    borrowed.reset();
    origin.remove(".git/objects");
    const auto repository = Repository::open(target.path);
    QCOMPARE(allFiles(*repository, *resolveCommit(*repository, "main"))->size(), 1);
}

namespace {

// Stores an object as it stands and points refs/heads/main at it, through a commit where it is a tree.
void makeMain(ScratchRepository &scratch, const QString &type, const QByteArray &object)
{
    QByteArray id =
        scratch
            .git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--literally"),
                  QStringLiteral("-t"), type, QStringLiteral("--stdin")},
                 object)
            .trimmed();
    if (type == QStringLiteral("tree"))
        id = scratch
                 .git({QStringLiteral("commit-tree"), QStringLiteral("-m"), QStringLiteral("m"),
                       QString::fromLatin1(id)})
                 .trimmed();
    scratch.git({QStringLiteral("update-ref"), QStringLiteral("refs/heads/main"), QString::fromLatin1(id)});
}

} // namespace

void TestGitImport::toleratesOldFaults()
{
    ScratchRepository source(ScratchRepository::Kind::Bare);
    const QByteArray blob = source.git(words("hash-object -w --stdin"), "x").trimmed();
    makeMain(source, QStringLiteral("tree"), "0100644 x" + QByteArray(1, '\0') + QByteArray::fromHex(blob));
    GIT_VERIFY(Target().take(source.path()));
    const QByteArray tree = source.git(words("rev-parse main^{tree}")).trimmed();
    for (const QByteArray &people :
         {QByteArray("author Ada <a@b>1 +0000\ncommitter Ada <a@b> 1 +0000\n"),
          QByteArray("author Ada a@b> 1 +0000\ncommitter Ada <a@b> 1 +0000\n"),
          QByteArray("author Ada <a@b> 01 +0000\ncommitter Ada <a@b> 1 zone\n"),
          QByteArray("author Ada <a@b> 1 +0000\nauthor Ada <a@b> 1 +0000\ncommitter Ada <a@b> 1 +0000\n")}) {
        makeMain(source, QStringLiteral("commit"), "tree " + tree + '\n' + people + "\nm\n");
        GIT_VERIFY(Target().take(source.path()));
    }
}

void TestGitImport::refusesHarmfulObjects()
{
    ScratchRepository source(ScratchRepository::Kind::Bare);
    const QByteArray blob = source.git(words("hash-object -w --stdin"), "x").trimmed();
    for (const QByteArray &name :
         {QByteArray(".git"), QByteArray(".."), QByteArray("a/b"), QByteArray(".GIT")}) {
        makeMain(source, QStringLiteral("tree"),
                 "100644 " + name + QByteArray(1, '\0') + QByteArray::fromHex(blob));
        QCOMPARE(Target().take(source.path()).error().kind, ErrorKind::Corrupt);
    }
}

void TestGitImport::explainsShallowSources()
{
    ScratchRepository origin;
    origin.commit(QStringLiteral("first"));
    origin.commit(QStringLiteral("second"));
    const QTemporaryDir folder;
    const QString shallow = folder.filePath(QStringLiteral("shallow"));
    origin.git({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--depth=1"),
                QStringLiteral("file://") + origin.path(), shallow});
    const auto outcome = Target().take(shallow);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Unsupported);
    QVERIFY(outcome.error().message.contains(QStringLiteral("shallow")));
}

void TestGitImport::reportsBadSources_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no folder") << QStringLiteral("/nonexistent/x") << ErrorKind::NotFound;
    QTest::newRow("no repository") << QStringLiteral("/usr/share") << ErrorKind::NotFound;
    QTest::newRow("nobody listens") << QStringLiteral("https://127.0.0.1:1/x.git") << ErrorKind::Unreachable;
}

void TestGitImport::reportsBadSources()
{
    QFETCH(const QString, source);
    QFETCH(const ErrorKind, kind);
    const Target target;
    const auto outcome = target.take(source);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().kind == kind, qPrintable(outcome.error().message + outcome.error().detail));
    QVERIFY(!inspectSource({source}));
}

void TestGitImport::reportsDamage()
{
    ScratchRepository source;
    source.write("a", QByteArray(1000, 'a'));
    source.commit(QStringLiteral("first"));
    const QString blob = QString::fromLatin1(source.git(words("rev-parse HEAD:a")).trimmed());
    source.remove(QStringLiteral(".git/objects/%1/%2").arg(blob.left(2), blob.mid(2)).toLatin1());
    const auto outcome = Target().take(source.path());
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().kind == ErrorKind::Corrupt || outcome.error().kind == ErrorKind::Unreachable,
             qPrintable(outcome.error().detail));
}

void TestGitImport::isCancelled()
{
    ScratchRepository source;
    for (int i = 0; i < 300; ++i)
        source.write("file" + QByteArray::number(i), QByteArray::number(i).repeated(4000));
    source.commit(QStringLiteral("many"));
    const Target before;
    std::stop_source early;
    early.request_stop();
    QCOMPARE(before.take(source.path(), {}, early.get_token()).error().kind, ErrorKind::Cancelled);
    QVERIFY(before.refNames().isEmpty());

    const Target during;
    std::stop_source stop;
    const auto outcome = during.take(
        source.path(),
        [&](const Progress &progress) {
            if (progress.stage != QStringLiteral("contacting the source"))
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
}

void TestGitImport::judgesAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *address, int kind) {
        QTest::newRow(address) << QString::fromUtf8(address) << kind;
    };
    for (const char *good :
         {"https://harbour.example/tides.git", "https://ada@harbour.example/tides.git",
          "https://harbour.example:8443/a@b", "ssh://git@harbour.example:2222/tides.git",
          "git@harbour.example:tides.git", "harbour.example:tides.git", "/tmp", "file:///tmp", "  /tmp  "})
        row(good, -1);
    const int invalid = static_cast<int>(ErrorKind::InvalidInput);
    const int unsupported = static_cast<int>(ErrorKind::Unsupported);
    for (const char *bad :
         {"", "tides.git", "../tides", "https://ada:secret@harbour.example/x", "https://",
          "ssh://ada:secret@harbour.example/x", "-oProxyCommand=x", "-x:y", "ssh://-oProxy=x/y",
          "file://other.example/x", "https://a\nb/c", "ssh://-l@harbour.example/x"})
        row(bad, invalid);
    for (const char *other : {"http://harbour.example/x", "git://harbour.example/x", "ext::sh -c id",
                              "ftp://harbour.example/x", "fd::17"})
        row(other, unsupported);
}

void TestGitImport::judgesAddresses()
{
    QFETCH(const QString, address);
    QFETCH(const int, kind);
    const auto source = parseImportSource(address);
    QCOMPARE(source ? -1 : static_cast<int>(source.error().kind), kind);
    if (!source)
        QVERIFY(!source.error().message.contains(QStringLiteral("secret")));
}

void TestGitImport::readsProgress()
{
    QStringList seen;
    FetchProgress progress(
        [&](const Progress &p) { seen << QStringLiteral("%1 %2/%3").arg(p.stage).arg(p.done).arg(p.total); });
    const QByteArray output =
        "remote: Enumerating objects: 12, done.\n"
        "remote: Counting objects:  50% (6/12)\rremote: Counting objects: 100% (12/12), done.\n"
        "Receiving objects:  33% (4/12), 1.20 MiB | 2.40 MiB/s\r"
        "Resolving deltas: 100% (3/3), done.\nfatal: something: else\n";
    for (const char c : output)
        progress.feed({&c, 1});
    QCOMPARE(seen,
             (QStringList{QStringLiteral("counting objects 12/0"), QStringLiteral("counting objects 6/12"),
                          QStringLiteral("counting objects 12/12"), QStringLiteral("receiving objects 4/12"),
                          QStringLiteral("resolving deltas 3/3")}));
    QCOMPARE(progress.otherLines(), QByteArray("fatal: something: else\n"));
}

QTEST_GUILESS_MAIN(TestGitImport)
#include "tst_gitimport.moc"
