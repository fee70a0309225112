// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/inboxpage.h"

#include "core/accounts/settings.h"
#include "core/client/session.h"
#include "ui/review/inboxsidebar.h"
#include "ui/review/queueview.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/queuedelegate.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sidesplitter.h"
#include "ui/widgets/toolrow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::PermissionDenied || error.kind == ErrorKind::AuthenticationRequired;
}

struct GroupWords
{
    QueueGroup group;
    QString id;
    QString title;
    QString hint;
    bool hot;
};

QList<GroupWords> groupWords()
{
    return {{QueueGroup::NeedsReview, QStringLiteral("review"), InboxPage::tr("Needs your review"),
             InboxPage::tr("you are a named reviewer or in the pool"), true},
            {QueueGroup::Returned, QStringLiteral("returned"), InboxPage::tr("Returned to you"),
             InboxPage::tr("reviewers want changes"), false},
            {QueueGroup::Waiting, QStringLiteral("waiting"), InboxPage::tr("Waiting for others"),
             InboxPage::tr("nothing for you to do"), false},
            {QueueGroup::Ready, QStringLiteral("ready"), InboxPage::tr("Ready to merge"),
             InboxPage::tr("all rules satisfied"), false}};
}

} // namespace

InboxPage::InboxPage(const QList<ui::PageContext> &hubs, QWidget *parent)
    : Page(parent)
    , m_hubs(hubs)
    , m_presenter(new InboxPresenter(hubs, this))
    , m_model(new QueueModel(
          [this](const QString &hubId, const QString &arn) {
              const auto *hub = m_presenter->context(hubId);
              if (hub && hub->people)
                  return hub->people->person(arn);
              ui::PersonInfo person;
              person.arn = arn;
              person.name = accountOf(arn);
              return person;
          },
          this))
    , m_view(new QueueView(m_model, this))
    , m_header(new ui::PageHeader(this))
{
    auto *settings = hubs.isEmpty() ? nullptr : hubs.first().settings;
    auto *tasks = hubs.isEmpty() ? nullptr : hubs.first().tasks;
    m_view->setItemDelegate(new ui::QueueDelegate(m_view));
    m_view->setAccessibleName(tr("Review queue"));
    m_view->setSingleKeys(!settings || settings->singleKeys());

    m_header->setIcon(QStringLiteral("inbox"));
    m_header->setTitle(tr("Inbox"));
    auto *seen = new QPushButton(tr("Mark all read"), this);
    theme::setVariant(seen, theme::ButtonVariant::Flat);
    connect(seen, &QPushButton::clicked, m_presenter, &InboxPresenter::markAllSeen);
    m_header->addAction(seen);
    auto *create = new QPushButton(theme::Theme::instance().icon(QStringLiteral("pull-request")),
                                   tr("New pull request"), this);
    theme::setVariant(create, theme::ButtonVariant::Primary);
    create->setToolTip(
        ui::toolTipText(tr("New pull request"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)));
    connect(create, &QPushButton::clicked, this, [this] {
        if (m_hubs.isEmpty())
            return;
        ui::Address address;
        const auto current = m_view->current();
        address.hub = current ? current->hubId : m_hubs.first().session->hubId();
        address.repository = current ? current->repository() : QString();
        address.page = ui::Address::Page::NewPullRequest;
        Q_EMIT navigationRequested(address);
    });
    m_header->addAction(create);

    m_empty = new ui::EmptyState(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_sidebar = new InboxSidebar(settings, tasks, this);

    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(makeToolRow());
    leftColumn->addWidget(m_stack, 1);

    auto *splitter = new ui::SideSplitter(Qt::Horizontal, QStringLiteral("inbox"), settings, this);
    splitter->addWidget(left);
    splitter->addWidget(m_sidebar);
    splitter->setStretchFactor(0, 1);
    splitter->setInitialSizes({-1, 318});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(splitter, 1);
    column->addWidget(makeStatusBar());

    connect(m_presenter, &InboxPresenter::changed, this, &InboxPage::update);
    connect(m_presenter, &InboxPresenter::announced, this, &Page::undoOffered);
    connect(m_view, &QueueView::opened, this, &InboxPage::openEntry);
    const auto putAway = [this](InboxPresenter::PutAway how) {
        return [this, how](const QueueEntry &entry) { m_presenter->putAway(entry, how); };
    };
    connect(m_view, &QueueView::doneAsked, this, putAway(InboxPresenter::PutAway::Done));
    connect(m_view, &QueueView::snoozeAsked, this, putAway(InboxPresenter::PutAway::Snoozed));
    connect(m_view, &QueueView::muteAsked, this, putAway(InboxPresenter::PutAway::Muted));
    connect(m_view, &QueueView::filterAsked, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    registerCommands();
    update();
}

QWidget *InboxPage::makeToolRow()
{
    auto *row = new ui::ToolRow(this);
    m_filter = new ui::SearchField(tr("Filter by title, repository or person"),
                                   ui::SearchField::Purpose::Filter, row);
    m_filter->setAccessibleName(tr("Filter the inbox"));
    m_filter->setKey(QKeySequence(Qt::Key_Slash));
    m_hubChoice = new QComboBox(row);
    theme::setCompact(m_hubChoice);
    m_hubChoice->setAccessibleName(tr("Hub"));
    m_hubChoice->addItem(tr("All hubs"));
    for (const auto &hub : std::as_const(m_hubs))
        m_hubChoice->addItem(hub.session->displayName(), hub.session->hubId());
    m_hubChoice->setVisible(m_hubs.size() > 1);
    m_grouping = new QComboBox(row);
    theme::setCompact(m_grouping);
    m_grouping->setAccessibleName(tr("Grouping"));
    m_grouping->addItem(tr("Group: what to do"), QStringLiteral("todo"));
    m_grouping->addItem(tr("Group: repository"), QStringLiteral("repository"));
    auto *reload = ui::ToolRow::toolButton(QStringLiteral("view-refresh"), tr("Refresh"), row);
    reload->setToolTip(ui::toolTipText(tr("Refresh"), QKeySequence(QKeySequence::Refresh)));
    connect(reload, &QToolButton::clicked, this, &InboxPage::refresh);
    row->addOption(m_filter, true);
    row->addOption(m_hubChoice);
    row->addOption(m_grouping);
    row->addTrailing(reload);
    const auto filter = [this] {
        m_presenter->setFilter(m_filter->text(), m_hubChoice->currentData().toString());
    };
    connect(m_filter, &ui::SearchField::searchChanged, this, filter);
    connect(m_filter, &ui::SearchField::leftForList, this, [this] {
        m_view->setFocus();
        m_view->selectSomething();
    });
    connect(m_hubChoice, &QComboBox::currentIndexChanged, this, filter);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &InboxPage::update);
    return row;
}

QWidget *InboxPage::makeStatusBar()
{
    auto *bar = new QFrame(this);
    bar->setAutoFillBackground(true);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 1, 12, 1);
    line->setSpacing(4);
    const auto hint = [&](const QList<QKeySequence> &keys, const QString &text) {
        for (const auto &key : keys)
            line->addWidget(new ui::KeyCap(key, bar));
        line->addWidget(new ui::StyledLabel(text, TextStyle::Small, Token::Muted, bar));
        line->addSpacing(12);
    };
    hint({QKeySequence(Qt::Key_J), QKeySequence(Qt::Key_K)}, tr("move"));
    hint({QKeySequence(Qt::Key_Return)}, tr("open"));
    hint({QKeySequence(Qt::Key_E)}, tr("done"));
    hint({QKeySequence(Qt::Key_S)}, tr("snooze"));
    hint({QKeySequence(Qt::Key_M)}, tr("mute"));
    line->addStretch(1);
    m_checked = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, bar);
    line->addWidget(m_checked);
    m_offlineIcon = new ui::IconLabel(QStringLiteral("state-warning"), Token::WarningText, 16, bar);
    line->addSpacing(12);
    line->addWidget(m_offlineIcon);
    m_offline = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, bar);
    line->addWidget(m_offline);
    bar->setFixedHeight(std::max(26, bar->fontMetrics().height() + 8));
    return bar;
}

