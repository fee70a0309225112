// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_files.h"

namespace countersign::api {

struct PutFile
{
    static constexpr OperationRow row{
        "PutFile",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @AUTHOR @SIZE @BR @PARENT FileContentRequired PathRequired InvalidPath "
        "BranchDoesNotExist BranchNameIsTagName InvalidFileMode InvalidDeletionParameter "
        "SameFileContent FileNameConflictsWithDirectoryName DirectoryNameConflictsWithFileName "
        "FilePathConflictsWithSubmodulePath @ENC",
        "Commits one added or changed file."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString branchName;
        QByteArray fileContent;
        QString filePath;
        std::optional<QString> fileMode;
        std::optional<QString> parentCommitId;
        std::optional<QString> commitMessage;
        std::optional<QString> name;
        std::optional<QString> email;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("branchName", s.branchName);
            v("fileContent", s.fileContent);
            v("filePath", s.filePath);
            v("fileMode", s.fileMode);
            v("parentCommitId", s.parentCommitId);
            v("commitMessage", s.commitMessage);
            v("name", s.name);
            v("email", s.email);
        }
    };
    struct Output
    {
        QString commitId;
        QString blobId;
        QString treeId;
        static void fields(auto &s, auto &&v)
        {
            v("commitId", s.commitId);
            v("blobId", s.blobId);
            v("treeId", s.treeId);
        }
    };
};

struct DeleteFile
{
    static constexpr OperationRow row{
        "DeleteFile",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @AUTHOR @BR @PARENT PathRequired InvalidPath FileDoesNotExist BranchDoesNotExist "
        "BranchNameIsTagName @ENC",
        "Commits the removal of one file."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString branchName;
        QString filePath;
        QString parentCommitId;
        std::optional<bool> keepEmptyFolders;
        std::optional<QString> commitMessage;
        std::optional<QString> name;
        std::optional<QString> email;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("branchName", s.branchName);
            v("filePath", s.filePath);
            v("parentCommitId", s.parentCommitId);
            v("keepEmptyFolders", s.keepEmptyFolders);
            v("commitMessage", s.commitMessage);
            v("name", s.name);
            v("email", s.email);
        }
    };
    struct Output
    {
        QString commitId;
        QString blobId;
        QString treeId;
        QString filePath;
        static void fields(auto &s, auto &&v)
        {
            v("commitId", s.commitId);
            v("blobId", s.blobId);
            v("treeId", s.treeId);
            v("filePath", s.filePath);
        }
    };
};

struct GetFile
{
    static constexpr OperationRow row{
        "GetFile",
        Family::CodeCommit,
        Effect::Read,
        Paging{},
        "@REPO InvalidCommit CommitDoesNotExist PathRequired InvalidPath FileDoesNotExist "
        "FileTooLarge @ENC",
        "Reads a file as of a commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> commitSpecifier;
        QString filePath;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("commitSpecifier", s.commitSpecifier);
            v("filePath", s.filePath);
        }
    };
    struct Output
    {
        QString commitId;
        QString blobId;
        QString filePath;
        QString fileMode;
        qint64 fileSize = 0;
        QByteArray fileContent;
        static void fields(auto &s, auto &&v)
        {
            v("commitId", s.commitId);
            v("blobId", s.blobId);
            v("filePath", s.filePath);
            v("fileMode", s.fileMode);
            v("fileSize", s.fileSize);
            v("fileContent", s.fileContent);
        }
    };
};

struct GetBlob
{
    static constexpr OperationRow row{
        "GetBlob",
        Family::CodeCommit,
        Effect::Read,
        Paging{},
        "@REPO BlobIdRequired InvalidBlobId BlobIdDoesNotExist FileTooLarge @ENC",
        "Reads a blob."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString blobId;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("blobId", s.blobId);
        }
    };
    struct Output
    {
        QByteArray content;
        static void fields(auto &s, auto &&v) { v("content", s.content); }
    };
};

struct GetFolder
{
    static constexpr OperationRow row{
        "GetFolder",
        Family::CodeCommit,
        Effect::Read,
        Paging{},
        "@REPO InvalidCommit CommitDoesNotExist PathRequired InvalidPath FolderDoesNotExist "
        "@ENC",
        "Lists one level of a folder as of a commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> commitSpecifier;
        QString folderPath;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("commitSpecifier", s.commitSpecifier);
            v("folderPath", s.folderPath);
        }
    };
    struct Output
    {
        QString commitId;
        QString folderPath;
        std::optional<QString> treeId;
        QList<Folder> subFolders;
        QList<File> files;
        QList<SymbolicLink> symbolicLinks;
        QList<SubModule> subModules;
        static void fields(auto &s, auto &&v)
        {
            v("commitId", s.commitId);
            v("folderPath", s.folderPath);
            v("treeId", s.treeId);
            v("subFolders", s.subFolders);
            v("files", s.files);
            v("symbolicLinks", s.symbolicLinks);
            v("subModules", s.subModules);
        }
    };
};

} // namespace countersign::api
