// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestlistpresenter.h"
#include "ui/widgets/page.h"

class QComboBox;
class QStackedWidget;
class QVBoxLayout;

namespace countersign::ui {
class EmptyState;
class SearchField;
class SegmentedControl;
} // namespace countersign::ui

namespace countersign::reviewui {

class QueueModel;
class QueueView;

/// Pull requests by state, with filters: of one repository (a section of its page) or of all.
class PullRequestListPage : public ui::Page
{
    Q_OBJECT
public:
    /// `ofRepository`: the address names which.
    PullRequestListPage(const QList<ui::PageContext> &hubs, bool ofRepository, QWidget *parent = nullptr);
    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;
    bool focusPane(bool forward) override;

private:
    QWidget *makeToolRow();
    void applyFilter();
    void update();
    void updateChoices();
    void updateEmptyState();
    void openEntry(const QueueEntry &entry);
    void newPullRequest();

    QList<ui::PageContext> m_hubs;
    bool m_ofRepository;
    ui::Address m_address;
    PullRequestListPresenter *m_presenter;
    QueueModel *m_model;
    QueueView *m_view;
    ui::SegmentedControl *m_state;
    ui::SearchField *m_filter;
    QComboBox *m_author;
    QComboBox *m_reviewer;
    QComboBox *m_order;
    QStackedWidget *m_stack;
    ui::EmptyState *m_empty;
    bool m_isSlow = false;
};

} // namespace countersign::reviewui
