// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/reader.h"
#include "core/git/renames.h"

#include <algorithm>

namespace countersign::git {

namespace {

constexpr int deepestTree = 2048;
constexpr qsizetype mostDeltas = 1'000'000;

// Walks two trees side by side, reading only the folders that differ. Our own, because it then serves both
// readers, keeps paths as bytes, and stops when asked.
class TreeComparison
{
public:
    TreeComparison(Repository::Reader &reader, QByteArrayView path, std::stop_token stop)
        : m_reader(reader)
        , m_stop(std::move(stop))
    {
        if (!path.isEmpty()) {
            m_filter = path.toByteArray().split('/');
            m_filter.removeAll(QByteArray());
        }
    }

    Result<void> compare(const Oid &before, const Oid &after, const QByteArray &prefix, int depth)
    {
        if (m_stop.stop_requested())
            return cancelled();
        if (depth > deepestTree || m_deltas.size() > mostDeltas)
            return failure(ErrorKind::LimitExceeded, QStringLiteral("The comparison has too many files."));
        const auto oldEntries = read(before, depth);
        if (!oldEntries)
            return std::unexpected(oldEntries.error());
        const auto newEntries = read(after, depth);
        if (!newEntries)
            return std::unexpected(newEntries.error());
        auto oldEntry = oldEntries->begin();
        auto newEntry = newEntries->begin();
        static const TreeEntry absent;
        while (oldEntry != oldEntries->end() || newEntry != newEntries->end()) {
            int order = 0;
            if (oldEntry == oldEntries->end())
                order = 1;
            else if (newEntry == newEntries->end())
                order = -1;
            else
                order = oldEntry->name.compare(newEntry->name);
            const TreeEntry &left = order <= 0 ? *oldEntry++ : absent;
            const TreeEntry &right = order >= 0 ? *newEntry++ : absent;
            if (left.id == right.id && left.mode == right.mode)
                continue;
            if (const auto done = pair(left, right, prefix, depth); !done)
                return done;
        }
        return {};
    }

    QList<FileDelta> take() { return std::move(m_deltas); }

private:
    // Entries by name alone: Git's own order puts a file and a folder of one name apart.
    Result<QList<TreeEntry>> read(const Oid &id, int depth)
    {
        if (id.isNull())
            return QList<TreeEntry>();
        const auto bytes = m_reader.read(id, ObjectType::Tree);
        if (!bytes)
            return std::unexpected(bytes.error());
        auto entries = parseTree(*bytes, m_reader.idSize);
        if (!entries)
            return entries;
        if (depth < m_filter.size())
            entries->removeIf([&](const TreeEntry &entry) {
                return entry.name != m_filter[depth] ||
                       (depth + 1 < m_filter.size() && entry.mode != FileMode::Tree);
            });
        std::ranges::sort(*entries, {}, &TreeEntry::name);
        return entries;
    }

    Result<void> pair(const TreeEntry &left, const TreeEntry &right, const QByteArray &prefix, int depth)
    {
        const bool leftTree = left.mode == FileMode::Tree;
        const bool rightTree = right.mode == FileMode::Tree;
        const bool leftFile = left.mode != FileMode::None && !leftTree;
        const bool rightFile = right.mode != FileMode::None && !rightTree;
        const QByteArray path = prefix + (left.mode != FileMode::None ? left.name : right.name);
        if (leftFile && rightFile) {
            const bool sameType = kind(left.mode) == kind(right.mode);
            m_deltas.append({sameType ? DeltaStatus::Modified : DeltaStatus::TypeChanged, path, path, left.id,
                             right.id, left.mode, right.mode, 0});
        } else if (leftFile) {
            m_deltas.append({DeltaStatus::Deleted, path, {}, left.id, {}, left.mode, FileMode::None, 0});
        } else if (rightFile) {
            m_deltas.append({DeltaStatus::Added, {}, path, {}, right.id, FileMode::None, right.mode, 0});
        }
        if (leftTree || rightTree)
            return compare(leftTree ? left.id : Oid(), rightTree ? right.id : Oid(), path + '/', depth + 1);
        return {};
    }

    static FileMode kind(FileMode mode) { return mode == FileMode::Executable ? FileMode::Normal : mode; }

    Repository::Reader &m_reader;
    std::stop_token m_stop;
    QList<QByteArray> m_filter;
    QList<FileDelta> m_deltas;
};

} // namespace

Result<std::optional<Oid>> mergeBase(const Repository &repository, const Oid &a, const Oid &b)
{
    // By the git program: it knows the commit-graph, and is the engine that merges, so both agree.
    const Command command = repository.reader().command({"merge-base", a.hex(), b.hex()});
    const auto result = complete(command);
    if (!result)
        return std::unexpected(result.error());
    const auto id = Oid::fromHex(result->output.trimmed());
    if (id)
        return std::optional(*id);
    if (result->exitCode == 1 && result->errors.isEmpty())
        return std::optional<Oid>();
    return failure(ErrorKind::NotFound, QStringLiteral("The commits could not be compared."),
                   QString::fromUtf8(result->errors));
}

Result<Deltas> deltas(const Repository &repository, const Oid &before, const Oid &after,
                      const DeltaOptions &options, std::stop_token stop)
{
    Repository::Reader &reader = repository.reader();
    Result<Oid> sides[2] = {Oid(), Oid()};
    for (int i = 0; i < 2; ++i) {
        const Oid &id = i == 0 ? before : after;
        if (!id.isNull())
            sides[i] = peelToTree(reader, id);
        if (!sides[i])
            return std::unexpected(sides[i].error());
    }
    Deltas result;
    if (*sides[0] == *sides[1])
        return result;
    TreeComparison comparison(reader, options.path, stop);
    if (const auto done = comparison.compare(*sides[0], *sides[1], {}, 0); !done)
        return std::unexpected(done.error());
    result.files = comparison.take();
    if (options.renames) {
        const auto limited = findRenames(reader, result.files, options.renameLimit, stop);
        if (!limited)
            return std::unexpected(limited.error());
        result.renamesLimited = *limited;
    }
    std::ranges::stable_sort(result.files, {}, &FileDelta::path);
    return result;
}

} // namespace countersign::git
