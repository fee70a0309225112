// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/suggestions.h"

#include "core/diff/text.h"
#include "core/git/repository.h"
#include "ui/review/reviewdrafts.h"
#include "ui/review/threadanchors.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringEncoder>

#include <algorithm>

namespace countersign::reviewui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::reviewui::Suggestions)
};

constexpr qint64 largestFile = 16LL * 1024 * 1024;
constexpr int mostLines = 1000;

using Kind = SuggestionFit::Kind;

// The line at the end of an anchor that is not there any more says where the lines would be.
bool isAlready(const diff::Text &text, int first, const QStringList &lines)
{
    if (first < 0 || first + lines.size() > text.lineCount())
        return false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (text.line(first + static_cast<int>(i)) != lines.at(i))
            return false;
    }
    return true;
}

Result<diff::Text> load(const git::Repository &repository, const git::Oid &at, const QByteArray &path)
{
    const auto entry = git::entry(repository, at, path);
    if (!entry)
        return std::unexpected(entry.error());
    auto bytes = git::blob(repository, entry->id, largestFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    return diff::Text::load(std::move(*bytes));
}

// Anchors of the lines from the one before to the one after.
QList<Anchor> anchorsOf(const Suggestion &suggestion)
{
    QList<Anchor> anchors;
    for (int line = suggestion.first - 1; line <= suggestion.last + 1; ++line)
        anchors.append({suggestion.path, false, std::max(1, line), suggestion.commitId});
    return anchors;
}

SuggestionFit judge(const Suggestion &suggestion, const QList<Placement> &places,
                    const git::Repository &repository, const git::Oid &current)
{
    SuggestionFit fit;
    fit.count = suggestion.last - suggestion.first + 1;
    const auto isExact = [&places](qsizetype i) { return places.at(i).kind == Placement::Kind::Exact; };
    bool together = true;
    for (int i = 1; i <= fit.count; ++i)
        together = together && isExact(i) && places.at(i).line == places.at(1).line + i - 1;
    fit.path = places.at(1).path;
    fit.first = places.at(1).line - 1;
    const auto text = load(repository, current, fit.path);
    if (!text || text->isBinary())
        return fit;
    const bool hasBefore = suggestion.first > 1;
    const int already = hasBefore && isExact(0) ? places.at(0).line : 0;
    if ((!hasBefore || isExact(0)) && isAlready(*text, already, suggestion.lines) &&
        (!suggestion.lines.isEmpty() ||
         (!together && isExact(fit.count + 1) && places.at(fit.count + 1).line == already + 1)))
        fit.kind = Kind::Applied;
    else if (together)
        fit.kind = Kind::Applicable;
    return fit;
}

Error cannot(const Suggestion &suggestion, const QString &why)
{
    return {ErrorKind::Conflict,
            {},
            Words::tr("%1:%2: %3").arg(suggestion.path).arg(suggestion.last).arg(why),
            {}};
}

struct Replacement
{
    const Suggestion *suggestion;
    SuggestionFit fit;
};

// The bytes between two line numbers, in the encoding that the text is kept in.
QByteArray keptBytes(const diff::Text &text, int from, int to)
{
    QByteArray bytes;
    for (int line = from; line < to; ++line)
        bytes.append(text.lineWithEnd(line));
    return bytes;
}

QByteArray lineEndNear(const diff::Text &text, int line)
{
    for (int at = std::min(line, text.lineCount() - 1); at >= 0; --at) {
        const QByteArray end = text.lineWithEnd(at).sliced(text.lineBytes(at).size()).toByteArray();
        if (!end.isEmpty())
            return end;
    }
    return "\n";
}

Result<QByteArray> replaced(const diff::Text &text, QList<Replacement> replacements)
{
    const bool isWide = text.encoding().startsWith("UTF-16") || text.encoding().startsWith("UTF-32");
    std::ranges::sort(replacements, {}, [](const Replacement &one) { return one.fit.first; });
    QByteArray bytes;
    int done = 0;
    for (const auto &[suggestion, fit] : std::as_const(replacements)) {
        if (fit.first < done)
            return std::unexpected(
                cannot(*suggestion, Words::tr("Two suggestions of the batch are about the same lines.")));
        bytes += keptBytes(text, done, fit.first);
        const QByteArray end = lineEndNear(text, fit.first);
        const bool atEnd = fit.first + fit.count == text.lineCount() && !text.hasFinalNewline();
        for (qsizetype i = 0; i < suggestion->lines.size(); ++i) {
            QStringEncoder encoder(isWide ? "UTF-8" : text.encoding().constData());
            const QByteArray line = encoder.encode(suggestion->lines.at(i));
            if (encoder.hasError() || !encoder.isValid())
                return std::unexpected(cannot(
                    *suggestion, Words::tr("The file’s encoding, %1, lacks a character of the suggestion.")
                                     .arg(QString::fromLatin1(text.encoding()))));
            bytes += line;
            if (!atEnd || i + 1 < suggestion->lines.size())
                bytes += end;
        }
        done = fit.first + fit.count;
    }
    bytes += keptBytes(text, done, text.lineCount());
    if (isWide) {
        QStringEncoder encoder(text.encoding().constData(), text.hasBom() ? QStringEncoder::Flag::WriteBom
                                                                          : QStringEncoder::Flag::Default);
        return QByteArray(encoder.encode(QString::fromUtf8(bytes)));
    }
    return text.encoding() == "UTF-8" && text.hasBom() ? "\xEF\xBB\xBF" + bytes : bytes;
}

QString reasonOf(Kind kind)
{
    switch (kind) {
    case Kind::Applied:
        return Words::tr("The lines are already as suggested.");
    case Kind::OldSide:
        return Words::tr("The suggestion is about lines of the old version.");
    case Kind::NoLines:
        return Words::tr("The suggestion is about no lines.");
    default:
        return Words::tr("The lines have changed since.");
    }
}

} // namespace

