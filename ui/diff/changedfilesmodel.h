// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/values.h"
#include "ui/diff/changesource.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace countersign::diffview {

/// The files of a comparison as a tree of folders (a chain of folders with one child is one row) or as a flat
/// list. Files keep the order of the comparison; folders come where their first file does. Screen's thread.
class ChangedFilesModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        /// int: place of the file in the comparison; -1 for a folder. (Other roles: ui::FileDelegate's.)
        FileRole = Qt::UserRole + 500,
        PathRole,
    };
    explicit ChangedFilesModel(QObject *parent = nullptr);
    ~ChangedFilesModel() override;

    void setFiles(const QList<git::FileDelta> &files);
    void setTree(bool tree);
    bool isTree() const { return m_tree; }
    void setCheckable(bool checkable);
    void setCounts(int file, int added, int removed);
    void setComments(int file, int comments, bool open);
    void setViewed(int file, ViewedState state);
    QModelIndex indexOf(int file) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// The check was clicked; the model changes when setViewed() says so.
    void viewedToggled(int file, bool viewed);

private:
    struct Node
    {
        Node *parent = nullptr;
        int row = 0;
        /// -1 for a folder.
        int file = -1;
        QByteArray name;
        std::vector<std::unique_ptr<Node>> children;
    };
    struct Entry
    {
        git::FileDelta delta;
        int added = -1;
        int removed = -1;
        int comments = 0;
        bool open = false;
        ViewedState viewed = ViewedState::NotViewed;
    };
    void build();
    void fold(Node &node);
    void number(Node &node);
    void changed(int file);
    Node *nodeOf(const QModelIndex &index) const;
    Node &folder(const QByteArray &path);

    std::vector<Entry> m_entries;
    std::unique_ptr<Node> m_root;
    std::vector<Node *> m_nodes;
    QHash<QByteArray, Node *> m_folders;
    bool m_tree = true;
    bool m_checkable = false;
};

} // namespace countersign::diffview
