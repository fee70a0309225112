// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QPromise>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <stop_token>
#include <utility>

namespace countersign {

/// Work that a Lane does: its future, and the way to stop it.
template <class T>
struct Job
{
    QFuture<T> future;
    std::stop_source stop;

    /// Asks the work to stop; a job that has not begun never runs, and no result is delivered.
    void cancel()
    {
        stop.request_stop();
        future.cancel();
    }
};

/// A queue with one thread of its own: jobs run one after another, in order, off the screen's thread.
/// One lane for each repository and purpose, so that a long fetch never holds up a status.
/// Owned by whoever starts the work; its destructor stops what is queued and waits for what runs.
class Lane
{
public:
    explicit Lane(const QString &name);
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    /// Runs `work(std::stop_token)` in the lane's thread. May be called from any thread.
    /// `work` returns a value (in core a Result) and must look at its token at least every 100 ms.
    template <class F>
    auto run(F work) -> Job<std::invoke_result_t<F, std::stop_token>>
    {
        using T = std::invoke_result_t<F, std::stop_token>;
        auto promise = std::make_shared<QPromise<T>>();
        Job<T> job{promise->future(), std::stop_source()};
        promise->start();
        const std::stop_token token = job.stop.get_token();
        const std::stop_token closing = m_closing.get_token();
        m_pool.start([promise, token, closing, stop = job.stop, work = std::move(work)]() mutable {
            if (!token.stop_requested() && !closing.stop_requested()) {
                // The lane's own end reaches the job through the same token that a cancel does.
                std::stop_callback forward(closing, [&stop] { stop.request_stop(); });
                promise->addResult(work(token));
            }
            promise->finish();
        });
        return job;
    }

private:
    std::stop_source m_closing;
    QThreadPool m_pool;
};

/// Keeps only the newest job: assigning a new one cancels the one before. For loads that follow a selection.
template <class T>
class Latest
{
public:
    ~Latest() { cancel(); }
    QFuture<T> operator=(Job<T> job)
    {
        cancel();
        m_job = std::move(job);
        return m_job.future;
    }
    void cancel() { m_job.cancel(); }

private:
    Job<T> m_job;
};

} // namespace countersign
