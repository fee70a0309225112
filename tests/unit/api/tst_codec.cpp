// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_commits.h"
#include "core/api/operations_pullrequests.h"
#include "core/api/types_comments.h"

#include <QJsonDocument>
#include <QTest>

using namespace countersign;
using namespace countersign::api;

namespace {

QJsonObject object(const char *json) { return QJsonDocument::fromJson(json).object(); }
QByteArray text(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void structuresSurviveTheRoundTrip()
    {
        PullRequest pr;
        pr.pullRequestId = QStringLiteral("42");
        pr.title = QStringLiteral("Écluse");
        pr.creationDate = {1508369622123};
        pr.lastActivityDate = {1508369622000};
        PullRequestTarget target;
        target.repositoryName = QStringLiteral("payments");
        target.mergeMetadata.isMerged = true;
        target.mergeMetadata.mergeOption = QStringLiteral("SQUASH_MERGE");
        pr.pullRequestTargets = {target};
        ApprovalRule rule;
        rule.approvalRuleName = QStringLiteral("Two of us");
        rule.originApprovalRuleTemplate = {QStringLiteral("id"), QStringLiteral("template")};
        pr.approvalRules = {rule};
        const auto back = decode<PullRequest>(object(text(encode(pr)).constData()));
        QVERIFY(back);
        QCOMPARE(*back, pr);
    }

    void absentOptionalMembersAreOmitted()
    {
        const QJsonObject json = encode(Comment());
        QVERIFY(!json.contains(QLatin1StringView("inReplyTo")));
        QVERIFY(json.contains(QLatin1StringView("deleted")));
    }

    void timestampsAreNumbersOfSeconds()
    {
        QCOMPARE(text(encode(Dated{.date = {1508369622123}})), QByteArray("{\"date\":1508369622.123}"));
        QCOMPARE(text(encode(Dated{.date = {1508369622000}})), QByteArray("{\"date\":1508369622}"));
        for (qint64 ms : {0LL, 1LL, 999LL, 1764054687001LL, 4102444799999LL}) {
            const auto back = decode<Dated>(object(text(encode(Dated{.date = {ms}})).constData()));
            QCOMPARE(back->date.ms, ms);
        }
    }

    void wrongTypesAreSerializationErrors_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("number for text") << QByteArray(R"({"repositoryName": 1})");
        QTest::newRow("text for number") << QByteArray(R"({"MaxResults": "1"})");
        QTest::newRow("fraction for number") << QByteArray(R"({"MaxResults": 1.5})");
        QTest::newRow("beyond int") << QByteArray(R"({"MaxResults": 3000000000})");
        QTest::newRow("huge") << QByteArray(R"({"MaxResults": 1e300})");
        QTest::newRow("list for text") << QByteArray(R"({"repositoryName": []})");
        QTest::newRow("bool for text") << QByteArray(R"({"beforePath": true})");
        QTest::newRow("object for text") << QByteArray(R"({"beforePath": {}})");
    }
    void wrongTypesAreSerializationErrors()
    {
        QFETCH(QByteArray, json);
        const auto input = decode<GetDifferences::Input>(object(json.constData()));
        QVERIFY(!input);
        QCOMPARE(input.error().code, QStringLiteral("SerializationException"));
        QCOMPARE(input.error().kind, ErrorKind::InvalidInput);
    }

    void wrongTypesInsideListsAreSeen()
    {
        QVERIFY(
            !decode<CreatePullRequest::Input>(object(R"({"title":"t","targets":[{"repositoryName":7}]})")));
        QVERIFY(!decode<CreatePullRequest::Input>(object(R"({"title":"t","targets":["x"]})")));
        QVERIFY(!decode<CreatePullRequest::Input>(object(R"({"title":"t","targets":{}})")));
    }

    void unknownMembersAreIgnoredAndNullIsAbsent()
    {
        const auto input = decode<GetDifferences::Input>(object(
            R"({"repositoryName":"payments","later":[1],"beforePath":null,"afterCommitSpecifier":null})"));
        QVERIFY(input);
        QCOMPARE(input->repositoryName, QStringLiteral("payments"));
        QVERIFY(!input->beforePath);
        QVERIFY(input->afterCommitSpecifier.isEmpty());
    }

    void contentsAreBase64()
    {
        const QByteArray bytes("\0\xff\r\n", 4);
        PutFileEntry entry;
        entry.fileContent = bytes;
        const QJsonObject json = encode(entry);
        QCOMPARE(json.value(QLatin1StringView("fileContent")).toString(), QStringLiteral("AP8NCg=="));
        QCOMPARE(decode<PutFileEntry>(json)->fileContent, bytes);
        QVERIFY(!decode<PutFileEntry>(object(R"({"filePath":"a","fileContent":"%%%"})")));
    }

private:
    struct Dated
    {
        Timestamp date;
        static void fields(auto &s, auto &&v) { v("date", s.date); }
    };
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
