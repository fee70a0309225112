// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"
#include "ui/widgets/command.h"
#include "ui/widgets/page.h"

class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace countersign::ui {
class Banner;
class EmptyState;
class SectionTabs;
} // namespace countersign::ui

namespace countersign::reviewui {

class ChangesTab;
class OverviewTab;
class ApprovalsTab;
class PullRequestHeader;

/// One pull request: its head, and the sections Overview, Changes, Commits, Approvals and Activity. Made by
/// makePullRequestPage().
class PullRequestPage : public ui::Page
{
    Q_OBJECT
public:
    explicit PullRequestPage(const ui::PageContext &hub, QWidget *parent = nullptr);
    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;
    bool focusPane(bool forward) override;
    PullRequestPresenter *presenter() const { return m_presenter; }

private:
    void update();
    void updateBanner();
    void updateStaleBanner();
    void showTab(const QString &id);
    QWidget *tab(const QString &id);
    void ask(const std::function<void(ui::Address &)> &change);
    void showBranch(bool source);
    void showCommit(const QString &commitId);
    void showThread(const QString &threadId);
    void showRevision(int from, int to);
    void openPullRequest(const QString &id);
    void followLink(const QUrl &url);
    void editTitle();
    void askClose();
    void fillMenu();
    void registerCommands();

    ui::PageContext m_context;
    ui::Address m_address;
    PullRequestPresenter *m_presenter;
    PullRequestHeader *m_header;
    QMenu *m_menu;
    ui::SectionTabs *m_tabs;
    QVBoxLayout *m_banners;
    ui::Banner *m_banner = nullptr;
    int m_bannerRevision = 0;
    ui::Banner *m_stale = nullptr;
    qint64 m_loadedMs = 0;
    QStackedWidget *m_stack;
    ui::EmptyState *m_message;
    OverviewTab *m_overview = nullptr;
    ChangesTab *m_changes = nullptr;
    ApprovalsTab *m_approvalsTab = nullptr;
    QHash<QString, QWidget *> m_made;
};

} // namespace countersign::reviewui