void InboxPage::open(const ui::Address &)
{
    m_sidebar->refresh();
    if (!m_presenter->isLoaded())
        m_presenter->reload();
    m_view->setFocus();
}

void InboxPage::refresh() { m_presenter->reload(); }

ui::Address InboxPage::address() const
{
    ui::Address address;
    address.page = ui::Address::Page::Inbox;
    return address;
}

bool InboxPage::focusPane(bool forward)
{
    const QList<QWidget *> panes{m_filter, m_view, m_sidebar};
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i)->hasFocus() || panes.at(i)->isAncestorOf(focusWidget()))
            at = i;
    }
    const qsizetype next = at < 0 ? (forward ? 0 : panes.size() - 1) : at + (forward ? 1 : -1);
    if (next < 0 || next >= panes.size())
        return false;
    panes.at(next)->setFocus(Qt::OtherFocusReason);
    if (panes.at(next) == m_sidebar)
        m_sidebar->focusWidget() ? m_sidebar->focusWidget()->setFocus() : void();
    return true;
}

void InboxPage::openEntry(const QueueEntry &entry)
{
    m_presenter->markSeen(entry);
    ui::Address address;
    address.hub = entry.hubId;
    address.page = ui::Address::Page::PullRequest;
    address.repository = entry.repository();
    address.item = entry.summary.pullRequest.pullRequestId;
    address.tab =
        entry.group == QueueGroup::NeedsReview ? QStringLiteral("changes") : QStringLiteral("overview");
    Q_EMIT navigationRequested(address);
}

