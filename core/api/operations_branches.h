// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_repositories.h"

namespace countersign::api {

struct CreateBranch
{
    static constexpr OperationRow row{"CreateBranch",
                                      Family::CodeCommit,
                                      Effect::Write,
                                      Paging{},
                                      "@REPO @BR @CID BranchNameExists @ENC",
                                      "Creates a branch at a commit."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString branchName;
        QString commitId;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("branchName", s.branchName);
            v("commitId", s.commitId);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct GetBranch
{
    static constexpr OperationRow row{"GetBranch",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{},
                                      "@REPO @BR BranchDoesNotExist @ENC",
                                      "Tells which commit a branch points to."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString branchName;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("branchName", s.branchName);
        }
    };
    struct Output
    {
        BranchInfo branch;
        static void fields(auto &s, auto &&v) { v("branch", s.branch); }
    };
};

struct ListBranches
{
    static constexpr OperationRow row{"ListBranches",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{"nextToken", nullptr, 1000, 1000},
                                      "@REPO InvalidContinuationToken @ENC",
                                      "Lists the branches of a repository by name."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("nextToken", s.nextToken);
        }
    };
    struct Output
    {
        QList<QString> branches;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("branches", s.branches);
            v("nextToken", s.nextToken);
        }
    };
};

struct UpdateDefaultBranch
{
    static constexpr OperationRow row{"UpdateDefaultBranch",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@REPO @BR BranchDoesNotExist @ENC",
                                      "Makes another branch the default one."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString defaultBranchName;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("defaultBranchName", s.defaultBranchName);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct DeleteBranch
{
    static constexpr OperationRow row{"DeleteBranch",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@REPO @BR DefaultBranchCannotBeDeleted @ENC",
                                      "Deletes a branch; open pull requests that use it are closed."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString branchName;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("branchName", s.branchName);
        }
    };
    struct Output
    {
        /// Absent when there was no such branch.
        std::optional<BranchInfo> deletedBranch;
        static void fields(auto &s, auto &&v) { v("deletedBranch", s.deletedBranch); }
    };
};

} // namespace countersign::api
