// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"

namespace countersign::api {

/// An author or committer.
struct UserInfo
{
    QString name;
    QString email;
    /// Seconds since 1970 and zone, such as "1508280564 -0800".
    QString date;
    static void fields(auto &s, auto &&v)
    {
        v("name", s.name);
        v("email", s.email);
        v("date", s.date);
    }
    bool operator==(const UserInfo &) const = default;
};

struct Commit
{
    QString commitId;
    QString treeId;
    QList<QString> parents;
    QString message;
    UserInfo author;
    UserInfo committer;
    /// Further headers of the commit, usually empty.
    QString additionalData;
    static void fields(auto &s, auto &&v)
    {
        v("commitId", s.commitId);
        v("treeId", s.treeId);
        v("parents", s.parents);
        v("message", s.message);
        v("author", s.author);
        v("committer", s.committer);
        v("additionalData", s.additionalData);
    }
    bool operator==(const Commit &) const = default;
};

struct BatchGetCommitsError
{
    QString commitId;
    QString errorCode;
    QString errorMessage;
    static void fields(auto &s, auto &&v)
    {
        v("commitId", s.commitId);
        v("errorCode", s.errorCode);
        v("errorMessage", s.errorMessage);
    }
    bool operator==(const BatchGetCommitsError &) const = default;
};

struct BlobMetadata
{
    QString blobId;
    QString path;
    /// Octal, such as "100644".
    QString mode;
    static void fields(auto &s, auto &&v)
    {
        v("blobId", s.blobId);
        v("path", s.path);
        v("mode", s.mode);
    }
    bool operator==(const BlobMetadata &) const = default;
};

struct Difference
{
    /// Absent for an added file.
    std::optional<BlobMetadata> beforeBlob;
    /// Absent for a deleted file.
    std::optional<BlobMetadata> afterBlob;
    QString changeType;
    static void fields(auto &s, auto &&v)
    {
        v("beforeBlob", s.beforeBlob);
        v("afterBlob", s.afterBlob);
        v("changeType", s.changeType);
    }
    bool operator==(const Difference &) const = default;
};

} // namespace countersign::api
