// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"

namespace countersign::api {

struct File
{
    QString blobId;
    QString absolutePath;
    QString relativePath;
    QString fileMode;
    static void fields(auto &s, auto &&v)
    {
        v("blobId", s.blobId);
        v("absolutePath", s.absolutePath);
        v("relativePath", s.relativePath);
        v("fileMode", s.fileMode);
    }
    bool operator==(const File &) const = default;
};

struct Folder
{
    QString treeId;
    QString absolutePath;
    QString relativePath;
    static void fields(auto &s, auto &&v)
    {
        v("treeId", s.treeId);
        v("absolutePath", s.absolutePath);
        v("relativePath", s.relativePath);
    }
    bool operator==(const Folder &) const = default;
};

struct SymbolicLink
{
    QString blobId;
    QString absolutePath;
    QString relativePath;
    QString fileMode;
    static void fields(auto &s, auto &&v)
    {
        v("blobId", s.blobId);
        v("absolutePath", s.absolutePath);
        v("relativePath", s.relativePath);
        v("fileMode", s.fileMode);
    }
    bool operator==(const SymbolicLink &) const = default;
};

struct SubModule
{
    QString commitId;
    QString absolutePath;
    QString relativePath;
    static void fields(auto &s, auto &&v)
    {
        v("commitId", s.commitId);
        v("absolutePath", s.absolutePath);
        v("relativePath", s.relativePath);
    }
    bool operator==(const SubModule &) const = default;
};

/// A file that a commit added, updated or deleted.
struct FileMetadata
{
    QString absolutePath;
    QString blobId;
    QString fileMode;
    static void fields(auto &s, auto &&v)
    {
        v("absolutePath", s.absolutePath);
        v("blobId", s.blobId);
        v("fileMode", s.fileMode);
    }
    bool operator==(const FileMetadata &) const = default;
};

/// A file of the parent commit to copy or move.
struct SourceFileSpecifier
{
    QString filePath;
    std::optional<bool> isMove;
    static void fields(auto &s, auto &&v)
    {
        v("filePath", s.filePath);
        v("isMove", s.isMove);
    }
    bool operator==(const SourceFileSpecifier &) const = default;
};

struct PutFileEntry
{
    QString filePath;
    std::optional<QString> fileMode;
    /// Exactly one of this and sourceFile.
    std::optional<QByteArray> fileContent;
    std::optional<SourceFileSpecifier> sourceFile;
    static void fields(auto &s, auto &&v)
    {
        v("filePath", s.filePath);
        v("fileMode", s.fileMode);
        v("fileContent", s.fileContent);
        v("sourceFile", s.sourceFile);
    }
    bool operator==(const PutFileEntry &) const = default;
};

struct DeleteFileEntry
{
    QString filePath;
    static void fields(auto &s, auto &&v) { v("filePath", s.filePath); }
    bool operator==(const DeleteFileEntry &) const = default;
};

struct SetFileModeEntry
{
    QString filePath;
    QString fileMode;
    static void fields(auto &s, auto &&v)
    {
        v("filePath", s.filePath);
        v("fileMode", s.fileMode);
    }
    bool operator==(const SetFileModeEntry &) const = default;
};

} // namespace countersign::api
