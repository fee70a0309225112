// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/renames.h"

#include <QHash>
#include <QMultiHash>

#include <algorithm>
#include <tuple>
#include <vector>

namespace countersign::git {

namespace {

constexpr int leastSimilarity = 50;
constexpr qint64 largestFile = 64LL * 1024 * 1024;
constexpr qint64 mostBytes = 1024LL * 1024 * 1024;
// A piece that more files than this have in common says little about which file it is.
constexpr qsizetype commonPiece = 64;
constexpr size_t closelyCompared = 16;

QByteArrayView baseName(QByteArrayView path) { return path.sliced(path.lastIndexOf('/') + 1); }

bool isRegular(FileMode mode) { return mode == FileMode::Normal || mode == FileMode::Executable; }

bool isEmptyBlob(const Oid &id)
{
    static const Oid sha1 = *Oid::fromHex(QByteArrayView("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"));
    static const Oid sha256 =
        *Oid::fromHex(QByteArrayView("473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"));
    return id == sha1 || id == sha256;
}

class RenameSearch
{
public:
    RenameSearch(Repository::Reader &reader, QList<FileDelta> &files, const std::stop_token &stop)
        : m_reader(reader)
        , m_files(files)
        , m_stop(stop)
    {
        for (qsizetype i = 0; i < files.size(); ++i) {
            if (files[i].status == DeltaStatus::Deleted)
                m_deleted.push_back(i);
            else if (files[i].status == DeltaStatus::Added)
                m_added.push_back(i);
        }
    }

    bool hasPairs() const { return !m_deleted.empty() && !m_added.empty(); }
    size_t candidates() const { return m_deleted.size() + m_added.size(); }

    // Same content: first under the same file name, then under any; an empty file only under the same name.
    void pairEqual()
    {
        for (const bool sameName : {true, false}) {
            QMultiHash<Oid, qsizetype> sources;
            for (auto i = m_deleted.rbegin(); i != m_deleted.rend(); ++i)
                sources.insert(m_files[*i].oldId, *i);
            for (const qsizetype target : m_added) {
                const FileDelta &added = m_files[target];
                if (added.status != DeltaStatus::Added || (!sameName && isEmptyBlob(added.newId)))
                    continue;
                for (auto [i, end] = sources.equal_range(added.newId); i != end; ++i) {
                    const FileDelta &deleted = m_files[*i];
                    if (isUsed(*i) || isRegular(deleted.oldMode) != isRegular(added.newMode) ||
                        (sameName && baseName(deleted.oldPath) != baseName(added.newPath)))
                        continue;
                    join(*i, target, 100);
                    break;
                }
            }
        }
        dropJoined();
    }

    void markCopies()
    {
        QHash<Oid, qsizetype> sources;
        for (qsizetype i = m_files.size(); i-- > 0;) {
            if (isRegular(m_files[i].oldMode) && !isEmptyBlob(m_files[i].oldId))
                sources.insert(m_files[i].oldId, i);
        }
        for (const qsizetype target : m_added) {
            FileDelta &added = m_files[target];
            const auto source = sources.constFind(added.newId);
            if (source == sources.cend() || !isRegular(added.newMode))
                continue;
            const FileDelta &original = m_files[*source];
            added.status = DeltaStatus::Copied;
            added.oldPath = original.oldPath;
            added.oldId = original.oldId;
            added.oldMode = original.oldMode;
            added.similarity = 100;
        }
        dropJoined();
    }

    // False when there is too much to compare.
    Result<bool> pairSimilar(qsizetype limit)
    {
        if (static_cast<qsizetype>(candidates()) > limit)
            return false;
        std::vector<qint64> deletedSizes;
        std::vector<qint64> addedSizes;
        if (const auto done = measure(m_deleted, &FileDelta::oldId, &FileDelta::oldMode, deletedSizes); !done)
            return std::unexpected(done.error());
        if (const auto done = measure(m_added, &FileDelta::newId, &FileDelta::newMode, addedSizes); !done)
            return std::unexpected(done.error());
        keepComparable(m_deleted, deletedSizes, addedSizes);
        keepComparable(m_added, addedSizes, deletedSizes);
        if (!hasPairs())
            return true;
        qint64 total = 0;
        for (const auto *sizes : {&deletedSizes, &addedSizes})
            for (const qint64 size : *sizes)
                total += size;
        if (total > mostBytes)
            return false;
        return compareContent();
    }

private:
    struct Pair
    {
        int similarity;
        bool sameName;
        qsizetype source;
        qsizetype target;
        auto order() const { return std::tuple(-similarity, !sameName, target, source); }
    };

    bool isUsed(qsizetype source) const { return m_used.contains(source); }

    void join(qsizetype source, qsizetype target, int similarity)
    {
        const FileDelta &deleted = m_files[source];
        FileDelta &added = m_files[target];
        added.status = DeltaStatus::Renamed;
        added.oldPath = deleted.oldPath;
        added.oldId = deleted.oldId;
        added.oldMode = deleted.oldMode;
        added.similarity = similarity;
        m_used.insert(source, true);
    }

    void dropJoined()
    {
        std::erase_if(m_added, [this](qsizetype i) { return m_files[i].status != DeltaStatus::Added; });
        std::erase_if(m_deleted, [this](qsizetype i) { return isUsed(i); });
    }

