// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/accounts/drafts.h"
#include "core/accounts/settings.h"
#include "core/accounts/viewedmarks.h"
#include "core/api/enums.h"
#include "core/api/operations.h"
#include "core/client/inprocessbackend.h"
#include "core/client/session.h"
#include "core/git/repository.h"
#include "tests/support/scratchhub.h"
#include "ui/review/comparison.h"
#include "ui/review/inboxpresenter.h"
#include "ui/review/newpullrequestpresenter.h"
#include "ui/review/pullrequestpresenter.h"
#include "ui/review/threadanchors.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::reviewui;

namespace {

const QString repository = QStringLiteral("payments-api");
const QString branch = QStringLiteral("topic");
const QString file = QStringLiteral("src/lines.txt");

QByteArray numbered(int count, const QList<int> &without = {}, const QByteArray &head = {})
{
    QByteArray text = head;
    for (int line = 1; line <= count; ++line) {
        if (!without.contains(line))
            text += "line " + QByteArray::number(line) + "\n";
    }
    return text;
}

// A console of one person on a hub.
struct Console
{
    Console(test::ScratchHub &hub, const QString &user, const QString &folder)
        : session(QStringLiteral("local"), QStringLiteral("This computer"),
                  std::make_unique<client::InProcessBackend>(hub.shared(), hub.arn(user), true))
        , settings(folder + QStringLiteral("/settings.ini"))
        , drafts(folder + QStringLiteral("/drafts"))
        , viewed(folder + QStringLiteral("/viewed"))
    {
        context.session = &session;
        context.settings = &settings;
        context.drafts = &drafts;
        context.viewed = &viewed;
    }
    client::Session session;
    accounts::Settings settings;
    accounts::Drafts drafts;
    accounts::ViewedMarks viewed;
    ui::PageContext context;
};

} // namespace

class TestReviewFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anchorsOverPushesAndRebase();
    void comparisonAcrossRebaseShowsOnlyTheAuthorsChange();
    void draftsSurviveAKill();
    void submitsOnceHoweverOftenItIsPressed();
    void warnsBeforeSendingWhenTheAuthorPushed();
    void newRevisionWaitsUntilLoaded();
    void mergesAndReportsConflicts();
    void authorCannotApprove();
    void discardCanBeUndone();
    void inboxFollowsTheReview();
    void createsFromBranches();

private:
    void openPullRequest();
    PendingComment comment(const QString &text, int line);

    std::unique_ptr<test::ScratchHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_id;
};

void TestReviewFlow::init()
{
    m_hub = std::make_unique<test::ScratchHub>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub->addPerson(QStringLiteral("grace"));
    m_hub->createRepository(repository);
    m_hub->commit(repository, QStringLiteral("main"), {{file, numbered(60)}});
    m_hub->createBranch(repository, branch, m_hub->tip(repository, QStringLiteral("main")));
    m_hub->commit(repository, branch, {{file, numbered(60) + "added\n"}});
}

void TestReviewFlow::cleanup()
{
    m_hub.reset();
    m_folder.reset();
}

void TestReviewFlow::openPullRequest() { m_id = m_hub->openPullRequest(repository, branch); }

PendingComment TestReviewFlow::comment(const QString &text, int line)
{
    PendingComment value;
    value.key = ReviewDrafts::newKey();
    value.text = text;
    value.isPending = true;
    api::Location location;
    location.filePath = file;
    location.filePosition = line;
    location.relativeFileVersion = QStringLiteral("AFTER");
    value.location = location;
    value.beforeCommitId = m_hub->tip(repository, QStringLiteral("main"));
    value.afterCommitId = m_hub->tip(repository, branch);
    return value;
}

