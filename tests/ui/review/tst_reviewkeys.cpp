// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// The keys of a review, pressed on the real page under the real registry of commands; and comments that
// follow their lines in the Changes tab.
#include "core/api/enums.h"
#include "core/api/operations.h"
#include "tests/ui/review/reviewconsole.h"
#include "ui/diff/changespanel.h"
#include "ui/diff/diffview.h"
#include "ui/review/changestab.h"
#include "ui/review/commenteditor.h"
#include "ui/review/pullrequestpage.h"
#include "ui/review/reviewthreads.h"
#include "ui/review/threadview.h"
#include "ui/shell/commandregistry.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialogbase.h"

#include <QMainWindow>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::reviewui;

namespace {

const QString repository = QStringLiteral("payments-api");
const QString branch = QStringLiteral("topic");

QByteArray numbered(int count, const QList<int> &without = {}, const QMap<int, QByteArray> &changed = {})
{
    QByteArray text;
    for (int line = 1; line <= count; ++line) {
        if (!without.contains(line))
            text += changed.value(line, "line " + QByteArray::number(line)) + "\n";
    }
    return text;
}

} // namespace

class TestReviewKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(); }
    void init()
    {
        m_hub = std::make_unique<test::ScratchHub>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_hub->addPerson(QStringLiteral("grace"));
        m_hub->createRepository(repository);
        m_hub->commit(repository, QStringLiteral("main"),
                      {{QStringLiteral("a.txt"), numbered(60)}, {QStringLiteral("b.txt"), numbered(60)}});
        m_hub->createBranch(repository, branch, m_hub->tip(repository, QStringLiteral("main")));
        m_hub->commit(
            repository, branch,
            {{QStringLiteral("a.txt"), numbered(60, {}, {{10, "ten"}, {40, "forty"}, {50, "fifty"}})},
             {QStringLiteral("b.txt"), numbered(60, {}, {{20, "twenty"}})}});
        m_id = m_hub->openPullRequest(repository, branch);
        m_thread = post(QStringLiteral("a.txt"), 50);
    }
    void cleanup()
    {
        m_window.reset();
        m_console.reset();
        m_hub.reset();
        m_folder.reset();
    }

    void movesMarksAndView()
    {
        open(QStringLiteral("grace"));
        auto *view = m_panel->view();
        press(Qt::Key_J);
        QTRY_COMPARE(m_panel->currentPath(), "b.txt");
        press(Qt::Key_K);
        QTRY_COMPARE(m_panel->currentPath(), "a.txt");
        press(Qt::Key_N);
        const auto first = view->changePosition();
        press(Qt::Key_N);
        QTRY_VERIFY(view->changePosition().first > first.first);
        press(Qt::Key_P);
        QTRY_COMPARE(view->changePosition(), first);
        const bool split = view->isSplit();
        press(Qt::Key_D);
        QCOMPARE(view->isSplit(), !split);
        press(Qt::Key_D);
        const bool wraps = view->isWrapping();
        press(Qt::Key_W);
        QCOMPARE(view->isWrapping(), !wraps);
        press(Qt::Key_W);
        view->setCaret(0, diffview::Side::After, 9);
        const int before = view->verticalScrollBar()->maximum();
        press(Qt::Key_E);
        QTRY_VERIFY(view->verticalScrollBar()->maximum() > before);
        QCOMPARE(view->viewedState(0), diffview::ViewedState::NotViewed);
        view->goToFile(0);
        press(Qt::Key_V);
        QTRY_COMPARE(view->viewedState(0), diffview::ViewedState::Viewed);
        QTRY_COMPARE(m_panel->currentPath(), "b.txt");
    }

    void commentsRepliesAndResolves()
    {
        open(QStringLiteral("grace"));
        auto *view = m_panel->view();
        press(Qt::Key_BracketRight);
        QTRY_COMPARE(view->focusedThread(), m_thread);
        QTRY_VERIFY(m_page->findChild<ThreadView *>());
        press(Qt::Key_R);
        QTRY_VERIFY(editor());
        auto *field = editor()->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(field->hasFocus());
        // In a field every single key is a letter.
        const QByteArray path = m_panel->currentPath();
        for (const int key : {Qt::Key_J, Qt::Key_K, Qt::Key_N, Qt::Key_P, Qt::Key_V, Qt::Key_C, Qt::Key_R,
                              Qt::Key_X, Qt::Key_D, Qt::Key_W, Qt::Key_E})
            QTest::keyClick(field, static_cast<Qt::Key>(key));
        QTest::keyClick(field, Qt::Key_A, Qt::ShiftModifier);
        QTest::keyClick(field, Qt::Key_R, Qt::ShiftModifier);
        QCOMPARE(field->toPlainText().toLower(), QStringLiteral("jknpvcrxdwear"));
        QCOMPARE(m_panel->currentPath(), path);
        QVERIFY(!dialog());
        QCOMPARE(m_console->drafts.drafts(presenter()->drafts()->scope()).size(), 1);
        // Ctrl+Enter adds it; only elsewhere it submits the review.
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(presenter()->drafts()->pendingCount(), 1);
        QVERIFY(!dialog());
        view->setFocus();
        press(Qt::Key_X);
        QTRY_VERIFY(m_hub->must<api::ListPullRequestThreads>({m_id}).threads.first().resolved);

        view->setCaret(0, diffview::Side::After, 9);
        press(Qt::Key_C);
        QTRY_COMPARE(presenter()->drafts()->comments().size(), 2);
        QCOMPARE(presenter()->drafts()->comments().last().location->filePosition.value_or(0), 10);
    }

    void verdictsOpenTheirDialog()
    {
        open(QStringLiteral("grace"));
        const QList<std::pair<QKeyCombination, QString>> keys{
            {Qt::SHIFT | Qt::Key_A, QStringLiteral("Approve")},
            {Qt::SHIFT | Qt::Key_R, QStringLiteral("Return to the author")},
            {Qt::CTRL | Qt::Key_Return, QStringLiteral("Comment")}};
        for (const auto &[key, verdict] : keys) {
            m_panel->view()->setFocus();
            press(key.key(), key.keyboardModifiers());
            QTRY_VERIFY(dialog());
            QString chosen;
            for (const auto *choice : dialog()->findChildren<QRadioButton *>()) {
                if (choice->isChecked())
                    chosen = choice->text();
            }
            QCOMPARE(chosen, verdict);
            QTest::keyClick(dialog(), Qt::Key_Escape);
            QTRY_VERIFY(!dialog());
        }
    }

    void tabReachesTheBar()
    {
        open(QStringLiteral("grace"));
        m_panel->view()->setFocus();
        QSet<QString> reached;
        for (int i = 0; i < 80; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const auto *focus = QApplication::focusWidget();
            QVERIFY(focus);
            QVERIFY(focus->isVisible());
            if (const auto *button = qobject_cast<const QAbstractButton *>(focus))
                reached.insert(button->text());
        }
        QVERIFY2(reached.contains(QStringLiteral("Submit review")),
                 qPrintable(QStringList(reached.values()).join(u'|')));
    }

    // D40: the comment on line 50 follows pushes and a new base, and is never moved in silence.
    void commentsFollowTheirLines()
    {
        open(QStringLiteral("grace"));
        QTRY_COMPARE(at(m_thread).line, 50);
        const auto change = [](const QList<int> &without) {
            return numbered(60, without, {{10, "ten"}, {40, "forty"}, {50, "fifty"}});
        };
        m_hub->commit(repository, branch, {{QStringLiteral("a.txt"), change({30})}});
        loadNext(2);
        QTRY_COMPARE(at(m_thread).line, 49);
        QCOMPARE(at(m_thread).kind, Placement::Kind::Exact);
        // A reply to it goes where it belongs.
        m_hub->mustAs<api::PostCommentReply>(
            QStringLiteral("grace"), {m_thread, ReviewDrafts::newKey(), QStringLiteral("still here")});
        m_hub->commit(repository, branch, {{QStringLiteral("a.txt"), change({30, 50})}});
        loadNext(3);
        QTRY_COMPARE(at(m_thread).kind, Placement::Kind::Outdated);
        const Placement gone = at(m_thread);
        QVERIFY(gone.line >= 48 && gone.line <= 49);
        m_hub->mustAs<api::PostCommentReply>(QStringLiteral("grace"),
                                             {m_thread, ReviewDrafts::newKey(), QStringLiteral("and gone")});
        // The base moves on, and the pull request is the same on top of it.
        m_hub->commit(repository, QStringLiteral("main"), {{QStringLiteral("upstream.txt"), "noise\n"}});
        bringBaseIn();
        loadNext(4);
        QTRY_COMPARE(at(m_thread), gone);
        QCOMPARE(presenter()->state().thread(m_thread)->comments.size(), 3);
        // Revision 4 against 3 shows nothing of what came from upstream.
        auto *tab = m_page->findChild<ChangesTab *>();
        QSignalSpy counted(tab, &ChangesTab::filesCounted);
        tab->compare(3, 4);
        QTRY_COMPARE(counted.size(), 1);
        QCOMPARE(counted.first().first().toInt(), 0);
        tab->compare(1, 4);
        QTRY_COMPARE(counted.size(), 2);
        QCOMPARE(m_panel->files().size(), 1);
        QCOMPARE(m_panel->files().first().path(), "a.txt");
    }

