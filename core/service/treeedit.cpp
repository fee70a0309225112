// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/treeedit.h"

#include "core/service/gitlookup.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

bool isFile(git::FileMode mode)
{
    return mode == git::FileMode::Normal || mode == git::FileMode::Executable ||
           mode == git::FileMode::Symlink;
}

QString shown(const QByteArray &path) { return git::displayPath(path); }

QByteArray parentOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.first(slash);
}

} // namespace

Result<git::TreeEntry> TreeEdit::file(const QByteArray &path) const
{
    auto entry = findEntry(m_repository, m_base, path);
    if (!entry)
        return std::unexpected(entry.error());
    if (!*entry || !isFile((*entry)->mode))
        return api::wireFailure("FileDoesNotExistException",
                                u"The file %1 does not exist."_s.arg(shown(path)));
    return std::move(**entry);
}

Result<void> TreeEdit::claim(const QByteArray &path)
{
    if (m_claimed.contains(path))
        return api::wireFailure("SamePathRequestException",
                                u"The path %1 appears more than once."_s.arg(shown(path)));
    m_claimed.insert(path);
    return {};
}

Result<void> TreeEdit::checkAbove(const QByteArray &path) const
{
    for (QByteArray folder = parentOf(path); !folder.isEmpty(); folder = parentOf(folder)) {
        const auto change = m_changes.constFind(folder);
        if (change != m_changes.cend() && change->after)
            return api::wireFailure("PutFileEntryConflictException",
                                    u"%1 is a file and a folder in the same request."_s.arg(shown(folder)));
        if (change != m_changes.cend())
            continue;
        const auto entry = findEntry(m_repository, m_base, folder);
        if (!entry)
            return std::unexpected(entry.error());
        if (!*entry || (*entry)->mode == git::FileMode::Tree)
            continue;
        if ((*entry)->mode == git::FileMode::Submodule)
            return api::wireFailure("FilePathConflictsWithSubmodulePathException",
                                    u"%1 is a submodule."_s.arg(shown(folder)));
        return api::wireFailure("DirectoryNameConflictsWithFileNameException",
                                u"%1 is a file, not a folder."_s.arg(shown(folder)));
    }
    return {};
}

void TreeEdit::record(const QByteArray &path, std::optional<git::TreeEntry> before, std::optional<Put> after)
{
    m_changes.insert(path, {path, std::move(before), std::move(after)});
}

Result<void> TreeEdit::remove(const QByteArray &path)
{
    auto entry = file(path);
    if (!entry)
        return std::unexpected(entry.error());
    if (auto done = claim(path); !done)
        return done;
    record(path, std::move(*entry), std::nullopt);
    return {};
}

Result<void> TreeEdit::put(const QByteArray &path, const git::Oid &blob, git::FileMode mode)
{
    if (auto done = claim(path); !done)
        return done;
    if (m_folders.contains(path))
        return api::wireFailure("PutFileEntryConflictException",
                                u"%1 is a file and a folder in the same request."_s.arg(shown(path)));
    if (auto free = checkAbove(path); !free)
        return free;
    auto before = findEntry(m_repository, m_base, path);
    if (!before)
        return std::unexpected(before.error());
    if (*before && (*before)->mode == git::FileMode::Tree)
        return api::wireFailure("FileNameConflictsWithDirectoryNameException",
                                u"%1 is a folder."_s.arg(shown(path)));
    if (*before && (*before)->mode == git::FileMode::Submodule)
        return api::wireFailure("FilePathConflictsWithSubmodulePathException",
                                u"%1 is a submodule."_s.arg(shown(path)));
    if (mode == git::FileMode::None)
        mode = *before ? (*before)->mode : git::FileMode::Normal;
    for (QByteArray folder = parentOf(path); !folder.isEmpty(); folder = parentOf(folder))
        m_folders.insert(folder);
    record(path, std::move(*before), Put{blob, mode});
    return {};
}

Result<void> TreeEdit::setMode(const QByteArray &path, git::FileMode mode)
{
    // The mode of a file that the same request puts is given there.
    auto entry = file(path);
    if (!entry)
        return std::unexpected(entry.error());
    if (auto done = claim(path); !done)
        return done;
    const Put after{entry->id, mode};
    record(path, std::move(*entry), after);
    return {};
}

Result<void> TreeEdit::keepEmptyFolders()
{
    QSet<QByteArray> emptied;
    for (const Change &change : std::as_const(m_changes))
        if (!change.after && !parentOf(change.path).isEmpty())
            emptied.insert(parentOf(change.path));
    for (const QByteArray &folder : std::as_const(emptied)) {
        const auto entries = git::tree(m_repository, m_base, folder);
        if (!entries)
            return std::unexpected(entries.error());
        bool remains = m_folders.contains(folder);
        for (const git::TreeEntry &entry : *entries) {
            const auto change = m_changes.constFind(folder + '/' + entry.name);
            remains = remains || change == m_changes.cend() || change->after;
        }
        if (remains)
            continue;
        const auto blob = git::writeBlob(m_directory, {});
        if (!blob)
            return std::unexpected(blob.error());
        const QByteArray path = folder + "/.gitkeep";
        record(path, std::nullopt, Put{*blob, git::FileMode::Normal});
    }
    return {};
}

Result<git::Oid> TreeEdit::write() const
{
    QList<git::TreeChange> list;
    for (const Change &change : m_changes)
        if (!change.after)
            list.append({change.path, {}, git::FileMode::None});
    for (const Change &change : m_changes)
        if (change.after)
            list.append({change.path, change.after->blob, change.after->mode});
    auto tree = git::writeTree(m_directory, m_base, list);
    // Names that some file system takes for .git, or that cannot be checked out, are git's to find.
    if (!tree && tree.error().kind == ErrorKind::InvalidInput)
        return api::wireFailure("InvalidPathException", tree.error().message, tree.error().detail);
    return tree;
}

} // namespace countersign::service
