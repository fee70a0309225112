// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_repositories.h"

/// Countersign's own operations around repositories and people.
namespace countersign::api {

struct ImportRepository
{
    static constexpr OperationRow row{
        "ImportRepository",
        Family::Countersign,
        Effect::Write,
        Paging{},
        "RepositoryNameExists RepositoryNameRequired InvalidRepositoryName "
        "InvalidRepositoryDescription RepositoryLimitExceeded SourceRequired InvalidSource "
        "ImportFailed",
        "Creates a repository from a folder or URL; reports progress and can be cancelled.",
        Duration::Long};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> repositoryDescription;
        /// A folder or an https, ssh or file URL.
        QString source;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("repositoryDescription", s.repositoryDescription);
            v("source", s.source);
        }
    };
    struct Output
    {
        RepositoryMetadata repositoryMetadata;
        /// References that could not be taken over.
        QList<QString> skippedReferences;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryMetadata", s.repositoryMetadata);
            v("skippedReferences", s.skippedReferences);
        }
    };
};

struct ListDeletedRepositories
{
    static constexpr OperationRow row{"ListDeletedRepositories",
                                      Family::Countersign,
                                      Effect::Read,
                                      Paging{},
                                      "",
                                      "Lists the repositories that can still be restored."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        static void fields(auto &, auto &&) {}
    };
    struct Output
    {
        QList<DeletedRepository> deletedRepositories;
        static void fields(auto &s, auto &&v) { v("deletedRepositories", s.deletedRepositories); }
    };
};

struct RestoreRepository
{
    static constexpr OperationRow row{
        "RestoreRepository",
        Family::Countersign,
        Effect::Write,
        Paging{},
        "RepositoryIdRequired InvalidRepositoryId DeletedRepositoryDoesNotExist "
        "InvalidRepositoryName RepositoryNameExists RepositoryLimitExceeded",
        "Brings a deleted repository back."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryId;
        /// Another name, where the old one is taken.
        std::optional<QString> repositoryName;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryId", s.repositoryId);
            v("repositoryName", s.repositoryName);
        }
    };
    struct Output
    {
        RepositoryMetadata repositoryMetadata;
        static void fields(auto &s, auto &&v) { v("repositoryMetadata", s.repositoryMetadata); }
    };
};

struct CreateTag
{
    static constexpr OperationRow row{
        "CreateTag",
        Family::Countersign,
        Effect::Write,
        Paging{},
        "@REPO @CID TagNameRequired InvalidTagName TagNameExists CommitMessageLengthExceeded",
        "Creates a Git tag."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString tagName;
        QString commitId;
        /// Makes an annotated tag.
        std::optional<QString> message;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("tagName", s.tagName);
            v("commitId", s.commitId);
            v("message", s.message);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct DeleteTag
{
    static constexpr OperationRow row{"DeleteTag",
                                      Family::Countersign,
                                      Effect::Write,
                                      Paging{},
                                      "@REPO TagNameRequired InvalidTagName TagDoesNotExist",
                                      "Deletes a Git tag."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        QString tagName;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("tagName", s.tagName);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct ListPeople
{
    static constexpr OperationRow row{"ListPeople", Family::Countersign,           Effect::Read, Paging{},
                                      "",           "Lists the people of the hub."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        static void fields(auto &, auto &&) {}
    };
    struct Output
    {
        QList<Person> people;
        static void fields(auto &s, auto &&v) { v("people", s.people); }
    };
};

struct CreatePerson
{
    static constexpr OperationRow row{
        "CreatePerson",
        Family::Countersign,
        Effect::Write,
        Paging{},
        "UserNameRequired InvalidUserName UserNameExists DisplayNameRequired InvalidDisplayName "
        "InvalidEmail",
        "Adds a person to the hub."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString userName;
        QString displayName;
        QString email;
        static void fields(auto &s, auto &&v)
        {
            v("userName", s.userName);
            v("displayName", s.displayName);
            v("email", s.email);
        }
    };
    struct Output
    {
        Person person;
        static void fields(auto &s, auto &&v) { v("person", s.person); }
    };
};

} // namespace countersign::api
