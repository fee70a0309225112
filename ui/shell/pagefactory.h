// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/services.h"
#include "ui/widgets/page.h"

namespace countersign::shell {

class CommandRegistry;
class HubModel;

/// The one table of which feature makes which page. Owned by the main window.
class PageFactory
{
public:
    PageFactory(const Services &services, ui::BackgroundTasks *tasks, CommandRegistry *commands);

    ui::PageContext context(HubModel *hub) const;
    /// A page for the address; null when its hub is not open.
    ui::Page *make(const ui::Address &address, const QList<HubModel *> &hubs) const;
    /// The content of a section tab of a repository.
    ui::Page *makeSection(const QString &tab, HubModel *hub) const;
    /// Dialogs; `done` is told where the new repository is.
    using Done = std::function<void(const ui::Address &)>;
    void createRepository(QWidget *parent, HubModel *hub, const Done &done) const;
    void importRepository(QWidget *parent, HubModel *hub, const Done &done) const;
    void deletedRepositories(QWidget *parent, HubModel *hub, const Done &done) const;

    /// Pages with the same key are one page that is navigated within.
    static QString key(const ui::Address &address);

private:
    Services m_services;
    ui::BackgroundTasks *m_tasks;
    CommandRegistry *m_commands;
};

} // namespace countersign::shell
