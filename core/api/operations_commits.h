// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_commits.h"
#include "core/api/types_files.h"

namespace countersign::api {

struct CreateCommit
{
    static constexpr OperationRow row{
        "CreateCommit",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @AUTHOR @SIZE @BR @PARENT BranchDoesNotExist BranchNameIsTagName "
        "FileEntryRequired MaximumFileEntriesExceeded PutFileEntryConflict "
        "SourceFileOrContentRequired FileContentAndSourceFileSpecified PathRequired InvalidPath "
        "SamePathRequest FileDoesNotExist InvalidDeletionParameter RestrictedSourceFile "
        "FileModeRequired InvalidFileMode NoChange FileNameConflictsWithDirectoryName "
        "DirectoryNameConflictsWithFileName FilePathConflictsWithSubmodulePath @ENC",
        "Commits up to 100 changed, deleted or re-moded files at once."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString branchName;
        std::optional<QString> parentCommitId;
        std::optional<QString> authorName;
        std::optional<QString> email;
        std::optional<QString> commitMessage;
        std::optional<bool> keepEmptyFolders;
        QList<PutFileEntry> putFiles;
        QList<DeleteFileEntry> deleteFiles;
        QList<SetFileModeEntry> setFileModes;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("branchName", s.branchName);
            v("parentCommitId", s.parentCommitId);
            v("authorName", s.authorName);
            v("email", s.email);
            v("commitMessage", s.commitMessage);
            v("keepEmptyFolders", s.keepEmptyFolders);
            v("putFiles", s.putFiles);
            v("deleteFiles", s.deleteFiles);
            v("setFileModes", s.setFileModes);
        }
    };
    struct Output
    {
        QString commitId;
        QString treeId;
        QList<FileMetadata> filesAdded;
        QList<FileMetadata> filesUpdated;
        QList<FileMetadata> filesDeleted;
        static void fields(auto &s, auto &&v)
        {
            v("commitId", s.commitId);
            v("treeId", s.treeId);
            v("filesAdded", s.filesAdded);
            v("filesUpdated", s.filesUpdated);
            v("filesDeleted", s.filesDeleted);
        }
    };
};

struct GetCommit
{
    static constexpr OperationRow row{"GetCommit",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{},
                                      "@REPO CommitIdRequired InvalidCommitId CommitIdDoesNotExist @ENC",
                                      "Describes one commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString commitId;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("commitId", s.commitId);
        }
    };
    struct Output
    {
        Commit commit;
        static void fields(auto &s, auto &&v) { v("commit", s.commit); }
    };
};

struct BatchGetCommits
{
    static constexpr OperationRow row{"BatchGetCommits",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{},
                                      "@REPO CommitIdsListRequired CommitIdsLimitExceeded @ENC",
                                      "Describes up to 100 commits; unknown ids are listed apart."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QList<QString> commitIds;
        QString repositoryName;
        static void fields(auto &s, auto &&v)
        {
            v("commitIds", s.commitIds);
            v("repositoryName", s.repositoryName);
        }
    };
    struct Output
    {
        QList<Commit> commits;
        QList<BatchGetCommitsError> errors;
        static void fields(auto &s, auto &&v)
        {
            v("commits", s.commits);
            v("errors", s.errors);
        }
    };
};

struct GetDifferences
{
    static constexpr OperationRow row{"GetDifferences",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{"NextToken", "MaxResults", 100, 1000},
                                      "@REPO @SPEC @PAG InvalidCommitId InvalidPath PathDoesNotExist @ENC",
                                      "Lists the files that differ between two commits."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> beforeCommitSpecifier;
        QString afterCommitSpecifier;
        std::optional<QString> beforePath;
        std::optional<QString> afterPath;
        std::optional<int> MaxResults;
        std::optional<QString> NextToken;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("beforeCommitSpecifier", s.beforeCommitSpecifier);
            v("afterCommitSpecifier", s.afterCommitSpecifier);
            v("beforePath", s.beforePath);
            v("afterPath", s.afterPath);
            v("MaxResults", s.MaxResults);
            v("NextToken", s.NextToken);
        }
    };
    struct Output
    {
        QList<Difference> differences;
        std::optional<QString> NextToken;
        static void fields(auto &s, auto &&v)
        {
            v("differences", s.differences);
            v("NextToken", s.NextToken);
        }
    };
};

} // namespace countersign::api
