// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/review/evaluation.h"
#include "core/review/rulecontent.h"

#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace Qt::StringLiterals;

namespace {

QString arn(const QString &name) { return u"arn:aws:iam::000000000000:user/"_s + name; }

QList<QString> arns(const QString &names)
{
    QList<QString> list;
    for (const QString &name : names.split(u' ', Qt::SkipEmptyParts))
        list.append(arn(name));
    return list;
}

api::ApprovalRule rule(const QString &name, int needed, const QString &pool)
{
    api::ApprovalRule rule;
    rule.approvalRuleName = name;
    rule.approvalRuleContent = writeRuleContent({{}, needed, arns(pool)});
    return rule;
}

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<int>("needed");
        QTest::addColumn<QString>("pool");
        QTest::addColumn<QString>("approvers");
        QTest::addColumn<QString>("counted");
        QTest::addColumn<QString>("eligible");
        QTest::addColumn<bool>("satisfied");
        // The author is ada; the people are ada, grace, tomas and yuki.
        const auto row = [](const char *name, int needed, const char *pool, const char *approvers,
                            const char *counted, const char *eligible, bool satisfied) {
            QTest::newRow(name) << needed << QString::fromLatin1(pool) << QString::fromLatin1(approvers)
                                << QString::fromLatin1(counted) << QString::fromLatin1(eligible) << satisfied;
        };
        row("nobody yet", 1, "", "", "", "grace tomas yuki", false);
        row("anybody", 1, "", "grace", "grace", "", true);
        row("one of two", 2, "", "grace", "grace", "tomas yuki", false);
        row("two of two", 2, "", "grace tomas", "grace tomas", "", true);
        row("more than needed", 1, "", "grace tomas", "grace tomas", "", true);
        row("twice is once", 2, "", "grace grace", "grace", "tomas yuki", false);
        row("author never counts", 1, "", "ada", "", "grace tomas yuki", false);
        row("author in the pool", 1, "ada grace", "ada", "", "grace", false);
        row("outside of the pool", 1, "yuki", "grace", "", "yuki", false);
        row("inside of the pool", 1, "yuki", "grace yuki", "yuki", "", true);
        row("pool of the author", 1, "ada", "grace", "", "", false);
        row("somebody unknown who approved", 1, "", "henrik", "henrik", "", true);
    }
    void rules()
    {
        QFETCH(int, needed);
        QFETCH(QString, pool);
        QFETCH(QString, approvers);
        QFETCH(QString, counted);
        QFETCH(QString, eligible);
        QFETCH(bool, satisfied);
        const ApprovalFacts facts{arn(u"ada"_s), arns(approvers), arns(u"ada grace tomas yuki"_s)};
        const api::RuleState state = evaluateRule(rule(u"r"_s, needed, pool), facts);
        QCOMPARE(state.needed, needed);
        QCOMPARE(state.approvals, arns(counted));
        QCOMPARE(state.eligible, arns(eligible));
        QCOMPARE(state.satisfied, satisfied);
        QCOMPARE(state.poolDescription, arns(pool));
    }

    void oneApprovalCountsForEveryRule()
    {
        const ApprovalFacts facts{arn(u"ada"_s), arns(u"grace"_s), arns(u"ada grace tomas"_s)};
        const auto states = evaluateRules(
            {rule(u"a"_s, 1, u"grace tomas"_s), rule(u"b"_s, 1, u"grace"_s), rule(u"c"_s, 2, QString())},
            facts);
        const api::Evaluation evaluation = summarize(states, false);
        QCOMPARE(evaluation.approvalRulesSatisfied, (QList<QString>{u"a"_s, u"b"_s}));
        QCOMPARE(evaluation.approvalRulesNotSatisfied, (QList<QString>{u"c"_s}));
        QVERIFY(!evaluation.approved);
        QVERIFY(!allowsMerge(evaluation));
    }

    void overrideSetsTheRulesAsideAndChangesNoResult()
    {
        const auto states = evaluateRules({rule(u"a"_s, 1, QString())}, {arn(u"ada"_s), {}, {}});
        const api::Evaluation evaluation = summarize(states, true);
        QVERIFY(!evaluation.approved);
        QVERIFY(evaluation.overridden);
        QVERIFY(allowsMerge(evaluation));
    }

    void withoutRulesAllIsApproved()
    {
        const api::Evaluation evaluation = summarize({}, false);
        QVERIFY(evaluation.approved);
        QVERIFY(allowsMerge(evaluation));
    }

    void unreadableContentIsNeverSatisfied()
    {
        api::ApprovalRule broken;
        broken.approvalRuleContent = u"{"_s;
        const auto state = evaluateRule(broken, {arn(u"ada"_s), arns(u"grace"_s), arns(u"grace"_s)});
        QVERIFY(!state.satisfied);
        QCOMPARE(state.needed, 1);
        QVERIFY(canNeverBeSatisfied(state));
    }

    void templatesAreNamed()
    {
        api::ApprovalRule made = rule(u"a"_s, 1, QString());
        made.originApprovalRuleTemplate = {u"id"_s, u"one-reviewer"_s};
        QCOMPARE(evaluateRule(made, {}).fromTemplate, u"one-reviewer"_s);
    }

    void whatCanNeverBeSatisfied()
    {
        const ApprovalFacts facts{arn(u"ada"_s), arns(u"grace"_s), arns(u"ada grace tomas"_s)};
        QVERIFY(canNeverBeSatisfied(evaluateRule(rule(u"a"_s, 3, QString()), facts)));
        QVERIFY(!canNeverBeSatisfied(evaluateRule(rule(u"a"_s, 2, QString()), facts)));
        QVERIFY(!canNeverBeSatisfied(evaluateRule(rule(u"a"_s, 1, QString()), facts)));
    }
};

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
