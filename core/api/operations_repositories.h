// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_repositories.h"

namespace countersign::api {

struct CreateRepository
{
    static constexpr OperationRow row{
        "CreateRepository",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@TAGERR RepositoryNameExists RepositoryNameRequired InvalidRepositoryName "
        "InvalidRepositoryDescription RepositoryLimitExceeded OperationNotAllowed "
        "EncryptionKeyInvalidId EncryptionKeyInvalidUsage InvalidTagsMap @ENC",
        "Creates an empty repository."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> repositoryDescription;
        QMap<QString, QString> tags;
        std::optional<QString> kmsKeyId;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("repositoryDescription", s.repositoryDescription);
            v("tags", s.tags);
            v("kmsKeyId", s.kmsKeyId);
        }
    };
    struct Output
    {
        RepositoryMetadata repositoryMetadata;
        static void fields(auto &s, auto &&v) { v("repositoryMetadata", s.repositoryMetadata); }
    };
};

struct GetRepository
{
    static constexpr OperationRow row{"GetRepository", Family::CodeCommit, Effect::Read,
                                      Paging{},        "@REPO @ENC",       "Describes one repository."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        static void fields(auto &s, auto &&v) { v("repositoryName", s.repositoryName); }
    };
    struct Output
    {
        RepositoryMetadata repositoryMetadata;
        static void fields(auto &s, auto &&v) { v("repositoryMetadata", s.repositoryMetadata); }
    };
};

struct BatchGetRepositories
{
    static constexpr OperationRow row{
        "BatchGetRepositories",
        Family::CodeCommit,
        Effect::Read,
        Paging{},
        "RepositoryNamesRequired MaximumRepositoryNamesExceeded InvalidRepositoryName @ENC",
        "Describes up to 100 repositories; unknown names are listed apart."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QList<QString> repositoryNames;
        static void fields(auto &s, auto &&v) { v("repositoryNames", s.repositoryNames); }
    };
    struct Output
    {
        QList<RepositoryMetadata> repositories;
        QList<QString> repositoriesNotFound;
        QList<BatchGetRepositoriesError> errors;
        static void fields(auto &s, auto &&v)
        {
            v("repositories", s.repositories);
            v("repositoriesNotFound", s.repositoriesNotFound);
            v("errors", s.errors);
        }
    };
};

struct ListRepositories
{
    static constexpr OperationRow row{"ListRepositories",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{"nextToken", nullptr, 1000, 1000},
                                      "InvalidSortBy InvalidOrder InvalidContinuationToken",
                                      "Lists the repositories of the hub."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        std::optional<QString> nextToken;
        std::optional<QString> sortBy;
        std::optional<QString> order;
        static void fields(auto &s, auto &&v)
        {
            v("nextToken", s.nextToken);
            v("sortBy", s.sortBy);
            v("order", s.order);
        }
    };
    struct Output
    {
        QList<RepositoryNameIdPair> repositories;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("repositories", s.repositories);
            v("nextToken", s.nextToken);
        }
    };
};

struct UpdateRepositoryDescription
{
    static constexpr OperationRow row{"UpdateRepositoryDescription",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@REPO InvalidRepositoryDescription @ENC",
                                      "Sets or, without a text, clears a description."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> repositoryDescription;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("repositoryDescription", s.repositoryDescription);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct UpdateRepositoryName
{
    static constexpr OperationRow row{"UpdateRepositoryName",
                                      Family::CodeCommit,
                                      Effect::Write,
                                      Paging{},
                                      "@REPO RepositoryNameExists",
                                      "Renames a repository; its id, pull requests and comments stay."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString oldName;
        QString newName;
        static void fields(auto &s, auto &&v)
        {
            v("oldName", s.oldName);
            v("newName", s.newName);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct DeleteRepository
{
    static constexpr OperationRow row{"DeleteRepository",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "RepositoryNameRequired InvalidRepositoryName @ENC",
                                      "Deletes a repository; this hub keeps it restorable for a while."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        static void fields(auto &s, auto &&v) { v("repositoryName", s.repositoryName); }
    };
    struct Output
    {
        /// Absent when there was no such repository.
        std::optional<QString> repositoryId;
        static void fields(auto &s, auto &&v) { v("repositoryId", s.repositoryId); }
    };
};

} // namespace countersign::api
