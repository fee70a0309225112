// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/pagefactory.h"

#include "ui/accounts/aboutpage.h"
#include "ui/accounts/settingspage.h"
#include "ui/code/pages.h"
#include "ui/hosting/pages.h"
#include "ui/review/pages.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/hubmodel.h"
#include "ui/shell/repositorypage.h"
#include "ui/shell/welcomepage.h"

namespace countersign::shell {

using ui::Address;
using Page = Address::Page;

PageFactory::PageFactory(const Services &services, ui::BackgroundTasks *tasks, CommandRegistry *commands)
    : m_services(services)
    , m_tasks(tasks)
    , m_commands(commands)
{
}

ui::PageContext PageFactory::context(HubModel *hub) const
{
    ui::PageContext context;
    context.session = hub ? hub->session() : nullptr;
    context.people = hub ? hub->people() : nullptr;
    context.settings = m_services.settings;
    context.drafts = m_services.drafts;
    context.viewed = m_services.viewed;
    context.tasks = m_tasks;
    context.commands = m_commands;
    return context;
}

QString PageFactory::key(const Address &address)
{
    switch (address.page) {
    case Page::Repository:
    case Page::NewPullRequest:
        return QStringLiteral("%1/%2/%3").arg(address.hub).arg(int(address.page)).arg(address.repository);
    case Page::PullRequest:
        return QStringLiteral("%1/%2/%3").arg(address.hub).arg(int(address.page)).arg(address.item);
    default:
        return QString::number(int(address.page));
    }
}

ui::Page *PageFactory::make(const Address &address, const QList<HubModel *> &hubs) const
{
    QList<ui::PageContext> all;
    HubModel *hub = nullptr;
    for (HubModel *one : hubs) {
        all.append(context(one));
        if (one->id() == address.hub)
            hub = one;
    }
    switch (address.page) {
    case Page::Welcome:
        return new WelcomePage(m_services, m_commands);
    case Page::Settings:
        return new accounts::SettingsPage(m_services.settings, m_commands);
    case Page::About:
        return new accounts::AboutPage;
    case Page::Inbox:
        return reviewui::makeInboxPage(all);
    case Page::PullRequests:
        return reviewui::makeAllPullRequestsPage(all);
    case Page::Repository:
        return hub ? new RepositoryPage(hub, this) : nullptr;
    case Page::PullRequest:
        return hub ? reviewui::makePullRequestPage(context(hub)) : nullptr;
    case Page::NewPullRequest:
        return hub ? reviewui::makeNewPullRequestPage(context(hub)) : nullptr;
    }
    return nullptr;
}

ui::Page *PageFactory::makeSection(const QString &tab, HubModel *hub) const
{
    const ui::PageContext with = context(hub);
    if (tab == QLatin1StringView("commits"))
        return code::makeCommitsPage(with);
    if (tab == QLatin1StringView("branches"))
        return code::makeBranchesPage(with);
    if (tab == QLatin1StringView("pullrequests"))
        return reviewui::makePullRequestListPage(with);
    if (tab == QLatin1StringView("rules"))
        return reviewui::makeApprovalRulesPage(with);
    if (tab == QLatin1StringView("settings"))
        return hosting::makeRepositorySettingsPage(with);
    return code::makeCodePage(with);
}

void PageFactory::createRepository(QWidget *parent, HubModel *hub, const Done &done) const
{
    hosting::openCreateRepository(parent, context(hub), done);
}

void PageFactory::importRepository(QWidget *parent, HubModel *hub, const Done &done) const
{
    hosting::openImportRepository(parent, context(hub), done);
}

void PageFactory::deletedRepositories(QWidget *parent, HubModel *hub, const Done &done) const
{
    hosting::openDeletedRepositories(parent, context(hub), done);
}

} // namespace countersign::shell
