// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/history.h"
#include "ui/shell/pagefactory.h"
#include "ui/shell/services.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/page.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace countersign::client {
class Session;
}
namespace countersign::ui {
class Banner;
class SideSplitter;
} // namespace countersign::ui

namespace countersign::shell {

class Breadcrumb;
class CommandRegistry;
class FileFinder;
class HubModel;
class IdentityButton;
class PaletteField;
class Sidebar;
class TaskIndicator;

/// The window: toolbar row, sidebar, pages with their history. Owns the hubs' sessions, the commands and the
/// background tasks. Screen's thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// `icon`: "computer", "sample-team", …
    void addHub(std::unique_ptr<client::Session> session, const QString &icon);
    void removeHub(const QString &hub);
    bool hasHub(const QString &hub) const { return hubModel(hub); }
    QList<HubModel *> hubs() const { return m_hubs; }

    void navigate(const ui::Address &address, bool newEntry = true);
    ui::Address address() const;
    /// Where the last session ended, when its hub is open now; otherwise the inbox, or the welcome page.
    void restorePlace();
    ui::Page *currentPage() const;
    ui::BackgroundTasks *tasks() const { return m_tasks; }
    CommandRegistry *commands() const { return m_commands; }
    void showError(const QString &text, const QString &detail = {});
    void showUndo(const QString &text, const std::function<void()> &undo);
    void openPalette(const QString &text = {});

Q_SIGNALS:
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildToolbar();
    void registerCommands();
    void fillMenu();
    HubModel *hubModel(const QString &hub) const;
    HubModel *currentHub() const;
    void showPage(const ui::Address &address);
    ui::Page *page(const ui::Address &address);
    void forgetPages(const std::function<bool(const QString &key)> &which);
    void updateChrome();
    QList<ui::Crumb> crumbs(const ui::Address &address) const;
    void rememberPlace();
    void updateSidebar();
    void moveFocus(bool forward);
    void stepTab(int step);
    void createRepository(HubModel *hub);
    void importRepository(HubModel *hub);
    void withHub(const std::function<void(HubModel *)> &then);
    void addBanner(ui::Banner *banner);
    void undo();

    Services m_services;
    ui::BackgroundTasks *m_tasks;
    CommandRegistry *m_commands;
    PageFactory m_factory;
    QList<HubModel *> m_hubs;
    History m_history;
    /// Most recently shown first.
    QList<std::pair<QString, ui::Page *>> m_pages;

    QToolButton *m_menuButton = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    Breadcrumb *m_breadcrumb = nullptr;
    TaskIndicator *m_indicator = nullptr;
    PaletteField *m_field = nullptr;
    IdentityButton *m_identity = nullptr;
    ui::SideSplitter *m_splitter = nullptr;
    Sidebar *m_sidebar = nullptr;
    QVBoxLayout *m_banners = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<QPointer<ui::Banner>> m_undos;
    std::unique_ptr<FileFinder> m_files;
    bool m_sidebarHidden = false;
    /// Of the whole sidebar, while only its icons show.
    int m_sidebarWidth = 240;
    bool m_navigating = false;
};

} // namespace countersign::shell