// D40: comment on line 50; line 30 goes; line 49 (the same line) goes; a rebase without change.
void TestReviewFlow::anchorsOverPushesAndRebase()
{
    const QString directory = m_hub->gitDirectory(repository);
    const QString base = m_hub->tip(repository, QStringLiteral("main"));
    const QString first = m_hub->tip(repository, branch);
    const QString second = m_hub->commit(repository, branch, {{file, numbered(60, {30}) + "added\n"}});
    const QString third = m_hub->commit(repository, branch, {{file, numbered(60, {30, 50}) + "added\n"}});
    const QString newBase =
        m_hub->commit(repository, QStringLiteral("main"), {{QStringLiteral("other.txt"), "x\n"}});
    m_hub->createBranch(repository, QStringLiteral("rebased"), newBase);
    const QString rebased =
        m_hub->commit(repository, QStringLiteral("rebased"), {{file, numbered(60, {30}) + "added\n"}});

    const Anchor anchor{file, false, 50, first};
    const auto at = [&](const QString &head, const QString &before) {
        const auto placed = placeAnchors(directory, {anchor}, *git::Oid::fromHex(QStringView(before)),
                                         *git::Oid::fromHex(QStringView(head)));
        return placed ? placed->value(0) : Placement{Placement::Kind::FileGone, {}, false, -1};
    };
    QCOMPARE(at(first, base).line, 50);
    QCOMPARE(at(first, base).kind, Placement::Kind::Exact);
    QCOMPARE(at(second, base).line, 49);
    QCOMPARE(at(second, base).kind, Placement::Kind::Exact);
    QCOMPARE(at(third, base).kind, Placement::Kind::Outdated);
    QVERIFY(at(third, base).line >= 48 && at(third, base).line <= 49);
    QCOMPARE(at(rebased, newBase), at(second, base));
}

void TestReviewFlow::comparisonAcrossRebaseShowsOnlyTheAuthorsChange()
{
    const QString oldBase = m_hub->tip(repository, QStringLiteral("main"));
    const QString oldHead = m_hub->tip(repository, branch);
    const QString newBase =
        m_hub->commit(repository, QStringLiteral("main"), {{QStringLiteral("upstream.txt"), "noise\n"}});
    m_hub->createBranch(repository, QStringLiteral("rebased"), newBase);
    const QString newHead =
        m_hub->commit(repository, QStringLiteral("rebased"), {{file, numbered(60) + "added\n"}});
    api::Revision from;
    from.number = 1;
    from.sourceCommit = oldHead;
    from.mergeBase = oldBase;
    api::Revision to;
    to.number = 2;
    to.sourceCommit = newHead;
    to.mergeBase = newBase;
    const auto comparison = compareRevisions(m_hub->gitDirectory(repository), &from, to);
    QVERIFY2(comparison.has_value(), qPrintable(comparison ? QString() : comparison.error().message));
    const auto opened = git::Repository::open(comparison->gitDirectory);
    QVERIFY(opened.has_value());
    const auto deltas = git::deltas(*opened, comparison->before, comparison->after);
    QVERIFY2(deltas.has_value(), qPrintable(deltas ? QString() : deltas.error().message));
    QCOMPARE(deltas->files.size(), 0);
}

void TestReviewFlow::draftsSurviveAKill()
{
    openPullRequest();
    const QString path = m_folder->path();
    {
        Console console(*m_hub, QStringLiteral("grace"), path);
        PullRequestPresenter presenter(console.context);
        presenter.open(m_id);
        QTRY_VERIFY(presenter.state().isLoaded);
        auto written = comment(QStringLiteral("half a thought"), 61);
        written.isPending = false;
        presenter.drafts()->save(written);
        presenter.drafts()->save(comment(QStringLiteral("ready"), 61));
        // What a kill leaves is what the timer wrote: a second store on the same folder sees it without
        // flush().
        const QString scope = presenter.drafts()->scope();
        QTRY_COMPARE_WITH_TIMEOUT(accounts::Drafts(path + QStringLiteral("/drafts")).drafts(scope).size(), 2,
                                  4000);
    }
    Console again(*m_hub, QStringLiteral("grace"), path);
    PullRequestPresenter presenter(again.context);
    presenter.open(m_id);
    QCOMPARE(presenter.drafts()->comments().size(), 2);
    QCOMPARE(presenter.drafts()->pendingCount(), 1);
    // Another person sees nothing of them.
    QVERIFY(again.session.backend().setPrincipal(m_hub->arn(QStringLiteral("ada"))));
    QTRY_COMPARE(presenter.drafts()->comments().size(), 0);
}

