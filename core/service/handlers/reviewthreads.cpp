// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/events.h"
#include "core/service/handlers/review.h"
#include "core/service/loadedpullrequest.h"
#include "core/service/threads.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

Result<ListPullRequestThreads::Output> handle(Call &call, const ListPullRequestThreads::Input &input)
{
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    return call.hub.database->read([&](store::Connection &db) { return threadsOf(db, loaded->row.id); })
        .transform([](const QList<Thread> &threads) { return ListPullRequestThreads::Output{threads}; });
}

Result<UpdateThreadState::Output> handle(Call &call, const UpdateThreadState::Input &input)
{
    const auto root = store::comments::byId(call.db(), input.threadId);
    if (!root)
        return std::unexpected(root.error());
    // Threads are of pull requests; a comment on compared commits has no state.
    if (!*root || (*root)->threadId != input.threadId || !(*root)->pullRequestId)
        return wireFailure("ThreadDoesNotExistException",
                           u"The thread %1 does not exist."_s.arg(input.threadId));
    const qint64 pullRequestId = *(*root)->pullRequestId;
    const auto loaded = loadPullRequest(call, pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    const RepositoryLock lock = call.lock(loaded->repository);
    auto done = call.write(
        loaded->repository.id, {{u"threadId"_s, input.threadId}}, [&](store::Connection &tx) -> Result<void> {
            const auto state = store::comments::thread(tx, input.threadId);
            if (!state)
                return std::unexpected(state.error());
            if (*state && (*state)->resolved == input.resolved)
                return {};
            const QJsonObject payload{{u"threadId"_s, input.threadId}, {u"resolved"_s, input.resolved}};
            return store::comments::setResolved(tx, input.threadId, input.resolved, call.caller.arn, call.now)
                .and_then([&] {
                    return recordOwnEvent(tx, pullRequestId, call.now, call.caller.arn, OwnEvent::Thread,
                                          payload);
                })
                .and_then([&] { return store::pullrequests::touch(tx, pullRequestId, call.now); });
        });
    if (!done)
        return std::unexpected(done.error());
    call.pullRequestChanged(pullRequestId, loaded->repository.name);
    return threadById(call.db(), input.threadId).transform([](const Thread &thread) {
        return UpdateThreadState::Output{thread};
    });
}

} // namespace countersign::service
