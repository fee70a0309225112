// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/contentloader.h"

#include "core/base/async.h"
#include "ui/diff/filerows.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace countersign::diffview {

namespace {

FileCounts countsOf(int file, const FileContent &content)
{
    FileCounts counts;
    counts.file = file;
    counts.added = content.added;
    counts.removed = content.removed;
    counts.isText = content.isLines();
    counts.splitRows = countRows(content, true);
    counts.unifiedRows = countRows(content, false);
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

/// The contents that somebody holds, by file. Any thread.
class ContentLoader::Loaded
{
public:
    explicit Loaded(qsizetype files)
        : m_contents(static_cast<size_t>(files))
    {
    }
    std::shared_ptr<const FileContent> get(int file) const
    {
        const std::lock_guard lock(m_mutex);
        return m_contents[static_cast<size_t>(file)].lock();
    }
    void set(int file, const std::shared_ptr<const FileContent> &content)
    {
        const std::lock_guard lock(m_mutex);
        m_contents[static_cast<size_t>(file)] = content;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::weak_ptr<const FileContent>> m_contents;
};

/// A repository that the jobs of one lane open once. Touched in that lane only.
class ContentLoader::OpenRepository
{
public:
    explicit OpenRepository(QString gitDirectory)
        : m_gitDirectory(std::move(gitDirectory))
    {
    }
    const Result<git::Repository> &get()
    {
        if (!m_repository)
            m_repository.emplace(git::Repository::open(m_gitDirectory));
        return *m_repository;
    }

private:
    QString m_gitDirectory;
    std::optional<Result<git::Repository>> m_repository;
};

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
    m_loaded = std::make_shared<Loaded>(files.size());
    m_nearRepository = std::make_shared<OpenRepository>(gitDirectory);
    m_counted = false;
    ++m_generation;
}

void ContentLoader::countWhenIdle()
{
    if (m_requested.isEmpty())
        count();
}

void ContentLoader::count()
{
    if (std::exchange(m_counted, true) || m_gitDirectory.isEmpty())
        return;
    const int generation = m_generation;
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
    m_counting.run([gitDirectory = m_gitDirectory, files = m_files, options = m_options, loaded = m_loaded,
                    deliver, stop = m_stop.get_token()](std::stop_token) {
        const auto repository = git::Repository::open(gitDirectory);
        if (!repository)
            return false;
        QList<FileCounts> batch;
        std::vector<std::shared_ptr<const FileContent>> contents;
        qint64 kept = 0;
        for (int i = 0; i < files.size() && !stop.stop_requested(); ++i) {
            auto content = loaded->get(i);
            if (!content) {
                content = loadContent(*repository, files[i], options, stop);
                if (stop.stop_requested())
                    break;
                loaded->set(i, content);
            }
            batch.append(countsOf(i, *content));
            kept += content->cost;
            if (kept <= kMovesBytes)
                contents.push_back(std::move(content));
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

void ContentLoader::request(int file, const FileOptions &chosen)
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
            count();
        });
    const auto deliverNames = deliverTo(this, [this, generation, file](const QList<Enclosing> &names) {
        if (generation == m_generation)
            Q_EMIT enclosingLoaded(file, names);
    });
    ContentOptions options = m_options;
    if (chosen.ignoreSizeLimit)
        options.sizeLimit = 0;
    if (!chosen.encoding.isEmpty())
        options.encoding = chosen.encoding;
    m_near.run([lane = &m_near, open = m_nearRepository, delta = m_files[file], file, options, deliver,
                deliverNames, loaded = m_loaded, shared = chosen.isDefault(),
                stop = m_requestStop.get_token()](std::stop_token closing) {
        if (stop.stop_requested() || closing.stop_requested())
            return false;
        const auto &repository = open->get();
        if (!repository) {
            auto failed = std::make_shared<FileContent>();
            failed->kind = FileContent::Kind::Failed;
            failed->error = repository.error().message;
            deliver(std::shared_ptr<const FileContent>(failed));
            return true;
        }
        auto content = shared ? loaded->get(file) : nullptr;
        if (!content)
            content = loadContent(*repository, delta, options, stop);
        // What was stopped half-way is no comparison.
        if (stop.stop_requested())
            return true;
        // Kept is what the files say by themselves, so that a choice can be taken back.
        if (shared)
            loaded->set(file, content);
        deliver(content);
        if (content->isLines() && content->layout.hunks.size() > 0) {
            // Behind the other files that were asked for meanwhile.
            lane->run([content, path = delta.path(), deliverNames, stop](std::stop_token) {
                if (!stop.stop_requested())
                    deliverNames(enclosingNames(*content, path, stop));
                return true;
            });
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
                   deliver, loaded = m_loaded, stop = m_findStop.get_token(),
                   all = m_stop.get_token()](std::stop_token) {
        const auto repository = git::Repository::open(directory);
        if (!repository)
            return false;
        QList<Match> matches;
        const Qt::CaseSensitivity sensitivity = caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
        for (int i = 0; i < files.size() && matches.size() < kMostMatches; ++i) {
            if (stop.stop_requested() || all.stop_requested())
                return false;
            auto content = loaded->get(i);
            if (!content)
                content = loadContent(*repository, files[i], options, stop);
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
