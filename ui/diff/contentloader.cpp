// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/contentloader.h"

#include "core/base/async.h"
#include "ui/diff/filerows.h"

#include <algorithm>

namespace countersign::diffview {

namespace {

FileCounts countsOf(int file, const FileContent &content)
{
    FileCounts counts;
    counts.file = file;
    counts.added = content.added;
    counts.removed = content.removed;
    counts.isText = content.kind == FileContent::Kind::Text || content.kind == FileContent::Kind::Submodule;
    for (const bool split : {true, false}) {
        const auto rows = buildRows(&content, {}, {}, {}, {split, false});
        (split ? counts.splitRows : counts.unifiedRows) = static_cast<int>(rows.size());
    }
    return counts;
}

void findIn(const diff::Text &text, int file, bool before, const QString &needle,
            Qt::CaseSensitivity sensitivity, QList<ContentLoader::Match> &matches, int limit)
{
    for (int i = 0; i < text.lineCount() && matches.size() < limit; ++i) {
        const QString line = text.line(i);
        for (qsizetype at = line.indexOf(needle, 0, sensitivity); at >= 0;
             at = line.indexOf(needle, at + needle.size(), sensitivity))
            matches.append(
                {file, before, i, static_cast<int>(at), static_cast<int>(needle.size()), 2LL * i + 1});
    }
}

constexpr int kMostMatches = 20'000;
/// Comparisons larger than this are not searched for moved lines: all their texts would have to be kept at
/// once.
constexpr qint64 kMovesBytes = 48LL * 1024 * 1024;

QList<diff::MovedBlock> movesOf(const std::vector<std::shared_ptr<const FileContent>> &contents)
{
    QList<diff::ComparedFile> compared;
    for (const auto &content : contents)
        compared.append({content->before.get(), content->after.get(), content->edits});
    return diff::movedBlocks(compared);
}

} // namespace

ContentLoader::ContentLoader(QObject *parent)
    : QObject(parent)
    , m_near(QStringLiteral("compare"))
    , m_counting(QStringLiteral("count"))
    , m_finding(QStringLiteral("find in changes"))
{
}

ContentLoader::~ContentLoader()
{
    m_stop.request_stop();
    m_requestStop.request_stop();
    m_findStop.request_stop();
}

void ContentLoader::begin(const QString &gitDirectory, const QList<git::FileDelta> &files,
                          const ContentOptions &options)
{
    m_stop.request_stop();
    m_findStop.request_stop();
    forgetRequests();
    m_stop = {};
    m_gitDirectory = gitDirectory;
    m_files = files;
    m_options = options;
    const int generation = ++m_generation;
    const auto deliver = deliverTo(this, [this, generation](const QList<FileCounts> &counts,
                                                            const QList<diff::MovedBlock> &moves, bool last) {
        if (generation != m_generation)
            return;
        if (!counts.isEmpty())
            Q_EMIT counted(counts);
        if (!moves.isEmpty())
            Q_EMIT movesFound(moves);
        if (last)
            Q_EMIT countingDone();
    });
    m_counting.run([gitDirectory, files, options, deliver, stop = m_stop.get_token()](std::stop_token) {
        const auto repository = git::Repository::open(gitDirectory);
        if (!repository)
            return false;
        QList<FileCounts> batch;
        std::vector<std::shared_ptr<const FileContent>> contents;
        qint64 kept = 0;
        for (int i = 0; i < files.size() && !stop.stop_requested(); ++i) {
            const auto content = loadContent(*repository, files[i], options, stop);
            batch.append(countsOf(i, *content));
            kept += content->cost();
            if (kept <= kMovesBytes)
                contents.push_back(content);
            else
                contents.clear();
            // The first few at once, then in lots, so that the screen is not kept busy by arrivals.
            if (i < 8 || batch.size() >= 64) {
                deliver(batch, QList<diff::MovedBlock>(), false);
                batch.clear();
            }
        }
        QList<diff::MovedBlock> moves;
        if (kept <= kMovesBytes && !stop.stop_requested())
            moves = movesOf(contents);
        deliver(batch, moves, !stop.stop_requested());
        return true;
    });
}

void ContentLoader::request(int file, bool ignoreSizeLimit)
{
    if (m_requested.contains(file) || file < 0 || file >= m_files.size())
        return;
    m_requested.insert(file);
    const int generation = m_generation;
    const auto deliver =
        deliverTo(this, [this, generation, file](const std::shared_ptr<const FileContent> &content) {
            if (generation != m_generation)
                return;
            m_requested.remove(file);
            Q_EMIT contentLoaded(file, content);
        });
    ContentOptions options = m_options;
    if (ignoreSizeLimit)
        options.sizeLimit = 0;
    m_near.run([directory = m_gitDirectory, delta = m_files[file], options, deliver,
                stop = m_requestStop.get_token()](std::stop_token closing) {
        if (stop.stop_requested() || closing.stop_requested())
            return false;
        const auto repository = git::Repository::open(directory);
        if (repository) {
            const auto content = loadContent(*repository, delta, options, stop);
            // What was stopped half-way is no comparison.
            if (!stop.stop_requested())
                deliver(content);
        } else {
            auto failed = std::make_shared<FileContent>();
            failed->kind = FileContent::Kind::Failed;
            failed->error = repository.error().message;
            deliver(std::shared_ptr<const FileContent>(failed));
        }
        return true;
    });
}

void ContentLoader::forgetRequests()
{
    m_requestStop.request_stop();
    m_requestStop = {};
    m_requested.clear();
}

void ContentLoader::find(const QString &text, bool caseSensitive)
{
    m_findStop.request_stop();
    m_findStop = {};
    if (text.isEmpty()) {
        Q_EMIT found({}, false);
        return;
    }
    const int generation = m_generation;
    const auto deliver = deliverTo(this, [this, generation](const QList<Match> &matches, bool limited) {
        if (generation == m_generation)
            Q_EMIT found(matches, limited);
    });
    m_finding.run([directory = m_gitDirectory, files = m_files, options = m_options, text, caseSensitive,
                   deliver, stop = m_findStop.get_token(), all = m_stop.get_token()](std::stop_token) {
        const auto repository = git::Repository::open(directory);
        if (!repository)
            return false;
        QList<Match> matches;
        const Qt::CaseSensitivity sensitivity = caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
        for (int i = 0; i < files.size() && matches.size() < kMostMatches; ++i) {
            if (stop.stop_requested() || all.stop_requested())
                return false;
            const auto content = loadContent(*repository, files[i], options, stop);
            const qsizetype first = matches.size();
            if (content->after)
                findIn(*content->after, i, false, text, sensitivity, matches, kMostMatches);
            // Unchanged lines were found on the new side already.
            QList<Match> old;
            if (content->before)
                findIn(*content->before, i, true, text, sensitivity, old, kMostMatches);
            for (Match &match : old) {
                const auto edit = std::ranges::find_if(content->edits, [&match](const diff::Edit &candidate) {
                    return match.line >= candidate.oldStart &&
                           match.line < candidate.oldStart + candidate.oldCount;
                });
                if (edit == content->edits.cend())
                    continue;
                match.order = 2LL * edit->newStart;
                matches.append(match);
            }
            std::stable_sort(matches.begin() + first, matches.end(),
                             [](const Match &a, const Match &b) { return a.order < b.order; });
        }
        if (!stop.stop_requested() && !all.stop_requested())
            deliver(matches, matches.size() >= kMostMatches);
        return true;
    });
}

} // namespace countersign::diffview
