// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"

namespace countersign::api {

/// What a hub says about one repository.
struct RepositoryMetadata
{
    QString accountId;
    /// A UUID that survives renames.
    QString repositoryId;
    QString repositoryName;
    std::optional<QString> repositoryDescription;
    /// Absent while the repository has no branch.
    std::optional<QString> defaultBranch;
    Timestamp lastModifiedDate;
    Timestamp creationDate;
    QString cloneUrlHttp;
    QString cloneUrlSsh;
    QString Arn;
    std::optional<QString> kmsKeyId;
    static void fields(auto &s, auto &&v)
    {
        v("accountId", s.accountId);
        v("repositoryId", s.repositoryId);
        v("repositoryName", s.repositoryName);
        v("repositoryDescription", s.repositoryDescription);
        v("defaultBranch", s.defaultBranch);
        v("lastModifiedDate", s.lastModifiedDate);
        v("creationDate", s.creationDate);
        v("cloneUrlHttp", s.cloneUrlHttp);
        v("cloneUrlSsh", s.cloneUrlSsh);
        v("Arn", s.Arn);
        v("kmsKeyId", s.kmsKeyId);
    }
    bool operator==(const RepositoryMetadata &) const = default;
};

struct RepositoryNameIdPair
{
    QString repositoryName;
    QString repositoryId;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("repositoryId", s.repositoryId);
    }
    bool operator==(const RepositoryNameIdPair &) const = default;
};

struct BatchGetRepositoriesError
{
    std::optional<QString> repositoryId;
    std::optional<QString> repositoryName;
    QString errorCode;
    QString errorMessage;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryId", s.repositoryId);
        v("repositoryName", s.repositoryName);
        v("errorCode", s.errorCode);
        v("errorMessage", s.errorMessage);
    }
    bool operator==(const BatchGetRepositoriesError &) const = default;
};

/// A branch by its short name, and the commit it points to.
struct BranchInfo
{
    QString branchName;
    QString commitId;
    static void fields(auto &s, auto &&v)
    {
        v("branchName", s.branchName);
        v("commitId", s.commitId);
    }
    bool operator==(const BranchInfo &) const = default;
};

/// A repository in the trash.
struct DeletedRepository
{
    QString repositoryId;
    /// The name it had.
    QString repositoryName;
    Timestamp deletedDate;
    /// An ARN.
    QString deletedBy;
    /// After this it cannot be restored.
    Timestamp purgeDate;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryId", s.repositoryId);
        v("repositoryName", s.repositoryName);
        v("deletedDate", s.deletedDate);
        v("deletedBy", s.deletedBy);
        v("purgeDate", s.purgeDate);
    }
    bool operator==(const DeletedRepository &) const = default;
};

/// Somebody who can act in a hub.
struct Person
{
    QString userArn;
    QString userName;
    QString displayName;
    QString email;
    static void fields(auto &s, auto &&v)
    {
        v("userArn", s.userArn);
        v("userName", s.userName);
        v("displayName", s.displayName);
        v("email", s.email);
    }
    bool operator==(const Person &) const = default;
};

} // namespace countersign::api
