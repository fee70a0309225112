// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"
#include "core/api/operation.h"

namespace countersign::api {

struct TagResource
{
    static constexpr OperationRow row{
        "TagResource",
        Family::CodeCommit,
        Effect::Idempotent,
        Paging{},
        "@TAGERR RepositoryDoesNotExist InvalidRepositoryName ResourceArnRequired "
        "InvalidResourceArn TagsMapRequired InvalidTagsMap",
        "Sets tags (key and value) on a repository."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString resourceArn;
        QMap<QString, QString> tags;
        static void fields(auto &s, auto &&v)
        {
            v("resourceArn", s.resourceArn);
            v("tags", s.tags);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct UntagResource
{
    static constexpr OperationRow row{
        "UntagResource",
        Family::CodeCommit,
        Effect::Idempotent,
        Paging{},
        "@TAGERR RepositoryDoesNotExist InvalidRepositoryName ResourceArnRequired "
        "InvalidResourceArn TagKeysListRequired InvalidTagKeysList",
        "Removes tags from a repository."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString resourceArn;
        QList<QString> tagKeys;
        static void fields(auto &s, auto &&v)
        {
            v("resourceArn", s.resourceArn);
            v("tagKeys", s.tagKeys);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct ListTagsForResource
{
    static constexpr OperationRow row{
        "ListTagsForResource",
        Family::CodeCommit,
        Effect::Read,
        Paging{"nextToken", nullptr, 50, 50},
        "RepositoryDoesNotExist InvalidRepositoryName ResourceArnRequired InvalidResourceArn",
        "Lists the tags of a repository."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString resourceArn;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("resourceArn", s.resourceArn);
            v("nextToken", s.nextToken);
        }
    };
    struct Output
    {
        QMap<QString, QString> tags;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("tags", s.tags);
            v("nextToken", s.nextToken);
        }
    };
};

} // namespace countersign::api
