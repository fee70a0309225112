// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"

namespace countersign::api {

/// Where in a comparison a comment stands.
struct Location
{
    QString filePath;
    /// 1-based line of that version, absent for the whole file.
    std::optional<qint64> filePosition;
    std::optional<QString> relativeFileVersion;
    static void fields(auto &s, auto &&v)
    {
        v("filePath", s.filePath);
        v("filePosition", s.filePosition);
        v("relativeFileVersion", s.relativeFileVersion);
    }
    bool operator==(const Location &) const = default;
};

struct Comment
{
    QString commentId;
    /// Absent when deleted.
    std::optional<QString> content;
    std::optional<QString> inReplyTo;
    Timestamp creationDate;
    Timestamp lastModifiedDate;
    QString authorArn;
    bool deleted = false;
    std::optional<QString> clientRequestToken;
    QList<QString> callerReactions;
    QMap<QString, int> reactionCounts;
    static void fields(auto &s, auto &&v)
    {
        v("commentId", s.commentId);
        v("content", s.content);
        v("inReplyTo", s.inReplyTo);
        v("creationDate", s.creationDate);
        v("lastModifiedDate", s.lastModifiedDate);
        v("authorArn", s.authorArn);
        v("deleted", s.deleted);
        v("clientRequestToken", s.clientRequestToken);
        v("callerReactions", s.callerReactions);
        v("reactionCounts", s.reactionCounts);
    }
    bool operator==(const Comment &) const = default;
};

struct CommentsForComparedCommit
{
    QString repositoryName;
    std::optional<QString> beforeCommitId;
    QString afterCommitId;
    std::optional<QString> beforeBlobId;
    std::optional<QString> afterBlobId;
    std::optional<Location> location;
    QList<Comment> comments;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("beforeCommitId", s.beforeCommitId);
        v("afterCommitId", s.afterCommitId);
        v("beforeBlobId", s.beforeBlobId);
        v("afterBlobId", s.afterBlobId);
        v("location", s.location);
        v("comments", s.comments);
    }
    bool operator==(const CommentsForComparedCommit &) const = default;
};

struct CommentsForPullRequest
{
    QString pullRequestId;
    QString repositoryName;
    QString beforeCommitId;
    QString afterCommitId;
    std::optional<QString> beforeBlobId;
    std::optional<QString> afterBlobId;
    std::optional<Location> location;
    QList<Comment> comments;
    static void fields(auto &s, auto &&v)
    {
        v("pullRequestId", s.pullRequestId);
        v("repositoryName", s.repositoryName);
        v("beforeCommitId", s.beforeCommitId);
        v("afterCommitId", s.afterCommitId);
        v("beforeBlobId", s.beforeBlobId);
        v("afterBlobId", s.afterBlobId);
        v("location", s.location);
        v("comments", s.comments);
    }
    bool operator==(const CommentsForPullRequest &) const = default;
};

} // namespace countersign::api
