// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_approvals.h"
#include "core/api/operations_branches.h"
#include "core/api/operations_commits.h"
#include "core/api/operations_files.h"
#include "core/api/operations_hosting.h"
#include "core/api/operations_merges.h"
#include "core/api/operations_pullrequests.h"
#include "core/api/operations_repositories.h"
#include "core/api/operations_review.h"
#include "core/api/operations_templates.h"
#include "tests/support/scratchhub.h"

#include <QTest>

using namespace countersign;
using namespace countersign::api;
using namespace Qt::StringLiterals;
using countersign::test::ScratchHub;

namespace {

const QString twoApprovals =
    u"{\"Version\": \"2018-11-08\",\"Statements\": [{\"Type\": \"Approvers\",\"NumberOfApprovalsNeeded\": 2}]}"_s;
const QString oneApproval =
    u"{\"Version\": \"2018-11-08\",\"Statements\": [{\"Type\": \"Approvers\",\"NumberOfApprovalsNeeded\": 1}]}"_s;
const QString oneIntoMain = u"{\"Version\": \"2018-11-08\",\"DestinationReferences\": "
                            u"[\"refs/heads/main\"],\"Statements\": [{\"Type\":"
                            " \"Approvers\",\"NumberOfApprovalsNeeded\": 1}]}"_s;

QStringList kinds(const QList<PullRequestEvent> &events)
{
    QStringList list;
    for (const PullRequestEvent &event : events)
        list.append(event.pullRequestEventType.sliced(13));
    return list;
}

} // namespace

class TestHubPullRequests : public QObject
{
    Q_OBJECT

private:
    /// "r" with main and feature, which is one commit ahead.
    static void base(ScratchHub &hub)
    {
        hub.addPerson(u"grace"_s);
        hub.addPerson(u"tomas"_s);
        hub.createRepository(u"r"_s);
        hub.createBranch(u"r"_s, u"feature"_s, hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "1\n2\n3\n4\n5\n"}}));
        hub.commit(u"r"_s, u"feature"_s, {{u"a"_s, "1\n2\n3\n4\nfive\n"}});
    }
    static void approve(ScratchHub &hub, const QString &person, const QString &id)
    {
        hub.mustAs<UpdatePullRequestApprovalState>(person, {id, hub.revisionId(id), u"APPROVE"_s});
    }
    static MergePullRequestByThreeWay::Input threeWay(const QString &id)
    {
        MergePullRequestByThreeWay::Input input;
        input.pullRequestId = id;
        input.repositoryName = u"r"_s;
        input.conflictDetailLevel = u"LINE_LEVEL"_s;
        return input;
    }
    static QStringList history(ScratchHub &hub, const QString &id)
    {
        return kinds(hub.must<DescribePullRequestEvents>({id, {}, {}, {}, {}}).pullRequestEvents);
    }

