// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// What the pages of a review say while a hub is slow, refuses, or does not answer, and that they stay usable
// with far too much to show.
#include "core/api/enums.h"
#include "core/api/operations.h"
#include "tests/ui/review/reviewconsole.h"
#include "ui/review/pages.h"
#include "ui/review/pullrequestpage.h"
#include "ui/review/threadview.h"
#include "ui/review/timelinecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace countersign;
using namespace countersign::reviewui;

namespace {

const QString repository = QStringLiteral("payments-api");
const QString branch = QStringLiteral("topic");

bool shows(const QWidget *widget, const QString &text)
{
    return std::ranges::any_of(widget->findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisibleTo(widget) && label->text().contains(text);
    });
}

} // namespace

class TestReviewStates : public QObject
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
        QByteArray lines;
        for (int line = 1; line <= 400; ++line)
            lines += "line " + QByteArray::number(line) + '\n';
        m_hub->commit(repository, QStringLiteral("main"), {{QStringLiteral("a.txt"), "old\n"}});
        m_hub->createBranch(repository, branch, m_hub->tip(repository, QStringLiteral("main")));
        m_hub->commit(repository, branch, {{QStringLiteral("a.txt"), lines}});
        m_id = m_hub->openPullRequest(repository, branch);
        m_console = std::make_unique<test::ReviewConsole>(*m_hub, QStringLiteral("grace"), m_folder->path());
    }
    void cleanup()
    {
        m_page.reset();
        m_console.reset();
        m_hub.reset();
        m_folder.reset();
    }

    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("title");
        QTest::newRow("inbox") << 0 << QStringLiteral("This computer could not be read");
        QTest::newRow("list") << 1 << QStringLiteral("The pull requests could not be loaded");
        QTest::newRow("pull request") << 2 << QStringLiteral("The pull request could not be loaded");
        QTest::newRow("rules") << 3 << QStringLiteral("The approval rules could not be loaded");
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(int, page);
        QFETCH(QString, title);
        for (const auto kind : {ErrorKind::PermissionDenied, ErrorKind::Unreachable}) {
            m_console->backend->refused[QStringLiteral("*")] = Error{kind, {}, QStringLiteral("No."), {}};
            open(page);
            QTRY_VERIFY2(shows(m_page.get(), title), qPrintable(title));
            QTRY_VERIFY(retryButton());
            m_console->backend->refused.clear();
            retryButton()->click();
            QTRY_VERIFY(!shows(m_page.get(), title));
        }
    }

    void saysThatItLoads_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("title");
        QTest::newRow("inbox") << 0 << QStringLiteral("Loading the queue…");
        QTest::newRow("list") << 1 << QStringLiteral("Loading the pull requests…");
        QTest::newRow("pull request") << 2 << QStringLiteral("Loading #");
        QTest::newRow("rules") << 3 << QStringLiteral("Loading the approval rules…");
    }
    void saysThatItLoads()
    {
        QFETCH(int, page);
        QFETCH(QString, title);
        m_console->backend->holdsAnswers = true;
        open(page);
        QTRY_VERIFY2(shows(m_page.get(), title), qPrintable(title));
    }

    // What was loaded stays when the hub goes away, and says so.
    void keepsWhatWasLoaded()
    {
        open(2);
        QTRY_VERIFY(shows(m_page.get(), QStringLiteral("Ready to merge")));
        m_console->backend->refused[QStringLiteral("*")] =
            Error{ErrorKind::Unreachable, {}, QStringLiteral("The line was cut."), {}};
        m_page->refresh();
        QTRY_VERIFY(m_page->findChild<ui::Banner *>());
        QTRY_VERIFY(shows(m_page.get(), QStringLiteral("could not be refreshed")));
        QVERIFY(shows(m_page.get(), QStringLiteral("Ready to merge")));
        m_console->backend->refused.clear();
        m_page->refresh();
        QTRY_VERIFY(!m_page->findChild<ui::Banner *>());
    }

    void manyThreadsAndComments()
    {
        const QString base = m_hub->tip(repository, QStringLiteral("main"));
        const QString head = m_hub->tip(repository, branch);
        for (int i = 0; i < 700; ++i) {
            api::PostCommentForPullRequest::Input input;
            input.pullRequestId = m_id;
            input.repositoryName = repository;
            input.beforeCommitId = base;
            input.afterCommitId = head;
            if (i < 200)
                input.location = api::Location{QStringLiteral("a.txt"), 2 * i + 1, QStringLiteral("AFTER")};
            input.content = QStringLiteral("Comment %1 \u202e **bold** [x](javascript:alert(1))").arg(i);
            m_hub->must<api::PostCommentForPullRequest>(input);
        }
        open(2);
        // All 200 threads and 500 comments come, a few in a turn.
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findChildren<ThreadView *>().size(), 200, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findChildren<TimelineCard *>().size(), 501, 60000);
        m_page->resize(1000, 620);
        QVERIFY(m_page->minimumSizeHint().width() <= 976);
    }

private:
    QPushButton *retryButton() const
    {
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Retry") && button->isVisibleTo(m_page.get()))
                return button;
        }
        return nullptr;
    }
    void open(int which)
    {
        const auto &context = m_console->context;
        ui::Address address;
        address.hub = QStringLiteral("local");
        address.repository = repository;
        address.page = which == 2 ? ui::Address::Page::PullRequest : ui::Address::Page::Repository;
        address.item = which == 2 ? m_id : QString();
        m_page.reset(which == 0   ? makeInboxPage({context})
                     : which == 1 ? makePullRequestListPage(context)
                     : which == 2 ? makePullRequestPage(context)
                                  : makeApprovalRulesPage(context));
        m_page->resize(1200, 820);
        m_page->show();
        m_page->open(address);
    }

    std::unique_ptr<test::ScratchHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::ReviewConsole> m_console;
    std::unique_ptr<ui::Page> m_page;
    QString m_id;
};

QTEST_MAIN(TestReviewStates)
#include "tst_reviewstates.moc"
