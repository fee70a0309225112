// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/inboxpresenter.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace countersign::ui {
class EmptyState;
class PageHeader;
class SearchField;
} // namespace countersign::ui

namespace countersign::reviewui {

class InboxSidebar;
class QueueModel;
class QueueView;

/// What waits for the person, over all hubs, grouped by what to do. Made by makeInboxPage().
class InboxPage : public ui::Page
{
    Q_OBJECT
public:
    explicit InboxPage(const QList<ui::PageContext> &hubs, QWidget *parent = nullptr);
    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;
    bool focusPane(bool forward) override;

private:
    QWidget *makeToolRow();
    QWidget *makeStatusBar();
    void update();
    void registerCommands();
    void openEntry(const QueueEntry &entry);
    void updateEmptyState(bool filtered);

    QList<ui::PageContext> m_hubs;
    InboxPresenter *m_presenter;
    QueueModel *m_model;
    QueueView *m_view;
    ui::PageHeader *m_header;
    ui::SearchField *m_filter;
    QComboBox *m_hubChoice;
    QComboBox *m_grouping;
    QStackedWidget *m_stack;
    ui::EmptyState *m_empty;
    InboxSidebar *m_sidebar;
    QLabel *m_checked;
    QLabel *m_offline;
    QWidget *m_offlineIcon;
    bool m_isSlow = false;
};

} // namespace countersign::reviewui
