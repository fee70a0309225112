// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace countersign::ui {
class EmptyState;
class StyledLabel;
} // namespace countersign::ui
namespace countersign::diffview {
class ChangesPanel;
}

namespace countersign::code {

class CommitDetails;
class HistoryFilters;
class HistoryModel;

/// The history of a repository: graph, filters, the selected commit with its changes, two commits compared.
/// Screen's thread.
class CommitsPage : public ui::Page
{
    Q_OBJECT
public:
    explicit CommitsPage(const ui::PageContext &context, QWidget *parent = nullptr);
    ~CommitsPage() override;

    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;
    bool focusPane(bool forward) override;

private:
    void buildList();
    void registerCommands();
    void reload();
    void loadRefs();
    void selectionChanged();
    void showCommit(const git::Oid &id);
    void showComparison(const git::Oid &before, const git::Oid &after);
    void goTo(const QString &id);
    void openMenu(const QPoint &position);
    void createBranchAt(const git::Oid &id);
    void createTagAt(const git::Oid &id);
    void askForName(
        const QString &title, const QString &verb, const QString &label,
        const std::function<void(const QString &name, const std::function<void(const Error *)> &done)> &work);
    void openCompare();
    void updateColumns();
    void updateStatus();
    git::Oid currentId() const;

    ui::PageContext m_context;
    ui::Address m_address;
    RepositoryReader m_stream;
    RepositoryReader m_reader;
    RepositoryReader m_counter;
    QString m_gitDirectory;
    QList<git::RefInfo> m_refs;
    QByteArray m_defaultBranch;
    HistoryFilters *m_filters;
    HistoryModel *m_model;
    QTableView *m_list;
    QStackedWidget *m_stack;
    ui::EmptyState *m_empty;
    QSplitter *m_split;
    CommitDetails *m_details;
    diffview::ChangesPanel *m_changes;
    ui::StyledLabel *m_status;
    ui::StyledLabel *m_progress;
    /// The commit to select once its row is there, and the one it is compared with.
    git::Oid m_wanted;
    git::Oid m_compareWith;
    qint64 m_total = -1;
    std::stop_source m_countStop;
    Latest<Result<QList<git::CommitInfo>>> m_commitLoad;
};

} // namespace countersign::code
