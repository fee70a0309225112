// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/api/enums.h"
#include "ui/review/queuemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace countersign;
using namespace countersign::reviewui;

namespace {

const QString me = QStringLiteral("arn:aws:iam::000000000000:user/grace");
const QString other = QStringLiteral("arn:aws:iam::000000000000:user/henrik");

api::PullRequestSummary summary(const QString &id, const QString &author)
{
    api::PullRequestSummary value;
    value.pullRequest.pullRequestId = id;
    value.pullRequest.title = QStringLiteral("Title ") + id;
    value.pullRequest.authorArn = author;
    value.pullRequest.pullRequestStatus = api::PullRequestStatus::Open;
    value.pullRequest.lastActivityDate.ms = id.toLongLong() * 1000;
    value.pullRequest.pullRequestTargets = {{}};
    value.pullRequest.pullRequestTargets.first().repositoryName = QStringLiteral("payments-api");
    value.revisionNumber = 2;
    value.mergeability = api::Mergeability::Mergeable;
    return value;
}

api::RuleState rule(bool satisfied, const QList<QString> &eligible)
{
    api::RuleState value;
    value.approvalRuleName = QStringLiteral("release-team");
    value.needed = 2;
    value.satisfied = satisfied;
    value.eligible = eligible;
    value.poolDescription = {QStringLiteral("arn:aws:iam::*:user/*")};
    return value;
}

api::ReviewerState reviewer(const QString &arn, bool requested, const QString &verdict, int revision)
{
    api::ReviewerState value;
    value.userArn = arn;
    value.requested = requested;
    value.verdict = verdict;
    if (revision > 0)
        value.revisionNumber = revision;
    return value;
}

QString nameOf(const QString &arn)
{
    return arn == other ? QStringLiteral("Henrik Solberg") : QStringLiteral("Grace Okafor");
}

} // namespace

class TestQueueRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groups_data();
    void groups();
    void reasons();
    void sorting();
    void filtering();
    void modelPatchesRows();
};

void TestQueueRules::groups_data()
{
    QTest::addColumn<api::PullRequestSummary>("value");
    QTest::addColumn<int>("drafts");
    QTest::addColumn<int>("group");
    const auto row = [](const char *name, const api::PullRequestSummary &value, QueueGroup group,
                        int drafts = 0) {
        QTest::newRow(name) << value << drafts << static_cast<int>(group);
    };
    row("somebody else's, nobody asks me", summary(QStringLiteral("1"), other), QueueGroup::None);
    row("a draft of mine", summary(QStringLiteral("1"), other), QueueGroup::NeedsReview, 1);

    auto value = summary(QStringLiteral("2"), other);
    value.reviewers = {reviewer(me, true, {}, 0)};
    row("asked", value, QueueGroup::NeedsReview);
    value.reviewers = {reviewer(me, true, api::ReviewerVerdict::Commented, 2)};
    row("reviewed what is there", value, QueueGroup::Waiting);
    value.reviewers = {reviewer(me, false, api::ReviewerVerdict::Returned, 1)};
    row("a new revision since", value, QueueGroup::NeedsReview);

    value = summary(QStringLiteral("3"), other);
    value.rules = {rule(false, {me})};
    row("in the pool", value, QueueGroup::NeedsReview);
    value.overridden = true;
    row("in the pool, overridden", value, QueueGroup::None);
    value.overridden = false;
    value.rules = {rule(true, {})};
    row("satisfied without me", value, QueueGroup::None);
    value.rules = {rule(false, {me})};
    value.rules.first().poolDescription.clear();
    row("anybody may approve", value, QueueGroup::None);

    value = summary(QStringLiteral("4"), me);
    row("mine, no rule", value, QueueGroup::Ready);
    value.mergeability = api::Mergeability::Conflicts;
    row("mine, conflicts", value, QueueGroup::Waiting);
    value = summary(QStringLiteral("4"), me);
    value.rules = {rule(false, {other})};
    row("mine, not approved", value, QueueGroup::Waiting);
    value.reviewers = {reviewer(other, true, api::ReviewerVerdict::Returned, 2)};
    row("mine, returned", value, QueueGroup::Returned);
    value.reviewers = {reviewer(other, true, api::ReviewerVerdict::Returned, 1)};
    row("mine, pushed since it was returned", value, QueueGroup::Waiting);
    value.pullRequest.pullRequestStatus = api::PullRequestStatus::Closed;
    row("closed", value, QueueGroup::None);
}

