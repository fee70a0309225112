// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/settings.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/hubmodel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMenu>
#include <QToolButton>

// The commands of the window itself, and the menu that lists the most important ones.
namespace countersign::shell {

using ui::Address;

void MainWindow::registerCommands()
{
    const auto go = [this](Address::Page page) {
        return [this, page] { navigate({{}, page, {}, {}, {}, {}}); };
    };
    const auto nothingBehind = [this] {
        return m_history.canGoBack() ? QString() : tr("There is nothing to go back to");
    };
    const auto nothingAhead = [this] {
        return m_history.canGoForward() ? QString() : tr("There is nothing to go forward to");
    };
    const auto needsRepository = [this] {
        return address().repository.isEmpty() ? tr("Open a repository first") : QString();
    };
    const QString global = QStringLiteral("global");
    const auto keys = [](std::initializer_list<QKeySequence> list) { return QList<QKeySequence>(list); };
    m_commands->add(
        this,
        {
            {QStringLiteral("shell.palette"),
             tr("Search or run…"),
             QStringLiteral("search"),
             keys({QKeySequence(Qt::CTRL | Qt::Key_K)}),
             global,
             [this] { openPalette(); },
             {}},
            {QStringLiteral("shell.goToFile"), tr("Go to file…"), QStringLiteral("file"),
             keys({QKeySequence(Qt::CTRL | Qt::Key_P)}), global, [this] { openPalette(QStringLiteral("/")); },
             needsRepository},
            {QStringLiteral("shell.back"), tr("Back"), QStringLiteral("chevron-left"),
             keys({QKeySequence(Qt::ALT | Qt::Key_Left)}), global,
             [this] {
                 m_history.replace(address());
                 showPage(m_history.back());
             },
             nothingBehind},
            {QStringLiteral("shell.forward"), tr("Forward"), QStringLiteral("chevron-right"),
             keys({QKeySequence(Qt::ALT | Qt::Key_Right)}), global,
             [this] {
                 m_history.replace(address());
                 showPage(m_history.forward());
             },
             nothingAhead},
            {QStringLiteral("shell.inbox"),
             tr("Inbox"),
             QStringLiteral("inbox"),
             {},
             global,
             go(Address::Page::Inbox),
             {}},
            {QStringLiteral("shell.pullRequests"),
             tr("Pull requests of all repositories"),
             QStringLiteral("pull-request"),
             {},
             global,
             go(Address::Page::PullRequests),
             {}},
            {QStringLiteral("shell.newRepository"),
             tr("New repository…"),
             QStringLiteral("document-new"),
             keys({QKeySequence::New}),
             global,
             [this] { withHub([this](HubModel *hub) { createRepository(hub); }); },
             {}},
            {QStringLiteral("shell.importRepository"),
             tr("Import a repository…"),
             QStringLiteral("document-import"),
             keys({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}),
             global,
             [this] { withHub([this](HubModel *hub) { importRepository(hub); }); },
             {}},
            {QStringLiteral("shell.deletedRepositories"),
             tr("Deleted repositories…"),
             QStringLiteral("edit-delete"),
             {},
             global,
             [this] {
                 withHub([this](HubModel *hub) {
                     m_factory.deletedRepositories(this, hub,
                                                   [this](const Address &target) { navigate(target); });
                 });
             },
             {}},
            {QStringLiteral("shell.newPullRequest"), tr("New pull request…"), QStringLiteral("pull-request"),
             keys({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}), global,
             [this] {
                 navigate({address().hub, Address::Page::NewPullRequest, address().repository, {}, {}, {}});
             },
             needsRepository},
            {QStringLiteral("shell.refresh"),
             tr("Refresh"),
             QStringLiteral("view-refresh"),
             keys({QKeySequence(Qt::Key_F5)}),
             global,
             [this] {
                 for (HubModel *hub : std::as_const(m_hubs))
                     hub->reload();
                 if (ui::Page *page = currentPage())
                     page->refresh();
             },
             {}},
            {QStringLiteral("shell.undo"), tr("Undo"), QStringLiteral("edit-undo"),
             keys({QKeySequence::Undo}), global, [this] { undo(); },
             [this] {
                 m_undos.removeIf([](const QPointer<ui::Banner> &banner) { return banner.isNull(); });
                 return m_undos.isEmpty() ? tr("There is nothing to undo") : QString();
             }},
            {QStringLiteral("shell.sidebar"),
             tr("Show or hide the sidebar"),
             QStringLiteral("view-split-left-right"),
             keys({QKeySequence(Qt::CTRL | Qt::Key_B)}),
             global,
             [this] {
                 m_sidebarHidden = !m_sidebarHidden;
                 updateSidebar();
             },
             {}},
            {QStringLiteral("shell.nextPane"),
             tr("Next pane"),
             {},
             keys({QKeySequence(Qt::Key_F6)}),
             global,
             [this] { moveFocus(true); },
             {}},
            {QStringLiteral("shell.previousPane"),
             tr("Previous pane"),
             {},
             keys({QKeySequence(Qt::SHIFT | Qt::Key_F6)}),
             global,
             [this] { moveFocus(false); },
             {}},
            {QStringLiteral("shell.nextTab"),
             tr("Next section"),
             {},
             keys({QKeySequence(Qt::CTRL | Qt::Key_PageDown)}),
             global,
             [this] { stepTab(1); },
             {}},
            {QStringLiteral("shell.previousTab"),
             tr("Previous section"),
             {},
             keys({QKeySequence(Qt::CTRL | Qt::Key_PageUp)}),
             global,
             [this] { stepTab(-1); },
             {}},
            {QStringLiteral("shell.sampleTeam"),
             tr("Open the sample team"),
             QStringLiteral("sample-team"),
             {},
             global,
             [this] {
                 if (m_services.openSampleTeam)
                     m_services.openSampleTeam();
             },
             {}},
            {QStringLiteral("shell.removeSampleTeam"),
             tr("Remove the sample team…"),
             QStringLiteral("edit-delete"),
             {},
             global,
             [this] {
                 if (m_services.removeSampleTeam)
                     m_services.removeSampleTeam();
             },
             [this] {
                 return m_services.hasSampleTeam && m_services.hasSampleTeam()
                            ? QString()
                            : tr("The sample team is not open");
             }},
            {QStringLiteral("shell.lightTheme"),
             tr("Light colours"),
             {},
             {},
             global,
             [this] { m_services.settings->setColorScheme(QStringLiteral("light")); },
             {}},
            {QStringLiteral("shell.darkTheme"),
             tr("Dark colours"),
             {},
             {},
             global,
             [this] { m_services.settings->setColorScheme(QStringLiteral("dark")); },
             {}},
            {QStringLiteral("shell.systemTheme"),
             tr("Colours of the system"),
             {},
             {},
             global,
             [this] { m_services.settings->setColorScheme(QStringLiteral("system")); },
             {}},
            {QStringLiteral("shell.settings"),
             tr("Settings"),
             QStringLiteral("settings"),
             keys({QKeySequence(Qt::CTRL | Qt::Key_Comma)}),
             global,
             go(Address::Page::Settings),
             {}},
            {QStringLiteral("shell.keys"),
             tr("Keys"),
             QStringLiteral("help-contents"),
             keys({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}),
             global,
             [this] { openShortcutSheet(this, *m_commands); },
             {}},
            {QStringLiteral("shell.welcome"),
             tr("Welcome page"),
             {},
             {},
             global,
             go(Address::Page::Welcome),
             {}},
            {QStringLiteral("shell.about"),
             tr("About Countersign"),
             QStringLiteral("state-info"),
             {},
             global,
             go(Address::Page::About),
             {}},
            {QStringLiteral("shell.quit"),
             tr("Quit"),
             {},
             keys({QKeySequence(Qt::CTRL | Qt::Key_Q)}),
             global,
             [this] { close(); },
             {}},
        });
}

void MainWindow::fillMenu()
{
    QMenu *menu = m_menuButton->menu();
    menu->clear();
    for (const char *id :
         {"shell.newRepository", "shell.importRepository", "shell.newPullRequest",
          "shell.deletedRepositories", "", "shell.refresh", "shell.sidebar", "", "shell.removeSampleTeam",
          "shell.settings", "shell.keys", "shell.about", "", "shell.quit"}) {
        const ui::Command *command = m_commands->find(QLatin1StringView(id));
        if (!command) {
            menu->addSeparator();
            continue;
        }
        const QString reason = command->unavailable ? command->unavailable() : QString();
        if (!reason.isEmpty() && command->id == QLatin1StringView("shell.removeSampleTeam"))
            continue;
        // The key is shown, not bound: the registry hears it.
        const QString key = m_commands->shortcut(command->id).toString(QKeySequence::NativeText);
        QString text = command->text;
        text.replace(QLatin1Char('&'), QLatin1StringView("&&"));
        if (!reason.isEmpty())
            text += QLatin1Char('\t') + reason;
        else if (!key.isEmpty())
            text += QLatin1Char('\t') + key;
        QAction *action = menu->addAction(text, this, [this, id = command->id] { m_commands->run(id); });
        action->setEnabled(reason.isEmpty());
        if (!command->icon.isEmpty())
            action->setIcon(theme::Theme::instance().icon(command->icon));
    }
}

} // namespace countersign::shell
