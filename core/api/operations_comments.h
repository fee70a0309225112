// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_comments.h"

namespace countersign::api {

struct PostCommentForPullRequest
{
    static constexpr OperationRow row{"PostCommentForPullRequest",
                                      Family::CodeCommit,
                                      Effect::Write,
                                      Paging{},
                                      "@REPO @PR @TOK @TXT @LOC @CID RepositoryNotAssociatedWithPullRequest "
                                      "BeforeCommitIdAndAfterCommitIdAreSame @ENC",
                                      "Writes a comment on a pull request."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString repositoryName;
        QString beforeCommitId;
        QString afterCommitId;
        std::optional<Location> location;
        QString content;
        std::optional<QString> clientRequestToken;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("repositoryName", s.repositoryName);
            v("beforeCommitId", s.beforeCommitId);
            v("afterCommitId", s.afterCommitId);
            v("location", s.location);
            v("content", s.content);
            v("clientRequestToken", s.clientRequestToken);
        }
    };
    struct Output
    {
        QString repositoryName;
        QString pullRequestId;
        QString beforeCommitId;
        QString afterCommitId;
        std::optional<QString> beforeBlobId;
        std::optional<QString> afterBlobId;
        std::optional<Location> location;
        Comment comment;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("pullRequestId", s.pullRequestId);
            v("beforeCommitId", s.beforeCommitId);
            v("afterCommitId", s.afterCommitId);
            v("beforeBlobId", s.beforeBlobId);
            v("afterBlobId", s.afterBlobId);
            v("location", s.location);
            v("comment", s.comment);
        }
    };
};

struct PostCommentForComparedCommit
{
    static constexpr OperationRow row{"PostCommentForComparedCommit",
                                      Family::CodeCommit,
                                      Effect::Write,
                                      Paging{},
                                      "@REPO @TOK @TXT @LOC @CID BeforeCommitIdAndAfterCommitIdAreSame @ENC",
                                      "Writes a comment on the comparison of two commits."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> beforeCommitId;
        QString afterCommitId;
        std::optional<Location> location;
        QString content;
        std::optional<QString> clientRequestToken;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("beforeCommitId", s.beforeCommitId);
            v("afterCommitId", s.afterCommitId);
            v("location", s.location);
            v("content", s.content);
            v("clientRequestToken", s.clientRequestToken);
        }
    };
    struct Output
    {
        QString repositoryName;
        std::optional<QString> beforeCommitId;
        QString afterCommitId;
        std::optional<QString> beforeBlobId;
        std::optional<QString> afterBlobId;
        std::optional<Location> location;
        Comment comment;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("beforeCommitId", s.beforeCommitId);
            v("afterCommitId", s.afterCommitId);
            v("beforeBlobId", s.beforeBlobId);
            v("afterBlobId", s.afterBlobId);
            v("location", s.location);
            v("comment", s.comment);
        }
    };
};

struct PostCommentReply
{
    static constexpr OperationRow row{"PostCommentReply", Family::CodeCommit, Effect::Write,
                                      Paging{},           "@TOK @COM @TXT",   "Replies to a comment."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString inReplyTo;
        std::optional<QString> clientRequestToken;
        QString content;
        static void fields(auto &s, auto &&v)
        {
            v("inReplyTo", s.inReplyTo);
            v("clientRequestToken", s.clientRequestToken);
            v("content", s.content);
        }
    };
    struct Output
    {
        Comment comment;
        static void fields(auto &s, auto &&v) { v("comment", s.comment); }
    };
};

struct GetComment
{
    static constexpr OperationRow row{"GetComment", Family::CodeCommit,         Effect::Read,
                                      Paging{},     "@COM CommentDeleted @ENC", "Reads one comment."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString commentId;
        static void fields(auto &s, auto &&v) { v("commentId", s.commentId); }
    };
    struct Output
    {
        Comment comment;
        static void fields(auto &s, auto &&v) { v("comment", s.comment); }
    };
};

struct GetCommentsForPullRequest
{
    static constexpr OperationRow row{"GetCommentsForPullRequest",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{"nextToken", "maxResults", 100, 500},
                                      "@REPO @PR @CID @PAG RepositoryNotAssociatedWithPullRequest @ENC",
                                      "Lists the comments on a pull request by place."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        std::optional<QString> repositoryName;
        std::optional<QString> beforeCommitId;
        std::optional<QString> afterCommitId;
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("repositoryName", s.repositoryName);
            v("beforeCommitId", s.beforeCommitId);
            v("afterCommitId", s.afterCommitId);
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<CommentsForPullRequest> commentsForPullRequestData;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("commentsForPullRequestData", s.commentsForPullRequestData);
            v("nextToken", s.nextToken);
        }
    };
};

struct GetCommentsForComparedCommit
{
    static constexpr OperationRow row{"GetCommentsForComparedCommit",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{"nextToken", "maxResults", 100, 500},
                                      "@REPO @CID @PAG @ENC",
                                      "Lists the comments on the comparison of two commits by place."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> beforeCommitId;
        QString afterCommitId;
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("beforeCommitId", s.beforeCommitId);
            v("afterCommitId", s.afterCommitId);
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<CommentsForComparedCommit> commentsForComparedCommitData;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("commentsForComparedCommitData", s.commentsForComparedCommitData);
            v("nextToken", s.nextToken);
        }
    };
};

struct UpdateComment
{
    static constexpr OperationRow row{"UpdateComment",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@COM @TXT CommentNotCreatedByCaller CommentDeleted",
                                      "Changes the text of an own comment."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString commentId;
        QString content;
        static void fields(auto &s, auto &&v)
        {
            v("commentId", s.commentId);
            v("content", s.content);
        }
    };
    struct Output
    {
        Comment comment;
        static void fields(auto &s, auto &&v) { v("comment", s.comment); }
    };
};

struct DeleteCommentContent
{
    static constexpr OperationRow row{
        "DeleteCommentContent", Family::CodeCommit,
        Effect::Write,          Paging{},
        "@COM CommentDeleted",  "Removes the text of a comment; its place in the thread stays."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString commentId;
        static void fields(auto &s, auto &&v) { v("commentId", s.commentId); }
    };
    struct Output
    {
        Comment comment;
        static void fields(auto &s, auto &&v) { v("comment", s.comment); }
    };
};

} // namespace countersign::api
