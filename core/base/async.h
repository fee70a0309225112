// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <mutex>
#include <utility>

namespace countersign {

/// Calls `handler(value)` on `receiver`'s thread when the future has its value. Not called when the future
/// was cancelled, nor after `receiver` died: the watcher belongs to the receiver.
template <class T, class Handler>
void onFinished(const QFuture<T> &future, QObject *receiver, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
                             handler(watcher->future().takeResult());
                     });
    watcher->setFuture(future);
}

/// Wraps `handler` so that a worker may call it from its own thread: each call arrives on `receiver`'s
/// thread, in order, and calls after the receiver's death are dropped. For results that come in parts (log
/// rows, blame, progress). Must be called on the receiver's thread; the arguments are copied.
template <class Handler>
auto deliverTo(QObject *receiver, Handler handler)
{
    struct Gate
    {
        std::mutex mutex;
        QObject *receiver;
    };
    auto gate = std::make_shared<Gate>();
    gate->receiver = receiver;
    QObject::connect(receiver, &QObject::destroyed, [gate] {
        const std::lock_guard lock(gate->mutex);
        gate->receiver = nullptr;
    });
    return [gate, handler = std::move(handler)](auto... arguments) {
        const std::lock_guard lock(gate->mutex);
        if (gate->receiver)
            QMetaObject::invokeMethod(
                gate->receiver,
                [handler, ... arguments = std::move(arguments)]() mutable {
                    handler(std::move(arguments)...);
                },
                Qt::QueuedConnection);
    };
}

} // namespace countersign
