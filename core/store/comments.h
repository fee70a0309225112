// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QHash>

/// Comments on pull requests and on compared commits. A thread is a root comment and what answers to it; it
/// has the root's id. Threads of pull requests can be resolved.
namespace countersign::store {

struct CommentRow
{
    QString id;
    qint64 seq = 0;
    QString repositoryId;
    std::optional<qint64> pullRequestId;
    QString threadId;
    std::optional<QString> inReplyTo;
    std::optional<QString> beforeCommit;
    QString afterCommit;
    std::optional<QString> beforeBlob;
    std::optional<QString> afterBlob;
    /// Place in the file; path alone is a comment on the file.
    std::optional<QString> filePath;
    std::optional<qint64> filePosition;
    std::optional<QString> fileVersion;
    /// Revision of the pull request that was looked at; 0 when unknown.
    qint64 revision = 0;
    QString author;
    QString content;
    bool deleted = false;
    std::optional<QString> clientToken;
    std::optional<QString> reviewId;
    qint64 created = 0;
    qint64 modified = 0;
};

struct ThreadRow
{
    QString id;
    bool resolved = false;
    std::optional<QString> resolvedBy;
    std::optional<qint64> resolvedDate;
};

namespace comments {

/// Takes the next seq; a root comment of a pull request opens its thread.
Result<void> insert(Connection &, const CommentRow &);
/// Not found when its repository is deleted.
Result<std::optional<CommentRow>> byId(Connection &, const QString &id);
/// In order of creation; those of one thread, of a pull request, of a pair of commits.
Result<QList<CommentRow>> ofThread(Connection &, const QString &threadId);
Result<QList<CommentRow>> ofPullRequest(Connection &, qint64 pullRequestId);
Result<QList<CommentRow>> ofCommits(Connection &, const QString &repositoryId,
                                    const std::optional<QString> &before, const QString &after);
Result<void> setContent(Connection &, const QString &id, const QString &content, qint64 now);
Result<void> markDeleted(Connection &, const QString &id, qint64 now);

struct Counts
{
    qint64 comments = 0;
    qint64 openThreads = 0;
};
/// Comments that are not deleted, and unresolved threads that have a place or a reply asked for.
Result<QHash<qint64, Counts>> counts(Connection &, const QList<qint64> &pullRequestIds);

Result<QHash<QString, ThreadRow>> threads(Connection &, qint64 pullRequestId);
Result<std::optional<ThreadRow>> thread(Connection &, const QString &threadId);
Result<void> setResolved(Connection &, const QString &threadId, bool resolved, const QString &by, qint64 now);

} // namespace comments
} // namespace countersign::store