void InboxPage::update()
{
    QList<QueueModel::Group> groups;
    const bool byRepository = m_grouping->currentData() == QStringLiteral("repository");
    const int review = m_presenter->count(QueueGroup::NeedsReview);
    const int returned = m_presenter->count(QueueGroup::Returned);
    const int ready = m_presenter->count(QueueGroup::Ready);
    if (byRepository) {
        QList<QueueEntry> all;
        for (const auto &words : groupWords())
            all += m_presenter->entries(words.group);
        sortEntries(all, QueueOrder::LatestActivity);
        for (const auto &entry : std::as_const(all)) {
            const QString id = entry.hubId + QLatin1Char('/') + entry.repository();
            auto it = std::ranges::find(groups, id, &QueueModel::Group::id);
            if (it == groups.end()) {
                groups.append({id, entry.repository(), entry.hubName, false, {}});
                it = groups.end() - 1;
            }
            it->entries.append(entry);
        }
    } else {
        for (const auto &words : groupWords()) {
            const auto entries = m_presenter->entries(words.group);
            if (!entries.isEmpty())
                groups.append({words.id, words.title, words.hint, words.hot, entries});
        }
    }
    m_model->setGroups(groups);

    QStringList parts;
    if (review > 0)
        parts.append(tr("%n review(s) wait for you", nullptr, review));
    if (returned > 0)
        parts.append(tr("%n returned", nullptr, returned));
    if (ready > 0)
        parts.append(tr("%n can be merged", nullptr, ready));
    m_header->setMeta(parts.isEmpty() && m_presenter->isLoaded() ? tr("nothing waits for you")
                                                                 : parts.join(QStringLiteral(", ")));

    QStringList offline;
    qint64 oldest = 0;
    for (const auto &hub : m_presenter->hubs()) {
        if (hub.error) {
            const QString what = isRefusal(*hub.error) ? tr("%1 refused").arg(hub.name)
                                                       : tr("%1 does not answer").arg(hub.name);
            offline.append(hub.loadedMs > 0
                               ? tr("%1: its rows are from %2").arg(what, ui::shortRelativeTime(hub.loadedMs))
                               : what);
        } else if (hub.loadedMs > 0 && (oldest == 0 || hub.loadedMs < oldest))
            oldest = hub.loadedMs;
    }
    m_checked->setText(oldest > 0 ? tr("Checked %1").arg(ui::relativeTime(oldest)) : QString());
    m_offline->setText(offline.join(QStringLiteral(" · ")));
    m_offline->setVisible(!offline.isEmpty());
    m_offlineIcon->setVisible(!offline.isEmpty());

    const bool filtered = !m_filter->text().isEmpty() || m_hubChoice->currentIndex() > 0;
    updateEmptyState(filtered);
    // What takes a moment only is not announced.
    if (m_presenter->isLoaded())
        m_isSlow = false;
    else if (!m_isSlow)
        QTimer::singleShot(400, this, [this] {
            m_isSlow = !m_presenter->isLoaded();
            if (m_isSlow)
                update();
        });
    m_stack->setCurrentIndex(m_model->rowCount() > 0 || (!m_presenter->isLoaded() && !m_isSlow) ? 0 : 1);
    Q_EMIT stateChanged();
}

