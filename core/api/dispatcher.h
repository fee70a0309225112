// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QJsonObject>

#include <map>
#include <mutex>
#include <stop_token>

namespace countersign::api {

/// Who calls, already authenticated.
struct Caller
{
    /// Such as arn:aws:iam::000000000000:user/grace.
    QString arn;
};

/// What goes with one call.
struct CallControls
{
    std::stop_token stop;
    /// Called on the calling thread, for operations of Duration::Long; may be empty.
    ProgressSink progress;
};

/// Something changed in a hub, by whomever.
struct HubChange
{
    enum class Kind {
        /// Created, renamed, deleted, restored.
        Repositories,
        /// References or settings of one repository.
        Repository,
        /// A pull request or anything that belongs to it.
        PullRequest,
    };
    Kind kind = Kind::Repositories;
    QString repositoryName;
    /// For PullRequest.
    QString pullRequestId;

    auto operator<=>(const HubChange &) const = default;
};

/// A hub as its callers see it: operations by name. The hub's service implements it; the in-process backend
/// and the listeners call it. Every function is blocking and safe from any thread, also at the same time.
class Dispatcher
{
public:
    using ChangeListener = std::function<void(const HubChange &)>;

    Dispatcher() = default;
    virtual ~Dispatcher() = default;
    Dispatcher(const Dispatcher &) = delete;
    Dispatcher &operator=(const Dispatcher &) = delete;

    /// Decodes and validates the input, authorises, carries the operation out, and encodes the answer.
    virtual Result<QJsonObject> dispatch(const Caller &caller, const QString &operation,
                                         const QJsonObject &input, const CallControls &controls) = 0;
    /// Where the repository's objects lie.
    virtual Result<QString> gitDirectory(const Caller &caller, const QString &repositoryName) = 0;

    /// The listener is called on whichever thread made the change, after the change is durable, and must be
    /// quick. Returns what removeListener() takes; after that returns, the listener is not called any more.
    int addListener(ChangeListener listener);
    void removeListener(int id);

protected:
    /// For the implementation: tells all listeners. Call it without a lock that a listener might want.
    void announce(const HubChange &change);

private:
    std::mutex m_mutex;
    std::map<int, ChangeListener> m_listeners;
    int m_lastId = 0;
};

} // namespace countersign::api
