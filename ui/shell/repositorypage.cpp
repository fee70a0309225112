// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/repositorypage.h"

#include "core/api/operations.h"
#include "ui/shell/hubmodel.h"
#include "ui/shell/pagefactory.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sectiontabs.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace countersign::shell {

using ui::Address;

namespace {
const QString codeTab = QStringLiteral("code");
}

RepositoryPage::RepositoryPage(HubModel *hub, const PageFactory *factory, QWidget *parent)
    : Page(parent)
    , m_hub(hub)
    , m_factory(factory)
    , m_header(new ui::PageHeader(this))
    , m_newRequest(new QPushButton(tr("New pull request"), this))
    , m_tabs(new ui::SectionTabs(this))
    , m_stack(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);

    m_header->setIcon(QStringLiteral("repository"));
    m_header->addMetaWidget(new ui::Chip({hub->name(), hub->icon(), ui::ChipKind::Quiet}, m_header));
    theme::setVariant(m_newRequest, theme::ButtonVariant::Primary);
    m_newRequest->setIcon(theme::Theme::instance().icon(QStringLiteral("pull-request")));
    m_header->addAction(m_newRequest);
    connect(m_newRequest, &QPushButton::clicked, this, &RepositoryPage::newPullRequest);

    m_tabs->addSection(codeTab, tr("Code"));
    m_tabs->addSection(QStringLiteral("commits"), tr("Commits"));
    m_tabs->addSection(QStringLiteral("branches"), tr("Branches"));
    m_tabs->addSection(QStringLiteral("pullrequests"), tr("Pull requests"));
    m_tabs->addSection(QStringLiteral("rules"), tr("Approval rules"));
    m_tabs->addSection(QStringLiteral("settings"), tr("Settings"));
    connect(m_tabs, &ui::SectionTabs::chosen, this, [this](const QString &tab) {
        // Back to where the section was, when it has been open before.
        Address target{m_hub->id(), Address::Page::Repository, m_address.repository, {}, tab, {}};
        if (const ui::Page *known = m_sections.value(tab);
            known && known->address().repository == target.repository)
            target = known->address();
        target.tab = tab;
        Q_EMIT navigationRequested(target);
    });
    connect(hub, &HubModel::changed, this, &RepositoryPage::showCounts);
    connect(&hub->session()->backend(), &client::Backend::repositoryChanged, this,
            [this](const QString &name) {
                if (name == m_address.repository)
                    loadHead();
            });
}

ui::Page *RepositoryPage::section(const QString &tab)
{
    if (ui::Page *known = m_sections.value(tab))
        return known;
    ui::Page *page = m_factory->makeSection(tab, m_hub);
    connect(page, &Page::navigationRequested, this, &Page::navigationRequested);
    connect(page, &Page::stateChanged, this, &Page::stateChanged);
    connect(page, &Page::undoOffered, this, &Page::undoOffered);
    connect(page, &Page::errorOccurred, this, &Page::errorOccurred);
    m_stack->addWidget(page);
    m_sections.insert(tab, page);
    return page;
}

void RepositoryPage::open(const Address &address)
{
    const bool other = address.repository != m_loaded;
    m_address = address;
    if (m_address.tab.isEmpty())
        m_address.tab = codeTab;
    setWindowTitle(m_address.repository);
    m_header->setTitle(m_address.repository);
    m_tabs->setCurrentId(m_address.tab);
    if (other) {
        m_loaded = m_address.repository;
        loadHead();
        showCounts();
    }
    ui::Page *page = section(m_address.tab);
    m_stack->setCurrentWidget(page);
    page->open(m_address);
}

void RepositoryPage::refresh()
{
    loadHead();
    if (auto *page = qobject_cast<ui::Page *>(m_stack->currentWidget()))
        page->refresh();
}

Address RepositoryPage::address() const
{
    const auto *page = qobject_cast<const ui::Page *>(m_stack->currentWidget());
    Address address = page ? page->address() : m_address;
    address.hub = m_hub->id();
    address.page = Address::Page::Repository;
    address.repository = m_address.repository;
    address.tab = m_address.tab;
    return address;
}

bool RepositoryPage::focusPane(bool forward)
{
    auto *page = qobject_cast<ui::Page *>(m_stack->currentWidget());
    return page && page->focusPane(forward);
}

void RepositoryPage::loadHead()
{
    m_hub->session()->call<api::GetRepository>(
        {m_address.repository}, this,
        [this, name = m_address.repository](const Result<api::GetRepository::Output> &answer) {
            if (!answer || name != m_address.repository)
                return;
            m_header->setMeta(answer->repositoryMetadata.repositoryDescription.value_or(QString()).section(
                QLatin1Char('\n'), 0, 0));
            const bool hasBranch = answer->repositoryMetadata.defaultBranch.has_value();
            m_newRequest->setEnabled(hasBranch);
            m_newRequest->setToolTip(hasBranch ? QString() : tr("There is no branch yet"));
        });
    m_hub->session()->call<api::ListBranches>(
        {m_address.repository, {}}, this,
        [this, name = m_address.repository](const Result<api::ListBranches::Output> &answer) {
            if (answer && name == m_address.repository)
                m_tabs->setBadge(QStringLiteral("branches"),
                                 ui::groupedNumber(answer->branches.size()) +
                                     (answer->nextToken ? QStringLiteral("+") : QString()));
        });
}

void RepositoryPage::showCounts()
{
    const int open = m_hub->openCount(m_address.repository);
    m_tabs->setBadge(QStringLiteral("pullrequests"), open ? ui::groupedNumber(open) : QString());
}

void RepositoryPage::newPullRequest()
{
    Address target{m_hub->id(), Address::Page::NewPullRequest, m_address.repository, {}, {}, {}};
    // From the branch on screen, where one is.
    if (const QString ref = address().query.value(QStringLiteral("ref")); !ref.isEmpty())
        target.query.insert(QStringLiteral("source"), QString::fromUtf8(ui::addressBytes(ref)));
    Q_EMIT navigationRequested(target);
}

} // namespace countersign::shell
