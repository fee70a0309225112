// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"
#include "core/api/validate.h"
#include "core/base/async.h"
#include "core/client/backend.h"

#include <memory>

namespace countersign::client {

/// One hub as the console uses it: typed calls over a Backend. Lives on the screen's thread; pages hold a
/// pointer that stays valid while they live. The shell owns the sessions.
class Session : public QObject
{
    Q_OBJECT
public:
    Session(QString hubId, QString displayName, std::unique_ptr<Backend> backend, QObject *parent = nullptr);
    ~Session() override;

    /// Identifies the hub in page addresses and stored state, such as "local" or "sample".
    QString hubId() const { return m_hubId; }
    QString displayName() const { return m_displayName; }
    Backend &backend() const { return *m_backend; }
    QString principal() const { return m_backend->principal(); }

    template <class Op>
    bool supports() const
    {
        return m_backend->supports(Op::name());
    }

    /// Calls the operation; `handler(Result<Op::Output>)` runs on `receiver`'s thread, not after its death.
    /// Returns the way to stop it. Input is checked by the field rules before anything is sent.
    template <class Op, class Handler>
    std::stop_source call(const typename Op::Input &input, QObject *receiver, Handler handler,
                          ProgressSink progress = {})
    {
        std::stop_source stop;
        const Result<void> checked = api::validate<Op>(input);
        auto future =
            checked
                ? m_backend->invoke(Op::name(), api::encode(input), {stop.get_token(), std::move(progress)})
                : QtFuture::makeReadyValueFuture(Result<QJsonObject>(std::unexpected(checked.error())));
        onFinished(future, receiver, [handler = std::move(handler)](Result<QJsonObject> answer) mutable {
            handler(answer ? api::decode<typename Op::Output>(*answer)
                           : Result<typename Op::Output>(std::unexpected(answer.error())));
        });
        return stop;
    }

private:
    QString m_hubId;
    QString m_displayName;
    std::unique_ptr<Backend> m_backend;
};

} // namespace countersign::client
