// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/review/pool.h"
#include "core/review/rulecontent.h"

#include <QTest>

using namespace countersign::review;
using namespace Qt::StringLiterals;

namespace {

/// JSON with ' for ", which reads better in C++.
QString json(const char *text) { return QString::fromUtf8(text).replace(u'\'', u'"'); }

} // namespace

class TestRuleContent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWholeFormatIsRead()
    {
        const auto content =
            parseRuleContent(json("{ "
                                  "'Version': '2018-11-08', "
                                  "'DestinationReferences': ['refs/heads/main', 'refs/heads/release/*'], "
                                  "'Statements': [{ "
                                  "'Type': 'Approvers', "
                                  "'NumberOfApprovalsNeeded': 2, "
                                  "'ApprovalPoolMembers': [ "
                                  "'CodeCommitApprovers:123456789012:Mary_Major', "
                                  "'CodeCommitApprovers:123456789012:CodeCommitReview/*', "
                                  "'arn:aws:iam::123456789012:user/Li_Juan', "
                                  "'arn:aws:sts::123456789012:assumed-role/CodeCommitReview/*' "
                                  "] "
                                  "}] "
                                  "}"),
                             RuleOwner::Template);
        QVERIFY(content);
        QCOMPARE(content->approvalsNeeded, 2);
        QCOMPARE(content->destinationReferences.size(), 2);
        QCOMPARE(content->poolMembers.size(), 4);
        QCOMPARE(*parseRuleContent(writeRuleContent(*content), RuleOwner::Template), *content);
    }

    void whatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
        const auto statement = [](const QString &inner) {
            return json("{'Version': '2018-11-08', 'Statements': [{%1}]}").arg(inner);
        };
        const auto references = [](const QString &inner) {
            return json("{'Version': '2018-11-08', 'DestinationReferences': %1, "
                        "'Statements': [{'Type': 'Approvers', 'NumberOfApprovalsNeeded': 1}]}")
                .arg(inner);
        };
        const auto pool = [&statement](const QString &inner) {
            return statement(
                json("'Type': 'Approvers', 'NumberOfApprovalsNeeded': 1, 'ApprovalPoolMembers': %1")
                    .arg(inner));
        };
        const auto many = [](const QString &entry, int count) {
            return u'[' + QStringList(QList<QString>(count, u'"' + entry + u'"')).join(u',') + u']';
        };
        row("empty", {});
        row("no JSON", u"x"_s);
        row("cut off", u"{\"Version\": "_s);
        row("list", u"[]"_s);
        row("no version", json("{'Statements': [{'Type': 'Approvers', 'NumberOfApprovalsNeeded': 1}]}"));
        row("old version",
            json(
                R"({"Version": "2012-10-17", "Statements": [{"Type": "Approvers", "NumberOfApprovalsNeeded": 1}]})"));
        row("no statements", json("{'Version': '2018-11-08'}"));
        row("no statement", json("{'Version': '2018-11-08', 'Statements': []}"));
        row("two statements",
            json(
                R"({"Version": "2018-11-08", "Statements": [{"Type": "Approvers", "NumberOfApprovalsNeeded": 1},
             {"Type": "Approvers", "NumberOfApprovalsNeeded": 1}]})"));
        row("statement is text", json("{'Version': '2018-11-08', 'Statements': ['x']}"));
        row("statement is not in a list",
            json(
                R"({"Version": "2018-11-08", "Statements": {"Type": "Approvers", "NumberOfApprovalsNeeded": 1}})"));
        row("no type", statement(json("'NumberOfApprovalsNeeded': 1")));
        row("other type", statement(json("'Type': 'Watchers', 'NumberOfApprovalsNeeded': 1")));
        row("no number", statement(json("'Type': 'Approvers'")));
        row("zero", statement(json("'Type': 'Approvers', 'NumberOfApprovalsNeeded': 0")));
        row("negative", statement(json("'Type': 'Approvers', 'NumberOfApprovalsNeeded': -1")));
        row("half", statement(json("'Type': 'Approvers', 'NumberOfApprovalsNeeded': 1.5")));
        row("text number", statement(json("'Type': 'Approvers', 'NumberOfApprovalsNeeded': '1'")));
        row("huge", statement(json("'Type': 'Approvers', 'NumberOfApprovalsNeeded': 1e99")));
        row("misspelt pool",
            statement(
                json("'Type': 'Approvers', 'NumberOfApprovalsNeeded': 1, 'ApprovalPoolMember': ['x']")));
        row("unknown member at the top",
            json("{'Version': '2018-11-08', 'Id': 'x', "
                 "'Statements': [{'Type': 'Approvers', 'NumberOfApprovalsNeeded': 1}]}"));
        row("empty pool", pool(u"[]"_s));
        row("pool is text", pool(u"\"arn:aws:iam::1:user/a\""_s));
        row("pool of numbers", pool(u"[1]"_s));
        row("pool member is a name", pool(u"[\"grace\"]"_s));
        row("pool member without account", pool(u"[\"CodeCommitApprovers:grace\"]"_s));
        row("pool member with a short account", pool(u"[\"CodeCommitApprovers:1:grace\"]"_s));
        row("pool member without name", pool(u"[\"CodeCommitApprovers:123456789012:\"]"_s));
        row("51 pool members", pool(many(u"arn:aws:iam::1:user/a"_s, 51)));
        row("no destinations", references(u"[]"_s));
        row("short destination", references(u"[\"main\"]"_s));
        row("destination is a tag", references(u"[\"refs/tags/v1\"]"_s));
        row("destination without a name", references(u"[\"refs/heads/\"]"_s));
        row("wildcard at the beginning", references(u"[\"refs/heads/*\"]"_s));
        row("destination is no branch name", references(u"[\"refs/heads/a b\"]"_s));
        row("question mark", references(u"[\"refs/heads/a?\"]"_s));
        row("101 destinations", references(many(u"refs/heads/m"_s, 101)));
        row("3,001 characters", statement(QString(3000, u' ')));
        row("deep", u"["_s.repeated(1400) + u"]"_s.repeated(1400));
    }
    void whatIsWrong()
    {
        QFETCH(QString, text);
        const auto rule = parseRuleContent(text, RuleOwner::PullRequest);
        QVERIFY(!rule);
        QCOMPARE(rule.error().code, u"InvalidApprovalRuleContentException"_s);
        QVERIFY(rule.error().message.endsWith(u'.'));
        const auto forTemplate = parseRuleContent(text, RuleOwner::Template);
        QVERIFY(!forTemplate);
        QCOMPARE(forTemplate.error().code, u"InvalidApprovalRuleTemplateContentException"_s);
    }

    void limitsThemselvesAreAllowed()
    {
        RuleContent content;
        for (int i = 0; i < 50; ++i)
            content.poolMembers.append(u"arn:aws:iam::1:user/u%1"_s.arg(i));
        QVERIFY(parseRuleContent(writeRuleContent(content), RuleOwner::Template));
        content.poolMembers.clear();
        for (int i = 0; i < 100; ++i)
            content.destinationReferences.append(u"refs/heads/b%1"_s.arg(i));
        QVERIFY(parseRuleContent(writeRuleContent(content), RuleOwner::Template));
    }

    void digestIsOfTheTextAsItIs()
    {
        QCOMPARE(contentDigest(u"abc"_s),
                 u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        QVERIFY(contentDigest(u"{}"_s) != contentDigest(u"{ }"_s));
    }

    void destinations_data()
    {
        QTest::addColumn<QList<QString>>("patterns");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<bool>("applies");
        QTest::newRow("all") << QList<QString>() << u"refs/heads/x"_s << true;
        QTest::newRow("exact") << QList<QString>{u"refs/heads/main"_s} << u"refs/heads/main"_s << true;
        QTest::newRow("longer") << QList<QString>{u"refs/heads/main"_s} << u"refs/heads/main2"_s << false;
        QTest::newRow("wildcard") << QList<QString>{u"refs/heads/release/*"_s} << u"refs/heads/release/1/x"_s
                                  << true;
        QTest::newRow("second") << QList<QString>{u"refs/heads/main"_s, u"refs/heads/d*"_s}
                                << u"refs/heads/dev"_s << true;
        QTest::newRow("case") << QList<QString>{u"refs/heads/Main"_s} << u"refs/heads/main"_s << false;
    }
    void destinations()
    {
        QFETCH(QList<QString>, patterns);
        QFETCH(QString, reference);
        QFETCH(bool, applies);
        QCOMPARE(appliesTo({patterns, 1, {}}, reference), applies);
    }

    void pools_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("principal");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *member, const char *principal, bool matches) {
            QTest::addRow("%s ~ %s", member, principal)
                << QString::fromLatin1(member) << QString::fromLatin1(principal) << matches;
        };
        const char *mary = "arn:aws:iam::123456789012:user/Mary_Major";
        const char *maryInPath = "arn:aws:iam::123456789012:user/team/Mary_Major";
        const char *federated = "arn:aws:sts::123456789012:federated-user/Mary_Major";
        const char *session = "arn:aws:sts::123456789012:assumed-role/Review/Mary_Major";
        const char *otherAccount = "arn:aws:iam::999999999999:user/Mary_Major";
        row("CodeCommitApprovers:123456789012:Mary_Major", mary, true);
        row("CodeCommitApprovers:123456789012:Mary_Major", maryInPath, true);
        row("CodeCommitApprovers:123456789012:Mary_Major", federated, true);
        row("CodeCommitApprovers:123456789012:Mary_Major", session, false);
        row("CodeCommitApprovers:123456789012:Mary_Major", otherAccount, false);
        row("CodeCommitApprovers:123456789012:mary_major", mary, false);
        row("CodeCommitApprovers:123456789012:*Mary_Major", mary, true);
        row("CodeCommitApprovers:123456789012:*Mary_Major", session, true);
        row("CodeCommitApprovers:123456789012:Review/Mary_Major", session, true);
        row("CodeCommitApprovers:123456789012:Review/*", session, true);
        row("CodeCommitApprovers:123456789012:Review/*", mary, false);
        row("CodeCommitApprovers:123456789012:Rev/*", session, false);
        row("CodeCommitApprovers:123456789012:*", mary, true);
        row("CodeCommitApprovers:123456789012:*", "arn:aws:iam::123456789012:root", false);
        row("CodeCommitApprovers:123456789012:*", "grace", false);
        row("arn:aws:iam::123456789012:user/Mary_Major", mary, true);
        row("arn:aws:iam::123456789012:user/Mary_Major", maryInPath, false);
        row("arn:aws:iam::123456789012:user/*", maryInPath, true);
        row("arn:aws:iam::*:user/Mary_Major", otherAccount, true);
        row("arn:aws:iam::123456789012:user/Mary_Majo?", mary, true);
        row("arn:aws:sts::123456789012:assumed-role/Review/*", session, true);
        row("arn:aws:sts::123456789012:assumed-role/Review", session, true);
        row("arn:aws:sts::123456789012:assumed-role/Rev", session, false);
        row("arn:aws:iam::123456789012:user", mary, false);
    }
    void pools()
    {
        QFETCH(QString, member);
        QFETCH(QString, principal);
        QFETCH(bool, matches);
        QCOMPARE(poolMemberMatches(member, principal), matches);
        QVERIFY(isPoolMember(member));
        QCOMPARE(poolContains({member}, principal), matches);
        QVERIFY(poolContains({}, principal));
    }
};

QTEST_GUILESS_MAIN(TestRuleContent)
#include "tst_rulecontent.moc"