    Result<void> measure(std::vector<qsizetype> &indexes, Oid FileDelta::*id, FileMode FileDelta::*mode,
                         std::vector<qint64> &sizes)
    {
        std::erase_if(indexes, [&](qsizetype i) { return !isRegular(m_files[i].*mode); });
        for (const qsizetype index : indexes) {
            if (m_stop.stop_requested())
                return cancelled();
            const auto header = m_reader.header(m_files[index].*id);
            if (!header)
                return std::unexpected(header.error());
            sizes.push_back(header->size);
        }
        return {};
    }

    // Files less than half or more than twice the size of every other can not be similar enough.
    static void keepComparable(std::vector<qsizetype> &indexes, std::vector<qint64> &sizes,
                               const std::vector<qint64> &others)
    {
        std::vector<qint64> sorted = others;
        std::ranges::sort(sorted);
        size_t kept = 0;
        for (size_t i = 0; i < indexes.size(); ++i) {
            const qint64 size = sizes[i];
            const auto nearest = std::ranges::lower_bound(sorted, (size + 1) / 2);
            if (size == 0 || size > largestFile || nearest == sorted.end() || *nearest > size * 2)
                continue;
            indexes[kept] = indexes[i];
            sizes[kept] = size;
            ++kept;
        }
        indexes.resize(kept);
        sizes.resize(kept);
    }

    Result<Fingerprint> fingerprint(const Oid &id)
    {
        if (m_stop.stop_requested())
            return cancelled();
        const auto content = m_reader.read(id, ObjectType::Blob);
        if (!content)
            return std::unexpected(content.error());
        return Fingerprint(*content);
    }

    Result<bool> compareContent()
    {
        std::vector<Fingerprint> sources;
        QHash<quint32, QList<int>> owners;
        for (const qsizetype index : m_deleted) {
            auto print = fingerprint(m_files[index].oldId);
            if (!print)
                return std::unexpected(print.error());
            for (const Fingerprint::Piece &piece : print->pieces())
                owners[piece.hash].append(static_cast<int>(sources.size()));
            sources.push_back(std::move(*print));
        }
        std::vector<Pair> pairs;
        for (const qsizetype target : m_added) {
            const auto print = fingerprint(m_files[target].newId);
            if (!print)
                return std::unexpected(print.error());
            for (const int source : likelySources(*print, target, owners)) {
                const int similarity = sources[static_cast<size_t>(source)].similarity(*print);
                if (similarity < leastSimilarity)
                    continue;
                const qsizetype deleted = m_deleted[static_cast<size_t>(source)];
                pairs.push_back({similarity,
                                 baseName(m_files[deleted].oldPath) == baseName(m_files[target].newPath),
                                 deleted, target});
            }
        }
        std::ranges::sort(pairs, {}, &Pair::order);
        for (const Pair &pair : pairs) {
            // 100 is for equal ids; equal pieces in another order are not the same file.
            if (!isUsed(pair.source) && m_files[pair.target].status == DeltaStatus::Added)
                join(pair.source, pair.target, std::min(pair.similarity, 99));
        }
        return true;
    }

    // The sources that share most bytes in pieces that few files have; and those of the same name.
    std::vector<int> likelySources(const Fingerprint &print, qsizetype target,
                                   const QHash<quint32, QList<int>> &owners) const
    {
        QHash<int, qint64> shared;
        for (const bool alsoCommon : {false, true}) {
            for (const Fingerprint::Piece &piece : print.pieces()) {
                const auto found = owners.constFind(piece.hash);
                if (found == owners.cend() || (found->size() > commonPiece && !alsoCommon))
                    continue;
                for (const int source : *found)
                    shared[source] += piece.bytes;
            }
            if (!shared.isEmpty())
                break;
        }
        std::vector<std::pair<qint64, int>> ranked;
        for (auto i = shared.cbegin(); i != shared.cend(); ++i)
            ranked.emplace_back(-i.value(), i.key());
        const size_t count = std::min(closelyCompared, ranked.size());
        std::ranges::partial_sort(ranked, ranked.begin() + static_cast<qsizetype>(count));
        std::vector<int> result;
        for (size_t i = 0; i < count; ++i)
            result.push_back(ranked[i].second);
        const QByteArrayView name = baseName(m_files[target].newPath);
        for (size_t i = 0, named = 0; i < m_deleted.size() && named < closelyCompared; ++i) {
            const int source = static_cast<int>(i);
            if (baseName(m_files[m_deleted[i]].oldPath) != name)
                continue;
            ++named;
            if (!std::ranges::contains(result, source))
                result.push_back(source);
        }
        return result;
    }

    Repository::Reader &m_reader;
    QList<FileDelta> &m_files;
    const std::stop_token &m_stop;
    std::vector<qsizetype> m_deleted;
    std::vector<qsizetype> m_added;
    QHash<qsizetype, bool> m_used;

public:
    void removeUsed()
    {
        qsizetype index = 0;
        m_files.removeIf([&](const FileDelta &) { return m_used.contains(index++); });
    }
};

} // namespace

Result<bool> findRenames(Repository::Reader &reader, QList<FileDelta> &files, int limit,
                         const std::stop_token &stop)
{
    RenameSearch search(reader, files, stop);
    search.pairEqual();
    search.markCopies();
    bool limited = false;
    if (search.hasPairs()) {
        const auto complete = search.pairSimilar(limit);
        if (!complete)
            return std::unexpected(complete.error());
        limited = !*complete;
    }
    search.removeUsed();
    return limited;
}

} // namespace countersign::git
