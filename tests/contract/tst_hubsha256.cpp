// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_approvals.h"
#include "core/api/operations_branches.h"
#include "core/api/operations_comments.h"
#include "core/api/operations_commits.h"
#include "core/api/operations_files.h"
#include "core/api/operations_hosting.h"
#include "core/api/operations_merges.h"
#include "core/api/operations_pullrequests.h"
#include "core/api/operations_review.h"
#include "tests/support/scratchhub.h"
#include "tests/support/scratchrepository.h"

#include <QTest>

using namespace countersign;
using namespace countersign::api;
using namespace Qt::StringLiterals;
using countersign::test::ScratchHub;
using countersign::test::ScratchRepository;

/// A repository whose ids have 64 digits does all that one with 40 does.
class TestHubSha256 : public QObject
{
    Q_OBJECT

private:
    static constexpr int digits = 64;

    /// "r", imported, with main: a.txt of five lines.
    static void base(ScratchHub &hub)
    {
        hub.addPerson(u"grace"_s);
        ScratchRepository source(ScratchRepository::Kind::Ordinary, {u"--object-format=sha256"_s});
        source.write("a.txt", "1\n2\n3\n4\n5\n");
        source.commit(u"First"_s);
        hub.must<ImportRepository>({u"r"_s, {}, source.path()});
    }
    /// A pull request of `branch`, which has two commits of its own, approved by Grace.
    static QString approved(ScratchHub &hub, const QString &branch)
    {
        hub.createBranch(u"r"_s, branch, hub.tip(u"r"_s, u"main"_s));
        hub.commit(u"r"_s, branch, {{branch + u".txt"_s, "new\n"}});
        hub.commit(u"r"_s, branch, {{branch + u".txt"_s, "newer\n"}});
        const QString id = hub.openPullRequest(u"r"_s, branch);
        hub.must<CreatePullRequestApprovalRule>(
            {id, u"One"_s,
             u"{\"Version\": \"2018-11-08\",\"Statements\": [{\"Type\": \"Approvers\","
             "\"NumberOfApprovalsNeeded\": 1}]}"_s});
        hub.mustAs<UpdatePullRequestApprovalState>(u"grace"_s, {id, hub.revisionId(id), u"APPROVE"_s});
        return id;
    }

private Q_SLOTS:
    void branchesAndCommits()
    {
        ScratchHub hub;
        base(hub);
        const QString first = hub.tip(u"r"_s, u"main"_s);
        QCOMPARE(first.size(), digits);
        hub.createBranch(u"r"_s, u"work"_s, first);
        PutFile::Input put;
        put.repositoryName = u"r"_s;
        put.branchName = u"work"_s;
        put.filePath = u"b/c.txt"_s;
        put.fileContent = "content\n";
        put.parentCommitId = first;
        const auto written = hub.must<PutFile>(put);
        QCOMPARE(written.commitId.size(), digits);
        QCOMPARE(hub.must<GetBlob>({u"r"_s, written.blobId}).content, put.fileContent);
        QCOMPARE(hub.must<GetCommit>({u"r"_s, written.commitId}).commit.parents, QStringList{first});
        QCOMPARE(hub.must<BatchGetCommits>({{first, written.commitId}, u"r"_s}).commits.size(), 2);
        GetDifferences::Input compare;
        compare.repositoryName = u"r"_s;
        compare.beforeCommitSpecifier = first;
        compare.afterCommitSpecifier = u"work"_s;
        const auto differences = hub.must<GetDifferences>(compare).differences;
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences.first().afterBlob->blobId, written.blobId);
        DeleteFile::Input remove;
        remove.repositoryName = u"r"_s;
        remove.branchName = u"work"_s;
        remove.filePath = u"b/c.txt"_s;
        remove.parentCommitId = written.commitId;
        const auto removed = hub.must<DeleteFile>(remove);
        QCOMPARE(removed.treeId, hub.must<GetCommit>({u"r"_s, first}).commit.treeId);
        hub.must<CreateTag>({u"r"_s, u"v1"_s, first, u"One"_s});
        hub.must<DeleteBranch>({u"r"_s, u"work"_s});
    }

    void idsOfTheOtherLengthAreNone()
    {
        ScratchHub hub;
        base(hub);
        hub.createRepository(u"short"_s);
        const QString longId = hub.tip(u"r"_s, u"main"_s);
        const QString shortId = hub.commit(u"short"_s, u"main"_s, {{u"a"_s, "1\n"}});
        QCOMPARE(hub.error<CreateBranch>({u"r"_s, u"b"_s, shortId}), u"InvalidCommitIdException"_s);
        QCOMPARE(hub.error<CreateBranch>({u"short"_s, u"b"_s, longId}), u"InvalidCommitIdException"_s);
        QCOMPARE(hub.error<CreateBranch>({u"r"_s, u"b"_s, QString(64, u'a')}),
                 u"CommitDoesNotExistException"_s);
        QCOMPARE(hub.error<GetCommit>({u"short"_s, longId}), u"InvalidCommitIdException"_s);
        QCOMPARE(hub.error<GetBlob>({u"short"_s, longId}), u"InvalidBlobIdException"_s);
        PutFile::Input put;
        put.repositoryName = u"short"_s;
        put.branchName = u"main"_s;
        put.filePath = u"b"_s;
        put.fileContent = "1\n";
        put.parentCommitId = longId;
        QCOMPARE(hub.error<PutFile>(put), u"InvalidParentCommitIdException"_s);
        QCOMPARE(hub.error<CreateBranch>({u"short"_s, longId, shortId}), u"InvalidBranchNameException"_s);
    }

    void comments()
    {
        ScratchHub hub;
        base(hub);
        const QString id = approved(hub, u"feature"_s);
        const auto target = hub.must<GetPullRequest>({id}).pullRequest.pullRequestTargets.first();
        PostCommentForPullRequest::Input post;
        post.pullRequestId = id;
        post.repositoryName = u"r"_s;
        post.beforeCommitId = target.mergeBase.value_or(QString());
        post.afterCommitId = target.sourceCommit;
        post.location = Location{u"feature.txt"_s, 1, u"AFTER"_s};
        post.content = u"Why newer?"_s;
        const auto posted = hub.mustAs<PostCommentForPullRequest>(u"grace"_s, post);
        QCOMPARE(posted.afterBlobId->size(), digits);
        QCOMPARE(
            hub.must<GetCommentsForPullRequest>({id, {}, {}, {}, {}, {}}).commentsForPullRequestData.size(),
            1);
    }

    void mergesByEachStrategy_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<qsizetype>("parents");
        QTest::newRow("fast-forward") << u"FAST_FORWARD_MERGE"_s << qsizetype(1);
        QTest::newRow("squash") << u"SQUASH_MERGE"_s << qsizetype(1);
        QTest::newRow("three-way") << u"THREE_WAY_MERGE"_s << qsizetype(2);
    }
    void mergesByEachStrategy()
    {
        QFETCH(QString, option);
        QFETCH(qsizetype, parents);
        ScratchHub hub;
        base(hub);
        const QString id = approved(hub, u"feature"_s);
        const QString source = hub.tip(u"r"_s, u"feature"_s);
        if (option != u"FAST_FORWARD_MERGE"_s)
            hub.commit(u"r"_s, u"main"_s, {{u"main.txt"_s, "other\n"}});
        const auto review = hub.must<GetPullRequestReview>({id});
        QCOMPARE(review.summary.mergeability, u"MERGEABLE"_s);
        QCOMPARE(review.summary.commitCount, 2);
        Result<QJsonObject> answer;
        const QJsonObject input{
            {u"pullRequestId"_s, id}, {u"repositoryName"_s, u"r"_s}, {u"sourceCommitId"_s, source.toUpper()}};
        if (option == u"FAST_FORWARD_MERGE"_s)
            answer = hub.invoke(u"ada"_s, MergePullRequestByFastForward::name(), input);
        else if (option == u"SQUASH_MERGE"_s)
            answer = hub.invoke(u"ada"_s, MergePullRequestBySquash::name(), input);
        else
            answer = hub.invoke(u"ada"_s, MergePullRequestByThreeWay::name(), input);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message + answer.error().detail));
        const auto merged = hub.must<GetPullRequest>({id}).pullRequest;
        QCOMPARE(merged.pullRequestStatus, u"CLOSED"_s);
        const MergeMetadata metadata = merged.pullRequestTargets.first().mergeMetadata;
        QVERIFY(metadata.isMerged);
        QCOMPARE(metadata.mergeOption, option);
        QCOMPARE(metadata.mergeCommitId, hub.tip(u"r"_s, u"main"_s));
        QCOMPARE(hub.must<GetCommit>({u"r"_s, *metadata.mergeCommitId}).commit.parents.size(), parents);
        QCOMPARE(hub.must<GetFile>({u"r"_s, {}, u"feature.txt"_s}).fileContent, QByteArray("newer\n"));
        hub.reopen();
        QVERIFY(hub.hub().brokenRepositories().isEmpty());
    }

    void mergesBranchesAndSettlesConflicts()
    {
        ScratchHub hub;
        base(hub);
        hub.createBranch(u"r"_s, u"work"_s, hub.tip(u"r"_s, u"main"_s));
        hub.commit(u"r"_s, u"work"_s, {{u"a.txt"_s, "1\n2\nthree\n4\n5\n"}});
        hub.commit(u"r"_s, u"main"_s, {{u"a.txt"_s, "1\n2\nIII\n4\n5\n"}});
        MergeBranchesByThreeWay::Input merge;
        merge.repositoryName = u"r"_s;
        merge.sourceCommitSpecifier = u"work"_s;
        merge.destinationCommitSpecifier = u"main"_s;
        QCOMPARE(hub.error<MergeBranchesByThreeWay>(merge), u"ManualMergeRequiredException"_s);
        merge.conflictResolutionStrategy = u"AUTOMERGE"_s;
        merge.conflictResolution = ConflictResolution{
            {{u"a.txt"_s, u"USE_NEW_CONTENT"_s, QByteArray("1\n2\n3 (III)\n4\n5\n"), {}}}, {}, {}};
        const auto done = hub.must<MergeBranchesByThreeWay>(merge);
        QCOMPARE(done.commitId, hub.tip(u"r"_s, u"main"_s));
        QCOMPARE(hub.must<GetFile>({u"r"_s, {}, u"a.txt"_s}).fileContent,
                 QByteArray("1\n2\n3 (III)\n4\n5\n"));
    }
};

QTEST_GUILESS_MAIN(TestHubSha256)
#include "tst_hubsha256.moc"
