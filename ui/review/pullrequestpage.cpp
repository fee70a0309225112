// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pullrequestpage.h"

#include "core/api/enums.h"
#include "core/client/session.h"
#include "ui/review/activitytab.h"
#include "ui/review/approvalstab.h"
#include "ui/review/changestab.h"
#include "ui/review/commitstab.h"
#include "ui/review/overviewtab.h"
#include "ui/review/pullrequestheader.h"
#include "ui/review/queuerules.h"
#include "ui/review/recents.h"
#include "ui/review/reviewbar.h"
#include "ui/review/timeline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/sectiontabs.h"

#include <QDesktopServices>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace countersign::reviewui {

namespace {
const QString overviewId = QStringLiteral("overview");
const QString changesId = QStringLiteral("changes");
const QString commitsId = QStringLiteral("commits");
const QString approvalsId = QStringLiteral("approvals");
const QString activityId = QStringLiteral("activity");
} // namespace

PullRequestPage::PullRequestPage(const ui::PageContext &hub, QWidget *parent)
    : Page(parent)
    , m_context(hub)
    , m_presenter(new PullRequestPresenter(hub, this))
    , m_header(new PullRequestHeader(this))
    , m_menu(new QMenu(this))
    , m_tabs(new ui::SectionTabs(this))
    , m_stack(new QStackedWidget(this))
    , m_message(new ui::EmptyState(this))
{
    m_address.hub = hub.session->hubId();
    m_address.page = ui::Address::Page::PullRequest;
    auto *more = m_header->moreButton();
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    connect(m_menu, &QMenu::aboutToShow, this, &PullRequestPage::fillMenu);
    connect(m_header, &PullRequestHeader::branchAsked, this, &PullRequestPage::showBranch);
    connect(m_header, &PullRequestHeader::approvalsAsked, this,
            [this] { ask([](ui::Address &address) { address.tab = approvalsId; }); });
    connect(m_header, &PullRequestHeader::changesAsked, this,
            [this] { ask([](ui::Address &address) { address.tab = changesId; }); });
    m_tabs->addSection(overviewId, tr("Overview"));
    m_tabs->addSection(changesId, tr("Changes"));
    m_tabs->addSection(commitsId, tr("Commits"));
    m_tabs->addSection(approvalsId, tr("Approvals"));
    m_tabs->addSection(activityId, tr("Activity"));
    m_stack->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tabs);
    m_banners = new QVBoxLayout;
    m_banners->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_banners);
    column->addWidget(m_stack, 1);

    connect(m_tabs, &ui::SectionTabs::chosen, this, [this](const QString &id) {
        ask([&id](ui::Address &address) {
            address.tab = id;
            address.query.clear();
        });
    });
    connect(m_presenter, &PullRequestPresenter::changed, this, &PullRequestPage::update);
    connect(m_presenter, &PullRequestPresenter::announced, this, &Page::undoOffered);
    connect(m_presenter, &PullRequestPresenter::failed, this,
            [this](const QString &text, const Error &error) {
                const QString why = ui::errorSentence(error);
                Q_EMIT errorOccurred(error.message.isEmpty() ? text : text + QLatin1Char(' ') + why,
                                     error.detail);
            });
    connect(m_presenter, &PullRequestPresenter::revisionMoved, this,
            [this](const QString &verdict, const QString &summary, int revision) {
                openRevisionMovedDialog(m_presenter, verdict, summary, revision, window());
            });
    registerCommands();
    update();
}

void PullRequestPage::open(const ui::Address &address)
{
    m_address = address;
    m_address.page = ui::Address::Page::PullRequest;
    if (m_address.tab.isEmpty())
        m_address.tab = overviewId;
    m_presenter->open(address.item);
    showTab(m_address.tab);
    update();
    if (m_address.tab == changesId && m_changes) {
        const auto &query = m_address.query;
        if (query.contains(QStringLiteral("revision")) || query.contains(QStringLiteral("with")))
            m_changes->compare(query.value(QStringLiteral("with")).toInt(),
                               query.value(QStringLiteral("revision")).toInt());
        if (query.contains(QStringLiteral("thread")))
            m_changes->revealThread(query.value(QStringLiteral("thread")));
        else if (query.contains(QStringLiteral("file")))
            m_changes->revealFile(query.value(QStringLiteral("file")).toUtf8());
    }
}

void PullRequestPage::refresh() { m_presenter->reload(); }

ui::Address PullRequestPage::address() const
{
    ui::Address address = m_address;
    if (address.tab == changesId && m_changes) {
        address.query.clear();
        if (m_changes->from() > 0) {
            address.query.insert(QStringLiteral("with"), QString::number(m_changes->from()));
            address.query.insert(QStringLiteral("revision"), QString::number(m_changes->to()));
        }
        if (!m_changes->currentFile().isEmpty())
            address.query.insert(QStringLiteral("file"), QString::fromUtf8(m_changes->currentFile()));
    }
    return address;
}

