// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_branches.h"
#include "core/api/operations_hosting.h"
#include "core/api/operations_repositories.h"
#include "core/api/operations_tags.h"
#include "tests/support/scratchhub.h"

#include <QDir>
#include <QTest>

using namespace countersign;
using namespace countersign::api;
using namespace Qt::StringLiterals;
using countersign::test::ScratchHub;

class TestHubRepositories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndDescribes()
    {
        ScratchHub hub;
        const auto made = hub.must<CreateRepository>(
            {u"harbour"_s, u"Berths and tides"_s, {{u"team"_s, u"harbour"_s}}, std::nullopt});
        const RepositoryMetadata &metadata = made.repositoryMetadata;
        QCOMPARE(metadata.repositoryName, u"harbour"_s);
        QCOMPARE(metadata.repositoryDescription, u"Berths and tides"_s);
        QVERIFY(!metadata.defaultBranch);
        QCOMPARE(metadata.Arn, u"arn:aws:codecommit:local:000000000000:harbour"_s);
        QCOMPARE(hub.must<GetRepository>({u"harbour"_s}).repositoryMetadata, metadata);
        QCOMPARE(hub.must<ListTagsForResource>({metadata.Arn, std::nullopt}).tags.value(u"team"_s),
                 u"harbour"_s);
        QVERIFY(QDir(hub.gitDirectory(u"harbour"_s)).exists());
        QVERIFY(!hub.gitDirectory(u"harbour"_s).contains(u"harbour.git"_s));
        QCOMPARE(hub.error<CreateRepository>({u"harbour"_s, {}, {}, {}}), u"RepositoryNameExistsException"_s);
        QVERIFY(QDir(hub.directory() + u"/incoming"_s).isEmpty());
    }

    void refusesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        const QString invalid = u"InvalidRepositoryNameException"_s;
        QTest::newRow("empty") << QString() << u"RepositoryNameRequiredException"_s;
        for (const char *name : {"..", "a/../../b", "%2e%2e%2f", "..\\b", ".git", "x.git.git", "a//b", "a/",
                                 "a b", "a;b", "a$(id)b", "a\nb", "caf\xc3\xa9"})
            QTest::newRow(name) << QString::fromUtf8(name) << invalid;
        QTest::newRow("long") << QString(101, u'a') << invalid;
    }
    void refusesNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        ScratchHub hub;
        QCOMPARE(hub.error<CreateRepository>({name, {}, {}, {}}), code);
    }

    void knowsOnlyItsPeople()
    {
        ScratchHub hub;
        const auto answer = hub.call<ListRepositories>(u"mallory"_s, {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, u"UnrecognizedClientException"_s);
        QCOMPARE(hub.invoke(u"ada"_s, u"NoSuchOperation"_s, {}).error().code, u"UnknownOperationException"_s);
        QCOMPARE(hub.invoke(u"ada"_s, u"GetRepository"_s, {{u"repositoryName"_s, 7}}).error().code,
                 u"SerializationException"_s);
    }

    void listsInOrder()
    {
        ScratchHub hub;
        for (const auto &name : {u"tides"_s, u"berths"_s, u"cranes"_s})
            hub.createRepository(name);
        hub.must<UpdateRepositoryDescription>({u"berths"_s, u"changed"_s});
        const auto names = [&](const ListRepositories::Input &input) {
            QStringList list;
            for (const auto &pair : hub.must<ListRepositories>(input).repositories)
                list.append(pair.repositoryName);
            return list.join(u' ');
        };
        QCOMPARE(names({}), u"berths cranes tides"_s);
        QCOMPARE(names({{}, u"repositoryName"_s, u"descending"_s}), u"tides cranes berths"_s);
        QCOMPARE(names({{}, u"lastModifiedDate"_s, u"descending"_s}), u"berths cranes tides"_s);
        QCOMPARE(hub.error<ListRepositories>({{}, u"size"_s, {}}), u"InvalidSortByException"_s);
        QCOMPARE(hub.error<ListRepositories>({u"!!"_s, {}, {}}), u"InvalidContinuationTokenException"_s);
        const auto batch = hub.must<BatchGetRepositories>({{u"tides"_s, u"nowhere"_s}});
        QCOMPARE(batch.repositories.size(), 1);
        QCOMPARE(batch.repositoriesNotFound, QStringList{u"nowhere"_s});
        QCOMPARE(hub.error<BatchGetRepositories>({{}}), u"RepositoryNamesRequiredException"_s);
    }

    void renamesKeepingEverything()
    {
        ScratchHub hub;
        hub.createRepository(u"old"_s);
        hub.createRepository(u"taken"_s);
        const QString tip = hub.commit(u"old"_s, u"main"_s, {{u"a"_s, "1\n"}});
        const QString id = hub.must<GetRepository>({u"old"_s}).repositoryMetadata.repositoryId;
        QCOMPARE(hub.error<UpdateRepositoryName>({u"old"_s, u"taken"_s}), u"RepositoryNameExistsException"_s);
        hub.must<UpdateRepositoryName>({u"old"_s, u"new"_s});
        QCOMPARE(hub.must<GetRepository>({u"new"_s}).repositoryMetadata.repositoryId, id);
        QCOMPARE(hub.tip(u"new"_s, u"main"_s), tip);
        QCOMPARE(hub.error<GetRepository>({u"old"_s}), u"RepositoryDoesNotExistException"_s);
    }

    void deletesAndRestores()
    {
        ScratchHub hub;
        hub.createRepository(u"harbour"_s);
        const QString tip = hub.commit(u"harbour"_s, u"main"_s, {{u"a"_s, "1\n"}});
        const auto gone = hub.must<DeleteRepository>({u"harbour"_s});
        QVERIFY(gone.repositoryId);
        QVERIFY(!hub.must<DeleteRepository>({u"harbour"_s}).repositoryId);
        QCOMPARE(hub.error<GetRepository>({u"harbour"_s}), u"RepositoryDoesNotExistException"_s);
        const auto deleted = hub.must<ListDeletedRepositories>({}).deletedRepositories;
        QCOMPARE(deleted.size(), 1);
        QCOMPARE(deleted.first().purgeDate.ms - deleted.first().deletedDate.ms, 30LL * 24 * 3600 * 1000);

        hub.createRepository(u"harbour"_s);
        QCOMPARE(hub.error<RestoreRepository>({*gone.repositoryId, {}}), u"RepositoryNameExistsException"_s);
        hub.must<RestoreRepository>({*gone.repositoryId, u"harbour-again"_s});
        QCOMPARE(hub.tip(u"harbour-again"_s, u"main"_s), tip);
        QCOMPARE(hub.error<RestoreRepository>({*gone.repositoryId, u"x"_s}),
                 u"DeletedRepositoryDoesNotExistException"_s);
    }

    void purgesAfterThirtyDays()
    {
        ScratchHub hub;
        hub.createRepository(u"harbour"_s);
        hub.must<DeleteRepository>({u"harbour"_s});
        hub.now += 29LL * 24 * 3600 * 1000;
        hub.reopen();
        QCOMPARE(hub.must<ListDeletedRepositories>({}).deletedRepositories.size(), 1);
        hub.now += 2LL * 24 * 3600 * 1000;
        hub.reopen();
        QVERIFY(hub.must<ListDeletedRepositories>({}).deletedRepositories.isEmpty());
        QVERIFY(QDir(hub.directory() + u"/trash"_s).isEmpty());
    }

    void hasOneOwner()
    {
        ScratchHub hub;
        const auto second = service::Hub::open(hub.directory());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
    }

    void branches()
    {
        ScratchHub hub;
        hub.createRepository(u"r"_s);
        QVERIFY(hub.must<ListBranches>({u"r"_s, {}}).branches.isEmpty());
        const QString first = hub.commit(u"r"_s, u"trunk"_s, {{u"a"_s, "1\n"}});
        QCOMPARE(hub.must<GetRepository>({u"r"_s}).repositoryMetadata.defaultBranch, u"trunk"_s);
        hub.createBranch(u"r"_s, u"feature/tides"_s, first);
        QCOMPARE(hub.must<ListBranches>({u"r"_s, {}}).branches,
                 (QStringList{u"feature/tides"_s, u"trunk"_s}));
        QCOMPARE(hub.error<CreateBranch>({u"r"_s, u"trunk"_s, first}), u"BranchNameExistsException"_s);
        QCOMPARE(hub.error<CreateBranch>({u"r"_s, u"x"_s, QString(40, u'1')}),
                 u"CommitDoesNotExistException"_s);
        QCOMPARE(hub.error<CreateBranch>({u"r"_s, u"x"_s, u"abc"_s}), u"InvalidCommitIdException"_s);
        QCOMPARE(hub.error<CreateBranch>({u"r"_s, u"x"_s, {}}), u"CommitIdRequiredException"_s);
        QCOMPARE(hub.error<GetBranch>({u"r"_s, u"nowhere"_s}), u"BranchDoesNotExistException"_s);
        QCOMPARE(hub.error<UpdateDefaultBranch>({u"r"_s, u"nowhere"_s}), u"BranchDoesNotExistException"_s);
        QCOMPARE(hub.error<DeleteBranch>({u"r"_s, u"trunk"_s}), u"DefaultBranchCannotBeDeletedException"_s);
        hub.must<UpdateDefaultBranch>({u"r"_s, u"feature/tides"_s});
        hub.must<UpdateDefaultBranch>({u"r"_s, u"feature/tides"_s});
        const auto gone = hub.must<DeleteBranch>({u"r"_s, u"trunk"_s});
        QCOMPARE(gone.deletedBranch->commitId, first);
        QVERIFY(!hub.must<DeleteBranch>({u"r"_s, u"trunk"_s}).deletedBranch);
    }

    void refusesBranchNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"-x",
                                 "--output=x",
                                 "-",
                                 "a..b",
                                 ".a",
                                 "a.lock",
                                 "a b",
                                 "a~1",
                                 "a^",
                                 "a:b",
                                 "a?",
                                 "a*",
                                 "a[b",
                                 "a\\b",
                                 "/a",
                                 "a/",
                                 "a//b",
                                 "@",
                                 "a@{b",
                                 "0123456789012345678901234567890123456789",
                                 "refs/heads/main",
                                 "HEAD",
                                 "FETCH_HEAD",
                                 "main/under",
                                 "a\x1b[31m",
                                 "a\xe2\x80\xae"
                                 "b"})
            QTest::newRow(name) << QString::fromUtf8(name);
        QTest::newRow("long") << QString(257, u'a');
    }
    void refusesBranchNames()
    {
        ScratchHub hub;
        hub.createRepository(u"r"_s);
        const QString first = hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "1\n"}});
        QFETCH(QString, name);
        QCOMPARE(hub.error<CreateBranch>({u"r"_s, name, first}), u"InvalidBranchNameException"_s);
    }

    void gitTags()
    {
        ScratchHub hub;
        hub.createRepository(u"r"_s);
        const QString first = hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "1\n"}});
        hub.must<CreateTag>({u"r"_s, u"v1"_s, first, u"The first release"_s});
        hub.must<CreateTag>({u"r"_s, u"light"_s, first, {}});
        QCOMPARE(hub.error<CreateTag>({u"r"_s, u"v1"_s, first, {}}), u"TagNameExistsException"_s);
        hub.must<DeleteTag>({u"r"_s, u"v1"_s});
        QCOMPARE(hub.error<DeleteTag>({u"r"_s, u"v1"_s}), u"TagDoesNotExistException"_s);
        QCOMPARE(hub.error<DeleteTag>({u"r"_s, {}}), u"TagNameRequiredException"_s);
    }

    void resourceTags()
    {
        ScratchHub hub;
        hub.createRepository(u"r"_s);
        const QString arn = u"arn:aws:codecommit:local:000000000000:r"_s;
        hub.must<TagResource>({arn, {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}});
        hub.must<TagResource>({arn, {{u"a"_s, u"3"_s}}});
        hub.must<UntagResource>({arn, {u"b"_s, u"unknown"_s}});
        QCOMPARE(hub.must<ListTagsForResource>({arn, {}}).tags, (QMap<QString, QString>{{u"a"_s, u"3"_s}}));
        QCOMPARE(hub.error<TagResource>({arn, {{u"aws:x"_s, u"1"_s}}}), u"InvalidSystemTagUsageException"_s);
        QCOMPARE(hub.error<TagResource>({arn, {}}), u"TagsMapRequiredException"_s);
        QCOMPARE(hub.error<ListTagsForResource>({arn + u"x"_s, {}}), u"RepositoryDoesNotExistException"_s);
        QCOMPARE(hub.error<ListTagsForResource>({u"arn:aws:s3:::bucket"_s, {}}),
                 u"InvalidResourceArnException"_s);
        QMap<QString, QString> many;
        for (int i = 0; i < 50; ++i)
            many.insert(u"k%1"_s.arg(i), u"v"_s);
        QCOMPARE(hub.error<TagResource>({arn, many}), u"TooManyTagsException"_s);
    }

    void people()
    {
        ScratchHub hub;
        hub.addPerson(u"grace"_s);
        const auto list = hub.must<ListPeople>({}).people;
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.first().displayName, u"Ada Marchetti"_s);
        QCOMPARE(list.first().userArn, u"arn:aws:iam::000000000000:user/ada"_s);
        QCOMPARE(hub.error<CreatePerson>({u"grace"_s, u"Grace"_s, u"g@harbour.example"_s}),
                 u"UserNameExistsException"_s);
        QCOMPARE(hub.error<CreatePerson>({u"x y"_s, u"Grace"_s, u"g@harbour.example"_s}),
                 u"InvalidUserNameException"_s);
        QCOMPARE(hub.hub().firstPerson(), hub.arn(u"ada"_s));
    }
};

QTEST_GUILESS_MAIN(TestHubRepositories)
#include "tst_hubrepositories.moc"
