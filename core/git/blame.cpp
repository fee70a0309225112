// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/quoting.h"
#include "core/git/reader.h"

#include <QElapsedTimer>
#include <QHash>

namespace countersign::git {

namespace {

constexpr int flushMilliseconds = 50;
constexpr qsizetype largestBatch = 500;

// Format: git-blame(1), --incremental: a line "id original final count", the commit's details when it is
// first met, and "filename", which ends the entry.
class BlameParser
{
public:
    explicit BlameParser(const Repository &repository)
        : m_repository(repository)
    {
    }

    /// True when the line completes a hunk.
    Result<bool> take(QByteArrayView line)
    {
        if (!m_open) {
            const QList<QByteArray> fields = line.toByteArray().split(' ');
            const auto id = fields.size() == 4 ? Oid::fromHex(fields[0]) : std::nullopt;
            if (!id)
                return failure(ErrorKind::Internal, QStringLiteral("git blame gave an unexpected answer."),
                               QString::fromUtf8(line));
            m_hunk = {};
            m_hunk.commit = *id;
            m_hunk.originalLine = fields[1].toInt();
            m_hunk.line = fields[2].toInt();
            m_hunk.count = fields[3].toInt();
            m_open = true;
            return false;
        }
        if (line.startsWith("previous ")) {
            const QByteArrayView rest = line.sliced(9);
            const qsizetype space = rest.indexOf(' ');
            const auto id = space > 0 ? Oid::fromHex(rest.first(space)) : std::nullopt;
            if (id)
                m_previous.insert(m_hunk.commit, {*id, unquoted(rest.sliced(space + 1))});
            return false;
        }
        if (!line.startsWith("filename "))
            return false;
        m_open = false;
        m_hunk.originalPath = unquoted(line.sliced(9));
        const auto previous = m_previous.constFind(m_hunk.commit);
        if (previous != m_previous.cend()) {
            m_hunk.previous = previous->first;
            m_hunk.previousPath = previous->second;
        }
        return describe();
    }

    BlameHunk hunk() const { return m_hunk; }

private:
    Result<bool> describe()
    {
        auto known = m_commits.constFind(m_hunk.commit);
        if (known == m_commits.cend()) {
            const auto info = commit(m_repository, m_hunk.commit);
            if (!info)
                return std::unexpected(info.error());
            known = m_commits.insert(m_hunk.commit, {info->author, info->subject()});
        }
        m_hunk.author = known->first;
        m_hunk.subject = known->second;
        return true;
    }

    const Repository &m_repository;
    QHash<Oid, std::pair<Oid, QByteArray>> m_previous;
    QHash<Oid, std::pair<Signature, QString>> m_commits;
    BlameHunk m_hunk;
    bool m_open = false;
};

} // namespace

Result<void> blame(const Repository &repository, const Oid &at, QByteArrayView path,
                   const std::function<bool(QList<BlameHunk>)> &sink, std::stop_token stop)
{
    const auto file = entry(repository, at, path);
    if (!file)
        return std::unexpected(file.error());
    if (file->mode == FileMode::Tree || file->mode == FileMode::Submodule)
        return failure(ErrorKind::InvalidInput, QStringLiteral("%1 is no file.").arg(displayPath(path)));
    const auto command = repository.reader().isolated(
        {"blame", "--incremental", "--no-textconv", at.hex(), "--", path.toByteArray()}, std::move(stop));
    if (!command)
        return std::unexpected(command.error());
    auto program = Program::start(*command);
    if (!program)
        return std::unexpected(program.error());

    BlameParser parser(repository);
    QByteArray buffer;
    QList<BlameHunk> batch;
    QElapsedTimer sinceFlush;
    bool first = true;
    const auto flush = [&] {
        first = false;
        sinceFlush.start();
        return batch.isEmpty() || sink(std::exchange(batch, {}));
    };
    for (bool more = true; more;) {
        const auto got = (*program)->read(buffer, batch.isEmpty() ? -1 : flushMilliseconds);
        if (!got)
            return std::unexpected(got.error());
        more = *got;
        qsizetype start = 0;
        for (qsizetype end = 0; (end = buffer.indexOf('\n', start)) >= 0; start = end + 1) {
            const auto complete = parser.take(QByteArrayView(buffer).sliced(start, end - start));
            if (!complete)
                return std::unexpected(complete.error());
            if (*complete)
                batch.append(parser.hunk());
        }
        buffer.remove(0, start);
        if (!batch.isEmpty() &&
            (first || batch.size() >= largestBatch || sinceFlush.elapsed() >= flushMilliseconds) && !flush())
            return {};
    }
    const auto code = (*program)->wait();
    if (!code)
        return std::unexpected(code.error());
    if (*code != 0)
        return std::unexpected(
            programError(QStringLiteral("The authors of %1 could not be found.").arg(displayPath(path)),
                         *code, (*program)->errors()));
    flush();
    return {};
}

} // namespace countersign::git