private Q_SLOTS:
    void creates()
    {
        ScratchHub hub;
        base(hub);
        CreatePullRequest::Input input;
        input.title = u"Five in words"_s;
        input.description = u"Easier to read"_s;
        input.targets = {{u"r"_s, u"feature"_s, {}}};
        input.clientRequestToken = u"token-1"_s;
        const PullRequest made = hub.must<CreatePullRequest>(input).pullRequest;
        QCOMPARE(made.pullRequestId, u"1"_s);
        QCOMPARE(made.pullRequestStatus, u"OPEN"_s);
        QCOMPARE(made.revisionId.size(), 64);
        QCOMPARE(made.creationDate, made.lastActivityDate);
        const PullRequestTarget target = made.pullRequestTargets.first();
        QCOMPARE(target.sourceReference, u"refs/heads/feature"_s);
        QCOMPARE(target.destinationReference, u"refs/heads/main"_s);
        QCOMPARE(target.sourceCommit, hub.tip(u"r"_s, u"feature"_s));
        QCOMPARE(target.mergeBase, hub.tip(u"r"_s, u"main"_s));
        QVERIFY(!target.mergeMetadata.isMerged);
        QCOMPARE(hub.must<CreatePullRequest>(input).pullRequest, made);
        QCOMPARE(hub.must<GetPullRequest>({u"1"_s}).pullRequest, made);
        input.title = u"Other"_s;
        QCOMPARE(hub.error<CreatePullRequest>(input), u"IdempotencyParameterMismatchException"_s);
        QCOMPARE(history(hub, u"1"_s), QStringList{u"CREATED"_s});
    }

    void createErrors_data()
    {
        QTest::addColumn<std::function<void(CreatePullRequest::Input &)>>("change");
        QTest::addColumn<QString>("code");
        using Change = std::function<void(CreatePullRequest::Input &)>;
        const auto row = [](const char *name, Change change, const char *code) {
            QTest::newRow(name) << change << QString::fromLatin1(code) + u"Exception"_s;
        };
        row("no title", [](auto &i) { i.title.clear(); }, "TitleRequired");
        row("long title", [](auto &i) { i.title = QString(151, u'x'); }, "InvalidTitle");
        row("long description", [](auto &i) { i.description = QString(10'241, u'x'); }, "InvalidDescription");
        row("no target", [](auto &i) { i.targets.clear(); }, "TargetsRequired");
        row("two targets", [](auto &i) { i.targets.append(i.targets.first()); }, "InvalidTargets");
        row(
            "two repositories", [](auto &i) { i.targets.append({u"q"_s, u"x"_s, {}}); },
            "MultipleRepositoriesInPullRequest");
        row(
            "same branch", [](auto &i) { i.targets[0].sourceReference = u"main"_s; },
            "SourceAndDestinationAreSame");
        row(
            "absent branch", [](auto &i) { i.targets[0].sourceReference = u"nowhere"_s; },
            "ReferenceDoesNotExist");
        row("a tag", [](auto &i) { i.targets[0].sourceReference = u"v1"_s; }, "ReferenceTypeNotSupported");
        row(
            "a full tag", [](auto &i) { i.targets[0].sourceReference = u"refs/tags/v1"_s; },
            "ReferenceTypeNotSupported");
        row("no reference", [](auto &i) { i.targets[0].sourceReference.clear(); }, "ReferenceNameRequired");
        row(
            "bad reference", [](auto &i) { i.targets[0].sourceReference = u"--all"_s; },
            "InvalidReferenceName");
        row(
            "absent repository", [](auto &i) { i.targets[0].repositoryName = u"q"_s; },
            "RepositoryDoesNotExist");
        row("empty token", [](auto &i) { i.clientRequestToken = QString(); }, "ClientRequestTokenRequired");
    }
    void createErrors()
    {
        ScratchHub hub;
        base(hub);
        hub.must<CreateTag>({u"r"_s, u"v1"_s, hub.tip(u"r"_s, u"main"_s), {}});
        QFETCH(std::function<void(CreatePullRequest::Input &)>, change);
        QFETCH(QString, code);
        CreatePullRequest::Input input;
        input.title = u"Title"_s;
        input.targets = {{u"r"_s, u"feature"_s, {}}};
        change(input);
        QCOMPARE(hub.error<CreatePullRequest>(input), code);
    }

    void lists()
    {
        ScratchHub hub;
        base(hub);
        hub.openPullRequest(u"r"_s, u"feature"_s);
        hub.openPullRequest(u"r"_s, u"feature"_s, u"grace"_s);
        hub.openPullRequest(u"r"_s, u"feature"_s);
        const auto ids = [&](ListPullRequests::Input input) {
            return hub.must<ListPullRequests>(input).pullRequestIds.join(u' ');
        };
        QCOMPARE(ids({u"r"_s, {}, {}, {}, {}}), u"3 2 1"_s);
        QCOMPARE(ids({u"r"_s, hub.arn(u"grace"_s), {}, {}, {}}), u"2"_s);
        hub.must<UpdatePullRequestTitle>({u"1"_s, u"Newer"_s});
        hub.must<UpdatePullRequestStatus>({u"2"_s, u"CLOSED"_s});
        QCOMPARE(ids({u"r"_s, {}, u"OPEN"_s, {}, {}}), u"1 3"_s);
        QCOMPARE(ids({u"r"_s, {}, u"CLOSED"_s, {}, {}}), u"2"_s);
        const auto first = hub.must<ListPullRequests>({u"r"_s, {}, {}, {}, 2});
        QCOMPARE(ids({u"r"_s, {}, {}, first.nextToken, 2}), u"3"_s);
        QCOMPARE(hub.error<ListPullRequests>({u"r"_s, {}, {}, u"xx"_s, {}}),
                 u"InvalidContinuationTokenException"_s);
        QCOMPARE(hub.error<ListPullRequests>({u"r"_s, {}, {}, {}, 0}), u"InvalidMaxResultsException"_s);
        QCOMPARE(hub.error<ListPullRequests>({u"r"_s, {}, u"MERGED"_s, {}, {}}),
                 u"InvalidPullRequestStatusException"_s);
        QCOMPARE(hub.error<ListPullRequests>({u"r"_s, u"ada"_s, {}, {}, {}}), u"InvalidAuthorArnException"_s);
        QCOMPARE(hub.error<ListPullRequests>({u"r"_s, hub.arn(u"nobody"_s), {}, {}, {}}),
                 u"AuthorDoesNotExistException"_s);
    }

    void changesAndCloses()
    {
        ScratchHub hub;
        base(hub);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        QCOMPARE(hub.must<UpdatePullRequestTitle>({id, u"New"_s}).pullRequest.title, u"New"_s);
        QCOMPARE(hub.must<UpdatePullRequestDescription>({id, u"Why"_s}).pullRequest.description, u"Why"_s);
        hub.must<UpdatePullRequestStatus>({id, u"OPEN"_s});
        hub.must<UpdatePullRequestStatus>({id, u"CLOSED"_s});
        hub.must<UpdatePullRequestStatus>({id, u"CLOSED"_s});
        QCOMPARE(history(hub, id), (QStringList{u"CREATED"_s, u"STATUS_CHANGED"_s}));
        QCOMPARE(hub.error<UpdatePullRequestStatus>({id, u"OPEN"_s}),
                 u"InvalidPullRequestStatusUpdateException"_s);
        const QString closed = u"PullRequestAlreadyClosedException"_s;
        QCOMPARE(hub.error<UpdatePullRequestTitle>({id, u"x"_s}), closed);
        QCOMPARE(hub.error<UpdatePullRequestDescription>({id, u"x"_s}), closed);
        QCOMPARE(hub.error<CreatePullRequestApprovalRule>({id, u"Rule"_s, oneApproval}), closed);
        QCOMPARE(hub.error<OverridePullRequestApprovalRules>({id, hub.revisionId(id), u"OVERRIDE"_s}),
                 closed);
        QCOMPARE(
            (hub.error<UpdatePullRequestApprovalState>({id, hub.revisionId(id), u"APPROVE"_s}, u"grace"_s)),
            closed);
        QCOMPARE(hub.error<MergePullRequestByFastForward>({id, u"r"_s, {}}), closed);
        QCOMPARE(hub.error<GetPullRequest>({u"99"_s}), u"PullRequestDoesNotExistException"_s);
        QCOMPARE(hub.error<GetPullRequest>({u"x"_s}), u"InvalidPullRequestIdException"_s);
        QCOMPARE(hub.error<GetPullRequest>({{}}), u"PullRequestIdRequiredException"_s);
    }

    void mintsRevisions()
    {
        ScratchHub hub;
        base(hub);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        const QString first = hub.revisionId(id);
        approve(hub, u"grace"_s, id);
        hub.commit(u"r"_s, u"main"_s, {{u"b"_s, "other\n"}});
        QCOMPARE(hub.revisionId(id), first);
        const QString tip = hub.commit(u"r"_s, u"feature"_s, {{u"c"_s, "more\n"}}, u"tomas"_s);
        const QString second = hub.revisionId(id);
        QVERIFY(second != first);
        QCOMPARE(hub.must<GetPullRequestApprovalStates>({id, first}).approvals.size(), 1);
        QVERIFY(hub.must<GetPullRequestApprovalStates>({id, second}).approvals.isEmpty());
        const auto review = hub.must<GetPullRequestReview>({id});
        QCOMPARE(review.revisions.size(), 2);
        QCOMPARE(review.revisions.last().sourceCommit, tip);
        QCOMPARE(review.revisions.last().authorArn, hub.arn(u"tomas"_s));
        QCOMPARE(review.summary.commitCount, 2);
        QCOMPARE(review.aheadOfMergeBase, 1);
        QCOMPARE(hub.error<EvaluatePullRequestApprovalRules>({id, first}), u"RevisionNotCurrentException"_s);
        QCOMPARE((hub.error<UpdatePullRequestApprovalState>({id, first, u"APPROVE"_s}, u"grace"_s)),
                 u"RevisionNotCurrentException"_s);
        QCOMPARE(hub.error<OverridePullRequestApprovalRules>({id, first, u"OVERRIDE"_s}),
                 u"RevisionNotCurrentException"_s);
        QCOMPARE(hub.error<GetPullRequestApprovalStates>({id, {}}), u"RevisionIdRequiredException"_s);
        QCOMPARE(history(hub, id),
                 (QStringList{u"CREATED"_s, u"APPROVAL_STATE_CHANGED"_s, u"SOURCE_REFERENCE_UPDATED"_s}));
    }

    void rulesAndApprovals()
    {
        ScratchHub hub;
        base(hub);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        const QString revision = hub.revisionId(id);
        const auto evaluate = [&] {
            return hub.must<EvaluatePullRequestApprovalRules>({id, revision}).evaluation;
        };
        QVERIFY(evaluate().approved);
        const ApprovalRule rule =
            hub.must<CreatePullRequestApprovalRule>({id, u"Two"_s, twoApprovals}).approvalRule;
        QCOMPARE(rule.ruleContentSha256.size(), 64);
        QVERIFY(!evaluate().approved);
        QCOMPARE(hub.error<CreatePullRequestApprovalRule>({id, u"Two"_s, twoApprovals}),
                 u"ApprovalRuleNameAlreadyExistsException"_s);
        QCOMPARE(hub.error<CreatePullRequestApprovalRule>({id, u"Bad"_s, u"{}"_s}),
                 u"InvalidApprovalRuleContentException"_s);
        QCOMPARE(hub.error<MergePullRequestByFastForward>({id, u"r"_s, {}}),
                 u"PullRequestApprovalRulesNotSatisfiedException"_s);
        QCOMPARE(hub.error<UpdatePullRequestApprovalState>({id, revision, u"APPROVE"_s}),
                 u"PullRequestCannotBeApprovedByAuthorException"_s);
        approve(hub, u"grace"_s, id);
        approve(hub, u"grace"_s, id);
        QVERIFY(!evaluate().approved);
        approve(hub, u"tomas"_s, id);
        QVERIFY(evaluate().approved);
        QCOMPARE(hub.must<GetPullRequestApprovalStates>({id, revision}).approvals.size(), 2);
        hub.mustAs<UpdatePullRequestApprovalState>(u"grace"_s, {id, revision, u"REVOKE"_s});
        QCOMPARE(evaluate().approvalRulesNotSatisfied, QStringList{u"Two"_s});
        QCOMPARE(
            hub.error<UpdatePullRequestApprovalRuleContent>({id, u"Two"_s, QString(64, u'0'), oneApproval}),
            u"InvalidRuleContentSha256Exception"_s);
        hub.must<UpdatePullRequestApprovalRuleContent>({id, u"Two"_s, rule.ruleContentSha256, oneApproval});
        QVERIFY(evaluate().approved);
        QCOMPARE(hub.error<UpdatePullRequestApprovalRuleContent>({id, u"No"_s, {}, oneApproval}),
                 u"ApprovalRuleDoesNotExistException"_s);
        QCOMPARE(hub.must<DeletePullRequestApprovalRule>({id, u"Two"_s}).approvalRuleId, rule.approvalRuleId);
        QVERIFY(!hub.must<DeletePullRequestApprovalRule>({id, u"Two"_s}).approvalRuleId);
        QCOMPARE(history(hub, id).size(), 7);
        const auto mine = hub.must<DescribePullRequestEvents>(
            {id, u"PULL_REQUEST_APPROVAL_STATE_CHANGED"_s, hub.arn(u"grace"_s), {}, {}});
        QCOMPARE(mine.pullRequestEvents.size(), 2);
        QCOMPARE(mine.pullRequestEvents.last().approvalStateChangedEventMetadata->approvalStatus,
                 u"REVOKE"_s);
        QCOMPARE(hub.error<DescribePullRequestEvents>({id, {}, hub.arn(u"nobody"_s), {}, {}}),
                 u"ActorDoesNotExistException"_s);
    }

    void overrides()
    {
        ScratchHub hub;
        base(hub);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        const QString revision = hub.revisionId(id);
        hub.must<CreatePullRequestApprovalRule>({id, u"Two"_s, twoApprovals});
        hub.mustAs<OverridePullRequestApprovalRules>(u"grace"_s, {id, revision, u"OVERRIDE"_s});
        QCOMPARE(hub.error<OverridePullRequestApprovalRules>({id, revision, u"OVERRIDE"_s}),
                 u"OverrideAlreadySetException"_s);
        const auto state = hub.must<GetPullRequestOverrideState>({id, revision});
        QVERIFY(state.overridden);
        QCOMPARE(state.overrider, hub.arn(u"grace"_s));
        const Evaluation evaluation = hub.must<EvaluatePullRequestApprovalRules>({id, revision}).evaluation;
        QVERIFY(!evaluation.approved && evaluation.overridden);
        hub.must<OverridePullRequestApprovalRules>({id, revision, u"REVOKE"_s});
        QVERIFY(!hub.must<GetPullRequestOverrideState>({id, revision}).overridden);
        hub.must<OverridePullRequestApprovalRules>({id, revision, u"OVERRIDE"_s});
        const auto merged = hub.must<MergePullRequestByFastForward>({id, u"r"_s, {}}).pullRequest;
        QVERIFY(merged.pullRequestTargets.first().mergeMetadata.isMerged);
    }

    void mergesInThreeWays_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("fast-forward") << 0;
        QTest::newRow("squash") << 1;
        QTest::newRow("three-way") << 2;
    }
    void mergesInThreeWays()
    {
        QFETCH(int, way);
        ScratchHub hub;
        base(hub);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        const QString before = hub.tip(u"r"_s, u"main"_s);
        const QString source = hub.tip(u"r"_s, u"feature"_s);
        MergePullRequestBySquash::Input squash;
        squash.pullRequestId = id;
        squash.repositoryName = u"r"_s;
        const PullRequest merged =
            way == 0 ? hub.mustAs<MergePullRequestByFastForward>(u"grace"_s, {id, u"r"_s, source}).pullRequest
            : way == 1 ? hub.mustAs<MergePullRequestBySquash>(u"grace"_s, squash).pullRequest
                       : hub.mustAs<MergePullRequestByThreeWay>(u"grace"_s, threeWay(id)).pullRequest;
        QCOMPARE(merged.pullRequestStatus, u"CLOSED"_s);
        const MergeMetadata metadata = merged.pullRequestTargets.first().mergeMetadata;
        QVERIFY(metadata.isMerged);
        QCOMPARE(metadata.mergedBy, hub.arn(u"grace"_s));
        const QString tip = hub.tip(u"r"_s, u"main"_s);
        QCOMPARE(metadata.mergeCommitId, tip);
        const Commit commit = hub.must<GetCommit>({u"r"_s, tip}).commit;
        const QList<QStringList> parents{{before}, {before}, {before, source}};
        QCOMPARE(commit.parents, parents.at(way));
        if (way == 0)
            QCOMPARE(tip, source);
        if (way == 1)
            QVERIFY(commit.message.contains(u"* Edit a"_s));
        QCOMPARE(hub.must<GetFile>({u"r"_s, {}, u"a"_s}).fileContent, QByteArray("1\n2\n3\n4\nfive\n"));
        QCOMPARE(history(hub, id).last(), u"MERGE_STATE_CHANGED"_s);
        QCOMPARE(hub.tip(u"r"_s, u"feature"_s), source);
    }

    void mergeErrors()
    {
        ScratchHub hub;
        base(hub);
        hub.createRepository(u"q"_s);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        QCOMPARE(hub.error<MergePullRequestByFastForward>({id, u"q"_s, {}}),
                 u"RepositoryNotAssociatedWithPullRequestException"_s);
        QCOMPARE(hub.error<MergePullRequestByFastForward>({id, u"r"_s, hub.tip(u"r"_s, u"main"_s)}),
                 u"TipOfSourceReferenceIsDifferentException"_s);
        hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "one\n2\n3\n4\n5\n"}});
        QCOMPARE(hub.error<MergePullRequestByFastForward>({id, u"r"_s, {}}),
                 u"ManualMergeRequiredException"_s);
        auto input = threeWay(id);
        input.conflictDetailLevel = u"FILE_LEVEL"_s;
        QCOMPARE(hub.error<MergePullRequestByThreeWay>(input), u"ManualMergeRequiredException"_s);
        hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "one\n2\n3\n4\nFIVE\n"}});
        QCOMPARE(hub.error<MergePullRequestByThreeWay>(threeWay(id)), u"ManualMergeRequiredException"_s);
        const auto review = hub.must<GetPullRequestReview>({id});
        QCOMPARE(review.summary.mergeability, u"CONFLICTS"_s);
        QCOMPARE(review.conflicts, QStringList{u"a"_s});
        QVERIFY(std::ranges::none_of(review.strategies, &StrategyState::possible));
        input = threeWay(id);
        input.conflictResolution = ConflictResolution{};
        QCOMPARE(hub.error<MergePullRequestByThreeWay>(input), u"InvalidConflictResolutionException"_s);
    }

    void settlesConflicts_data()
    {
        QTest::addColumn<QString>("strategy");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("source") << u"ACCEPT_SOURCE"_s << QByteArray("1\n2\n3\n4\nfive\n");
        QTest::newRow("destination") << u"ACCEPT_DESTINATION"_s << QByteArray("1\n2\n3\n4\nFIVE\n");
        QTest::newRow("new content") << u"AUTOMERGE"_s << QByteArray("mine\n");
    }
    void settlesConflicts()
    {
        QFETCH(QString, strategy);
        QFETCH(QByteArray, content);
        ScratchHub hub;
        base(hub);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "1\n2\n3\n4\nFIVE\n"}, {u"b"_s, "b\n"}});
        auto input = threeWay(id);
        input.conflictResolutionStrategy = strategy;
        if (strategy == u"AUTOMERGE"_s)
            input.conflictResolution =
                ConflictResolution{{{u"a"_s, u"USE_NEW_CONTENT"_s, content, {}}}, {}, {}};
        hub.must<MergePullRequestByThreeWay>(input);
        QCOMPARE(hub.must<GetFile>({u"r"_s, {}, u"a"_s}).fileContent, content);
        QCOMPARE(hub.must<GetFile>({u"r"_s, {}, u"b"_s}).fileContent, QByteArray("b\n"));
    }

    void mergesBranches()
    {
        ScratchHub hub;
        base(hub);
        const auto options = hub.must<GetMergeOptions>({u"r"_s, u"feature"_s, u"main"_s, {}, {}});
        QCOMPARE(options.mergeOptions.size(), 3);
        QCOMPARE(options.baseCommitId, hub.tip(u"r"_s, u"main"_s));
        hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "1\n2\n3\n4\nFIVE\n"}});
        QVERIFY(hub.must<GetMergeOptions>({u"r"_s, u"feature"_s, u"main"_s, {}, {}}).mergeOptions.isEmpty());
        GetMergeConflicts::Input ask;
        ask.repositoryName = u"r"_s;
        ask.sourceCommitSpecifier = u"feature"_s;
        ask.destinationCommitSpecifier = u"main"_s;
        ask.mergeOption = u"THREE_WAY_MERGE"_s;
        const auto conflicts = hub.must<GetMergeConflicts>(ask);
        QVERIFY(!conflicts.mergeable);
        const ConflictMetadata metadata = conflicts.conflictMetadataList.first();
        QCOMPARE(metadata.filePath, u"a"_s);
        QCOMPARE(metadata.numberOfConflicts, 1);
        QVERIFY(metadata.contentConflict && !metadata.fileModeConflict);
        QCOMPARE(metadata.fileSizes.base, 10);
        MergeBranchesByThreeWay::Input merge;
        merge.repositoryName = u"r"_s;
        merge.sourceCommitSpecifier = u"feature"_s;
        merge.destinationCommitSpecifier = u"main"_s;
        QCOMPARE(hub.error<MergeBranchesByThreeWay>(merge), u"ManualMergeRequiredException"_s);
        merge.conflictResolutionStrategy = u"ACCEPT_SOURCE"_s;
        const QString merged = hub.must<MergeBranchesByThreeWay>(merge).commitId;
        QCOMPARE(merged, hub.tip(u"r"_s, u"main"_s));
        hub.must<CreateTag>({u"r"_s, u"v1"_s, hub.tip(u"r"_s, u"main"_s), {}});
        QCOMPARE(hub.error<MergeBranchesByFastForward>({u"r"_s, u"feature"_s, u"v1"_s, {}}),
                 u"BranchNameIsTagNameException"_s);
        QCOMPARE(hub.error<MergeBranchesByFastForward>({u"r"_s, u"feature"_s, u"main"_s, u"nowhere"_s}),
                 u"BranchDoesNotExistException"_s);
    }

    void closesByItself()
    {
        ScratchHub hub;
        base(hub);
        const QString merged = hub.openPullRequest(u"r"_s, u"feature"_s);
        hub.createBranch(u"r"_s, u"other"_s, hub.tip(u"r"_s, u"main"_s));
        hub.commit(u"r"_s, u"other"_s, {{u"o"_s, "o\n"}});
        const QString orphaned = hub.openPullRequest(u"r"_s, u"other"_s);
        hub.createBranch(u"r"_s, u"same"_s, hub.tip(u"r"_s, u"main"_s));
        const QString nothing = hub.openPullRequest(u"r"_s, u"same"_s);
        hub.must<MergeBranchesByFastForward>({u"r"_s, u"feature"_s, u"main"_s, {}});
        QVERIFY(
            hub.must<GetPullRequest>({merged}).pullRequest.pullRequestTargets.first().mergeMetadata.isMerged);
        QCOMPARE(hub.must<GetPullRequest>({nothing}).pullRequest.pullRequestStatus, u"OPEN"_s);
        hub.must<DeleteBranch>({u"r"_s, u"other"_s});
        const PullRequest closed = hub.must<GetPullRequest>({orphaned}).pullRequest;
        QCOMPARE(closed.pullRequestStatus, u"CLOSED"_s);
        QVERIFY(!closed.pullRequestTargets.first().mergeMetadata.isMerged);
        QVERIFY(!hub.must<GetPullRequestReview>({orphaned}).sourceBranchExists);
    }

    void templates()
    {
        ScratchHub hub;
        base(hub);
        const auto made = hub.must<CreateApprovalRuleTemplate>({u"Main"_s, oneIntoMain, u"Guards main"_s});
        QCOMPARE(hub.error<CreateApprovalRuleTemplate>({u"Main"_s, oneIntoMain, {}}),
                 u"ApprovalRuleTemplateNameAlreadyExistsException"_s);
        QCOMPARE(hub.error<CreateApprovalRuleTemplate>({u"Bad"_s, u"["_s, {}}),
                 u"InvalidApprovalRuleTemplateContentException"_s);
        hub.must<AssociateApprovalRuleTemplateWithRepository>({u"Main"_s, u"r"_s});
        hub.must<AssociateApprovalRuleTemplateWithRepository>({u"Main"_s, u"r"_s});
        QCOMPARE(hub.must<ListAssociatedApprovalRuleTemplatesForRepository>({u"r"_s, {}, {}})
                     .approvalRuleTemplateNames,
                 QStringList{u"Main"_s});
        QCOMPARE(hub.must<ListRepositoriesForApprovalRuleTemplate>({u"Main"_s, {}, {}}).repositoryNames,
                 QStringList{u"r"_s});
        const auto preview = hub.must<PreviewPullRequest>({u"r"_s, u"feature"_s, u"main"_s});
        QCOMPARE(preview.rules.size(), 1);
        QCOMPARE(preview.commitCount, 1);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        const ApprovalRule rule = hub.must<GetPullRequest>({id}).pullRequest.approvalRules.first();
        QCOMPARE(rule.approvalRuleName, u"Main"_s);
        QCOMPARE(rule.approvalRuleContent, oneIntoMain);
        QCOMPARE(rule.originApprovalRuleTemplate->approvalRuleTemplateId,
                 made.approvalRuleTemplate.approvalRuleTemplateId);
        QCOMPARE(hub.error<DeletePullRequestApprovalRule>({id, u"Main"_s}),
                 u"CannotDeleteApprovalRuleFromTemplateException"_s);
        QCOMPARE(hub.error<UpdatePullRequestApprovalRuleContent>({id, u"Main"_s, {}, oneApproval}),
                 u"CannotModifyApprovalRuleFromTemplateException"_s);
        QCOMPARE(hub.error<DeleteApprovalRuleTemplate>({u"Main"_s}), u"ApprovalRuleTemplateInUseException"_s);
        const auto batch =
            hub.must<BatchDisassociateApprovalRuleTemplateFromRepositories>({u"Main"_s, {u"r"_s, u"no"_s}});
        QCOMPARE(batch.disassociatedRepositoryNames, QStringList{u"r"_s});
        QCOMPARE(batch.errors.first().errorCode, u"RepositoryDoesNotExistException"_s);
        hub.must<UpdateApprovalRuleTemplateName>({u"Main"_s, u"Trunk"_s});
        hub.must<UpdateApprovalRuleTemplateDescription>({u"Trunk"_s, u"x"_s});
        hub.must<UpdateApprovalRuleTemplateContent>({u"Trunk"_s, twoApprovals, {}});
        QCOMPARE(
            hub.must<GetApprovalRuleTemplate>({u"Trunk"_s}).approvalRuleTemplate.approvalRuleTemplateContent,
            twoApprovals);
        QCOMPARE(hub.must<GetPullRequest>({id}).pullRequest.approvalRules.first().approvalRuleContent,
                 oneIntoMain);
        QVERIFY(!hub.must<DeleteApprovalRuleTemplate>({u"Trunk"_s}).approvalRuleTemplateId.isEmpty());
        QVERIFY(hub.must<DeleteApprovalRuleTemplate>({u"Trunk"_s}).approvalRuleTemplateId.isEmpty());
        QVERIFY(hub.must<ListApprovalRuleTemplates>({{}, {}}).approvalRuleTemplateNames.isEmpty());
        QCOMPARE(hub.error<GetApprovalRuleTemplate>({u"Trunk"_s}),
                 u"ApprovalRuleTemplateDoesNotExistException"_s);
    }

    void summarizes()
    {
        ScratchHub hub;
        base(hub);
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        hub.must<CreatePullRequestApprovalRule>({id, u"One"_s, oneApproval});
        hub.must<UpdatePullRequestReviewers>({id, {hub.arn(u"grace"_s), hub.arn(u"tomas"_s)}, {}});
        QCOMPARE(hub.error<UpdatePullRequestReviewers>({id, {hub.arn(u"nobody"_s)}, {}}),
                 u"ReviewerDoesNotExistException"_s);
        const QString merged = hub.openPullRequest(u"r"_s, u"feature"_s);
        hub.must<UpdatePullRequestStatus>({merged, u"CLOSED"_s});
        const auto open = hub.must<ListPullRequestSummaries>({{}, u"OPEN"_s, {}, {}, {}}).summaries;
        QCOMPARE(open.size(), 1);
        const PullRequestSummary &summary = open.first();
        QCOMPARE(summary.pullRequest.pullRequestId, id);
        QCOMPARE(summary.mergeability, u"MERGEABLE"_s);
        QVERIFY(summary.fastForwardPossible);
        QCOMPARE(summary.rules.first().eligible.size(), 2);
        QCOMPARE(summary.reviewers.size(), 2);
        QVERIFY(summary.reviewers.first().requested);
        QCOMPARE(hub.must<ListPullRequestSummaries>({u"r"_s, {}, {}, {}, {}}).summaries.size(), 2);
        QCOMPARE(hub.must<ListPullRequestSummaries>({{}, u"MERGED"_s, {}, {}, {}}).summaries.size(), 0);
        QCOMPARE(hub.must<ListPullRequestSummaries>({{}, u"CLOSED"_s, {}, {}, {}}).summaries.size(), 1);
        const auto page = hub.must<ListPullRequestSummaries>({{}, {}, {}, {}, 1});
        QCOMPARE(hub.must<ListPullRequestSummaries>({{}, {}, {}, page.nextToken, 1}).summaries.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHubPullRequests)
#include "tst_hubpullrequests.moc"
