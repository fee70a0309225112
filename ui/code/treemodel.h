// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/values.h"
#include "ui/code/repositoryreader.h"

#include <QAbstractItemModel>

#include <memory>

namespace countersign::code {

/// The files of one commit as a tree; a folder is read when it is opened. Owned by the Code page; screen's
/// thread.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, ModeRole, IdRole };

    explicit TreeModel(RepositoryReader *reader, QObject *parent = nullptr);
    ~TreeModel() override;

    /// Shows another commit. Folders that were open and are still there are read again at once.
    void setCommit(const git::Oid &commit);
    git::Oid commit() const { return m_commit; }
    /// The index of a path, reading folders on the way; calls `found` once it is known (invalid when there is
    /// none).
    void find(const QByteArray &path, const std::function<void(const QModelIndex &)> &found);
    QByteArray path(const QModelIndex &index) const;
    git::TreeEntry entry(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void loaded(const QByteArray &path);
    void failed(const countersign::Error &error);

private:
    struct Node
    {
        git::TreeEntry entry;
        QByteArray path;
        Node *parent = nullptr;
        int row = 0;
        enum class State { Unread, Reading, Read } state = State::Unread;
        std::vector<std::unique_ptr<Node>> children;
        bool isFolder() const { return entry.mode == git::FileMode::Tree; }
    };
    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(Node *node) const;
    Node *nodeAt(const QByteArray &path) const;
    void read(Node *node);

    RepositoryReader *m_reader;
    git::Oid m_commit;
    std::unique_ptr<Node> m_root;
    int m_generation = 0;
    QList<std::pair<QByteArray, std::function<void(const QModelIndex &)>>> m_searches;
    void continueSearches();
};

} // namespace countersign::code
