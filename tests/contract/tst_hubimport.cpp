// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_branches.h"
#include "core/api/operations_files.h"
#include "core/api/operations_hosting.h"
#include "core/api/operations_repositories.h"
#include "tests/support/scratchhub.h"
#include "tests/support/scratchrepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::api;
using namespace Qt::StringLiterals;
using countersign::test::ScratchHub;
using countersign::test::ScratchRepository;

class TestHubImport : public QObject
{
    Q_OBJECT

private:
    static void fill(ScratchRepository &source)
    {
        source.write("a", "1\n");
        source.commit(u"First"_s);
        source.git({u"branch"_s, u"release/1"_s});
        source.git({u"tag"_s, u"-a"_s, u"-m"_s, u"One"_s, u"v1"_s});
        source.write("a", "2\n");
        source.commit(u"Second"_s);
    }
    static bool leftNothing(ScratchHub &hub)
    {
        return QDir(hub.directory() + u"/incoming"_s).isEmpty() &&
               hub.must<ListRepositories>({}).repositories.isEmpty();
    }

private Q_SLOTS:
    void importsAFolder()
    {
        ScratchHub hub;
        ScratchRepository source;
        fill(source);
        const auto done = hub.must<ImportRepository>({u"r"_s, u"From a folder"_s, source.path()});
        QCOMPARE(done.repositoryMetadata.defaultBranch, u"main"_s);
        QVERIFY(done.skippedReferences.isEmpty());
        QCOMPARE(hub.must<ListBranches>({u"r"_s, {}}).branches, (QStringList{u"main"_s, u"release/1"_s}));
        QCOMPARE(hub.must<GetFile>({u"r"_s, {}, u"a"_s}).fileContent, QByteArray("2\n"));
        QCOMPARE(hub.must<GetFile>({u"r"_s, u"v1"_s, u"a"_s}).fileContent, QByteArray("1\n"));
        QCOMPARE(hub.error<ImportRepository>({u"r"_s, {}, source.path()}),
                 u"RepositoryNameExistsException"_s);
        // What was imported is what the hub expects to find: nothing to take over at the next start.
        hub.reopen();
        QVERIFY(hub.hub().brokenRepositories().isEmpty());
        hub.commit(u"r"_s, u"main"_s, {{u"b"_s, "b\n"}});
    }

    void importsABareRepositoryByUrl()
    {
        ScratchHub hub;
        ScratchRepository work;
        fill(work);
        ScratchRepository bare(ScratchRepository::Kind::Bare);
        work.git({u"push"_s, u"--quiet"_s, bare.path(), u"main"_s, u"v1"_s});
        bare.git({u"config"_s, u"core.hooksPath"_s, u"/tmp/evil"_s});
        hub.must<ImportRepository>({u"r"_s, {}, u"file://"_s + bare.path()});
        QFile config(hub.gitDirectory(u"r"_s) + u"/config"_s);
        QVERIFY(config.open(QIODevice::ReadOnly));
        QVERIFY(!config.readAll().contains("evil"));
    }

    void importsEmptyAndUnborn()
    {
        ScratchHub hub;
        const ScratchRepository empty;
        const auto done = hub.must<ImportRepository>({u"empty"_s, {}, empty.path()});
        QVERIFY(!done.repositoryMetadata.defaultBranch);
        ScratchRepository unborn;
        fill(unborn);
        unborn.git({u"symbolic-ref"_s, u"HEAD"_s, u"refs/heads/unborn"_s});
        QCOMPARE(
            hub.must<ImportRepository>({u"unborn"_s, {}, unborn.path()}).repositoryMetadata.defaultBranch,
            u"main"_s);
        hub.commit(u"empty"_s, u"trunk"_s, {{u"a"_s, "1\n"}});
        hub.reopen();
        QCOMPARE(hub.must<GetRepository>({u"empty"_s}).repositoryMetadata.defaultBranch, u"trunk"_s);
    }

    void importsSha256()
    {
        ScratchHub hub;
        ScratchRepository source(ScratchRepository::Kind::Ordinary, {u"--object-format=sha256"_s});
        fill(source);
        hub.must<ImportRepository>({u"r"_s, {}, source.path()});
        QCOMPARE(hub.tip(u"r"_s, u"main"_s).size(), 64);
        hub.reopen();
        QVERIFY(hub.hub().brokenRepositories().isEmpty());
    }

    void skipsHostileNames()
    {
        ScratchHub hub;
        ScratchRepository source;
        fill(source);
        source.git({u"update-ref"_s, u"refs/heads/--output=x"_s, u"HEAD"_s});
        source.git({u"update-ref"_s, u"refs/heads/0123456789012345678901234567890123456789"_s, u"HEAD"_s});
        const auto done = hub.must<ImportRepository>({u"r"_s, {}, source.path()});
        QCOMPARE(done.skippedReferences.size(), 2);
        QCOMPARE(hub.must<ListBranches>({u"r"_s, {}}).branches, (QStringList{u"main"_s, u"release/1"_s}));
    }

    void failsCleanly_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("code");
        QTest::newRow("absent") << u"/nowhere/at/all"_s << u"InvalidSourceException"_s;
        QTest::newRow("no repository") << QDir::tempPath() << u"InvalidSourceException"_s;
        QTest::newRow("option") << u"--upload-pack=evil"_s << u"InvalidSourceException"_s;
        QTest::newRow("ext") << u"ext::sh -c evil"_s << u"InvalidSourceException"_s;
        QTest::newRow("empty") << QString() << u"SourceRequiredException"_s;
        QTest::newRow("refused") << u"https://127.0.0.1:1/x"_s << u"ImportFailedException"_s;
    }
    void failsCleanly()
    {
        QFETCH(QString, source);
        QFETCH(QString, code);
        ScratchHub hub;
        QCOMPARE(hub.error<ImportRepository>({u"r"_s, {}, source}), code);
        QVERIFY(leftNothing(hub));
    }

    void cancelsCleanly()
    {
        ScratchHub hub;
        ScratchRepository source;
        fill(source);
        std::stop_source stop;
        const CallControls controls{stop.get_token(), [&stop](const Progress &) { stop.request_stop(); }};
        const auto answer =
            hub.hub().dispatch({hub.arn(u"ada"_s)}, ImportRepository::name(),
                               encode(ImportRepository::Input{u"r"_s, {}, source.path()}), controls);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
        QVERIFY(leftNothing(hub));
    }
};

QTEST_GUILESS_MAIN(TestHubImport)
#include "tst_hubimport.moc"