void TestQueueRules::groups()
{
    QFETCH(api::PullRequestSummary, value);
    QFETCH(int, drafts);
    QFETCH(int, group);
    QCOMPARE(static_cast<int>(groupOf(value, me, drafts)), group);
}

void TestQueueRules::reasons()
{
    auto value = summary(QStringLiteral("1"), other);
    value.reviewers = {reviewer(me, true, api::ReviewerVerdict::Commented, 1)};
    QCOMPARE(reasonFor(value, QueueGroup::NeedsReview, me, 0, nameOf).text(),
             QStringLiteral("new revision 2 since your review"));
    value.reviewers.clear();
    value.rules = {rule(false, {me})};
    const QueueReason pool = reasonFor(value, QueueGroup::NeedsReview, me, 0, nameOf);
    QCOMPARE(pool.strong, QStringLiteral("release-team"));
    value = summary(QStringLiteral("2"), me);
    value.reviewers = {reviewer(other, true, api::ReviewerVerdict::Returned, 2)};
    QVERIFY(reasonFor(value, QueueGroup::Returned, me, 0, nameOf)
                .text()
                .startsWith(QStringLiteral("Henrik returned")));
}

void TestQueueRules::sorting()
{
    QList<QueueEntry> entries;
    for (const char *id : {"2", "10", "9"}) {
        QueueEntry entry;
        entry.summary = summary(QString::fromLatin1(id), other);
        entry.summary.pullRequest.lastActivityDate.ms = 5;
        entry.summary.pullRequest.creationDate.ms = 5;
        entries.append(entry);
    }
    const auto ids = [&entries] {
        QStringList list;
        for (const auto &entry : std::as_const(entries))
            list.append(entry.summary.pullRequest.pullRequestId);
        return list.join(QLatin1Char(' '));
    };
    sortEntries(entries, QueueOrder::LatestActivity);
    QCOMPARE(ids(), QStringLiteral("10 9 2"));
    sortEntries(entries, QueueOrder::Oldest);
    QCOMPARE(ids(), QStringLiteral("2 9 10"));
}

void TestQueueRules::filtering()
{
    QueueEntry entry;
    entry.summary = summary(QStringLiteral("42"), other);
    entry.authorName = QStringLiteral("Henrik Solberg");
    QVERIFY(matchesText(entry, {}));
    QVERIFY(matchesText(entry, QStringLiteral("#42 henrik")));
    QVERIFY(matchesText(entry, QStringLiteral("PAYMENTS title")));
    QVERIFY(!matchesText(entry, QStringLiteral("title ada")));
}

void TestQueueRules::modelPatchesRows()
{
    QueueModel model([](const QString &, const QString &) { return ui::PersonInfo(); }, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto group = [](const QString &id, const QList<int> &numbers) {
        QueueModel::Group value{id, id, {}, false, {}};
        for (const int number : numbers) {
            QueueEntry entry;
            entry.summary = summary(QString::number(number), other);
            value.entries.append(entry);
        }
        return value;
    };
    model.setGroups({group(QStringLiteral("a"), {1, 2, 3}), group(QStringLiteral("b"), {4})});
    QCOMPARE(model.rowCount(), 6);
    const QPersistentModelIndex two(model.index(model.rowOf(QStringLiteral("/2"))));
    model.setGroups({group(QStringLiteral("a"), {5, 3}), group(QStringLiteral("b"), {4, 2})});
    QVERIFY(two.isValid());
    QCOMPARE(two.data(QueueModel::KeyRole).toString(), QStringLiteral("/2"));
    QCOMPARE(two.row(), 5);
    QCOMPARE(model.rowOf(QStringLiteral("/1")), -1);
    model.toggleFolded(0);
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(!model.data(model.index(1), Qt::AccessibleTextRole).toString().isEmpty());
    model.setGroups({});
    QCOMPARE(model.rowCount(), 0);
}

Q_DECLARE_METATYPE(countersign::api::PullRequestSummary)
QTEST_MAIN(TestQueueRules)
#include "tst_queuerules.moc"
