// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/changedfilesmodel.h"

#include "ui/diff/fileheaderbar.h"
#include "ui/widgets/filedelegate.h"

namespace countersign::diffview {

using ui::FileDelegate;

ChangedFilesModel::ChangedFilesModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

ChangedFilesModel::~ChangedFilesModel() = default;

void ChangedFilesModel::setFiles(const QList<git::FileDelta> &files)
{
    beginResetModel();
    m_entries.clear();
    for (const git::FileDelta &delta : files)
        m_entries.push_back({delta, -1, -1, 0, false, ViewedState::NotViewed});
    build();
    endResetModel();
}

void ChangedFilesModel::setTree(bool tree)
{
    if (tree == m_tree)
        return;
    beginResetModel();
    m_tree = tree;
    build();
    endResetModel();
}

void ChangedFilesModel::setCheckable(bool checkable)
{
    beginResetModel();
    m_checkable = checkable;
    endResetModel();
}

ChangedFilesModel::Node &ChangedFilesModel::folder(const QByteArray &path)
{
    if (path.isEmpty())
        return *m_root;
    if (Node *known = m_folders.value(path))
        return *known;
    const qsizetype slash = path.lastIndexOf('/');
    Node &parent = folder(slash < 0 ? QByteArray() : path.left(slash));
    auto node = std::make_unique<Node>();
    node->parent = &parent;
    node->name = path.mid(slash + 1);
    Node &made = *node;
    m_folders.insert(path, &made);
    parent.children.push_back(std::move(node));
    return made;
}

void ChangedFilesModel::build()
{
    m_root = std::make_unique<Node>();
    m_folders.clear();
    m_nodes.assign(m_entries.size(), nullptr);
    // Files of the root come after all folders, as the eye expects a tree.
    std::vector<std::unique_ptr<Node>> rootFiles;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const QByteArray &path = m_entries[i].delta.path();
        const qsizetype slash = path.lastIndexOf('/');
        auto node = std::make_unique<Node>();
        node->file = static_cast<int>(i);
        node->name = path.mid(slash + 1);
        m_nodes[i] = node.get();
        if (m_tree && slash < 0) {
            node->parent = m_root.get();
            rootFiles.push_back(std::move(node));
            continue;
        }
        Node &parent = m_tree ? folder(path.left(slash)) : *m_root;
        node->parent = &parent;
        parent.children.push_back(std::move(node));
    }
    for (auto &node : rootFiles)
        m_root->children.push_back(std::move(node));
    for (const auto &child : m_root->children)
        fold(*child);
    number(*m_root);
    m_folders.clear();
}

/// Joins a folder whose only child is a folder with it: "src/client" in one row.
void ChangedFilesModel::fold(Node &node)
{
    while (node.file < 0 && node.children.size() == 1 && node.children.front()->file < 0) {
        std::unique_ptr<Node> only = std::move(node.children.front());
        node.name += '/' + only->name;
        node.children = std::move(only->children);
        for (const auto &child : node.children)
            child->parent = &node;
    }
    for (const auto &child : node.children)
        fold(*child);
}

void ChangedFilesModel::number(Node &node)
{
    for (size_t i = 0; i < node.children.size(); ++i) {
        node.children[i]->row = static_cast<int>(i);
        number(*node.children[i]);
    }
}

void ChangedFilesModel::changed(int file)
{
    const QModelIndex index = indexOf(file);
    if (index.isValid())
        Q_EMIT dataChanged(index, index);
}

void ChangedFilesModel::setCounts(int file, int added, int removed)
{
    Entry &entry = m_entries[static_cast<size_t>(file)];
    if (entry.added == added && entry.removed == removed)
        return;
    entry.added = added;
    entry.removed = removed;
    changed(file);
}

void ChangedFilesModel::setComments(int file, int comments, bool open)
{
    Entry &entry = m_entries[static_cast<size_t>(file)];
    if (entry.comments == comments && entry.open == open)
        return;
    entry.comments = comments;
    entry.open = open;
    changed(file);
}

void ChangedFilesModel::setViewed(int file, ViewedState state)
{
    Entry &entry = m_entries[static_cast<size_t>(file)];
    if (entry.viewed == state)
        return;
    entry.viewed = state;
    changed(file);
}

QModelIndex ChangedFilesModel::indexOf(int file) const
{
    if (file < 0 || file >= static_cast<int>(m_nodes.size()))
        return {};
    Node *node = m_nodes[static_cast<size_t>(file)];
    return createIndex(node->row, 0, node);
}

ChangedFilesModel::Node *ChangedFilesModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ChangedFilesModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, 0, node->children[static_cast<size_t>(row)].get());
}

QModelIndex ChangedFilesModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Node *parent = nodeOf(index)->parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int ChangedFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int ChangedFilesModel::columnCount(const QModelIndex &) const { return 1; }

QVariant ChangedFilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (role == FileRole)
        return node.file;
    if (role == Qt::DisplayRole)
        return git::displayPath(node.name);
    if (node.file < 0)
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(node.file)];
    switch (role) {
    case Qt::CheckStateRole:
        if (!m_checkable)
            return {};
        return entry.viewed == ViewedState::Viewed ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole: {
        const QString path = git::displayPath(entry.delta.path());
        if (entry.delta.oldPath.isEmpty() || entry.delta.oldPath == entry.delta.path())
            return path;
        return tr("%1, was %2").arg(path, git::displayPath(entry.delta.oldPath));
    }
    case Qt::AccessibleTextRole:
        return FileDelegate::sentence(index);
    case PathRole:
        return entry.delta.path();
    case FileDelegate::LetterRole:
        return statusLetter(entry.delta.status);
    case FileDelegate::FolderRole: {
        const QByteArray &path = entry.delta.path();
        const qsizetype slash = path.lastIndexOf('/');
        return m_tree || slash < 0 ? QVariant() : git::displayPath(path.left(slash + 1));
    }
    case FileDelegate::AddedRole:
        return std::max(0, entry.added);
    case FileDelegate::RemovedRole:
        return std::max(0, entry.removed);
    case FileDelegate::CommentsRole:
        return entry.comments;
    case FileDelegate::OpenThreadsRole:
        return entry.open ? entry.comments : 0;
    case FileDelegate::ViewedRole:
        return m_checkable && entry.viewed == ViewedState::Viewed;
    case FileDelegate::ChangedSinceViewedRole:
        return m_checkable && entry.viewed == ViewedState::ChangedSinceViewed;
    default:
        return {};
    }
}

bool ChangedFilesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !m_checkable || !index.isValid() || nodeOf(index)->file < 0)
        return false;
    Q_EMIT viewedToggled(nodeOf(index)->file, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ChangedFilesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (nodeOf(index)->file >= 0) {
        flags |= Qt::ItemNeverHasChildren;
        if (m_checkable)
            flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

} // namespace countersign::diffview
