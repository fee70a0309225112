// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/repositoryreader.h"

#include <QWidget>

class QListWidget;
class QListWidgetItem;
class QStackedWidget;
class QTreeView;

namespace countersign::ui {
class SearchField;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::code {

class RefChooser;
class TreeModel;

/// The left side of the Code page: what is looked at, the files as a tree, and files found by a few letters.
/// Owned by the page; screen's thread.
class FilesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FilesPanel(client::Session *session, QWidget *parent = nullptr);
    ~FilesPanel() override;

    void setRepository(const QString &name);
    void setRefs(const QList<git::RefInfo> &refs, const QByteArray &defaultBranch);
    void setCommit(const QByteArray &specifier, const git::Oid &commit);
    /// Selects a path once it is known; `found` gets its entry, nullopt when there is none.
    void select(const QByteArray &path,
                const std::function<void(const std::optional<git::TreeEntry> &)> &found);
    void focusSearch();
    void openRefChooser();
    void focusList();
    bool hasFocusInside() const;

Q_SIGNALS:
    void refChosen(const QByteArray &specifier);
    void pathChosen(const QByteArray &path);
    void failed(const countersign::Error &error);

private:
    struct Found
    {
        QList<QByteArray> all;
        QList<QByteArray> best;
    };
    void search(const QString &typed);
    void showFound(const QString &typed, const QList<QByteArray> &best);
    void openFound(const QListWidgetItem *item);
    void openBest();
    void openIndex(const QModelIndex &index);

    RepositoryReader m_reader;
    RepositoryReader m_searchReader;
    git::Oid m_commit;
    QByteArray m_selected;
    /// All files of the commit that was searched last.
    QList<QByteArray> m_allPaths;
    git::Oid m_allPathsOf;
    Latest<Result<Found>> m_search;
    bool m_searching = false;
    /// Enter was pressed before the files were found.
    bool m_openBest = false;

    RefChooser *m_ref;
    ui::StyledLabel *m_counts;
    ui::SearchField *m_goTo;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    QListWidget *m_found;
    TreeModel *m_model;
};

} // namespace countersign::code
