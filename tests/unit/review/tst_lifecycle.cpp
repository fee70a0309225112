// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/enums.h"
#include "core/review/conditions.h"
#include "core/review/lifecycle.h"
#include "core/review/revision.h"

#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace Qt::StringLiterals;

namespace {

const QString ada = u"arn:aws:iam::000000000000:user/ada"_s;
const QString grace = u"arn:aws:iam::000000000000:user/grace"_s;

api::PullRequest pullRequest(Stage stage)
{
    api::PullRequest pr;
    pr.pullRequestId = u"7"_s;
    pr.authorArn = ada;
    pr.revisionId = u"current"_s;
    pr.pullRequestStatus =
        stage == Stage::Open ? api::PullRequestStatus::Open : api::PullRequestStatus::Closed;
    pr.pullRequestTargets.append(api::PullRequestTarget());
    pr.pullRequestTargets[0].mergeMetadata.isMerged = stage == Stage::Merged;
    return pr;
}

QString codeOf(const auto &result) { return result ? QString() : result.error().code; }

const Condition *find(const QList<Condition> &conditions, Condition::Kind kind)
{
    for (const Condition &condition : conditions)
        if (condition.kind == kind)
            return &condition;
    return nullptr;
}

} // namespace

Q_DECLARE_METATYPE(countersign::review::Stage)

