// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pullrequestlistpage.h"

#include "core/accounts/settings.h"
#include "core/client/session.h"
#include "ui/review/queueview.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/queuedelegate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toolrow.h"

#include <QComboBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign::reviewui {

namespace {

const QString openId = QStringLiteral("open");
const QString mergedId = QStringLiteral("merged");
const QString closedId = QStringLiteral("closed");

PullRequestState stateFromId(const QString &id)
{
    return id == mergedId   ? PullRequestState::Merged
           : id == closedId ? PullRequestState::Closed
                            : PullRequestState::Open;
}

} // namespace

PullRequestListPage::PullRequestListPage(const QList<ui::PageContext> &hubs, bool ofRepository,
                                         QWidget *parent)
    : Page(parent)
    , m_hubs(hubs)
    , m_ofRepository(ofRepository)
    , m_presenter(new PullRequestListPresenter(hubs, this))
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
{
    m_model->setShowsRepository(!ofRepository);
    m_view->setItemDelegate(new ui::QueueDelegate(m_view));
    m_view->setAccessibleName(tr("Pull requests"));
    if (!hubs.isEmpty() && hubs.first().settings)
        m_view->setSingleKeys(hubs.first().settings->singleKeys());
    m_address.page = ofRepository ? ui::Address::Page::Repository : ui::Address::Page::PullRequests;

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *create = new QPushButton(theme::Theme::instance().icon(QStringLiteral("pull-request")),
                                   tr("New pull request"), this);
    theme::setVariant(create, theme::ButtonVariant::Primary);
    create->setToolTip(
        ui::toolTipText(tr("New pull request"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)));
    connect(create, &QPushButton::clicked, this, &PullRequestListPage::newPullRequest);
    auto *tools = static_cast<ui::ToolRow *>(makeToolRow());
    if (ofRepository) {
        theme::setCompact(create);
        tools->addTrailing(create);
    } else {
        auto *header = new ui::PageHeader(this);
        header->setIcon(QStringLiteral("pull-request"));
        header->setTitle(tr("Pull requests"));
        header->addAction(create);
        column->addWidget(header);
    }
    column->addWidget(tools);
    m_empty = new ui::EmptyState(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    connect(m_presenter, &PullRequestListPresenter::changed, this, &PullRequestListPage::update);
    connect(m_view, &QueueView::opened, this, &PullRequestListPage::openEntry);
    connect(m_view, &QueueView::filterAsked, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
}

QWidget *PullRequestListPage::makeToolRow()
{
    auto *row = new ui::ToolRow(this);
    m_state = new ui::SegmentedControl(row);
    m_state->setAccessibleName(tr("State"));
    m_state->addSegment(openId, tr("Open"));
    m_state->addSegment(mergedId, tr("Merged"));
    m_state->addSegment(closedId, tr("Closed"));
    m_filter =
        new ui::SearchField(tr("Filter by title, number or person"), ui::SearchField::Purpose::Filter, row);
    m_filter->setAccessibleName(tr("Filter pull requests"));
    m_filter->setKey(QKeySequence(Qt::Key_Slash));
    const auto choice = [row](const QString &name) {
        auto *box = new QComboBox(row);
        theme::setCompact(box);
        box->setAccessibleName(name);
        return box;
    };
    m_author = choice(tr("Author"));
    m_author->addItem(tr("Any author"));
    m_reviewer = choice(tr("Reviewer"));
    m_reviewer->addItem(tr("Any reviewer"));
    m_order = choice(tr("Order"));
    m_order->addItem(tr("Latest activity"), static_cast<int>(QueueOrder::LatestActivity));
    m_order->addItem(tr("Newest"), static_cast<int>(QueueOrder::Newest));
    m_order->addItem(tr("Oldest"), static_cast<int>(QueueOrder::Oldest));
    m_order->addItem(tr("Title"), static_cast<int>(QueueOrder::Title));
    row->addOption(m_state);
    row->addOption(m_filter, true);
    row->addOption(m_author);
    row->addOption(m_reviewer);
    row->addOption(m_order);
    connect(m_state, &ui::SegmentedControl::chosen, this, &PullRequestListPage::applyFilter);
    connect(m_filter, &ui::SearchField::searchChanged, this, &PullRequestListPage::applyFilter);
    connect(m_filter, &ui::SearchField::leftForList, this, [this] {
        m_view->setFocus();
        m_view->selectSomething();
    });
    for (auto *box : {m_author, m_reviewer, m_order})
        connect(box, &QComboBox::activated, this, &PullRequestListPage::applyFilter);
    return row;
}

void PullRequestListPage::open(const ui::Address &address)
{
    m_address = address;
    if (address.query.contains(QStringLiteral("state")))
        m_state->setCurrent(address.query.value(QStringLiteral("state")));
    if (address.query.contains(QStringLiteral("text")))
        m_filter->setText(address.query.value(QStringLiteral("text")));
    m_presenter->setRepository(m_ofRepository ? address.repository : QString());
    applyFilter();
}

void PullRequestListPage::refresh() { m_presenter->reload(); }

ui::Address PullRequestListPage::address() const
{
    ui::Address address = m_address;
    address.query.remove(QStringLiteral("state"));
    address.query.remove(QStringLiteral("text"));
    if (m_state->current() != openId)
        address.query.insert(QStringLiteral("state"), m_state->current());
    if (!m_filter->text().isEmpty())
        address.query.insert(QStringLiteral("text"), m_filter->text());
    return address;
}

bool PullRequestListPage::focusPane(bool forward)
{
    const bool inList = m_view->hasFocus();
    if (forward ? inList : m_filter->hasFocus())
        return false;
    (forward && !m_filter->hasFocus() ? static_cast<QWidget *>(m_filter)
     : forward                        ? static_cast<QWidget *>(m_view)
     : inList                         ? static_cast<QWidget *>(m_filter)
                                      : static_cast<QWidget *>(m_view))
        ->setFocus(Qt::OtherFocusReason);
    return true;
}

void PullRequestListPage::applyFilter()
{
    PullRequestListPresenter::Filter filter;
    filter.state = stateFromId(m_state->current());
    filter.text = m_filter->text();
    filter.author = m_author->currentData().toString();
    filter.reviewer = m_reviewer->currentData().toString();
    filter.order = static_cast<QueueOrder>(m_order->currentData().toInt());
    m_presenter->setFilter(filter);
}

void PullRequestListPage::updateChoices()
{
    const auto fill = [this](QComboBox *box, const QList<QString> &arns) {
        const QString chosen = box->currentData().toString();
        while (box->count() > 1)
            box->removeItem(1);
        for (const QString &arn : arns) {
            QString name = accountOf(arn);
            for (const auto &hub : std::as_const(m_hubs)) {
                if (hub.people && hub.people->name(arn) != name)
                    name = hub.people->name(arn);
            }
            box->addItem(name, arn);
        }
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    fill(m_author, m_presenter->authors());
    fill(m_reviewer, m_presenter->reviewers());
}

void PullRequestListPage::update()
{
    m_state->setSegmentText(openId, tr("Open %1").arg(m_presenter->count(PullRequestState::Open)));
    m_state->setSegmentText(mergedId, tr("Merged %1").arg(m_presenter->count(PullRequestState::Merged)));
    m_state->setSegmentText(closedId, tr("Closed %1").arg(m_presenter->count(PullRequestState::Closed)));
    updateChoices();
    m_model->setGroups({{QStringLiteral("all"), {}, {}, false, m_presenter->entries()}});
    updateEmptyState();
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

void PullRequestListPage::updateEmptyState()
{
    m_empty->clearActions();
    const auto &filter = m_presenter->filter();
    if (!m_presenter->isLoaded()) {
        m_empty->setContent(QStringLiteral("pull-request"), tr("Loading the pull requests…"), {});
        return;
    }
    if (const auto error = m_presenter->error()) {
        m_empty->setContent(QStringLiteral("state-danger"), tr("The pull requests could not be loaded"),
                            ui::errorSentence(*error));
        m_empty->addAction(tr("Retry"), QStringLiteral("view-refresh"), [this] { refresh(); });
        return;
    }
    if (filter.isNarrow()) {
        m_empty->setContent(QStringLiteral("search"),
                            filter.text.isEmpty() ? tr("No pull request matches")
                                                  : tr("Nothing matches “%1”").arg(filter.text),
                            tr("Titles, numbers and authors were searched."));
        m_empty->addAction(tr("Clear filters"), {}, [this] {
            m_filter->clear();
            m_author->setCurrentIndex(0);
            m_reviewer->setCurrentIndex(0);
            applyFilter();
        });
        return;
    }
    const QString where = m_ofRepository ? m_address.repository : QString();
    switch (filter.state) {
    case PullRequestState::Open:
        m_empty->setContent(
            QStringLiteral("pull-request"),
            where.isEmpty() ? tr("No open pull requests") : tr("No open pull requests in %1").arg(where),
            tr("A pull request brings the commits of one branch into another, after review."));
        m_empty->addAction(tr("New pull request…"), QStringLiteral("pull-request"),
                           [this] { newPullRequest(); });
        if (m_ofRepository)
            m_empty->addAction(tr("Show the branches"), {}, [this] {
                ui::Address address = m_address;
                address.page = ui::Address::Page::Repository;
                address.tab = QStringLiteral("branches");
                address.query.clear();
                Q_EMIT navigationRequested(address);
            });
        break;
    case PullRequestState::Merged:
        m_empty->setContent(QStringLiteral("pull-request-merged"), tr("Nothing was merged yet"),
                            tr("Merged pull requests stay here with their reviews."));
        break;
    case PullRequestState::Closed:
        m_empty->setContent(QStringLiteral("pull-request"), tr("Nothing was closed without a merge"),
                            tr("Closed pull requests stay here with their reviews."));
        break;
    }
}

void PullRequestListPage::openEntry(const QueueEntry &entry)
{
    ui::Address address;
    address.hub = entry.hubId;
    address.page = ui::Address::Page::PullRequest;
    address.repository = entry.repository();
    address.item = entry.summary.pullRequest.pullRequestId;
    address.tab = QStringLiteral("overview");
    Q_EMIT navigationRequested(address);
}

void PullRequestListPage::newPullRequest()
{
    if (m_hubs.isEmpty())
        return;
    ui::Address address;
    address.page = ui::Address::Page::NewPullRequest;
    const auto current = m_view->current();
    address.hub = m_ofRepository ? m_address.hub : current ? current->hubId : m_hubs.first().session->hubId();
    address.repository = m_ofRepository ? m_address.repository : current ? current->repository() : QString();
    Q_EMIT navigationRequested(address);
}

} // namespace countersign::reviewui
