// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/reader.h"

#include <algorithm>

namespace countersign::git {

namespace {

// As core.maxTreeDepth: a hostile tree may nest deeper than any path that a file system takes.
constexpr int deepestTree = 2048;

std::unexpected<Error> noSuchPath(QByteArrayView path)
{
    return failure(ErrorKind::NotFound, QStringLiteral("There is no %1.").arg(displayPath(path)));
}

Result<QList<TreeEntry>> readTree(Repository::Reader &reader, const Oid &id)
{
    const auto bytes = reader.read(id, ObjectType::Tree);
    if (!bytes)
        return std::unexpected(bytes.error());
    return parseTree(*bytes, reader.idSize);
}

struct Collector
{
    Repository::Reader &reader;
    qsizetype limit;
    // Folders count too: a tree of a billion empty folders has no file at all.
    qsizetype visited = 0;
    QList<TreeEntry> files;

    Result<void> collect(const Oid &id, const QByteArray &prefix, int depth)
    {
        const auto entries = readTree(reader, id);
        if (!entries)
            return std::unexpected(entries.error());
        for (const TreeEntry &entry : *entries) {
            if (++visited > limit || depth > deepestTree)
                return failure(ErrorKind::LimitExceeded, QStringLiteral("The tree has too many entries."));
            const QByteArray path = prefix + entry.name;
            if (entry.mode != FileMode::Tree) {
                files.append({path, entry.id, entry.mode});
            } else if (const auto below = collect(entry.id, path + '/', depth + 1); !below) {
                return below;
            }
        }
        return {};
    }
};

} // namespace

Result<Oid> resolveCommit(const Repository &repository, QByteArrayView specifier)
{
    Repository::Reader &reader = repository.reader();
    const auto peel = [&reader](const Result<Oid> &target) {
        return target ? peelToCommit(reader, *target) : target;
    };
    // Ids come first: a branch whose name has the form of an id must not take the place of a commit.
    if (const auto id = Oid::fromHex(specifier))
        return peelToCommit(reader, *id);
    const QByteArray name = specifier.toByteArray();
    QList<QByteArray> candidates;
    if (name == "HEAD" || name.startsWith("refs/"))
        candidates = {name};
    candidates << "refs/heads/" + name << "refs/tags/" + name;
    for (const QByteArray &candidate : candidates) {
        if (candidate != "HEAD" && !isFullRefName(candidate))
            continue;
        const auto target = refTarget(reader, candidate);
        if (target || target.error().kind != ErrorKind::NotFound)
            return peel(target);
    }
    return failure(ErrorKind::NotFound,
                   QStringLiteral("There is no branch, tag or commit %1.").arg(displayPath(specifier)));
}

Result<QList<Oid>> expandId(const Repository &repository, QByteArrayView prefix, int limit)
{
    Repository::Reader &reader = repository.reader();
    const bool isHex =
        std::ranges::all_of(prefix, [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
    if (prefix.size() < 4 || prefix.size() > 2 * reader.idSize || !isHex)
        return QList<Oid>();
    const auto output =
        run(reader.command({"rev-parse", "--disambiguate=" + prefix.toByteArray().toLower()}));
    if (!output)
        return std::unexpected(output.error());
    QList<Oid> commits;
    QList<Oid> others;
    for (const QByteArray &line : output->split('\n')) {
        const auto id = Oid::fromHex(line);
        const auto header = id ? reader.header(*id) : failure(ErrorKind::NotFound, {});
        if (header)
            (header->type == ObjectType::Commit ? commits : others) << *id;
    }
    return (commits + others).first(std::min<qsizetype>(limit, commits.size() + others.size()));
}

Result<CommitInfo> commit(const Repository &repository, const Oid &id)
{
    const auto bytes = repository.reader().read(id, ObjectType::Commit);
    if (!bytes)
        return std::unexpected(bytes.error());
    return parseCommit(id, *bytes);
}

Result<TreeEntry> entry(const Repository &repository, const Oid &commitOrTree, QByteArrayView path)
{
    Repository::Reader &reader = repository.reader();
    const auto root = peelToTree(reader, commitOrTree);
    if (!root)
        return std::unexpected(root.error());
    TreeEntry current{{}, *root, FileMode::Tree};
    qsizetype start = 0;
    while (start < path.size()) {
        qsizetype end = path.indexOf('/', start);
        if (end < 0)
            end = path.size();
        if (current.mode != FileMode::Tree)
            return noSuchPath(path);
        const auto entries = readTree(reader, current.id);
        if (!entries)
            return std::unexpected(entries.error());
        const QByteArrayView name = path.sliced(start, end - start);
        const auto found =
            std::ranges::find_if(*entries, [name](const TreeEntry &entry) { return entry.name == name; });
        if (found == entries->end())
            return noSuchPath(path);
        current = *found;
        start = end + 1;
    }
    current.name = path.toByteArray();
    return current;
}

Result<QList<TreeEntry>> tree(const Repository &repository, const Oid &commitOrTree, QByteArrayView path)
{
    const auto folder = entry(repository, commitOrTree, path);
    if (!folder)
        return std::unexpected(folder.error());
    if (folder->mode != FileMode::Tree)
        return noSuchPath(path);
    return readTree(repository.reader(), folder->id);
}

Result<QList<TreeEntry>> allFiles(const Repository &repository, const Oid &commitOrTree, qsizetype limit)
{
    const auto root = peelToTree(repository.reader(), commitOrTree);
    if (!root)
        return std::unexpected(root.error());
    Collector collector{repository.reader(), limit, 0, {}};
    if (const auto done = collector.collect(*root, {}, 0); !done)
        return std::unexpected(done.error());
    return std::move(collector.files);
}

Result<qint64> blobSize(const Repository &repository, const Oid &id)
{
    const auto header = repository.reader().header(id);
    if (!header)
        return std::unexpected(header.error());
    if (header->type != ObjectType::Blob)
        return failure(ErrorKind::NotFound, QStringLiteral("%1 is no file.").arg(id.toString()));
    return header->size;
}

Result<QByteArray> blob(const Repository &repository, const Oid &id, qint64 limit)
{
    const auto size = blobSize(repository, id);
    if (!size)
        return std::unexpected(size.error());
    if (*size > limit)
        return failure(ErrorKind::LimitExceeded,
                       QStringLiteral("The file has %1 bytes; the limit is %2.").arg(*size).arg(limit));
    return repository.reader().read(id, ObjectType::Blob);
}

} // namespace countersign::git