class TestLifecycle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stages()
    {
        for (const Stage stage : {Stage::Open, Stage::Closed, Stage::Merged})
            QCOMPARE(stageOf(pullRequest(stage)), stage);
    }

    void statusChanges_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("error");
        QTest::addColumn<bool>("changes");
        const QString wrong = u"InvalidPullRequestStatusUpdateException"_s;
        QTest::newRow("open to open") << Stage::Open << u"OPEN"_s << QString() << false;
        QTest::newRow("open to closed") << Stage::Open << u"CLOSED"_s << QString() << true;
        QTest::newRow("closed to closed") << Stage::Closed << u"CLOSED"_s << QString() << false;
        QTest::newRow("closed to open") << Stage::Closed << u"OPEN"_s << wrong << false;
        QTest::newRow("merged to open") << Stage::Merged << u"OPEN"_s << wrong << false;
        QTest::newRow("merged to closed") << Stage::Merged << u"CLOSED"_s << QString() << false;
    }
    void statusChanges()
    {
        QFETCH(Stage, stage);
        QFETCH(QString, wanted);
        QFETCH(QString, error);
        QFETCH(bool, changes);
        const auto result = checkStatusChange(pullRequest(stage), wanted);
        QCOMPARE(codeOf(result), error);
        if (result)
            QCOMPARE(*result, changes);
    }

    void whoMayDoWhat_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<QString>("caller");
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("error");
        const QString current = u"current"_s;
        const QString old = u"old"_s;
        const QString closed = u"PullRequestAlreadyClosedException"_s;
        const QString stale = u"RevisionNotCurrentException"_s;
        QTest::newRow("approve") << Stage::Open << grace << current << u"APPROVE"_s << QString();
        QTest::newRow("return") << Stage::Open << grace << current << u"RETURN"_s << QString();
        QTest::newRow("comment") << Stage::Open << grace << current << u"COMMENT"_s << QString();
        QTest::newRow("author approves") << Stage::Open << ada << current << u"APPROVE"_s
                                         << u"PullRequestCannotBeApprovedByAuthorException"_s;
        QTest::newRow("author returns") << Stage::Open << ada << current << u"RETURN"_s
                                        << u"PullRequestCannotBeReturnedByAuthorException"_s;
        QTest::newRow("author comments") << Stage::Open << ada << current << u"COMMENT"_s << QString();
        QTest::newRow("old revision") << Stage::Open << grace << old << u"APPROVE"_s << stale;
        QTest::newRow("comment on an old revision") << Stage::Open << grace << old << u"COMMENT"_s << stale;
        QTest::newRow("closed") << Stage::Closed << grace << current << u"APPROVE"_s << closed;
        QTest::newRow("merged") << Stage::Merged << grace << current << u"RETURN"_s << closed;
        QTest::newRow("comment on a closed one")
            << Stage::Closed << grace << current << u"COMMENT"_s << QString();
    }
    void whoMayDoWhat()
    {
        QFETCH(Stage, stage);
        QFETCH(QString, caller);
        QFETCH(QString, revision);
        QFETCH(QString, verdict);
        QFETCH(QString, error);
        QCOMPARE(codeOf(checkVerdict(pullRequest(stage), caller, revision, verdict)), error);
        if (verdict == u"APPROVE"_s)
            QCOMPARE(codeOf(checkApproval(pullRequest(stage), caller, revision, verdict)), error);
    }

    void theAuthorMayTakeBack()
    {
        QVERIFY(checkApproval(pullRequest(Stage::Open), ada, u"current"_s, u"REVOKE"_s));
    }

    void conditions_data()
    {
        using S = Condition::State;
        using K = Condition::Kind;
        QTest::addColumn<MergeFacts>("facts");
        QTest::addColumn<Condition::Kind>("kind");
        QTest::addColumn<Condition::State>("state");
        QTest::addColumn<bool>("can");
        MergeFacts fine;
        fine.pullRequest = pullRequest(Stage::Open);
        fine.conflicts = QList<QString>();
        const auto row = [&fine](const char *name, auto change, K kind, S state, bool can) {
            MergeFacts facts = fine;
            change(facts);
            QTest::newRow(name) << facts << kind << state << can;
        };
        api::RuleState waiting;
        waiting.needed = 2;
        waiting.eligible = {grace};
        row("fine", [](MergeFacts &) {}, K::NoConflicts, S::Met, true);
        row(
            "closed", [](MergeFacts &f) { f.pullRequest = pullRequest(Stage::Closed); }, K::Open, S::Blocking,
            false);
        row(
            "source gone", [](MergeFacts &f) { f.sourceExists = false; }, K::SourceExists, S::Blocking,
            false);
        row(
            "destination gone", [](MergeFacts &f) { f.destinationExists = false; }, K::DestinationExists,
            S::Blocking, false);
        row("nothing to merge", [](MergeFacts &f) { f.upToDate = true; }, K::HasChanges, S::Blocking, false);
        row("conflicts", [](MergeFacts &f) { f.conflicts = {u"a"_s}; }, K::NoConflicts, S::Blocking, false);
        row("not tried", [](MergeFacts &f) { f.conflicts.reset(); }, K::NoConflicts, S::Unknown, false);
        row(
            "fast-forward needs no trial",
            [](MergeFacts &f) {
                f.conflicts.reset();
                f.fastForward = true;
            },
            K::NoConflicts, S::Met, true);
        row("rule", [&](MergeFacts &f) { f.rules = {waiting}; }, K::Rule, S::Blocking, false);
        row(
            "rule set aside",
            [&](MergeFacts &f) {
                f.rules = {waiting};
                f.overridden = true;
            },
            K::Rule, S::Overridden, true);
        row("open threads", [](MergeFacts &f) { f.openThreads = 3; }, K::ThreadsResolved, S::Advisory, true);
    }
    void conditions()
    {
        QFETCH(MergeFacts, facts);
        QFETCH(Condition::Kind, kind);
        QFETCH(Condition::State, state);
        QFETCH(bool, can);
        const auto list = mergeConditions(facts);
        const Condition *condition = find(list, kind);
        QVERIFY(condition);
        QCOMPARE(condition->state, state);
        QCOMPARE(canMerge(list), can);
    }

    void conditionsNameWhoCanMeetThem()
    {
        MergeFacts facts;
        facts.pullRequest = pullRequest(Stage::Open);
        facts.conflicts = QList<QString>{u"a"_s, u"b"_s};
        facts.openThreads = 2;
        api::RuleState waiting;
        waiting.approvalRuleName = u"Two of us"_s;
        waiting.needed = 2;
        waiting.eligible = {grace};
        facts.rules = {waiting};
        const auto list = mergeConditions(facts, ThreadPolicy::Blocking);
        QCOMPARE(find(list, Condition::Kind::NoConflicts)->people, QList<QString>{ada});
        QCOMPARE(find(list, Condition::Kind::NoConflicts)->have, 2);
        QCOMPARE(find(list, Condition::Kind::Rule)->people, QList<QString>{grace});
        QCOMPARE(find(list, Condition::Kind::Rule)->subject, u"Two of us"_s);
        QCOMPARE(find(list, Condition::Kind::ThreadsResolved)->state, Condition::State::Blocking);
        QCOMPARE(find(list, Condition::Kind::ThreadsResolved)->have, 2);
    }

    void strategies_data()
    {
        QTest::addColumn<MergeFacts>("facts");
        QTest::addColumn<QStringList>("reasons");
        QTest::addColumn<QString>("mergeable");
        MergeFacts facts;
        facts.conflicts = QList<QString>();
        facts.fastForward = true;
        QTest::newRow("fast-forward") << facts << QStringList{{}, {}, {}} << u"MERGEABLE"_s;
        facts.fastForward = false;
        QTest::newRow("diverged") << facts << QStringList{u"NOT_FAST_FORWARD"_s, {}, {}} << u"MERGEABLE"_s;
        facts.conflicts = {u"a"_s};
        QTest::newRow("conflicts") << facts
                                   << QStringList{u"NOT_FAST_FORWARD"_s, u"CONFLICTS"_s, u"CONFLICTS"_s}
                                   << u"CONFLICTS"_s;
        facts.conflicts.reset();
        QTest::newRow("not tried") << facts
                                   << QStringList{u"NOT_FAST_FORWARD"_s, u"CONFLICTS"_s, u"CONFLICTS"_s}
                                   << u"UNKNOWN"_s;
        facts.conflicts = QList<QString>();
        facts.upToDate = true;
        QTest::newRow("up to date") << facts << QStringList(3, u"UP_TO_DATE"_s) << u"MERGEABLE"_s;
        facts.sourceExists = false;
        QTest::newRow("gone") << facts << QStringList(3, u"BRANCH_GONE"_s) << u"UNKNOWN"_s;
    }
    void strategies()
    {
        QFETCH(MergeFacts, facts);
        QFETCH(QStringList, reasons);
        QFETCH(QString, mergeable);
        const auto states = mergeStrategies(facts);
        QCOMPARE(states.size(), 3);
        QCOMPARE(states[0].mergeOption, u"FAST_FORWARD_MERGE"_s);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(states[i].reason, reasons[i]);
            QCOMPARE(states[i].possible, reasons[i].isEmpty());
        }
        QCOMPARE(mergeability(facts), mergeable);
    }

    void revisionsFollowFromWhatIsReviewed()
    {
        const QString source(40, u'a');
        const QString base(40, u'b');
        const QString id = revisionId(source, u"refs/heads/main"_s, base);
        QCOMPARE(id.size(), 64);
        QCOMPARE(revisionId(source, u"refs/heads/main"_s, base), id);
        QVERIFY(revisionId(base, u"refs/heads/main"_s, base) != id);
        QVERIFY(revisionId(source, u"refs/heads/dev"_s, base) != id);
        QVERIFY(revisionId(source, u"refs/heads/main"_s, source) != id);
        QVERIFY(revisionId(source, u"refs/heads/main"_s, {}) != id);
    }
};

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