void TestReviewFlow::submitsOnceHoweverOftenItIsPressed()
{
    openPullRequest();
    Console console(*m_hub, QStringLiteral("grace"), m_folder->path());
    PullRequestPresenter presenter(console.context);
    presenter.open(m_id);
    QTRY_VERIFY(presenter.state().isLoaded);
    presenter.drafts()->save(comment(QStringLiteral("one"), 61));
    const QString token = presenter.drafts()->beginSubmission(presenter.drafts()->comments(), {});
    QCOMPARE(presenter.drafts()->beginSubmission({}, {}), token);
    QSignalSpy submitted(&presenter, &PullRequestPresenter::reviewSubmitted);
    presenter.submitReview(api::ReviewVerdict::Return, QStringLiteral("please change it"));
    presenter.submitReview(api::ReviewVerdict::Return, QStringLiteral("please change it"));
    QTRY_COMPARE(submitted.size(), 1);
    QTRY_COMPARE(presenter.state().threads.size(), 1);
    QCOMPARE(presenter.drafts()->comments().size(), 0);
    QVERIFY(presenter.drafts()->beginSubmission({}, {}) != token);
    QTRY_COMPARE(presenter.state().review.summary.reviewers.value(0).verdict,
                 QString(api::ReviewerVerdict::Returned));
}

void TestReviewFlow::warnsBeforeSendingWhenTheAuthorPushed()
{
    openPullRequest();
    Console console(*m_hub, QStringLiteral("grace"), m_folder->path());
    PullRequestPresenter presenter(console.context);
    presenter.open(m_id);
    QTRY_VERIFY(presenter.state().isLoaded);
    presenter.drafts()->save(comment(QStringLiteral("stays"), 61));
    QSignalSpy moved(&presenter, &PullRequestPresenter::revisionMoved);
    QSignalSpy submitted(&presenter, &PullRequestPresenter::reviewSubmitted);
    m_hub->commit(repository, branch, {{file, numbered(60) + "added\nagain\n"}});
    presenter.submitReview(api::ReviewVerdict::Comment, {});
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(submitted.size(), 0);
    QCOMPARE(presenter.drafts()->pendingCount(), 1);
    QTRY_VERIFY(presenter.state().waiting.has_value());
    presenter.submitReview(api::ReviewVerdict::Comment, {}, true);
    QTRY_COMPARE(submitted.size(), 1);
    QTRY_COMPARE(presenter.state().threads.size(), 1);
}

void TestReviewFlow::newRevisionWaitsUntilLoaded()
{
    openPullRequest();
    Console console(*m_hub, QStringLiteral("grace"), m_folder->path());
    PullRequestPresenter presenter(console.context);
    presenter.open(m_id);
    QTRY_VERIFY(presenter.state().isLoaded);
    m_hub->commit(repository, branch, {{file, numbered(60) + "added\nagain\n"}});
    QTRY_VERIFY(presenter.state().waiting.has_value());
    QCOMPARE(presenter.state().review.summary.revisionNumber, 1);
    presenter.loadWaiting();
    QCOMPARE(presenter.state().review.summary.revisionNumber, 2);
    QVERIFY(!presenter.state().waiting);
}

void TestReviewFlow::mergesAndReportsConflicts()
{
    openPullRequest();
    Console console(*m_hub, QStringLiteral("grace"), m_folder->path());
    PullRequestPresenter presenter(console.context);
    presenter.open(m_id);
    QTRY_VERIFY(presenter.state().isLoaded);
    QSignalSpy failed(&presenter, &PullRequestPresenter::failed);
    m_hub->commit(repository, QStringLiteral("main"), {{file, numbered(60) + "other\n"}});
    presenter.merge(api::MergeOption::Squash, QStringLiteral("message"), false);
    QTRY_COMPARE(failed.size(), 1);
    QTRY_COMPARE(presenter.state().review.conflicts, QList<QString>{file});
    m_hub->commit(repository, branch, {{QStringLiteral("second.txt"), "x\n"}});
    m_hub->createBranch(repository, QStringLiteral("clean"), m_hub->tip(repository, QStringLiteral("main")));
    m_hub->commit(repository, QStringLiteral("clean"), {{QStringLiteral("clean.txt"), "x\n"}});
    m_id = m_hub->openPullRequest(repository, QStringLiteral("clean"));
    presenter.open(m_id);
    QTRY_VERIFY(presenter.state().isLoaded);
    presenter.merge(api::MergeOption::Squash, QStringLiteral("message"), true);
    QTRY_COMPARE(stateOf(presenter.state().pullRequest()), PullRequestState::Merged);
    QTRY_VERIFY(!presenter.state().review.sourceBranchExists);
}

