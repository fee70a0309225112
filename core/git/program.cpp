// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/program.h"

#include "core/base/logging.h"
#include "core/git/environment.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace countersign::git {

namespace {

constexpr qsizetype chunk = 64 * 1024;
constexpr int graceMilliseconds = 2000;

void closeDescriptor(int &descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
    descriptor = -1;
}

struct ChildPlan
{
    const char *program;
    char *const *arguments;
    char *const *environment;
    int in, out, err;
    pid_t parent;
};

// Runs in the child of vfork(), in the parent's memory: system calls only, no allocation, no return.
[[noreturn]] void becomeGit(const ChildPlan &plan)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != plan.parent)
        ::_exit(127);
    ::setpgid(0, 0);
    struct sigaction standard = {};
    standard.sa_handler = SIG_DFL;
    ::sigaction(SIGPIPE, &standard, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (::dup2(plan.in, 0) < 0 || ::dup2(plan.out, 1) < 0 || ::dup2(plan.err, 2) < 0 || ::chdir("/") != 0)
        ::_exit(127);
    // Descriptors of other threads' files that were opened without O_CLOEXEC must not reach git.
    ::syscall(SYS_close_range, 3U, ~0U, 4U /* CLOSE_RANGE_CLOEXEC */);
    ::execve(plan.program, plan.arguments, plan.environment);
    ::_exit(127);
}

// noinline: the caller's variables are then safe from the child's use of the same stack.
[[gnu::noinline]] pid_t spawn(const ChildPlan &plan)
{
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    // Not fork(): copying the page tables of a large console costs more than git itself.
    const pid_t pid = ::vfork();
    if (pid == 0)
        becomeGit(plan);
    const int error = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return pid;
}

std::vector<char *> pointers(QList<QByteArray> &strings)
{
    std::vector<char *> result;
    result.reserve(static_cast<size_t>(strings.size()) + 1);
    for (QByteArray &string : strings)
        result.push_back(string.data());
    result.push_back(nullptr);
    return result;
}

const QByteArray &gitPath()
{
    static const QByteArray path = QFile::encodeName(QStandardPaths::findExecutable(QStringLiteral("git")));
    return path;
}

std::unexpected<Error> systemFailure(const char *call)
{
    return failure(ErrorKind::Internal, QStringLiteral("The git program could not be started."),
                   QStringLiteral("%1: %2").arg(QLatin1StringView(call), qt_error_string(errno)));
}

} // namespace

Result<std::unique_ptr<Program>> Program::start(const Command &command)
{
    if (gitPath().isEmpty())
        return failure(ErrorKind::Internal, QStringLiteral("The git program is not installed."));
    if (command.stop.stop_requested())
        return cancelled();
    QList<QByteArray> arguments{"git"};
    if (!command.gitDirectory.isEmpty())
        arguments << "--git-dir=" + command.gitDirectory;
    arguments += command.arguments;
    for (const QByteArray &argument : arguments) {
        if (argument.contains('\0'))
            return failure(ErrorKind::InvalidInput, QStringLiteral("A name holds a NUL character."));
    }
    QList<QByteArray> environment = programEnvironment(command);

    std::unique_ptr<Program> program(new Program);
    int in[2];
    int out[2];
    int err[2];
    // A socket, because only a socket can be written without the risk of SIGPIPE.
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0)
        return systemFailure("socketpair");
    program->m_in = in[1];
    if (::pipe2(out, O_CLOEXEC) != 0) {
        const auto error = systemFailure("pipe2");
        ::close(in[0]);
        return error;
    }
    program->m_out = out[0];
    if (::pipe2(err, O_CLOEXEC) != 0) {
        const auto error = systemFailure("pipe2");
        ::close(in[0]);
        ::close(out[1]);
        return error;
    }
    program->m_err = err[0];
    program->m_wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    for (const int descriptor : {program->m_in, program->m_out, program->m_err})
        ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);

    auto argumentPointers = pointers(arguments);
    auto environmentPointers = pointers(environment);
    const ChildPlan plan{gitPath().constData(),
                         argumentPointers.data(),
                         environmentPointers.data(),
                         in[0],
                         out[1],
                         err[1],
                         ::getpid()};
    program->m_pid = program->m_wake < 0 ? -1 : spawn(plan);
    const int error = errno;
    ::close(in[0]);
    ::close(out[1]);
    ::close(err[1]);
    errno = error;
    if (program->m_pid < 0)
        return systemFailure("vfork");
    // Also here: whichever of the two comes first, the group exists before anybody signals it.
    ::setpgid(program->m_pid, program->m_pid);
    program->m_stop = command.stop;
    if (command.stop.stop_possible()) {
        const int wake = program->m_wake;
        program->m_stopCallback = std::make_unique<std::stop_callback<std::function<void()>>>(
            command.stop, std::function<void()>([wake] {
                const quint64 one = 1;
                [[maybe_unused]] const auto written = ::write(wake, &one, sizeof one);
            }));
    }
    return program;
}

Program::~Program()
{
    m_stopCallback.reset();
    terminate();
    for (int *descriptor : {&m_in, &m_out, &m_err, &m_wake})
        closeDescriptor(*descriptor);
}

void Program::write(const QByteArray &input)
{
    if (m_written == m_input.size()) {
        m_input = input;
        m_written = 0;
    } else {
        m_input += input;
    }
}

void Program::closeInput() { m_closeInput = true; }

