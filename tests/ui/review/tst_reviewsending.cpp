// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// What is sent arrives once, whatever happens to the answers, and nothing that was written is lost.
#include "core/api/enums.h"
#include "core/api/operations.h"
#include "tests/ui/review/reviewconsole.h"
#include "ui/review/pullrequestpresenter.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::reviewui;

namespace {
const QString repository = QStringLiteral("payments-api");
const QString branch = QStringLiteral("topic");
const QString file = QStringLiteral("a.txt");
} // namespace

class TestReviewSending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<test::ScratchHub>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_hub->addPerson(QStringLiteral("grace"));
        m_hub->createRepository(repository);
        m_hub->commit(repository, QStringLiteral("main"), {{file, "one\ntwo\n"}});
        m_hub->createBranch(repository, branch, m_hub->tip(repository, QStringLiteral("main")));
        m_hub->commit(repository, branch, {{file, "one\n2\n"}});
        m_id = m_hub->openPullRequest(repository, branch);
        m_console = std::make_unique<test::ReviewConsole>(*m_hub, QStringLiteral("grace"), m_folder->path());
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

    void reviewWhoseAnswerIsLost()
    {
        const QString operation = api::SubmitPullRequestReview::name();
        m_presenter->drafts()->save(comment(QStringLiteral("first")));
        m_presenter->drafts()->save(comment(QStringLiteral("second")));
        m_presenter->drafts()->setText(QStringLiteral("summary"), QStringLiteral("two things"));
        m_console->backend->lost[operation] = 1;
        QSignalSpy failed(m_presenter.get(), &PullRequestPresenter::failed);
        QSignalSpy sent(m_presenter.get(), &PullRequestPresenter::reviewSubmitted);
        m_presenter->submitReview(api::ReviewVerdict::Return, QStringLiteral("two things"));
        QTRY_COMPARE(failed.size(), 1);
        // It arrived, but nobody knows: all is kept.
        QCOMPARE(m_presenter->drafts()->pendingCount(), 2);
        QCOMPARE(m_presenter->drafts()->text(QStringLiteral("summary")), QStringLiteral("two things"));
        m_presenter->submitReview(api::ReviewVerdict::Return, QStringLiteral("two things"));
        QTRY_COMPARE(sent.size(), 1);
        const QStringList tokens = m_console->backend->tokens.value(operation);
        QCOMPARE(tokens.size(), 2);
        QCOMPARE(tokens.at(0), tokens.at(1));
        QCOMPARE(m_presenter->drafts()->comments().size(), 0);
        QCOMPARE(m_presenter->drafts()->text(QStringLiteral("summary")), QString());
        QCOMPARE(threads().size(), 2);
        // The next review is another one.
        m_presenter->drafts()->save(comment(QStringLiteral("third")));
        m_presenter->submitReview(api::ReviewVerdict::Comment, {});
        QTRY_COMPARE(sent.size(), 2);
        QCOMPARE(threads().size(), 3);
    }

    void reviewThatChangedAfterItsAnswerWasLost()
    {
        m_presenter->drafts()->save(comment(QStringLiteral("first")));
        m_console->backend->lost[api::SubmitPullRequestReview::name()] = 1;
        QSignalSpy failed(m_presenter.get(), &PullRequestPresenter::failed);
        m_presenter->submitReview(api::ReviewVerdict::Comment, {});
        QTRY_COMPARE(failed.size(), 1);
        m_presenter->drafts()->save(comment(QStringLiteral("second")));
        m_presenter->submitReview(api::ReviewVerdict::Comment, {});
        QTRY_COMPARE(failed.size(), 2);
        // The first one is there; the second is kept and goes with the next press.
        QTRY_COMPARE(m_presenter->drafts()->pendingCount(), 1);
        QCOMPARE(m_presenter->drafts()->comments().first().text, QStringLiteral("second"));
        QCOMPARE(threads().size(), 1);
        QSignalSpy sent(m_presenter.get(), &PullRequestPresenter::reviewSubmitted);
        m_presenter->submitReview(api::ReviewVerdict::Comment, {});
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(threads().size(), 2);
    }

    void reviewIsSentAgainAfterARestart()
    {
        m_presenter->drafts()->save(comment(QStringLiteral("first")));
        m_console->backend->lost[api::SubmitPullRequestReview::name()] = 1;
        QSignalSpy failed(m_presenter.get(), &PullRequestPresenter::failed);
        m_presenter->submitReview(api::ReviewVerdict::Comment, {});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_console->drafts.flush());
        m_presenter.reset();
        m_console.reset();
        m_console = std::make_unique<test::ReviewConsole>(*m_hub, QStringLiteral("grace"), m_folder->path());
        m_presenter = std::make_unique<PullRequestPresenter>(m_console->context);
        m_presenter->open(m_id);
        QTRY_VERIFY(m_presenter->state().isLoaded);
        QCOMPARE(m_presenter->drafts()->pendingCount(), 1);
        QSignalSpy sent(m_presenter.get(), &PullRequestPresenter::reviewSubmitted);
        m_presenter->submitReview(api::ReviewVerdict::Comment, {});
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(threads().size(), 1);
        QCOMPARE(m_presenter->drafts()->pendingCount(), 0);
    }

    void refusedReviewKeepsEverything()
    {
        m_presenter->drafts()->save(comment(QStringLiteral("first")));
        m_console->backend->refused[api::SubmitPullRequestReview::name()] =
            Error{ErrorKind::PermissionDenied,
                  QStringLiteral("AccessDeniedException"),
                  QStringLiteral("Not allowed."),
                  {}};
        QSignalSpy failed(m_presenter.get(), &PullRequestPresenter::failed);
        m_presenter->submitReview(api::ReviewVerdict::Comment, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_presenter->drafts()->pendingCount(), 1);
        QVERIFY(!m_presenter->state().isSubmitting);
        m_console->backend->refused.clear();
        QSignalSpy sent(m_presenter.get(), &PullRequestPresenter::reviewSubmitted);
        m_presenter->submitReview(api::ReviewVerdict::Comment, {});
        QTRY_COMPARE(sent.size(), 1);
        const QStringList tokens = m_console->backend->tokens.value(api::SubmitPullRequestReview::name());
        QVERIFY(tokens.at(0) != tokens.at(1));
    }

    void commentsAndRepliesWhoseAnswerIsLost()
    {
        m_console->backend->lost[api::PostCommentForPullRequest::name()] = 2;
        QSignalSpy failed(m_presenter.get(), &PullRequestPresenter::postFailed);
        QSignalSpy posted(m_presenter.get(), &PullRequestPresenter::commentPosted);
        m_presenter->drafts()->setText(QStringLiteral("general"), QStringLiteral("hello"));
        m_presenter->postGeneralComment(QStringLiteral("hello"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_presenter->drafts()->text(QStringLiteral("general")), QStringLiteral("hello"));
        // The page sees the comment arrive before it is sent again.
        QTRY_COMPARE(m_presenter->state().threads.size(), 1);
        m_presenter->postGeneralComment(QStringLiteral("hello"));
        QTRY_COMPARE(failed.size(), 2);
        m_presenter->postGeneralComment(QStringLiteral("hello"));
        QTRY_COMPARE(posted.size(), 1);
        QCOMPARE(threads().size(), 1);
        QCOMPARE(m_presenter->drafts()->text(QStringLiteral("general")), QString());

        PendingComment reply;
        reply.key = QStringLiteral("reply:x");
        reply.inReplyTo = threads().first().threadId;
        reply.text = QStringLiteral("an answer");
        m_presenter->drafts()->save(reply);
        m_console->backend->lost[api::PostCommentReply::name()] = 1;
        m_presenter->postComment(reply);
        QTRY_COMPARE(failed.size(), 3);
        QVERIFY(m_presenter->drafts()->comment(reply.key));
        m_presenter->postComment(reply);
        QTRY_COMPARE(posted.size(), 2);
        QCOMPARE(threads().first().comments.size(), 2);
        QVERIFY(!m_presenter->drafts()->comment(reply.key));
    }

    // What is typed is on disk soon after, and there after a kill -9.
    void draftsSurviveAKill()
    {
        const QString scope = m_presenter->drafts()->scope();
        m_presenter.reset();
        m_console.reset();
        QProcess other;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("COUNTERSIGN_WRITE_DRAFT"),
                           m_folder->path() + QStringLiteral("/drafts\n") + scope);
        other.setProcessEnvironment(environment);
        other.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(other.waitForStarted());
        const auto written = [&] {
            accounts::Drafts drafts(m_folder->path() + QStringLiteral("/drafts"));
            return !drafts.drafts(scope).isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(written(), 10000);
        other.kill();
        QVERIFY(other.waitForFinished());
        m_console = std::make_unique<test::ReviewConsole>(*m_hub, QStringLiteral("grace"), m_folder->path());
        m_presenter = std::make_unique<PullRequestPresenter>(m_console->context);
        m_presenter->open(m_id);
        QTRY_VERIFY(m_presenter->state().isLoaded);
        const auto comments = m_presenter->drafts()->comments();
        QCOMPARE(comments.size(), 1);
        QCOMPARE(comments.first().text, QStringLiteral("typed before the end"));
        QCOMPARE(comments.first().location->filePath, file);
        QVERIFY(!comments.first().isPending);
    }

private:
    PendingComment comment(const QString &text)
    {
        PendingComment value;
        value.key = ReviewDrafts::newKey();
        value.text = text;
        value.isPending = true;
        value.location = api::Location{file, 2, QStringLiteral("AFTER")};
        value.beforeCommitId = m_hub->tip(repository, QStringLiteral("main"));
        value.afterCommitId = m_hub->tip(repository, branch);
        return value;
    }
    QList<api::Thread> threads() { return m_hub->must<api::ListPullRequestThreads>({m_id}).threads; }

    std::unique_ptr<test::ScratchHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::ReviewConsole> m_console;
    std::unique_ptr<PullRequestPresenter> m_presenter;
    QString m_id;
};

namespace {

// The other process of draftsSurviveAKill(): types, and never comes to its end.
int typeForEver(QApplication &application, const QString &where)
{
    accounts::Drafts drafts(where.section(QLatin1Char('\n'), 0, 0));
    ReviewDrafts review(&drafts, where.section(QLatin1Char('\n'), 1));
    PendingComment comment;
    comment.key = ReviewDrafts::newKey();
    comment.text = QStringLiteral("typed before the end");
    comment.location = api::Location{file, 2, QStringLiteral("AFTER")};
    review.save(comment);
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const QString where = qEnvironmentVariable("COUNTERSIGN_WRITE_DRAFT"); !where.isEmpty())
        return typeForEver(application, where);
    TestReviewSending test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reviewsending.moc"
