// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/threads.h"

namespace countersign::service {

Result<QList<api::Thread>> threadsOf(store::Connection &db, qint64 pullRequestId)
{
    const auto comments = store::comments::ofPullRequest(db, pullRequestId);
    if (!comments)
        return std::unexpected(comments.error());
    const auto states = store::comments::threads(db, pullRequestId);
    if (!states)
        return std::unexpected(states.error());
    QStringList order;
    QHash<QString, QList<store::CommentRow>> byThread;
    for (const store::CommentRow &comment : *comments) {
        if (!byThread.contains(comment.threadId))
            order.append(comment.threadId);
        byThread[comment.threadId].append(comment);
    }
    QList<api::Thread> threads;
    for (const QString &id : std::as_const(order))
        threads.append(toThread(byThread.value(id), states->value(id, store::ThreadRow{id, false, {}, {}})));
    return threads;
}

Result<api::Thread> threadById(store::Connection &db, const QString &threadId)
{
    const auto comments = store::comments::ofThread(db, threadId);
    if (!comments)
        return std::unexpected(comments.error());
    const auto state = store::comments::thread(db, threadId);
    if (!state)
        return std::unexpected(state.error());
    return toThread(*comments, state->value_or(store::ThreadRow{threadId, false, {}, {}}));
}

} // namespace countersign::service