void Program::writeInput()
{
    while (m_in >= 0 && m_written < m_input.size()) {
        const ssize_t count = ::send(m_in, m_input.constData() + m_written,
                                     static_cast<size_t>(m_input.size() - m_written), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            return;
        if (count < 0) {
            // The program ended without reading everything: its exit status tells the reason.
            closeDescriptor(m_in);
            return;
        }
        m_written += count;
    }
    if (m_closeInput && m_written == m_input.size())
        closeDescriptor(m_in);
}

void Program::readErrors()
{
    char buffer[4096];
    const ssize_t count = ::read(m_err, buffer, sizeof buffer);
    if (count > 0) {
        m_errors.append(buffer, count);
        if (m_errors.size() > 2 * chunk)
            m_errors = m_errors.last(chunk);
        if (m_errorSink)
            m_errorSink({buffer, count});
    } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
        closeDescriptor(m_err);
    }
}

Program::Event Program::pump(QByteArray *buffer, int timeout)
{
    for (;;) {
        if (m_stop.stop_requested())
            return Event::Stopped;
        writeInput();
        if (m_out < 0 && m_err < 0)
            return Event::End;
        const bool hasInput = m_in >= 0 && m_written < m_input.size();
        pollfd waits[4] = {
            {m_wake, POLLIN, 0}, {m_out, POLLIN, 0}, {m_err, POLLIN, 0}, {hasInput ? m_in : -1, POLLOUT, 0}};
        const int ready = ::poll(waits, 4, timeout);
        if (ready < 0 && errno != EINTR)
            return Event::End;
        if (ready == 0)
            return Event::Timeout;
        if (ready < 0 || waits[0].revents)
            continue;
        if (waits[2].revents)
            readErrors();
        if (waits[1].revents) {
            char bytes[chunk];
            const ssize_t count = ::read(m_out, bytes, sizeof bytes);
            if (count > 0) {
                if (buffer)
                    buffer->append(bytes, count);
                return Event::Output;
            }
            if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
                closeDescriptor(m_out);
                if (buffer)
                    return Event::End;
            }
        }
    }
}

Result<bool> Program::read(QByteArray &buffer, int timeout)
{
    if (m_out < 0)
        return false;
    switch (pump(&buffer, timeout)) {
    case Event::Stopped:
        terminate();
        return cancelled();
    case Event::End:
        return false;
    default:
        return true;
    }
}

Result<int> Program::wait()
{
    m_closeInput = true;
    for (;;) {
        const Event event = pump(nullptr, -1);
        if (event == Event::Stopped) {
            terminate();
            return cancelled();
        }
        if (event == Event::End)
            break;
    }
    if (m_pid > 0) {
        while (::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
        }
        m_pid = -1;
    }
    return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : 128 + WTERMSIG(m_status);
}

void Program::terminate()
{
    if (m_pid <= 0)
        return;
    closeDescriptor(m_in);
    const auto reaped = [this] {
        const pid_t result = ::waitpid(m_pid, &m_status, WNOHANG);
        return result == m_pid || (result < 0 && errno != EINTR);
    };
    ::kill(-m_pid, SIGTERM);
    QElapsedTimer timer;
    timer.start();
    bool ended = reaped();
    while (!ended && timer.elapsed() < graceMilliseconds) {
        // A full pipe must not keep the program from ending in order.
        pollfd waits[2] = {{m_out, POLLIN, 0}, {m_err, POLLIN, 0}};
        char bytes[4096];
        if (::poll(waits, 2, 2) > 0) {
            if (waits[0].revents && ::read(m_out, bytes, sizeof bytes) <= 0)
                closeDescriptor(m_out);
            if (waits[1].revents && ::read(m_err, bytes, sizeof bytes) <= 0)
                closeDescriptor(m_err);
        }
        ended = reaped();
    }
    // Helpers of git (transport, index-pack) may outlive it for a moment; nothing of the group may stay.
    ::kill(-m_pid, SIGKILL);
    while (!ended && ::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
}

Result<Completed> complete(const Command &command, const QByteArray &input, qsizetype limit)
{
    auto program = Program::start(command);
    if (!program)
        return std::unexpected(program.error());
    (*program)->write(input);
    (*program)->closeInput();
    Completed result;
    for (;;) {
        const auto more = (*program)->read(result.output);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        if (result.output.size() > limit)
            return failure(ErrorKind::LimitExceeded, QStringLiteral("Git's answer is too large."));
    }
    const auto code = (*program)->wait();
    if (!code)
        return std::unexpected(code.error());
    result.exitCode = *code;
    result.errors = (*program)->errors();
    return result;
}

Result<QByteArray> run(const Command &command, const QByteArray &input)
{
    auto result = complete(command, input);
    if (!result)
        return std::unexpected(result.error());
    if (!result->succeeded()) {
        const QString name = QString::fromLatin1(command.arguments.value(0));
        return std::unexpected(
            programError(QStringLiteral("git %1 failed.").arg(name), result->exitCode, result->errors));
    }
    return std::move(result->output);
}

Error programError(const QString &what, int exitCode, const QByteArray &errors)
{
    ErrorKind kind = ErrorKind::Internal;
    if (errors.contains("No space left on device"))
        kind = ErrorKind::LimitExceeded;
    else if (errors.contains("Permission denied"))
        kind = ErrorKind::PermissionDenied;
    else if (errors.contains("not a git repository") || errors.contains("does not exist"))
        kind = ErrorKind::NotFound;
    else if (errors.contains("bad object") || errors.contains("corrupt") || errors.contains("unable to read"))
        kind = ErrorKind::Corrupt;
    const QByteArray words = errors.trimmed();
    const QString detail =
        words.isEmpty() ? QStringLiteral("exit status %1").arg(exitCode) : QString::fromUtf8(words);
    qCDebug(log::git) << what << exitCode << detail;
    return {kind, {}, what, detail};
}

} // namespace countersign::git
