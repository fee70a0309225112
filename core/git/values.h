// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/oid.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// Values that core/git gives out. They hold no handle, cross threads freely, and may be included by the
/// screens. Paths and ref names are bytes, exactly as Git stores them; displayPath() makes text of them.
namespace countersign::git {

/// Modes of tree entries, as Git writes them.
enum class FileMode : quint32 {
    None = 0,
    Tree = 0040000,
    Normal = 0100644,
    Executable = 0100755,
    Symlink = 0120000,
    Submodule = 0160000,
};

/// Who, and when: `when` in seconds since 1970 UTC, `offset` the writer's zone in minutes east of UTC.
struct Signature
{
    QString name;
    QString email;
    qint64 when = 0;
    int offset = 0;
    bool operator==(const Signature &) const = default;
};

/// A commit. Text is decoded by the commit's own encoding header, otherwise UTF-8, otherwise Latin-1.
struct CommitInfo
{
    Oid id;
    Oid tree;
    QList<Oid> parents;
    Signature author;
    Signature committer;
    /// The whole message with its final newline.
    QString message;
    /// Headers beyond the standard ones, such as gpgsig and encoding, raw.
    QByteArray extraHeaders;

    /// First paragraph on one line; empty where the message is.
    QString subject() const;
    /// What follows the first paragraph.
    QString body() const;
    bool isSigned() const { return extraHeaders.contains("gpgsig"); }
    bool operator==(const CommitInfo &) const = default;
};

enum class RefKind { Branch, Tag, Remote, Head, Other };

/// A ref by its full name. `target` is what it points to; `commit` the commit after peeling (null for a tag
/// on a blob).
struct RefInfo
{
    QByteArray name;
    RefKind kind = RefKind::Other;
    Oid target;
    Oid commit;
    /// Annotated tags only: tagger and message; otherwise empty.
    Signature tagger;
    QString message;

    /// The name without refs/heads/, refs/tags/ or refs/remotes/.
    QString shortName() const;
    bool operator==(const RefInfo &) const = default;
};

/// One entry of a tree. `name` is one path component for tree(), a full path for allFiles().
struct TreeEntry
{
    QByteArray name;
    Oid id;
    FileMode mode = FileMode::None;
    bool operator==(const TreeEntry &) const = default;
};

enum class DeltaStatus { Added, Modified, Deleted, Renamed, Copied, TypeChanged };

/// A file that differs between two trees. The absent side of an addition or deletion has a null id and mode
/// None.
struct FileDelta
{
    DeltaStatus status = DeltaStatus::Modified;
    QByteArray oldPath;
    QByteArray newPath;
    Oid oldId;
    Oid newId;
    FileMode oldMode = FileMode::None;
    FileMode newMode = FileMode::None;
    /// 0 to 100, for renames and copies.
    int similarity = 0;

    const QByteArray &path() const { return newPath.isEmpty() ? oldPath : newPath; }
    bool operator==(const FileDelta &) const = default;
};

/// Added and removed lines of one delta; -1 each for binary files.
struct LineCounts
{
    int added = 0;
    int removed = 0;
    bool operator==(const LineCounts &) const = default;
};

/// A run of lines that one commit last changed; line numbers from 1.
struct BlameHunk
{
    Oid commit;
    int line = 0;
    int count = 0;
    /// Where the lines stood in `commit`.
    int originalLine = 0;
    QByteArray originalPath;
    Signature author;
    QString subject;
    /// The commit before, and its path, for "blame before this"; null at the start of history.
    Oid previous;
    QByteArray previousPath;
    bool operator==(const BlameHunk &) const = default;
};

/// Text for a path: UTF-8 where valid, otherwise each bad byte as \xNN; control characters escaped. For
/// screens only.
QString displayPath(QByteArrayView path);

} // namespace countersign::git
