// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pullrequestpage.h"

#include "core/api/enums.h"
#include "core/client/session.h"
#include "ui/review/activitytab.h"
#include "ui/review/approvalstab.h"
#include "ui/review/changestab.h"
#include "ui/review/commenteditor.h"
#include "ui/review/commitstab.h"
#include "ui/review/mergepanel.h"
#include "ui/review/overviewtab.h"
#include "ui/review/queuerules.h"
#include "ui/review/recents.h"
#include "ui/review/reviewbar.h"
#include "ui/review/statelook.h"
#include "ui/review/timeline.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/sectiontabs.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {
const QString overviewId = QStringLiteral("overview");
const QString changesId = QStringLiteral("changes");
const QString commitsId = QStringLiteral("commits");
const QString approvalsId = QStringLiteral("approvals");
const QString activityId = QStringLiteral("activity");
constexpr int longestTitle = 150;
} // namespace

PullRequestPage::PullRequestPage(const ui::PageContext &hub, QWidget *parent)
    : Page(parent)
    , m_context(hub)
    , m_presenter(new PullRequestPresenter(hub, this))
    , m_header(new ui::PageHeader(this))
    , m_menu(new QMenu(this))
    , m_tabs(new ui::SectionTabs(this))
    , m_stack(new QStackedWidget(this))
    , m_message(new ui::EmptyState(this))
{
    m_address.hub = hub.session->hubId();
    m_address.page = ui::Address::Page::PullRequest;
    buildHeader();
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

void PullRequestPage::buildHeader()
{
    m_author = new QWidget(m_header);
    auto *authorRow = new QHBoxLayout(m_author);
    authorRow->setContentsMargins(0, 0, 0, 0);
    authorRow->setSpacing(6);
    authorRow->addWidget(new ui::Avatar(20, m_author));
    authorRow->addWidget(new ui::StyledLabel({}, TextStyle::Body, Token::Muted, m_author));
    m_source = new ui::Chip({}, m_header);
    m_destination = new ui::Chip({}, m_header);
    m_approvals = new ui::Chip({}, m_header);
    m_source->setClickable(true);
    m_destination->setClickable(true);
    m_approvals->setClickable(true);
    m_header->addMetaWidget(m_author);
    m_header->addMetaWidget(m_source);
    m_header->addMetaWidget(new ui::StyledLabel(tr("into"), TextStyle::Body, Token::Muted, m_header));
    m_header->addMetaWidget(m_destination);
    m_header->addAction(m_approvals);
    m_action = new QPushButton(m_header);
    theme::setVariant(m_action, theme::ButtonVariant::Primary);
    m_header->addAction(m_action);
    auto *more = m_header->moreButton();
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    connect(m_menu, &QMenu::aboutToShow, this, &PullRequestPage::fillMenu);
    const auto showBranch = [this](bool source) {
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
    };
    connect(m_source, &ui::Chip::clicked, this, [showBranch] { showBranch(true); });
    connect(m_destination, &ui::Chip::clicked, this, [showBranch] { showBranch(false); });
    connect(m_approvals, &ui::Chip::clicked, this,
            [this] { ask([](ui::Address &address) { address.tab = approvalsId; }); });
    connect(m_action, &QPushButton::clicked, this,
            [this] { ask([](ui::Address &address) { address.tab = changesId; }); });
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
        m_header->setTitle(m_address.item.isEmpty() ? QString() : tr("Pull request"),
                           m_address.item.isEmpty() ? QString() : QLatin1Char('#') + m_address.item);
        m_author->hide();
        m_source->hide();
        m_destination->hide();
        m_approvals->hide();
        m_action->hide();
        m_stack->setCurrentWidget(m_message);
        return;
    }
    const auto &summary = state.review.summary;
    const auto &pullRequest = summary.pullRequest;
    const auto *target = state.target();
    const PullRequestState stage = stateOf(pullRequest);
    m_header->setState(stateChip(stage));
    m_header->setTitle(pullRequest.title.simplified(), QLatin1Char('#') + pullRequest.pullRequestId);
    const ui::PersonInfo author = m_presenter->person(pullRequest.authorArn);
    m_author->findChild<ui::Avatar *>()->setPerson(author);
    m_author->findChild<ui::StyledLabel *>()->setText(author.name);
    m_author->show();
    if (target) {
        m_source->setContent(ui::refChip(shortRef(target->sourceReference)));
        m_destination->setContent(ui::refChip(shortRef(target->destinationReference)));
        m_source->setAccessibleName(tr("From branch %1").arg(shortRef(target->sourceReference)));
        m_destination->setAccessibleName(tr("Into branch %1").arg(shortRef(target->destinationReference)));
        m_address.repository = target->repositoryName;
    }
    m_source->show();
    m_destination->show();
    const ApprovalCount approvals = approvalCount(summary.rules);
    m_approvals->setVisible(approvals.needed > 0 && m_address.tab != overviewId);
    m_approvals->setContent(
        {summary.overridden ? tr("Rules overridden")
                            : tr("%1 of %n approval(s)", nullptr, approvals.needed).arg(approvals.given),
         QStringLiteral("approval"),
         approvals.isSatisfied() && !summary.overridden ? ui::ChipKind::Approval : ui::ChipKind::Warning,
         false});
    m_action->setVisible(m_address.tab != changesId);
    m_action->setText(stage == PullRequestState::Open && !m_presenter->isAuthor() ? tr("Review changes")
                                                                                  : tr("Show changes"));
    m_action->setIcon(theme::Theme::instance().icon(QStringLiteral("pull-request")));

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

void PullRequestPage::updateBanner()
{
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

void PullRequestPage::fillMenu()
{
    m_menu->clear();
    const auto &state = m_presenter->state();
    if (!state.isLoaded)
        return;
    const bool open = stateOf(state.pullRequest()) == PullRequestState::Open;
    if (open) {
        m_menu->addAction(tr("Edit title…"), this, &PullRequestPage::editTitle);
        m_menu->addAction(tr("Edit description"), this, [this] {
            ask([](ui::Address &address) { address.tab = overviewId; });
            if (m_overview)
                m_overview->timeline()->editDescription();
        });
    }
    m_menu->addAction(tr("Copy number and title"), this, [this] {
        const auto &pullRequest = m_presenter->state().pullRequest();
        QApplication::clipboard()->setText(
            QStringLiteral("#%1 %2").arg(pullRequest.pullRequestId, pullRequest.title));
    });
    m_menu->addAction(tr("Refresh"), QKeySequence(QKeySequence::Refresh), this, &PullRequestPage::refresh);
    if (open) {
        m_menu->addSeparator();
        m_menu->addAction(tr("Close without merging…"), this, &PullRequestPage::askClose);
    }
}

void PullRequestPage::editTitle()
{
    auto *dialog = new ui::DialogBase(tr("Edit title"), tr("Save"), window());
    auto *edit = new QLineEdit(dialog);
    const QString draft = m_presenter->drafts()->text(QStringLiteral("title"));
    edit->setText(draft.isEmpty() ? m_presenter->state().pullRequest().title : draft);
    edit->setMinimumWidth(480);
    edit->setMaxLength(longestTitle);
    auto *error = dialog->addField(tr("&Title"), edit);
    connect(edit, &QLineEdit::textChanged, dialog, [this, dialog, error](const QString &text) {
        const bool empty = text.trimmed().isEmpty();
        empty ? error->setError(tr("A title is needed.")) : error->clear();
        dialog->setSubmitEnabled(!empty, tr("A title is needed"));
        m_presenter->drafts()->setText(QStringLiteral("title"), text);
    });
    connect(dialog, &QDialog::rejected, this,
            [this] { m_presenter->drafts()->setText(QStringLiteral("title"), {}); });
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog, edit] {
        m_presenter->setTitle(edit->text().trimmed());
        dialog->accept();
    });
    dialog->open();
    edit->selectAll();
    edit->setFocus();
}

