// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/threadquotes.h"

#include "core/diff/linediff.h"
#include "core/diff/rows.h"
#include "core/git/repository.h"
#include "ui/review/reviewdrafts.h"

#include <QHash>

#include <algorithm>

namespace countersign::reviewui {

namespace {

constexpr qint64 largestFile = 4LL * 1024 * 1024;

std::optional<diff::Text> load(const git::Repository &repository, const std::optional<QString> &commit,
                               const QByteArray &path)
{
    if (!commit)
        return std::nullopt;
    const auto id = git::Oid::fromHex(QStringView(*commit));
    if (!id)
        return std::nullopt;
    const auto entry = git::entry(repository, *id, path);
    if (!entry)
        return std::nullopt;
    auto bytes = git::blob(repository, entry->id, largestFile);
    if (!bytes)
        return std::nullopt;
    auto text = diff::Text::load(std::move(*bytes));
    if (text.isBinary())
        return std::nullopt;
    return text;
}

} // namespace

Result<QStringList> linesOf(const QString &gitDirectory, const QString &commit, const QString &path,
                            int first, int last)
{
    const auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    QStringList lines;
    if (const auto text = load(*repository, commit, path.toUtf8())) {
        for (int line = std::max(1, first); line <= std::min(last, text->lineCount()); ++line)
            lines.append(text->line(line - 1));
    }
    return lines;
}

Result<ThreadQuote> quoteThread(const QString &gitDirectory, const api::Thread &thread,
                                const QString &current, std::stop_token stop)
{
    ThreadQuote quote;
    if (!thread.location)
        return quote;
    if (const auto suggestions = suggestionsOf(thread); !suggestions.isEmpty()) {
        if (const auto fits =
                fitSuggestions(gitDirectory, suggestions,
                               git::Oid::fromHex(QStringView(current)).value_or(git::Oid()), stop))
            quote.fits = *fits;
    }
    if (thread.location->filePosition.value_or(0) <= 0)
        return quote;
    const auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    const QByteArray path = thread.location->filePath.toUtf8();
    const bool isBefore = thread.location->relativeFileVersion == QStringLiteral("BEFORE");
    const auto before = load(*repository, thread.beforeCommitId, path);
    const auto after = load(*repository, thread.afterCommitId, path);
    const LineRange range = lineRange(thread.comments.value(0).content.value_or(QString()),
                                      static_cast<int>(*thread.location->filePosition));
    const int first = range.first - 1;
    const int last = range.last - 1;
    const auto &own = isBefore ? before : after;
    if (!own || last >= own->lineCount())
        return quote;
    for (int line = first; line <= last; ++line)
        quote.commented.append(own->line(line));
    quote.firstLine = range.first;
    QHash<int, diff::Row> changed;
    if (before && after) {
        for (const auto &edit : diff::lineDiff(*before, *after, {}, stop)) {
            for (const auto &row : diff::pairRows(*before, *after, edit))
                changed.insert(isBefore ? row.oldLine : row.newLine, row);
        }
    }
    const auto kind = !before  ? QuotedLine::Kind::Added
                      : !after ? QuotedLine::Kind::Removed
                               : QuotedLine::Kind::Context;
    for (int line = first; line <= last; ++line) {
        const auto row = changed.constFind(line);
        if (row == changed.cend()) {
            quote.lines.append({kind, line + 1, own->line(line)});
            continue;
        }
        if (row->oldLine >= 0)
            quote.lines.append({QuotedLine::Kind::Removed, row->oldLine + 1, before->line(row->oldLine)});
        if (row->newLine >= 0)
            quote.lines.append({QuotedLine::Kind::Added, row->newLine + 1, after->line(row->newLine)});
    }
    return quote;
}

} // namespace countersign::reviewui