bool PullRequestPage::focusPane(bool forward)
{
    QWidget *content = m_stack->currentWidget();
    const bool inside = content && content->isAncestorOf(focusWidget());
    if (forward == inside)
        return false;
    if (forward && content)
        content->setFocus(Qt::OtherFocusReason);
    else
        m_tabs->setFocus(Qt::OtherFocusReason);
    return true;
}

QWidget *PullRequestPage::tab(const QString &id)
{
    if (QWidget *made = m_made.value(id))
        return made;
    QWidget *made = nullptr;
    if (id == changesId) {
        m_changes = new ChangesTab(m_presenter, this);
        connect(m_changes, &ChangesTab::filesCounted, this,
                [this](int files) { m_tabs->setBadge(changesId, QString::number(files)); });
        connect(m_changes, &ChangesTab::linkActivated, this, &PullRequestPage::followLink);
        connect(m_changes, &ChangesTab::failed, this, [this](const QString &text, const Error &error) {
            Q_EMIT errorOccurred(text, error.detail);
        });
        connect(m_changes, &ChangesTab::fileAsked, this, [this](const QByteArray &path, const QString &what) {
            const auto *target = m_presenter->state().target();
            if (!target)
                return;
            ui::Address address;
            address.hub = m_address.hub;
            address.page = ui::Address::Page::Repository;
            address.repository = target->repositoryName;
            address.tab =
                what == QStringLiteral("history") ? QStringLiteral("commits") : QStringLiteral("code");
            address.query.insert(QStringLiteral("ref"), ui::addressText(target->sourceReference.toUtf8()));
            address.query.insert(QStringLiteral("path"), ui::addressText(path));
            Q_EMIT navigationRequested(address);
        });
        if (m_context.commands)
            m_context.commands->add(m_changes, m_changes->commands());
        made = m_changes;
    } else if (id == commitsId) {
        auto *commits = new CommitsTab(m_presenter, this);
        connect(commits, &CommitsTab::commitAsked, this, &PullRequestPage::showCommit);
        made = commits;
    } else if (id == approvalsId) {
        m_approvalsTab = new ApprovalsTab(m_presenter, this);
        made = m_approvalsTab;
    } else if (id == activityId) {
        made = new ActivityTab(m_presenter, this);
    } else {
        m_overview = new OverviewTab(m_presenter, this);
        connect(m_overview, &OverviewTab::commitAsked, this, &PullRequestPage::showCommit);
        connect(m_overview, &OverviewTab::rulesAsked, this,
                [this] { ask([](ui::Address &address) { address.tab = approvalsId; }); });
        connect(m_overview->timeline(), &Timeline::threadAsked, this, &PullRequestPage::showThread);
        connect(m_overview->timeline(), &Timeline::revisionAsked, this, &PullRequestPage::showRevision);
        connect(m_overview->timeline(), &Timeline::pullRequestAsked, this, &PullRequestPage::openPullRequest);
        made = m_overview;
    }
    m_made.insert(id, made);
    m_stack->addWidget(made);
    return made;
}

void PullRequestPage::showTab(const QString &id)
{
    m_tabs->setCurrentId(id);
    if (m_presenter->state().isLoaded)
        m_stack->setCurrentWidget(tab(id));
}

void PullRequestPage::ask(const std::function<void(ui::Address &)> &change)
{
    ui::Address address = m_address;
    address.query.clear();
    change(address);
    Q_EMIT navigationRequested(address);
}

