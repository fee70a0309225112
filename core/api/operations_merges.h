// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_merges.h"

namespace countersign::api {

struct GetMergeOptions
{
    static constexpr OperationRow row{
        "GetMergeOptions", Family::CodeCommit,      Effect::Read,
        Paging{},          "@REPO @CMP @SPEC @ENC", "Lists the merge strategies that would succeed now."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString sourceCommitSpecifier;
        QString destinationCommitSpecifier;
        std::optional<QString> conflictDetailLevel;
        std::optional<QString> conflictResolutionStrategy;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("sourceCommitSpecifier", s.sourceCommitSpecifier);
            v("destinationCommitSpecifier", s.destinationCommitSpecifier);
            v("conflictDetailLevel", s.conflictDetailLevel);
            v("conflictResolutionStrategy", s.conflictResolutionStrategy);
        }
    };
    struct Output
    {
        QList<QString> mergeOptions;
        QString sourceCommitId;
        QString destinationCommitId;
        QString baseCommitId;
        static void fields(auto &s, auto &&v)
        {
            v("mergeOptions", s.mergeOptions);
            v("sourceCommitId", s.sourceCommitId);
            v("destinationCommitId", s.destinationCommitId);
            v("baseCommitId", s.baseCommitId);
        }
    };
};

struct GetMergeConflicts
{
    static constexpr OperationRow row{
        "GetMergeConflicts",
        Family::CodeCommit,
        Effect::Read,
        Paging{"nextToken", "maxConflictFiles", 100, 1000},
        "@REPO @CMP @SPEC MergeOptionRequired InvalidMergeOption InvalidContinuationToken "
        "InvalidMaxConflictFiles InvalidDestinationCommitSpecifier InvalidSourceCommitSpecifier "
        "@ENC",
        "Lists the files that a merge cannot settle by itself."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString destinationCommitSpecifier;
        QString sourceCommitSpecifier;
        QString mergeOption;
        std::optional<QString> conflictDetailLevel;
        std::optional<int> maxConflictFiles;
        std::optional<QString> conflictResolutionStrategy;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("destinationCommitSpecifier", s.destinationCommitSpecifier);
            v("sourceCommitSpecifier", s.sourceCommitSpecifier);
            v("mergeOption", s.mergeOption);
            v("conflictDetailLevel", s.conflictDetailLevel);
            v("maxConflictFiles", s.maxConflictFiles);
            v("conflictResolutionStrategy", s.conflictResolutionStrategy);
            v("nextToken", s.nextToken);
        }
    };
    struct Output
    {
        bool mergeable = false;
        QString destinationCommitId;
        QString sourceCommitId;
        std::optional<QString> baseCommitId;
        QList<ConflictMetadata> conflictMetadataList;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("mergeable", s.mergeable);
            v("destinationCommitId", s.destinationCommitId);
            v("sourceCommitId", s.sourceCommitId);
            v("baseCommitId", s.baseCommitId);
            v("conflictMetadataList", s.conflictMetadataList);
            v("nextToken", s.nextToken);
        }
    };
};

struct MergeBranchesByFastForward
{
    static constexpr OperationRow row{
        "MergeBranchesByFastForward",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @SPEC @BR TipsDivergenceExceeded InvalidTargetBranch BranchNameIsTagName "
        "BranchDoesNotExist ManualMergeRequired ConcurrentReferenceUpdate @ENC",
        "Moves a branch forward to another commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString sourceCommitSpecifier;
        QString destinationCommitSpecifier;
        std::optional<QString> targetBranch;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("sourceCommitSpecifier", s.sourceCommitSpecifier);
            v("destinationCommitSpecifier", s.destinationCommitSpecifier);
            v("targetBranch", s.targetBranch);
        }
    };
    struct Output
    {
        QString commitId;
        QString treeId;
        static void fields(auto &s, auto &&v)
        {
            v("commitId", s.commitId);
            v("treeId", s.treeId);
        }
    };
};

struct MergeBranchesBySquash
{
    static constexpr OperationRow row{
        "MergeBranchesBySquash",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @CMP @SPEC @RES @AUTHOR @SIZE @BR InvalidTargetBranch BranchNameIsTagName "
        "BranchDoesNotExist ManualMergeRequired FileModeRequired ConcurrentReferenceUpdate @ENC",
        "Adds the changes of another branch to a branch as one commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString sourceCommitSpecifier;
        QString destinationCommitSpecifier;
        std::optional<QString> targetBranch;
        std::optional<QString> conflictDetailLevel;
        std::optional<QString> conflictResolutionStrategy;
        std::optional<QString> authorName;
        std::optional<QString> email;
        std::optional<QString> commitMessage;
        std::optional<bool> keepEmptyFolders;
        std::optional<ConflictResolution> conflictResolution;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("sourceCommitSpecifier", s.sourceCommitSpecifier);
            v("destinationCommitSpecifier", s.destinationCommitSpecifier);
            v("targetBranch", s.targetBranch);
            v("conflictDetailLevel", s.conflictDetailLevel);
            v("conflictResolutionStrategy", s.conflictResolutionStrategy);
            v("authorName", s.authorName);
            v("email", s.email);
            v("commitMessage", s.commitMessage);
            v("keepEmptyFolders", s.keepEmptyFolders);
            v("conflictResolution", s.conflictResolution);
        }
    };
    struct Output
    {
        QString commitId;
        QString treeId;
        static void fields(auto &s, auto &&v)
        {
            v("commitId", s.commitId);
            v("treeId", s.treeId);
        }
    };
};

struct MergeBranchesByThreeWay
{
    static constexpr OperationRow row{
        "MergeBranchesByThreeWay",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@REPO @CMP @SPEC @RES @AUTHOR @SIZE @BR InvalidTargetBranch BranchNameIsTagName "
        "BranchDoesNotExist ManualMergeRequired ConcurrentReferenceUpdate FileModeRequired @ENC",
        "Merges another branch into a branch with a merge commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString sourceCommitSpecifier;
        QString destinationCommitSpecifier;
        std::optional<QString> targetBranch;
        std::optional<QString> conflictDetailLevel;
        std::optional<QString> conflictResolutionStrategy;
        std::optional<QString> authorName;
        std::optional<QString> email;
        std::optional<QString> commitMessage;
        std::optional<bool> keepEmptyFolders;
        std::optional<ConflictResolution> conflictResolution;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("sourceCommitSpecifier", s.sourceCommitSpecifier);
            v("destinationCommitSpecifier", s.destinationCommitSpecifier);
            v("targetBranch", s.targetBranch);
            v("conflictDetailLevel", s.conflictDetailLevel);
            v("conflictResolutionStrategy", s.conflictResolutionStrategy);
            v("authorName", s.authorName);
            v("email", s.email);
            v("commitMessage", s.commitMessage);
            v("keepEmptyFolders", s.keepEmptyFolders);
            v("conflictResolution", s.conflictResolution);
        }
    };
    struct Output
    {
        QString commitId;
        QString treeId;
        static void fields(auto &s, auto &&v)
        {
            v("commitId", s.commitId);
            v("treeId", s.treeId);
        }
    };
};

} // namespace countersign::api
