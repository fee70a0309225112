// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/revisioncounts.h"

#include "core/base/async.h"
#include "core/client/session.h"
#include "core/diff/linediff.h"
#include "core/git/repository.h"
#include "ui/widgets/numbers.h"

#include <ranges>

namespace countersign::reviewui {

namespace {

// What lies beyond costs more than a number in a menu is worth.
constexpr qsizetype mostFiles = 3000;
constexpr qint64 largestFile = 4LL * 1024 * 1024;

diff::Text load(const git::Repository &repository, const git::Oid &id)
{
    if (id.isNull())
        return {};
    auto bytes = git::blob(repository, id, largestFile);
    return bytes ? diff::Text::load(std::move(*bytes)) : diff::Text();
}

} // namespace

Result<std::optional<git::LineCounts>> countLines(const QString &gitDirectory, const QString &before,
                                                  const QString &after, std::stop_token stop)
{
    const auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    const auto deltas = git::deltas(*repository, git::Oid::fromHex(QStringView(before)).value_or(git::Oid()),
                                    git::Oid::fromHex(QStringView(after)).value_or(git::Oid()), {}, stop);
    if (!deltas)
        return std::unexpected(deltas.error());
    if (deltas->files.size() > mostFiles)
        return std::nullopt;
    git::LineCounts counts;
    for (const auto &file : deltas->files) {
        if (stop.stop_requested())
            return cancelled();
        if (file.oldMode == git::FileMode::Submodule || file.newMode == git::FileMode::Submodule)
            continue;
        const diff::Text old = load(*repository, file.oldId);
        const diff::Text now = load(*repository, file.newId);
        if (old.isBinary() || now.isBinary())
            continue;
        for (const auto &edit : diff::lineDiff(old, now, {}, stop)) {
            counts.added += edit.newCount;
            counts.removed += edit.oldCount;
        }
    }
    return counts;
}

RevisionCounts::RevisionCounts(const ui::PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_lane(QStringLiteral("counts"))
{
}

void RevisionCounts::setRevisions(const QString &repository, const QList<api::Revision> &revisions)
{
    for (const auto &revision : revisions | std::views::reverse) {
        if (m_counts.contains(revision.revisionId))
            continue;
        m_counts.insert(revision.revisionId, std::nullopt);
        auto job = m_lane.run([backend = &m_context.session->backend(), repository,
                               revision](std::stop_token stop) -> Result<std::optional<git::LineCounts>> {
            const auto directory = backend->gitDirectory(repository);
            if (!directory)
                return std::unexpected(directory.error());
            return countLines(*directory, revision.mergeBase.value_or(QString()), revision.sourceCommit,
                              stop);
        });
        onFinished(job.future, this,
                   [this, id = revision.revisionId,
                    number = revision.number](const Result<std::optional<git::LineCounts>> &counts) {
                       if (!counts || !*counts)
                           return;
                       m_counts.insert(id, *counts);
                       Q_EMIT counted(number);
                   });
    }
}

std::optional<git::LineCounts> RevisionCounts::counts(const QString &revisionId) const
{
    return m_counts.value(revisionId);
}

QString RevisionCounts::text(const QString &revisionId) const
{
    const auto known = counts(revisionId);
    return known ? ui::addedText(known->added) + QLatin1Char(' ') + ui::removedText(known->removed)
                 : QString();
}

} // namespace countersign::reviewui