void PullRequestPage::askClose()
{
    auto *dialog = new ui::DialogBase(tr("Close pull request #%1").arg(m_presenter->state().pullRequestId),
                                      tr("Close pull request"), window());
    dialog->setVariant(theme::ButtonVariant::Danger);
    auto *text =
        new ui::StyledLabel(tr("Nothing is merged, and a closed pull request cannot be opened again. Its "
                               "branch, comments and reviews stay."),
                            TextStyle::Body, Token::Text, dialog);
    text->setWordWrap(true);
    text->setMinimumWidth(420);
    dialog->content()->addWidget(text);
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog] {
        m_presenter->closePullRequest();
        dialog->accept();
    });
    dialog->open();
}

void PullRequestPage::registerCommands()
{
    if (!m_context.commands)
        return;
    const auto here = [this] {
        return !isVisible() || !m_presenter->state().isLoaded ? tr("No pull request is open") : QString();
    };
    const auto verdict = [this, here](const QString &what) {
        return [this, here, what] {
            const QString reason = here();
            return reason.isEmpty() ? m_presenter->verdictUnavailable(what) : reason;
        };
    };
    const QString review = QStringLiteral("review");
    m_context.commands->add(
        this,
        {{QStringLiteral("review.approve"),
          tr("Approve this revision"),
          QStringLiteral("approval"),
          {QKeySequence(Qt::SHIFT | Qt::Key_A)},
          review,
          [this] { openSubmitDialog(m_presenter, api::ReviewVerdict::Approve, window()); },
          verdict(api::ReviewVerdict::Approve)},
         {QStringLiteral("review.return"),
          tr("Return to the author…"),
          QStringLiteral("state-returned"),
          {QKeySequence(Qt::SHIFT | Qt::Key_R)},
          review,
          [this] { openSubmitDialog(m_presenter, api::ReviewVerdict::Return, window()); },
          verdict(api::ReviewVerdict::Return)},
         {QStringLiteral("review.submit"),
          tr("Submit review…"),
          QStringLiteral("comment"),
          {QKeySequence(Qt::CTRL | Qt::Key_Return)},
          review,
          [this] { openSubmitDialog(m_presenter, api::ReviewVerdict::Comment, window()); },
          verdict(api::ReviewVerdict::Comment)},
         {QStringLiteral("review.editMessage"),
          tr("Edit the merge’s commit message…"),
          QStringLiteral("document-edit"),
          {QKeySequence(Qt::CTRL | Qt::Key_E)},
          review,
          [this] {
              if (m_overview)
                  m_overview->mergePanel()->editMessage();
          },
          [this, here] {
              const QString reason = here();
              return !reason.isEmpty() ? reason : m_overview ? QString() : tr("Open the overview first");
          }},
         {QStringLiteral("review.addRule"),
          tr("Add approval rule…"),
          QStringLiteral("people"),
          {},
          review,
          [this] { static_cast<ApprovalsTab *>(tab(approvalsId))->addRule(); },
          here},
         {QStringLiteral("review.editTitle"),
          tr("Edit title…"),
          QStringLiteral("document-edit"),
          {},
          review,
          [this] { editTitle(); },
          here},
         {QStringLiteral("review.close"),
          tr("Close pull request without merging…"),
          QStringLiteral("cross"),
          {},
          review,
          [this] { askClose(); },
          here}});
}

} // namespace countersign::reviewui
