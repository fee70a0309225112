// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/write.h"
#include "core/service/call.h"

#include <QMap>
#include <QSet>

namespace countersign::service {

/// Changes of files on top of a tree, checked one by one: no file where a folder is, none below a file,
/// symbolic link or submodule, no path twice. Nothing is checked out: what links point to is never followed.
/// Lives for one call.
class TreeEdit
{
public:
    /// `base` null: the empty tree.
    TreeEdit(const git::Repository &repository, QString gitDirectory, git::Oid base)
        : m_repository(repository)
        , m_directory(std::move(gitDirectory))
        , m_base(base)
    {
    }

    struct Put
    {
        git::Oid blob;
        git::FileMode mode = git::FileMode::Normal;
    };
    /// Takes all deletions before puts, so that a file may make room for a folder.
    Result<void> remove(const QByteArray &path);
    /// mode None: that of the file it replaces, or Normal.
    Result<void> put(const QByteArray &path, const git::Oid &blob, git::FileMode mode);
    Result<void> setMode(const QByteArray &path, git::FileMode mode);
    /// Folders that deletions emptied get a .gitkeep.
    Result<void> keepEmptyFolders();

    Result<git::Oid> write() const;

    struct Change
    {
        QByteArray path;
        std::optional<git::TreeEntry> before;
        std::optional<Put> after;
    };
    QList<Change> changes() const { return m_changes.values(); }
    /// The file as it is in `base`; FileDoesNotExist for anything else.
    Result<git::TreeEntry> file(const QByteArray &path) const;

private:
    Result<void> claim(const QByteArray &path);
    Result<void> checkAbove(const QByteArray &path) const;
    void record(const QByteArray &path, std::optional<git::TreeEntry> before, std::optional<Put> after);

    const git::Repository &m_repository;
    QString m_directory;
    git::Oid m_base;
    QMap<QByteArray, Change> m_changes;
    QSet<QByteArray> m_claimed;
    /// Folders of files that the request puts.
    QSet<QByteArray> m_folders;
};

} // namespace countersign::service
