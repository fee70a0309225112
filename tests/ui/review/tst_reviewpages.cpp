// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/accounts/drafts.h"
#include "core/accounts/settings.h"
#include "core/accounts/viewedmarks.h"
#include "core/api/enums.h"
#include "core/api/operations.h"
#include "core/client/inprocessbackend.h"
#include "core/client/session.h"
#include "tests/support/scratchhub.h"
#include "ui/review/pages.h"
#include "ui/review/queueview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/mergebox.h"
#include "ui/widgets/people.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

const QString repository = QStringLiteral("payments-api");

// Whether any label of the widget shows the text.
bool shows(const QWidget *widget, const QString &text)
{
    for (const auto *label : widget->findChildren<QLabel *>()) {
        if (label->isVisibleTo(widget) && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace

class TestReviewPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void inboxOpensWithTheKeyboard();
    void listShowsEveryState();
    void overviewOfLongAndHostileText();
    void everyTabOpens();
    void unknownPullRequestSaysSo();
    void newPullRequest();
    void approvalRules();

private:
    ui::Address address(const QString &tab) const;
    void picture(QWidget *page, const QString &name);

    std::unique_ptr<test::ScratchHub> m_hub;
    QTemporaryDir m_folder;
    std::unique_ptr<client::Session> m_session;
    std::unique_ptr<accounts::Settings> m_settings;
    std::unique_ptr<accounts::Drafts> m_drafts;
    std::unique_ptr<accounts::ViewedMarks> m_viewed;
    ui::BackgroundTasks m_tasks;
    ui::People m_people;
    ui::PageContext m_context;
    QString m_id;
};

void TestReviewPages::initTestCase()
{
    theme::Theme::instance().apply();
    m_hub = std::make_unique<test::ScratchHub>();
    for (const char *name : {"grace", "henrik", "mirela"})
        m_hub->addPerson(QString::fromLatin1(name));
    m_people.setPeople(
        {{m_hub->arn(QStringLiteral("ada")), QStringLiteral("ada"), QStringLiteral("Ada Marchetti"), {}, {}},
         {m_hub->arn(QStringLiteral("grace")),
          QStringLiteral("grace"),
          QStringLiteral("Grace Okafor"),
          {},
          {}},
         {m_hub->arn(QStringLiteral("henrik")),
          QStringLiteral("henrik"),
          QStringLiteral("Henrik Solberg"),
          {},
          {}},
         {m_hub->arn(QStringLiteral("mirela")),
          QStringLiteral("mirela"),
          QStringLiteral("Mirela Dobre"),
          {},
          {}}});
    m_hub->createRepository(repository);
    m_hub->commit(repository, QStringLiteral("main"),
                  {{QStringLiteral("src/a.cpp"), "int a;\nint b;\nint c;\n"}});
    m_hub->must<api::CreateApprovalRuleTemplate>(
        {QStringLiteral("release-team"),
         QStringLiteral("{\"Version\":\"2018-11-08\",\"Statements\":[{\"Type\":\"Approvers\","
                        "\"NumberOfApprovalsNeeded\":2,\"ApprovalPoolMembers\":[\"%1\",\"%2\"]}]}")
             .arg(m_hub->arn(QStringLiteral("grace")), m_hub->arn(QStringLiteral("henrik"))),
         {}});
    m_hub->must<api::AssociateApprovalRuleTemplateWithRepository>(
        {QStringLiteral("release-team"), repository});
    m_hub->createBranch(repository, QStringLiteral("retry"), m_hub->tip(repository, QStringLiteral("main")));
    m_hub->commit(repository, QStringLiteral("retry"),
                  {{QStringLiteral("src/a.cpp"), "int a;\nint bb;\nint c;\nint d;\n"}});
    m_id = m_hub->openPullRequest(repository, QStringLiteral("retry"));
    m_hub->must<api::UpdatePullRequestTitle>({m_id, QString(70, QLatin1Char('W')) +
                                                        QStringLiteral(" \u202eevil\u202c ") +
                                                        QString(70, QLatin1Char('i'))});
    m_hub->must<api::UpdatePullRequestDescription>(
        {m_id,
         QStringLiteral("Writes carry `keys`.\n\n<script>alert(1)</script>\n\n- [x] done\n- [ ] open")});
    const QString head = m_hub->tip(repository, QStringLiteral("retry"));
    const QString base = m_hub->tip(repository, QStringLiteral("main"));
    for (int i = 0; i < 40; ++i)
        m_hub->mustAs<api::PostCommentForPullRequest>(
            QStringLiteral("grace"),
            {m_id,
             repository,
             base,
             head,
             api::Location{QStringLiteral("src/a.cpp"), 2, QStringLiteral("AFTER")},
             i == 0 ? QString(10000, QLatin1Char('x'))
                    : QStringLiteral("Comment %1\n```suggestion\nint b2;\n```").arg(i),
             {}});

    m_session =
        std::make_unique<client::Session>(QStringLiteral("local"), QStringLiteral("This computer"),
                                          std::make_unique<client::InProcessBackend>(
                                              m_hub->shared(), m_hub->arn(QStringLiteral("grace")), true));
    m_settings = std::make_unique<accounts::Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
    m_drafts = std::make_unique<accounts::Drafts>(m_folder.filePath(QStringLiteral("drafts")));
    m_viewed = std::make_unique<accounts::ViewedMarks>(m_folder.filePath(QStringLiteral("viewed")));
    m_context.session = m_session.get();
    m_context.settings = m_settings.get();
    m_context.drafts = m_drafts.get();
    m_context.viewed = m_viewed.get();
    m_context.tasks = &m_tasks;
    m_context.people = &m_people;
}

void TestReviewPages::cleanupTestCase()
{
    m_session.reset();
    m_hub.reset();
}

ui::Address TestReviewPages::address(const QString &tab) const
{
    ui::Address value;
    value.hub = QStringLiteral("local");
    value.page = ui::Address::Page::PullRequest;
    value.repository = repository;
    value.item = m_id;
    value.tab = tab;
    return value;
}

// Pictures for the eye, where a folder is named.
void TestReviewPages::picture(QWidget *page, const QString &name)
{
    const QString folder = qEnvironmentVariable("COUNTERSIGN_PICTURES");
    if (folder.isEmpty())
        return;
    page->resize(1200, 820);
    for (const auto scheme : {theme::Scheme::Light, theme::Scheme::Dark}) {
        theme::Theme::instance().setScheme(scheme);
        QCoreApplication::sendPostedEvents();
        page->grab().save(
            folder + QLatin1Char('/') + name +
            (scheme == theme::Scheme::Dark ? QStringLiteral("-dark.png") : QStringLiteral(".png")));
    }
    theme::Theme::instance().setScheme(theme::Scheme::Light);
}

void TestReviewPages::inboxOpensWithTheKeyboard()
{
    std::unique_ptr<ui::Page> page(reviewui::makeInboxPage({m_context}));
    page->resize(1200, 820);
    page->show();
    page->open({});
    auto *view = page->findChild<reviewui::QueueView *>();
    QTRY_VERIFY(view->model()->rowCount() >= 2);
    QSignalSpy asked(page.get(), &ui::Page::navigationRequested);
    QTest::keyClick(view, Qt::Key_J);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<ui::Address>().item, m_id);
    picture(page.get(), QStringLiteral("inbox"));
    QSignalSpy undo(page.get(), &ui::Page::undoOffered);
    QTest::keyClick(view, Qt::Key_M);
    QCOMPARE(undo.size(), 1);
    QCOMPARE(view->model()->rowCount(), 0);
    undo.first().at(1).value<std::function<void()>>()();
    QCOMPARE(view->model()->rowCount(), 2);
}

void TestReviewPages::listShowsEveryState()
{
    std::unique_ptr<ui::Page> page(reviewui::makePullRequestListPage(m_context));
    page->resize(1200, 820);
    page->show();
    ui::Address where;
    where.hub = QStringLiteral("local");
    where.page = ui::Address::Page::Repository;
    where.repository = repository;
    where.tab = QStringLiteral("pullrequests");
    page->open(where);
    auto *view = page->findChild<reviewui::QueueView *>();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    picture(page.get(), QStringLiteral("list"));
    where.query.insert(QStringLiteral("state"), QStringLiteral("merged"));
    page->open(where);
    QTRY_VERIFY(shows(page.get(), QStringLiteral("Nothing was merged yet")));
    picture(page.get(), QStringLiteral("list-empty"));
}

void TestReviewPages::overviewOfLongAndHostileText()
{
    std::unique_ptr<ui::Page> page(reviewui::makePullRequestPage(m_context));
    page->resize(1200, 820);
    page->show();
    page->open(address(QStringLiteral("overview")));
    QTRY_VERIFY(page->findChild<ui::MergeBox *>() && shows(page.get(), QStringLiteral("Not ready to merge")));
    QVERIFY(shows(page.get(), QStringLiteral("1 of 2 done")));
    picture(page.get(), QStringLiteral("overview"));
    page->resize(1024, 640);
    QVERIFY(page->minimumSizeHint().width() <= 1024);
}

void TestReviewPages::everyTabOpens()
{
    std::unique_ptr<ui::Page> page(reviewui::makePullRequestPage(m_context));
    page->resize(1200, 820);
    page->show();
    for (const char *tab : {"changes", "commits", "approvals", "activity", "overview"}) {
        page->open(address(QString::fromLatin1(tab)));
        QCOMPARE(page->address().tab, QString::fromLatin1(tab));
        QTRY_VERIFY(shows(page.get(), QStringLiteral("#") + m_id));
        picture(page.get(), QStringLiteral("pullrequest-") + QString::fromLatin1(tab));
    }
}

void TestReviewPages::unknownPullRequestSaysSo()
{
    std::unique_ptr<ui::Page> page(reviewui::makePullRequestPage(m_context));
    page->show();
    ui::Address where = address(QStringLiteral("overview"));
    where.item = QStringLiteral("999999");
    page->open(where);
    QTRY_VERIFY(shows(page.get(), QStringLiteral("There is no pull request #999999 here")));
}

void TestReviewPages::newPullRequest()
{
    std::unique_ptr<ui::Page> page(reviewui::makeNewPullRequestPage(m_context));
    page->resize(1200, 820);
    page->show();
    ui::Address where;
    where.hub = QStringLiteral("local");
    where.page = ui::Address::Page::NewPullRequest;
    where.repository = repository;
    where.query.insert(QStringLiteral("source"), QStringLiteral("retry"));
    page->open(where);
    QTRY_VERIFY(shows(page.get(), QStringLiteral("is open between these branches already")));
    QTRY_VERIFY(shows(page.get(), QStringLiteral("release-team")));
    picture(page.get(), QStringLiteral("new"));
}

void TestReviewPages::approvalRules()
{
    std::unique_ptr<ui::Page> page(reviewui::makeApprovalRulesPage(m_context));
    page->resize(1200, 820);
    page->show();
    ui::Address where;
    where.hub = QStringLiteral("local");
    where.repository = repository;
    page->open(where);
    QTRY_VERIFY(shows(page.get(), QStringLiteral("release-team")));
    picture(page.get(), QStringLiteral("rules"));
}

QTEST_MAIN(TestReviewPages)
#include "tst_reviewpages.moc"
