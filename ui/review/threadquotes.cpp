// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/threadquotes.h"

#include "core/diff/linediff.h"
#include "core/diff/rows.h"
#include "core/git/repository.h"

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

Result<ThreadQuote> quoteThread(const QString &gitDirectory, const api::Thread &thread, std::stop_token stop)
{
    ThreadQuote quote;
    if (!thread.location || thread.location->filePosition.value_or(0) <= 0)
        return quote;
    const auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    const QByteArray path = thread.location->filePath.toUtf8();
    const bool isBefore = thread.location->relativeFileVersion == QStringLiteral("BEFORE");
    const auto before = load(*repository, thread.beforeCommitId, path);
    const auto after = load(*repository, thread.afterCommitId, path);
    const int line = static_cast<int>(*thread.location->filePosition) - 1;
    const auto &own = isBefore ? before : after;
    if (!own || line >= own->lineCount())
        return quote;
    quote.commented.append(own->line(line));
    quote.firstLine = line + 1;
    if (before && after) {
        for (const auto &edit : diff::lineDiff(*before, *after, {}, stop)) {
            for (const auto &row : diff::pairRows(*before, *after, edit)) {
                if ((isBefore ? row.oldLine : row.newLine) != line)
                    continue;
                if (row.oldLine >= 0)
                    quote.lines.append(
                        {QuotedLine::Kind::Removed, row.oldLine + 1, before->line(row.oldLine)});
                if (row.newLine >= 0)
                    quote.lines.append({QuotedLine::Kind::Added, row.newLine + 1, after->line(row.newLine)});
                return quote;
            }
        }
    }
    const auto kind = !before  ? QuotedLine::Kind::Added
                      : !after ? QuotedLine::Kind::Removed
                               : QuotedLine::Kind::Context;
    quote.lines.append({kind, line + 1, own->line(line)});
    return quote;
}

} // namespace countersign::reviewui
