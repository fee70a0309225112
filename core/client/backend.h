// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>

#include <stop_token>

namespace countersign::client {

/// What goes with one call.
struct CallContext
{
    std::stop_token stop;
    /// Called on a worker thread, for long operations (ImportRepository); may be empty.
    ProgressSink progress;
};

/// A hub, reached by operation name and JSON: the one boundary between the console and a hub. Lives on the
/// screen's thread; invoke() never blocks. Owned by the Session.
class Backend : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Starts the operation; the future always finishes (an Error with kind Cancelled when the token stopped
    /// it).
    virtual QFuture<Result<QJsonObject>> invoke(const QString &operation, const QJsonObject &input,
                                                const CallContext &context) = 0;
    /// Whether the hub knows the operation: AWS lacks our extensions.
    virtual bool supports(const QString &operation) const = 0;
    /// The git directory to read a repository's objects from: the hub's own, or a mirror. Blocking; call it
    /// in a lane.
    virtual Result<QString> gitDirectory(const QString &repositoryName) const = 0;

    /// Who acts: an ARN. Only an embedded hub can change it (the sample team's identity switch).
    virtual QString principal() const = 0;
    virtual bool setPrincipal(const QString &arn) = 0;

Q_SIGNALS:
    /// Something changed in the hub, by whomever: screens reload what they show of it.
    void repositoriesChanged();
    void repositoryChanged(const QString &repositoryName);
    void pullRequestChanged(const QString &pullRequestId, const QString &repositoryName);
    void principalChanged(const QString &arn);
};

} // namespace countersign::client