void TestReviewFlow::authorCannotApprove()
{
    openPullRequest();
    Console console(*m_hub, QStringLiteral("ada"), m_folder->path());
    PullRequestPresenter presenter(console.context);
    presenter.open(m_id);
    QTRY_VERIFY(presenter.state().isLoaded);
    QVERIFY(!presenter.verdictUnavailable(api::ReviewVerdict::Approve).isEmpty());
    QVERIFY(presenter.verdictUnavailable(api::ReviewVerdict::Comment).isEmpty());
}

void TestReviewFlow::discardCanBeUndone()
{
    openPullRequest();
    Console console(*m_hub, QStringLiteral("grace"), m_folder->path());
    PullRequestPresenter presenter(console.context);
    presenter.open(m_id);
    QTRY_VERIFY(presenter.state().isLoaded);
    presenter.drafts()->save(comment(QStringLiteral("one"), 61));
    std::function<void()> undo;
    connect(&presenter, &PullRequestPresenter::announced, this,
            [&undo](const QString &, const std::function<void()> &back) { undo = back; });
    presenter.discardReview();
    QCOMPARE(presenter.drafts()->comments().size(), 0);
    QVERIFY(undo);
    undo();
    QCOMPARE(presenter.drafts()->comments().size(), 1);
}

void TestReviewFlow::inboxFollowsTheReview()
{
    openPullRequest();
    m_hub->must<api::UpdatePullRequestReviewers>({m_id, {m_hub->arn(QStringLiteral("grace"))}, {}});
    Console console(*m_hub, QStringLiteral("grace"), m_folder->path());
    InboxPresenter inbox({console.context});
    inbox.reload();
    QTRY_COMPARE(inbox.count(QueueGroup::NeedsReview), 1);
    const QueueEntry entry = inbox.entries(QueueGroup::NeedsReview).first();
    inbox.setFilter(QStringLiteral("no such words"), {});
    QCOMPARE(inbox.entries(QueueGroup::NeedsReview).size(), 0);
    inbox.setFilter({}, {});

    inbox.putAway(entry, InboxPresenter::PutAway::Muted);
    QCOMPARE(inbox.count(QueueGroup::NeedsReview), 0);
    QCOMPARE(inbox.hiddenCount(), 1);
    inbox.bringBack(entry.key());
    QCOMPARE(inbox.count(QueueGroup::NeedsReview), 1);

    m_hub->mustAs<api::SubmitPullRequestReview>(
        QStringLiteral("grace"),
        {m_id, m_hub->revisionId(m_id), api::ReviewVerdict::Approve, {}, {}, ReviewDrafts::newKey()});
    QTRY_COMPARE(inbox.count(QueueGroup::NeedsReview), 0);
    QVERIFY(console.session.backend().setPrincipal(m_hub->arn(QStringLiteral("ada"))));
    QTRY_COMPARE(inbox.count(QueueGroup::Ready), 1);
}

void TestReviewFlow::createsFromBranches()
{
    Console console(*m_hub, QStringLiteral("grace"), m_folder->path());
    NewPullRequestPresenter form(console.context);
    form.open(repository, {}, {});
    QTRY_COMPARE(form.state().branches.size(), 2);
    QTRY_COMPARE(form.state().destination, QStringLiteral("main"));
    QVERIFY(!form.unavailable().isEmpty());
    form.setBranches(branch, QStringLiteral("main"));
    QTRY_VERIFY(!form.state().title.isEmpty());
    form.setTitle(QStringLiteral("My title"));
    {
        NewPullRequestPresenter restored(console.context);
        restored.open(repository, {}, {});
        QCOMPARE(restored.state().title, QStringLiteral("My title"));
        QCOMPARE(restored.state().source, branch);
    }
    form.addReviewer(m_hub->arn(QStringLiteral("ada")));
    QSignalSpy created(&form, &NewPullRequestPresenter::created);
    form.create();
    form.create();
    QTRY_COMPARE(created.size(), 1);
    const auto summaries = m_hub->must<api::ListPullRequestSummaries>({}).summaries;
    QCOMPARE(summaries.size(), 1);
    QCOMPARE(summaries.first().pullRequest.title, QStringLiteral("My title"));
    QCOMPARE(summaries.first().reviewers.size(), 1);
}

QTEST_MAIN(TestReviewFlow)
#include "tst_reviewflow.moc"