private:
    void open(const QString &user)
    {
        m_console = std::make_unique<test::ReviewConsole>(*m_hub, user, m_folder->path());
        m_window = std::make_unique<QMainWindow>();
        auto *registry = new shell::CommandRegistry(&m_console->settings, m_window.get());
        m_console->context.commands = registry;
        m_page = new PullRequestPage(m_console->context, m_window.get());
        m_window->setCentralWidget(m_page);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        ui::Address address;
        address.hub = QStringLiteral("local");
        address.page = ui::Address::Page::PullRequest;
        address.item = m_id;
        address.tab = QStringLiteral("changes");
        m_page->open(address);
        QTRY_VERIFY((m_panel = m_page->findChild<diffview::ChangesPanel *>()));
        QTRY_COMPARE(m_panel->files().size(), 2);
        QTRY_COMPARE(m_panel->view()->counts(0).added, 3);
        QTRY_COMPARE(m_panel->view()->counts(1).added, 1);
        QTRY_COMPARE(m_panel->view()->threadCount(0), 1);
        m_panel->view()->setFocus();
    }
    PullRequestPresenter *presenter() const { return m_page->presenter(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page, key, modifiers);
    }
    CommentEditor *editor() const
    {
        auto *thread = m_page->findChild<ThreadView *>();
        return thread ? thread->findChild<CommentEditor *>() : nullptr;
    }
    ui::DialogBase *dialog() const
    {
        for (auto *dialog : m_window->findChildren<ui::DialogBase *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    Placement at(const QString &thread) const
    {
        const auto *threads = m_page->findChild<ReviewThreads *>();
        return threads->placement(thread).value_or(Placement{Placement::Kind::FileGone, {}, false, -1});
    }
    void loadNext(int revision)
    {
        QTRY_VERIFY(presenter()->state().waiting &&
                    presenter()->state().waiting->summary.revisionNumber == revision);
        presenter()->loadWaiting();
    }
    // The source branch on another base. The embedded hub takes no forced pushes, so the new base is merged
    // in; tst_reviewflow places the same anchors over a real rebase.
    void bringBaseIn()
    {
        api::MergeBranchesByThreeWay::Input input;
        input.repositoryName = repository;
        input.sourceCommitSpecifier = QStringLiteral("main");
        input.destinationCommitSpecifier = branch;
        input.targetBranch = branch;
        m_hub->must<api::MergeBranchesByThreeWay>(input);
    }
    QString post(const QString &path, int line)
    {
        return m_hub
            ->mustAs<api::PostCommentForPullRequest>(
                QStringLiteral("ada"),
                {m_id, repository, m_hub->tip(repository, QStringLiteral("main")),
                 m_hub->tip(repository, branch), api::Location{path, line, QStringLiteral("AFTER")},
                 QStringLiteral("why?"), ReviewDrafts::newKey()})
            .comment.commentId;
    }

    std::unique_ptr<test::ScratchHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::ReviewConsole> m_console;
    std::unique_ptr<QMainWindow> m_window;
    PullRequestPage *m_page = nullptr;
    diffview::ChangesPanel *m_panel = nullptr;
    QString m_id;
    QString m_thread;
};

QTEST_MAIN(TestReviewKeys)
#include "tst_reviewkeys.moc"
