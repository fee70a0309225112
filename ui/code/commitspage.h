// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/newrefdialog.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

class QSplitter;
class QStackedWidget;

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
class HistoryList;
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
    struct Refs
    {
        QList<git::RefInfo> refs;
        QByteArray defaultBranch;
        QString gitDirectory;
    };
    void buildPanes();
    void connectHistory();
    void registerCommands();
    void applyFilters();
    void reload();
    void countAll();
    void loadRefs();
    void showRefs();
    void showEnd();
    void showFailure(const Error &error);
    void selectionChanged();
    void showCommit(const git::Oid &id);
    void showComparison(const git::Oid &before, const git::Oid &after);
    void goTo(const QString &id);
    void browseAt(const git::Oid &id);
    void openMenu(const git::Oid &id, const QPoint &global);
    void createRefAt(NewRefDialog::Kind kind, const git::Oid &id);
    void openCompare();
    void openFile(const QByteArray &path, bool history);
    void updateStatus();

    ui::PageContext m_context;
    ui::Address m_address;
    RepositoryReader m_stream;
    RepositoryReader m_reader;
    RepositoryReader m_counter;
    Refs m_refs;
    HistoryFilters *m_filters;
    HistoryModel *m_model;
    HistoryList *m_list;
    QStackedWidget *m_stack;
    ui::EmptyState *m_empty;
    QSplitter *m_split;
    CommitDetails *m_details;
    diffview::ChangesPanel *m_changes;
    ui::StyledLabel *m_status;
    ui::StyledLabel *m_progress;
    /// The commit that is shown, and the one it is compared with.
    git::Oid m_shown;
    git::Oid m_comparedWith;
    qint64 m_total = -1;
    std::stop_source m_countStop;
    Latest<Result<QList<git::CommitInfo>>> m_commitLoad;
    Latest<Result<Refs>> m_refsLoad;
};

} // namespace countersign::code