void InboxPage::updateEmptyState(bool filtered)
{
    m_empty->clearActions();
    if (!m_presenter->isLoaded()) {
        m_empty->setContent(QStringLiteral("inbox"), tr("Loading the queue…"), {});
        return;
    }
    for (const auto &hub : m_presenter->hubs()) {
        // Nothing to see is no news while a hub was not read.
        if (!hub.error || hub.loadedMs > 0)
            continue;
        m_empty->setContent(QStringLiteral("state-danger"), tr("%1 could not be read").arg(hub.name),
                            ui::errorSentence(*hub.error));
        m_empty->addAction(tr("Retry"), QStringLiteral("view-refresh"), [this] { m_presenter->reload(); });
        return;
    }
    if (filtered) {
        m_empty->setContent(QStringLiteral("search"), tr("Nothing matches “%1”").arg(m_filter->text()),
                            tr("Titles, repositories and people were searched."));
        m_empty->addAction(tr("Clear filters"), {}, [this] {
            m_filter->clear();
            m_hubChoice->setCurrentIndex(0);
            m_presenter->setFilter({}, {});
        });
        return;
    }
    m_empty->setContent(QStringLiteral("inbox"), tr("Nothing waits for you"),
                        m_presenter->hiddenCount() > 0
                            ? tr("%n pull request(s) are put away.", nullptr, m_presenter->hiddenCount())
                            : tr("Reviews that need you, and your own pull requests, show here."));
    if (m_presenter->hiddenCount() > 0)
        m_empty->addAction(tr("Bring them back"), {}, [this] { m_presenter->bringAllBack(); });
    m_empty->addAction(tr("Show all pull requests"), QStringLiteral("pull-request"), [this] {
        ui::Address address;
        address.page = ui::Address::Page::PullRequests;
        Q_EMIT navigationRequested(address);
    });
}

void InboxPage::registerCommands()
{
    if (m_hubs.isEmpty() || !m_hubs.first().commands)
        return;
    const auto needsEntry = [this] {
        if (!isVisible())
            return tr("The inbox is not open");
        return m_view->current() ? QString() : tr("No pull request is selected");
    };
    const auto on = [this](InboxPresenter::PutAway how) {
        return [this, how] {
            if (const auto entry = m_view->current())
                m_presenter->putAway(*entry, how);
        };
    };
    m_hubs.first().commands->add(
        this, {{QStringLiteral("inbox.done"),
                tr("Done with the pull request"),
                QStringLiteral("check"),
                {QKeySequence(Qt::Key_E)},
                QStringLiteral("list"),
                on(InboxPresenter::PutAway::Done),
                needsEntry},
               {QStringLiteral("inbox.snooze"),
                tr("Snooze until tomorrow"),
                QStringLiteral("state-waiting"),
                {QKeySequence(Qt::Key_S)},
                QStringLiteral("list"),
                on(InboxPresenter::PutAway::Snoozed),
                needsEntry},
               {QStringLiteral("inbox.mute"),
                tr("Mute the pull request"),
                QStringLiteral("cross"),
                {QKeySequence(Qt::Key_M)},
                QStringLiteral("list"),
                on(InboxPresenter::PutAway::Muted),
                needsEntry},
               {QStringLiteral("inbox.markAllRead"),
                tr("Mark all of the inbox read"),
                QStringLiteral("inbox"),
                {},
                QStringLiteral("list"),
                [this] { m_presenter->markAllSeen(); },
                [this] { return isVisible() ? QString() : tr("The inbox is not open"); }}});
}

} // namespace countersign::reviewui