QStringList splitSuggestions(const QString &markdown)
{
    QStringList parts{QString()};
    bool inside = false;
    const auto lines = QStringView(markdown).split(QLatin1Char('\n'));
    for (const QStringView line : lines) {
        const QStringView mark = line.trimmed();
        if (!inside && mark == QStringLiteral("```suggestion")) {
            inside = true;
            parts.append(QString());
        } else if (inside && mark == QStringLiteral("```")) {
            inside = false;
            parts.append(QString());
        } else {
            parts.last() += line.toString() + QLatin1Char('\n');
        }
    }
    return parts;
}

QList<Suggestion> suggestionsOf(const api::Thread &thread)
{
    QList<Suggestion> suggestions;
    if (!thread.location)
        return suggestions;
    const int last = static_cast<int>(thread.location->filePosition.value_or(0));
    const LineRange range = lineRange(thread.comments.value(0).content.value_or(QString()), last);
    for (const auto &comment : thread.comments) {
        if (comment.deleted)
            continue;
        const QStringList parts = splitSuggestions(lineRange(comment.content.value_or(QString()), last).text);
        for (qsizetype i = 1; i < parts.size(); i += 2) {
            Suggestion suggestion;
            suggestion.threadId = thread.threadId;
            suggestion.commentId = comment.commentId;
            suggestion.index = static_cast<int>(i / 2);
            suggestion.authorArn = comment.authorArn;
            suggestion.path = thread.location->filePath;
            suggestion.isBefore = thread.location->relativeFileVersion == QStringLiteral("BEFORE");
            suggestion.first = std::max(range.first, last - mostLines);
            suggestion.last = last;
            suggestion.commitId = thread.afterCommitId.value_or(QString());
            suggestion.lines = parts.at(i).split(QLatin1Char('\n'));
            suggestion.lines.removeLast();
            suggestions.append(suggestion);
        }
    }
    return suggestions;
}

Result<QList<SuggestionFit>> fitSuggestions(const QString &gitDirectory, const QList<Suggestion> &suggestions,
                                            const git::Oid &current, std::stop_token stop)
{
    const auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    QList<SuggestionFit> fits;
    for (const auto &suggestion : suggestions) {
        if (suggestion.isBefore || suggestion.last <= 0) {
            fits.append(
                {suggestion.isBefore ? Kind::OldSide : Kind::NoLines, suggestion.path.toUtf8(), 0, 0});
            continue;
        }
        const auto places = placeAnchors(gitDirectory, anchorsOf(suggestion), current, current, stop);
        if (!places)
            return std::unexpected(places.error());
        fits.append(judge(suggestion, *places, *repository, current));
    }
    return fits;
}

Result<QList<SuggestedFile>> applySuggestions(const QString &gitDirectory,
                                              const QList<Suggestion> &suggestions, const git::Oid &current,
                                              std::stop_token stop)
{
    const auto fits = fitSuggestions(gitDirectory, suggestions, current, stop);
    if (!fits)
        return std::unexpected(fits.error());
    QList<QByteArray> paths;
    QHash<QByteArray, QList<Replacement>> byPath;
    for (qsizetype i = 0; i < suggestions.size(); ++i) {
        if (fits->at(i).kind != Kind::Applicable)
            return std::unexpected(cannot(suggestions.at(i), reasonOf(fits->at(i).kind)));
        if (!paths.contains(fits->at(i).path))
            paths.append(fits->at(i).path);
        byPath[fits->at(i).path].append({&suggestions.at(i), fits->at(i)});
    }
    const auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    QList<SuggestedFile> files;
    for (const QByteArray &path : std::as_const(paths)) {
        const auto entry = git::entry(*repository, current, path);
        const auto bytes = entry ? git::blob(*repository, entry->id, largestFile)
                                 : Result<QByteArray>(std::unexpected(entry.error()));
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto content = replaced(diff::Text::load(*bytes), byPath.value(path));
        if (!content)
            return std::unexpected(content.error());
        files.append({path, entry->mode, *content, *bytes});
    }
    return files;
}

} // namespace countersign::reviewui
