// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/code/branchmodel.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace countersign::ui {
class EmptyState;
class SearchField;
class SegmentedControl;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::code {

/// Branches and tags: how they stand to the default branch, create, delete with undo, make default. Screen's
/// thread.
class BranchesPage : public ui::Page
{
    Q_OBJECT
public:
    explicit BranchesPage(const ui::PageContext &context, QWidget *parent = nullptr);
    ~BranchesPage() override;

    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;

private:
    QTableView *makeTable(BranchModel *model, QSortFilterProxyModel *proxy);
    void registerCommands();
    void load();
    void countDivergence(const QList<BranchRow> &branches, const git::Oid &base);
    void updateState();
    bool showsTags() const;
    const BranchRow *current() const;
    void create();
    void remove();
    void makeDefault();
    void openPullRequest();
    void browse();
    void openMenu(const QPoint &global);
    void report(const Error &error);

    ui::PageContext m_context;
    ui::Address m_address;
    RepositoryReader m_reader;
    RepositoryReader m_counter;
    BranchModel *m_branches;
    BranchModel *m_tags;
    QSortFilterProxyModel *m_branchProxy;
    QSortFilterProxyModel *m_tagProxy;
    ui::SegmentedControl *m_kind;
    ui::SearchField *m_filter;
    QPushButton *m_new;
    QStackedWidget *m_stack;
    QTableView *m_branchTable;
    QTableView *m_tagTable;
    ui::EmptyState *m_empty;
    QList<git::RefInfo> m_refs;
    QByteArray m_defaultBranch;
    std::stop_source m_countStop;
};

} // namespace countersign::code
