// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/api/enums.h"
#include "core/api/operations.h"
#include "tests/ui/review/reviewconsole.h"
#include "ui/review/mergewhenready.h"
#include "ui/review/pullrequestpresenter.h"
#include "ui/review/queuerules.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::reviewui;

namespace {
const QString repository = QStringLiteral("payments-api");
const QString branch = QStringLiteral("topic");
} // namespace

class TestMergeWhenReady : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<test::ScratchHub>();
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *name : {"grace", "henrik"})
            m_hub->addPerson(QString::fromLatin1(name));
        m_hub->createRepository(repository);
        m_hub->commit(repository, QStringLiteral("main"), {{QStringLiteral("a.txt"), "one\n"}});
        m_hub->createBranch(repository, branch, m_hub->tip(repository, QStringLiteral("main")));
        m_hub->commit(repository, branch, {{QStringLiteral("a.txt"), "two\n"}});
        m_id = m_hub->openPullRequest(repository, branch);
        m_hub->must<api::CreatePullRequestApprovalRule>(
            {m_id, QStringLiteral("one-reviewer"),
             QStringLiteral("{\"Version\":\"2018-11-08\",\"Statements\":[{\"Type\":\"Approvers\","
                            "\"NumberOfApprovalsNeeded\":1}]}")});
        m_console = std::make_unique<test::ReviewConsole>(*m_hub, QStringLiteral("ada"), m_folder->path());
        m_presenter = std::make_unique<PullRequestPresenter>(m_console->context);
        m_presenter->open(m_id);
        QTRY_VERIFY(m_presenter->state().isLoaded);
    }
    void cleanup()
    {
        m_presenter.reset();
        m_console.reset();
        m_hub.reset();
        m_folder.reset();
    }

    void mergesOnceNothingIsMissing()
    {
        const QString thread = post();
        m_presenter->mergeWhenReady(api::MergeOption::Squash, QStringLiteral("message\n"), true);
        QVERIFY(m_presenter->waitingMerge());
        auto *later = MergeWhenReady::of(m_console->context);
        QSignalSpy ended(later, &MergeWhenReady::ended);
        // The page may go: the order stays.
        m_presenter.reset();
        approve();
        // An open thread holds it back too.
        QSignalSpy looked(later, &MergeWhenReady::lookedAt);
        QTRY_VERIFY(!looked.isEmpty());
        QVERIFY(!isMerged());
        m_hub->mustAs<api::UpdateThreadState>(QStringLiteral("grace"), {thread, true});
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(ended.first().at(1).toBool());
        QVERIFY(isMerged());
        QVERIFY(!later->order(m_id));
        QTRY_VERIFY(m_hub->error<api::GetBranch>({repository, branch})
                        .startsWith(QStringLiteral("BranchDoesNotExist")));
    }

    void canBeCancelled()
    {
        m_presenter->mergeWhenReady(api::MergeOption::Squash, {}, false);
        m_presenter->cancelMergeWhenReady();
        QVERIFY(!m_presenter->waitingMerge());
        approve();
        QTRY_VERIFY(m_presenter->state().review.summary.rules.value(0).satisfied);
        QVERIFY(!isMerged());
    }

    void anotherRevisionEndsIt()
    {
        m_presenter->mergeWhenReady(api::MergeOption::Squash, {}, false);
        QSignalSpy ended(MergeWhenReady::of(m_console->context), &MergeWhenReady::ended);
        m_hub->commit(repository, branch, {{QStringLiteral("a.txt"), "three\n"}});
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended.first().at(1).toBool());
        approve();
        QTRY_VERIFY(m_presenter->state().waiting &&
                    m_presenter->state().waiting->summary.rules.value(0).satisfied);
        QVERIFY(!isMerged());
    }

    void actsOnlyForWhoAskedForIt()
    {
        m_presenter->mergeWhenReady(api::MergeOption::Squash, {}, false);
        QVERIFY(m_console->session.backend().setPrincipal(m_hub->arn(QStringLiteral("henrik"))));
        QVERIFY(!MergeWhenReady::of(m_console->context)->order(m_id));
        approve();
        QTRY_VERIFY(m_presenter->state().isLoaded &&
                    m_presenter->state().review.summary.rules.value(0).satisfied);
        QVERIFY(!isMerged());
        QVERIFY(m_console->session.backend().setPrincipal(m_hub->arn(QStringLiteral("ada"))));
        QTRY_VERIFY(isMerged());
    }

    void remindsByACommentAndARequest()
    {
        QSignalSpy reminded(m_presenter.get(), &PullRequestPresenter::reminded);
        m_presenter->remind(QStringLiteral("@grace: your approval is missing."),
                            {m_hub->arn(QStringLiteral("grace"))});
        QTRY_COMPARE(reminded.size(), 1);
        QTRY_COMPARE(m_presenter->state().review.summary.reviewers.size(), 1);
        const auto &reviewer = m_presenter->state().review.summary.reviewers.first();
        QCOMPARE(reviewer.userArn, m_hub->arn(QStringLiteral("grace")));
        QVERIFY(reviewer.requested);
        QCOMPARE(m_presenter->state().threads.size(), 1);
        // A second one does not ask twice, and is another comment.
        m_presenter->remind(QStringLiteral("@grace: your approval is missing."),
                            {m_hub->arn(QStringLiteral("grace"))});
        QTRY_COMPARE(reminded.size(), 2);
        QTRY_COMPARE(m_presenter->state().threads.size(), 2);
        QCOMPARE(m_presenter->state().review.summary.reviewers.size(), 1);
    }

private:
    void approve()
    {
        m_hub->mustAs<api::UpdatePullRequestApprovalState>(
            QStringLiteral("grace"), {m_id, m_hub->revisionId(m_id), QStringLiteral("APPROVE")});
    }
    bool isMerged()
    {
        return stateOf(m_hub->must<api::GetPullRequest>({m_id}).pullRequest) == PullRequestState::Merged;
    }
    QString post()
    {
        return m_hub
            ->mustAs<api::PostCommentForPullRequest>(
                QStringLiteral("grace"), {m_id, repository, m_hub->tip(repository, QStringLiteral("main")),
                                          m_hub->tip(repository, branch),
                                          api::Location{QStringLiteral("a.txt"), 1, QStringLiteral("AFTER")},
                                          QStringLiteral("why?"), ReviewDrafts::newKey()})
            .comment.commentId;
    }

    std::unique_ptr<test::ScratchHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::ReviewConsole> m_console;
    std::unique_ptr<PullRequestPresenter> m_presenter;
    QString m_id;
};

QTEST_MAIN(TestMergeWhenReady)
#include "tst_mergewhenready.moc"
