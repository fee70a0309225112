// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

/// The one place that starts the git program. Internal to core/git.
namespace countersign::git {

/// One run of git. Arguments and environment are bytes: paths may be anything but NUL.
struct Command
{
    /// Passed as --git-dir; empty for commands that need no repository.
    QByteArray gitDirectory;
    QList<QByteArray> arguments;
    /// "NAME=value" beyond the fixed environment.
    QList<QByteArray> environment;
    /// Configuration beyond the fixed one; wins over every file, so that a repository's own never bends the
    /// output.
    QList<std::pair<QByteArray, QByteArray>> configuration;
    /// Lets ssh agent, proxies and certificates of this process reach the child.
    bool network = false;
    std::stop_token stop;
};

/// A running git program: own process group, ended when its owner, thread or process ends, and always
/// reaped. Its output is taken in pieces, so that a long stream needs little memory. One thread.
class Program
{
public:
    using ErrorSink = std::function<void(QByteArrayView)>;

    /// Internal when git is not installed or cannot be started.
    static Result<std::unique_ptr<Program>> start(const Command &command);
    /// Ends the program when it still runs.
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    /// Queues input; it is written while reading or waiting.
    void write(const QByteArray &input);
    void closeInput();
    /// Receives what the program says on its error channel, as it comes.
    void setErrorSink(ErrorSink sink) { m_errorSink = std::move(sink); }

    /// Appends the next piece of output to `buffer`. False at the end of the output; true with nothing
    /// appended after `timeout` milliseconds (-1: none). Cancelled when the command's token asks for it.
    Result<bool> read(QByteArray &buffer, int timeout = -1);
    /// Waits for the end, dropping further output; the exit status, or 128 + the signal that ended it.
    Result<int> wait();
    /// The last 64 KiB of the error channel.
    const QByteArray &errors() const { return m_errors; }
    /// SIGTERM to the process group (git then removes its lock files), after two seconds SIGKILL; reaps.
    void terminate();

private:
    Program() = default;
    enum class Event { None, Output, End, Timeout, Stopped };
    Event pump(QByteArray *buffer, int timeout);
    void readErrors();
    void writeInput();

    int m_pid = -1;
    int m_in = -1;
    int m_out = -1;
    int m_err = -1;
    int m_wake = -1;
    int m_status = 0;
    QByteArray m_input;
    qsizetype m_written = 0;
    bool m_closeInput = false;
    QByteArray m_errors;
    ErrorSink m_errorSink;
    std::stop_token m_stop;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_stopCallback;
};

/// What a finished run gave.
struct Completed
{
    int exitCode = 0;
    QByteArray output;
    QByteArray errors;
    bool succeeded() const { return exitCode == 0; }
};
/// Runs to the end and collects the output; LimitExceeded beyond `limit` bytes. A failing exit status is a
/// value here, for callers that read it.
Result<Completed> complete(const Command &command, const QByteArray &input = {},
                           qsizetype limit = 1024LL * 1024 * 1024);
/// As complete(), but a failing exit status is an Error made by programError().
Result<QByteArray> run(const Command &command, const QByteArray &input = {});
/// The Error for a failed run: `what` says in a sentence what did not work, git's own words go to detail.
Error programError(const QString &what, int exitCode, const QByteArray &errors);

} // namespace countersign::git
