// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/hubcommand.h"
#include "core/git/reader.h"
#include "core/git/topologicalwalk.h"

#include <QElapsedTimer>

namespace countersign::git {

namespace {

constexpr qsizetype firstBatch = 100;
constexpr qsizetype laterBatch = 1000;
// With a filter commits are found slowly; what is there is shown after this time.
constexpr int flushMilliseconds = 100;

Result<QByteArray> startingPoints(const Repository &repository, const QList<QByteArray> &from,
                                  const QList<QByteArray> &exclude)
{
    QByteArray input;
    for (const bool excluded : {false, true}) {
        for (const QByteArray &name : excluded ? exclude : from) {
            const auto id = resolveCommit(repository, name);
            if (!id)
                return std::unexpected(id.error());
            input += (excluded ? "^" : "") + id->hex() + '\n';
        }
    }
    return input;
}

QByteArray pathspec(const QByteArray &path, bool literal)
{
    return (!literal && path.contains('*') ? ":(top)" : ":(top,literal)") + path;
}

QList<QByteArray> logArguments(const LogOptions &options)
{
    QList<QByteArray> arguments;
    // rev-list needs no commit's text where the commit-graph knows the rest; log knows diffs.
    if (options.changedText.isEmpty() && !options.follow)
        arguments << "rev-list" << "--parents";
    else
        arguments << "log" << "--parents" << "--format=%H %P" << "--no-ext-diff" << "--no-textconv"
                  << "--no-color" << "--no-patch";
    arguments << "--topo-order" << "--stdin";
    if (options.from.isEmpty())
        arguments << "--branches" << "--tags";
    if (!options.message.isEmpty())
        arguments << "--grep=" + options.message.toUtf8();
    if (!options.author.isEmpty())
        arguments << "--author=" + options.author.toUtf8();
    if (!options.message.isEmpty() || !options.author.isEmpty())
        arguments << "--regexp-ignore-case" << "--fixed-strings";
    if (!options.changedText.isEmpty())
        arguments << "-S" + options.changedText;
    if (options.follow)
        arguments << "--follow";
    if (options.since)
        arguments << "--since=@" + QByteArray::number(options.since);
    if (options.until)
        arguments << "--until=@" + QByteArray::number(options.until);
    if (options.firstParent)
        arguments << "--first-parent";
    if (options.limit > 0)
        arguments << "--max-count=" + QByteArray::number(options.limit);
    arguments << "--";
    for (const QByteArray &path : options.paths)
        arguments << pathspec(path, options.follow);
    return arguments;
}

// "id parent parent…"; the commit itself comes from the object reader, byte for byte.
Result<CommitInfo> parseLine(const Repository &repository, QByteArrayView line)
{
    QList<Oid> ids;
    for (const QByteArray &field : line.toByteArray().split(' ')) {
        if (const auto id = Oid::fromHex(field))
            ids << *id;
    }
    if (ids.isEmpty())
        return failure(ErrorKind::Internal, QStringLiteral("git log gave an unexpected answer."),
                       QString::fromUtf8(line));
    auto info = commit(repository, ids.takeFirst());
    if (info)
        info->parents = ids;
    return info;
}

// Hands commits on in batches: a first one soon, then larger ones, and what there is after a while.
class Batches
{
public:
    explicit Batches(const std::function<bool(QList<CommitInfo>)> &sink)
        : m_sink(sink)
    {
        m_sinceFlush.start();
    }
    /// False when the sink has had enough.
    bool add(CommitInfo info)
    {
        m_commits.append(std::move(info));
        return (m_commits.size() < m_size && m_sinceFlush.elapsed() < flushMilliseconds) || flush();
    }
    bool isDue() const { return !m_commits.isEmpty() && m_sinceFlush.elapsed() >= flushMilliseconds; }
    bool isEmpty() const { return m_commits.isEmpty(); }
    int patience() const { return std::max(0, flushMilliseconds - static_cast<int>(m_sinceFlush.elapsed())); }
    bool flush()
    {
        m_sinceFlush.restart();
        m_size = laterBatch;
        return m_commits.isEmpty() || m_sink(std::exchange(m_commits, {}));
    }

private:
    const std::function<bool(QList<CommitInfo>)> &m_sink;
    QList<CommitInfo> m_commits;
    qsizetype m_size = firstBatch;
    QElapsedTimer m_sinceFlush;
};

// The walk over a history without filters; null where git has to do it.
Result<std::unique_ptr<TopologicalWalk>> directWalk(const Repository &repository, const LogOptions &options,
                                                    const std::stop_token &stop)
{
    Repository::Reader &reader = repository.reader();
    if (reader.isReduced() || options.isFiltered() || !options.exclude.isEmpty() || options.firstParent)
        return nullptr;
    if (options.from.isEmpty())
        return allTips(reader).transform(
            [&](const QList<Oid> &tips) { return TopologicalWalk::start(reader, tips, stop); });
    QList<Oid> tips;
    for (const QByteArray &name : options.from) {
        const auto id = resolveCommit(repository, name);
        if (!id)
            return std::unexpected(id.error());
        if (!tips.contains(*id))
            tips.append(*id);
    }
    return TopologicalWalk::start(reader, tips, stop);
}

Result<void> logDirectly(const Repository &repository, TopologicalWalk &walk, int limit,
                         const std::function<bool(QList<CommitInfo>)> &sink, const std::stop_token &stop)
{
    Batches batches(sink);
    int given = 0;
    for (Oid id = walk.next(); !id.isNull(); id = walk.next()) {
        if (stop.stop_requested())
            return cancelled();
        auto info = commit(repository, id);
        if (!info)
            return std::unexpected(info.error());
        if (!batches.add(std::move(*info)))
            return {};
        if (++given == limit)
            break;
    }
    batches.flush();
    return {};
}

} // namespace

QByteArray patternFor(QByteArrayView path)
{
    QByteArray pattern;
    const bool literal = !path.contains('*');
    for (const char c : path) {
        if (!literal && (c == '*' || c == '?' || c == '[' || c == '\\'))
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

Result<void> log(const Repository &repository, const LogOptions &options,
                 const std::function<bool(QList<CommitInfo>)> &sink, std::stop_token stop)
{
    if (options.follow && options.paths.size() != 1)
        return failure(ErrorKind::InvalidInput, QStringLiteral("Renames can be followed for one path."));
    const auto walk = directWalk(repository, options, stop);
    if (!walk)
        return std::unexpected(walk.error());
    if (*walk)
        return logDirectly(repository, **walk, options.limit, sink, stop);
    const auto input = startingPoints(repository, options.from, options.exclude);
    if (!input)
        return std::unexpected(input.error());
    auto program = Program::start(repository.reader().command(logArguments(options), stop));
    if (!program)
        return std::unexpected(program.error());
    (*program)->write(*input);
    (*program)->closeInput();

    QByteArray buffer;
    Batches batches(sink);
    for (bool more = true; more;) {
        const auto got = (*program)->read(buffer, batches.isEmpty() ? -1 : batches.patience());
        if (!got)
            return std::unexpected(got.error());
        more = *got;
        qsizetype start = 0;
        for (qsizetype end = 0; (end = buffer.indexOf('\n', start)) >= 0; start = end + 1) {
            if (stop.stop_requested())
                return cancelled();
            if (end == start)
                continue;
            auto info = parseLine(repository, QByteArrayView(buffer).sliced(start, end - start));
            if (!info)
                return std::unexpected(info.error());
            if (!batches.add(std::move(*info)))
                return {};
        }
        buffer.remove(0, start);
        if (batches.isDue() && !batches.flush())
            return {};
    }
    const auto code = (*program)->wait();
    if (!code)
        return std::unexpected(code.error());
    if (*code != 0)
        return std::unexpected(
            programError(QStringLiteral("The history could not be read."), *code, (*program)->errors()));
    batches.flush();
    return {};
}

Result<qint64> commitCount(const Repository &repository, const QList<QByteArray> &from, std::stop_token stop)
{
    const auto input = startingPoints(repository, from, {});
    if (!input)
        return std::unexpected(input.error());
    QList<QByteArray> arguments{"rev-list", "--count", "--stdin"};
    if (from.isEmpty())
        arguments << "--branches" << "--tags";
    const auto output = run(repository.reader().command(arguments, std::move(stop)), *input);
    if (!output)
        return std::unexpected(output.error());
    return output->trimmed().toLongLong();
}

Result<void> writeCommitGraph(const QString &gitDirectory, std::stop_token stop)
{
    Command command;
    command.gitDirectory = absolutePath(gitDirectory);
    command.stop = std::move(stop);
    // The plain graph within seconds; then again with the filters that make the history of a path fast.
    for (const QByteArray &filters : {QByteArray("--no-changed-paths"), QByteArray("--changed-paths")}) {
        command.arguments = {"commit-graph", "write", "--reachable", "--no-progress", filters};
        if (const auto done = run(command); !done)
            return std::unexpected(done.error());
    }
    return {};
}

} // namespace countersign::git
