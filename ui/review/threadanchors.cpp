// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/threadanchors.h"

#include "core/diff/anchors.h"
#include "core/git/repository.h"

#include <QHash>

#include <algorithm>

namespace countersign::reviewui {

namespace {

constexpr qint64 largestFile = 16LL * 1024 * 1024;

// Reads each version and each comparison once, however many threads stand in it.
class Finder
{
public:
    Finder(git::Repository &repository, std::stop_token stop)
        : m_repository(repository)
        , m_stop(std::move(stop))
    {
    }

    std::optional<git::TreeEntry> entry(const git::Oid &at, const QByteArray &path)
    {
        auto found = git::entry(m_repository, at, path);
        if (!found)
            return std::nullopt;
        return *found;
    }

    // The name of the file in another tree: the same, or what it was renamed to.
    std::optional<QByteArray> pathIn(const git::Oid &from, const git::Oid &to, const QByteArray &path)
    {
        if (entry(to, path))
            return path;
        const QByteArray key = from.hex() + to.hex();
        if (!m_renames.contains(key)) {
            QHash<QByteArray, QByteArray> renames;
            if (const auto deltas = git::deltas(m_repository, from, to, {}, m_stop)) {
                for (const auto &file : deltas->files) {
                    if (file.status == git::DeltaStatus::Renamed)
                        renames.insert(file.oldPath, file.newPath);
                }
            }
            m_renames.insert(key, renames);
        }
        const auto &renames = m_renames[key];
        const auto it = renames.constFind(path);
        if (it == renames.constEnd())
            return std::nullopt;
        return *it;
    }

    // nullopt where a version cannot be compared as text.
    std::optional<diff::MappedLine> map(const git::Oid &from, const git::Oid &to, int line)
    {
        if (from == to)
            return diff::MappedLine{line, true};
        const QByteArray key = from.hex() + to.hex();
        auto it = m_edits.find(key);
        if (it == m_edits.end()) {
            Edits edits;
            const auto before = git::blob(m_repository, from, largestFile);
            const auto after = git::blob(m_repository, to, largestFile);
            if (before && after) {
                const auto oldText = diff::Text::load(*before);
                const auto newText = diff::Text::load(*after);
                if (!oldText.isBinary() && !newText.isBinary()) {
                    edits.edits = diff::lineDiff(oldText, newText, {}, m_stop);
                    edits.newLines = newText.lineCount();
                    edits.known = true;
                }
            }
            it = m_edits.insert(key, edits);
        }
        if (!it->known)
            return std::nullopt;
        return diff::mapLine(it->edits, line, it->newLines);
    }

private:
    struct Edits
    {
        QList<diff::Edit> edits;
        int newLines = 0;
        bool known = false;
    };
    git::Repository &m_repository;
    std::stop_token m_stop;
    QHash<QByteArray, QHash<QByteArray, QByteArray>> m_renames;
    QHash<QByteArray, Edits> m_edits;
};

Placement place(Finder &finder, const Anchor &anchor, const git::Oid &shown)
{
    Placement placement;
    placement.isBefore = anchor.isBefore;
    placement.line = anchor.line;
    placement.path = anchor.path.toUtf8();
    const auto commit = git::Oid::fromHex(QStringView(anchor.commitId));
    const auto origin = commit ? finder.entry(*commit, placement.path) : std::nullopt;
    const auto path = commit ? finder.pathIn(*commit, shown, placement.path) : std::nullopt;
    const auto target = path ? finder.entry(shown, *path) : finder.entry(shown, placement.path);
    if (!target) {
        placement.kind = Placement::Kind::FileGone;
        return placement;
    }
    placement.path = path.value_or(placement.path);
    if (anchor.line <= 0)
        return placement;
    const auto mapped = origin ? finder.map(origin->id, target->id, anchor.line - 1) : std::nullopt;
    if (!mapped) {
        placement.kind = Placement::Kind::Outdated;
        return placement;
    }
    placement.line = std::max(1, mapped->line + 1);
    placement.kind = mapped->exact ? Placement::Kind::Exact : Placement::Kind::Outdated;
    return placement;
}

} // namespace

std::optional<Anchor> anchorOf(const std::optional<api::Location> &location, const QString &beforeCommitId,
                               const QString &afterCommitId)
{
    if (!location)
        return std::nullopt;
    Anchor anchor;
    anchor.path = location->filePath;
    anchor.isBefore = location->relativeFileVersion == QStringLiteral("BEFORE");
    anchor.line = static_cast<int>(location->filePosition.value_or(0));
    anchor.commitId = anchor.isBefore ? beforeCommitId : afterCommitId;
    return anchor;
}

Result<QList<Placement>> placeAnchors(const QString &gitDirectory, const QList<Anchor> &anchors,
                                      const git::Oid &before, const git::Oid &after, std::stop_token stop)
{
    auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    Finder finder(*repository, stop);
    QList<Placement> placements;
    for (const auto &anchor : anchors) {
        if (stop.stop_requested())
            return cancelled();
        placements.append(place(finder, anchor, anchor.isBefore ? before : after));
    }
    return placements;
}

} // namespace countersign::reviewui
