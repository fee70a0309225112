// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/treemodel.h"

#include "core/base/async.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace countersign::code {

TreeModel::TreeModel(RepositoryReader *reader, QObject *parent)
    : QAbstractItemModel(parent)
    , m_reader(reader)
    , m_root(std::make_unique<Node>())
{
    m_root->entry.mode = git::FileMode::Tree;
}

TreeModel::~TreeModel() = default;

void TreeModel::setCommit(const git::Oid &commit)
{
    beginResetModel();
    ++m_generation;
    m_searches.clear();
    m_commit = commit;
    m_root = std::make_unique<Node>();
    m_root->entry.mode = git::FileMode::Tree;
    endResetModel();
    if (!commit.isNull())
        read(m_root.get());
}

void TreeModel::read(Node *node)
{
    if (node->state != Node::State::Unread)
        return;
    node->state = Node::State::Reading;
    const QByteArray path = node->path;
    const auto job =
        m_reader->run([commit = m_commit, path](const git::Repository &repository, std::stop_token) {
            return git::tree(repository, commit, path);
        });
    onFinished(job.future, this,
               [this, path, generation = m_generation](const Result<QList<git::TreeEntry>> &entries) {
                   Node *node = generation == m_generation ? nodeAt(path) : nullptr;
                   if (!node)
                       return;
                   if (!entries) {
                       node->state = Node::State::Read;
                       Q_EMIT failed(entries.error());
                       continueSearches();
                       return;
                   }
                   QList<git::TreeEntry> sorted = *entries;
                   // Folders first, then by name without regard to case, as people look for things.
                   std::ranges::stable_sort(sorted, [](const git::TreeEntry &a, const git::TreeEntry &b) {
                       const bool folderA = a.mode == git::FileMode::Tree;
                       const bool folderB = b.mode == git::FileMode::Tree;
                       if (folderA != folderB)
                           return folderA;
                       return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
                   });
                   if (!sorted.isEmpty())
                       beginInsertRows(indexOf(node), 0, static_cast<int>(sorted.size()) - 1);
                   for (const git::TreeEntry &entry : std::as_const(sorted)) {
                       auto child = std::make_unique<Node>();
                       child->entry = entry;
                       child->path = path.isEmpty() ? entry.name : path + '/' + entry.name;
                       child->parent = node;
                       child->row = static_cast<int>(node->children.size());
                       node->children.push_back(std::move(child));
                   }
                   node->state = Node::State::Read;
                   if (!sorted.isEmpty())
                       endInsertRows();
                   Q_EMIT loaded(path);
                   continueSearches();
               });
}

TreeModel::Node *TreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex TreeModel::indexOf(Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

TreeModel::Node *TreeModel::nodeAt(const QByteArray &path) const
{
    Node *node = m_root.get();
    if (path.isEmpty())
        return node;
    const QList<QByteArray> parts = path.split('/');
    for (const QByteArray &part : parts) {
        const auto it = std::ranges::find_if(node->children,
                                             [&](const auto &child) { return child->entry.name == part; });
        if (it == node->children.end())
            return nullptr;
        node = it->get();
    }
    return node;
}

void TreeModel::find(const QByteArray &path, const std::function<void(const QModelIndex &)> &found)
{
    m_searches.append({path, found});
    continueSearches();
}

void TreeModel::continueSearches()
{
    const auto searches = std::exchange(m_searches, {});
    for (const auto &[path, found] : searches) {
        Node *node = m_root.get();
        bool waiting = false;
        bool missing = false;
        const QList<QByteArray> parts = path.isEmpty() ? QList<QByteArray>() : path.split('/');
        for (const QByteArray &part : parts) {
            if (node->state != Node::State::Read) {
                read(node);
                waiting = true;
                break;
            }
            const auto it = std::ranges::find_if(
                node->children, [&](const auto &child) { return child->entry.name == part; });
            if (it == node->children.end()) {
                missing = true;
                break;
            }
            node = it->get();
        }
        if (waiting)
            m_searches.append({path, found});
        else
            found(missing ? QModelIndex() : indexOf(node));
    }
}

QByteArray TreeModel::path(const QModelIndex &index) const { return nodeOf(index)->path; }

git::TreeEntry TreeModel::entry(const QModelIndex &index) const { return nodeOf(index)->entry; }

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (row < 0 || column != 0 || static_cast<size_t>(row) >= node->children.size())
        return {};
    return createIndex(row, column, node->children[static_cast<size_t>(row)].get());
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    Node *parent = index.isValid() ? nodeOf(index)->parent : nullptr;
    return parent ? indexOf(parent) : QModelIndex();
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(nodeOf(parent)->children.size());
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node->isFolder() && (node->state != Node::State::Read || !node->children.empty());
}

bool TreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node->isFolder() && node->state == Node::State::Unread && !m_commit.isNull();
}

void TreeModel::fetchMore(const QModelIndex &parent) { read(nodeOf(parent)); }

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return git::displayPath(node->entry.name);
    case Qt::ToolTipRole:
        return git::displayPath(node->path);
    case Qt::DecorationRole:
        switch (node->entry.mode) {
        case git::FileMode::Tree:
            return theme::Theme::instance().icon(QStringLiteral("folder"));
        case git::FileMode::Submodule:
            return theme::Theme::instance().icon(QStringLiteral("repository"));
        case git::FileMode::Symlink:
            return theme::Theme::instance().icon(QStringLiteral("emblem-symbolic-link"));
        default:
            return theme::Theme::instance().icon(QStringLiteral("file"));
        }
    case Qt::AccessibleTextRole:
        return node->isFolder() ? tr("Folder %1").arg(git::displayPath(node->entry.name))
                                : tr("File %1").arg(git::displayPath(node->entry.name));
    case PathRole:
        return node->path;
    case ModeRole:
        return static_cast<quint32>(node->entry.mode);
    case IdRole:
        return node->entry.id.toString();
    default:
        return {};
    }
}

} // namespace countersign::code