void PullRequestPage::update()
{
    const auto &state = m_presenter->state();
    if (!state.isLoaded) {
        m_message->clearActions();
        if (state.error) {
            m_message->setContent(QStringLiteral("state-danger"),
                                  state.error->kind == ErrorKind::NotFound
                                      ? tr("There is no pull request #%1 here").arg(state.pullRequestId)
                                      : tr("The pull request could not be loaded"),
                                  ui::errorSentence(*state.error));
            m_message->addAction(tr("Retry"), QStringLiteral("view-refresh"), [this] { refresh(); });
        } else {
            m_message->setContent(QStringLiteral("pull-request"), tr("Loading #%1…").arg(m_address.item), {});
        }
        m_header->setUnknown(m_address.item);
        m_stack->setCurrentWidget(m_message);
        return;
    }
    const auto &summary = state.review.summary;
    const auto &pullRequest = summary.pullRequest;
    const auto *target = state.target();
    m_header->setPullRequest(*m_presenter, m_address.tab);
    if (target)
        m_address.repository = target->repositoryName;
    const ApprovalCount approvals = approvalCount(summary.rules);
    const int shown = summary.commentCount;
    m_tabs->setBadge(overviewId, shown > 0 ? QString::number(shown) : QString());
    m_tabs->setBadge(commitsId, summary.commitCount > 0 ? QString::number(summary.commitCount) : QString());
    m_tabs->setBadge(approvalsId, approvals.needed > 0
                                      ? QStringLiteral("%1/%2").arg(approvals.given).arg(approvals.needed)
                                      : QString());
    m_tabs->setMeta(tr("Revision %1 of %2 · updated %3")
                        .arg(summary.revisionNumber)
                        .arg(std::max<qsizetype>(summary.revisionNumber, state.review.revisions.size()))
                        .arg(ui::relativeTime(pullRequest.lastActivityDate.ms)));
    updateBanner();
    if (m_stack->currentWidget() == m_message) {
        m_stack->setCurrentWidget(tab(m_address.tab));
        noteRecent(m_context.settings,
                   {m_address,
                    QStringLiteral("#%1 %2").arg(pullRequest.pullRequestId, pullRequest.title.simplified()),
                    state.repository(), QStringLiteral("pull-request"), ui::presentTime()});
        if (m_address.tab == changesId && m_changes && m_address.query.contains(QStringLiteral("thread")))
            m_changes->revealThread(m_address.query.value(QStringLiteral("thread")));
    }
    Q_EMIT stateChanged();
}

// What was loaded before stays, and says since when.
void PullRequestPage::updateStaleBanner()
{
    const auto &state = m_presenter->state();
    if (!state.error) {
        m_loadedMs = ui::presentTime();
        if (m_stale)
            m_stale->deleteLater();
        m_stale = nullptr;
        return;
    }
    if (m_stale || state.isLoading)
        return;
    m_stale =
        new ui::Banner(ui::BannerKind::Warning,
                       tr("This could not be refreshed; it is from %1.").arg(ui::relativeTime(m_loadedMs)),
                       ui::errorSentence(*state.error), this);
    m_stale->addAction(tr("Retry"), [this] { refresh(); });
    m_banners->addWidget(m_stale);
}

void PullRequestPage::updateBanner()
{
    updateStaleBanner();
    const auto &waiting = m_presenter->state().waiting;
    const int revision = waiting ? waiting->summary.revisionNumber : 0;
    if (revision == m_bannerRevision)
        return;
    m_bannerRevision = revision;
    if (m_banner) {
        m_banner->hide();
        m_banner->deleteLater();
        m_banner = nullptr;
    }
    if (revision == 0)
        return;
    m_banner =
        new ui::Banner(ui::BannerKind::Info, tr("Revision %1 was pushed while you read.").arg(revision),
                       tr("Your comments are kept and move with their lines."), this);
    m_banner->addAction(tr("Load"), [this] { m_presenter->loadWaiting(); });
    m_banners->addWidget(m_banner);
}

void PullRequestPage::showBranch(bool source)
{
    const auto *target = m_presenter->state().target();
    if (!target)
        return;
    ui::Address address;
    address.hub = m_address.hub;
    address.page = ui::Address::Page::Repository;
    address.repository = target->repositoryName;
    address.tab = QStringLiteral("code");
    address.query.insert(
        QStringLiteral("ref"),
        ui::addressText((source ? target->sourceReference : target->destinationReference).toUtf8()));
    Q_EMIT navigationRequested(address);
}

void PullRequestPage::showCommit(const QString &commitId)
{
    ui::Address address;
    address.hub = m_address.hub;
    address.page = ui::Address::Page::Repository;
    address.repository = m_presenter->state().repository();
    address.tab = QStringLiteral("commits");
    address.query.insert(QStringLiteral("commit"), commitId);
    Q_EMIT navigationRequested(address);
}

void PullRequestPage::showThread(const QString &threadId)
{
    ask([&](ui::Address &address) {
        address.tab = changesId;
        address.query.insert(QStringLiteral("thread"), threadId);
    });
}

void PullRequestPage::showRevision(int from, int to)
{
    ask([&](ui::Address &address) {
        address.tab = changesId;
        address.query.insert(QStringLiteral("with"), QString::number(from));
        address.query.insert(QStringLiteral("revision"), QString::number(to));
    });
}

void PullRequestPage::openPullRequest(const QString &id)
{
    ui::Address address;
    address.hub = m_address.hub;
    address.page = ui::Address::Page::PullRequest;
    address.item = id;
    address.tab = overviewId;
    Q_EMIT navigationRequested(address);
}

void PullRequestPage::followLink(const QUrl &url)
{
    if (url.scheme() == QStringLiteral("pr"))
        openPullRequest(url.path());
    else if (url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https") ||
             url.scheme() == QStringLiteral("mailto"))
        QDesktopServices::openUrl(url);
}

} // namespace countersign::reviewui
