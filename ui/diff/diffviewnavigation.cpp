// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/threadsource.h"

#include <QScrollBar>

#include <algorithm>

namespace countersign::diffview {

DiffView::Position DiffView::rowOfLine(int index, Side side, int line) const
{
    if (index < 0 || index >= fileCount() || line < 0)
        return {};
    const File &file = m_files[static_cast<size_t>(index)];
    for (size_t i = 0; i < file.rows.size(); ++i) {
        const ViewRow &row = file.rows[i];
        if (row.kind == ViewRow::Kind::Line && (side == Side::Before ? row.oldLine : row.newLine) == line)
            return {index, static_cast<int>(i)};
    }
    return {};
}

void DiffView::scrollTo(const Position &position, bool centre)
{
    const int room = viewport()->height();
    verticalScrollBar()->setValue(top(position) - (centre ? room / 3 : 0));
}

void DiffView::goToFile(int index)
{
    if (index < 0 || index >= fileCount())
        return;
    const File &file = m_files[static_cast<size_t>(index)];
    const int header = file.isFirst ? 0 : fileHeaderHeight + 1;
    verticalScrollBar()->setValue(static_cast<int>(m_tops[static_cast<size_t>(index)]) + header);
    m_caret = {};
    m_anchor = {};
    loadNear();
    setCurrentFromScroll();
    Q_EMIT positionChanged();
}

void DiffView::nextFile(bool forward)
{
    if (!m_files.empty())
        goToFile(std::clamp(m_current + (forward ? 1 : -1), 0, fileCount() - 1));
}

void DiffView::reveal(int index, Side side, int line)
{
    if (index < 0 || index >= fileCount())
        return;
    if (line < 0)
        return goToFile(index);
    if (!m_files[static_cast<size_t>(index)].content) {
        goToFile(index);
        m_pendingReveal = {index, side, line, line};
        m_loader.request(index, m_files[static_cast<size_t>(index)].chosen);
        return;
    }
    m_pendingReveal = {};
    expandHidden(index, side, line);
    const diff::Text *text = textOf(index, side);
    const Position position = rowOfLine(index, side, text ? std::min(line, text->lineCount() - 1) : line);
    if (position.isNull())
        return goToFile(index);
    scrollTo(position, true);
    setCaret(index, side, line);
}

void DiffView::revealThread(int index, const QString &threadId)
{
    if (index < 0 || index >= fileCount())
        return;
    File &file = m_files[static_cast<size_t>(index)];
    m_pendingThread = threadId;
    if (!file.content) {
        goToFile(index);
        m_loader.request(index, m_files[static_cast<size_t>(index)].chosen);
        return;
    }
    if (file.collapsed)
        setCollapsed(index, false);
    for (const int row : file.threadRows) {
        if (file.threads[file.rows[static_cast<size_t>(row)].index].id != threadId)
            continue;
        m_pendingThread.clear();
        scrollTo({index, row}, true);
        placeThreads();
        if (QWidget *widget = m_threadWidgets.value(threadId)) {
            if (widget->focusPolicy() == Qt::NoFocus)
                widget->setFocusPolicy(Qt::StrongFocus);
            widget->setFocus(Qt::ShortcutFocusReason);
        }
        return;
    }
}

void DiffView::resumePending(int index)
{
    if (m_pendingReveal.file == index) {
        const Target target = std::exchange(m_pendingReveal, {});
        reveal(index, target.side, target.first);
    }
    if (!m_pendingThread.isEmpty() &&
        std::ranges::any_of(m_files[static_cast<size_t>(index)].threads,
                            [this](const ThreadPlace &place) { return place.id == m_pendingThread; }))
        revealThread(index, m_pendingThread);
    if (m_pendingChange != 0 && index == m_current)
        nextChange(std::exchange(m_pendingChange, 0) > 0);
    if (m_pendingMatch >= 0 && m_pendingMatch < m_matches.size() && m_matches[m_pendingMatch].file == index)
        showMatch();
}

DiffView::Position DiffView::reference() const
{
    if (m_files.empty())
        return {};
    if (m_caret.file >= 0) {
        const Position at = rowOfLine(m_caret.file, m_caretSide, m_caret.line);
        if (!at.isNull()) {
            const QRect area = rowArea(at);
            if (area.bottom() >= 0 && area.top() < viewport()->height())
                return at;
        }
    }
    return positionAtY(verticalScrollBar()->value());
}

void DiffView::goToChange(const Position &position)
{
    scrollTo(position, true);
    const ViewRow &row = m_files[static_cast<size_t>(position.file)].rows[static_cast<size_t>(position.row)];
    setCaret(position.file, row.newLine >= 0 ? Side::After : Side::Before,
             row.newLine >= 0 ? row.newLine : row.oldLine);
}

void DiffView::nextChange(bool forward)
{
    const Position from = reference();
    if (from.isNull())
        return;
    // Without a caret in it, a change at the very top is the next one.
    const bool atCaret = m_caret.file >= 0 && rowOfLine(m_caret.file, m_caretSide, m_caret.line) == from;
    for (int index = from.file; index >= 0 && index < fileCount(); index += forward ? 1 : -1) {
        const File &file = m_files[static_cast<size_t>(index)];
        if (file.collapsed)
            continue;
        if (!file.hasRows()) {
            m_pendingChange = forward ? 1 : -1;
            if (forward) {
                goToFile(index);
            } else {
                verticalScrollBar()->setValue(static_cast<int>(m_tops[static_cast<size_t>(index) + 1]) - 1);
                m_caret = {};
                loadNear();
            }
            return;
        }
        const auto &starts = file.changeRows;
        if (index != from.file) {
            if (!starts.empty())
                return goToChange({index, forward ? starts.front() : starts.back()});
            continue;
        }
        if (forward) {
            const auto next = atCaret ? std::ranges::upper_bound(starts, from.row)
                                      : std::ranges::lower_bound(starts, from.row);
            if (next != starts.end())
                return goToChange({index, *next});
        } else {
            const auto next = std::ranges::lower_bound(starts, from.row);
            if (next != starts.begin())
                return goToChange({index, *std::prev(next)});
        }
    }
}

std::pair<int, int> DiffView::changePosition() const
{
    if (m_current < 0 || m_current >= fileCount())
        return {0, 0};
    const auto &starts = m_files[static_cast<size_t>(m_current)].changeRows;
    const Position from = reference();
    int index = 0;
    if (from.file == m_current)
        index = static_cast<int>(std::ranges::upper_bound(starts, from.row) - starts.begin());
    else if (from.file > m_current)
        index = static_cast<int>(starts.size());
    return {index, static_cast<int>(starts.size())};
}

void DiffView::nextThread(bool forward)
{
    struct Place
    {
        int file;
        int line;
        QString id;
    };
    // Places by lines, not rows: files that are not loaded have threads too.
    QList<Place> places;
    int now = -1;
    const QString focused = focusedThread();
    const Position from = reference();
    for (int i = 0; i < fileCount(); ++i) {
        QList<ThreadPlace> threads = m_files[static_cast<size_t>(i)].threads;
        std::ranges::stable_sort(threads, {}, &ThreadPlace::line);
        for (const ThreadPlace &place : threads) {
            if (!place.open)
                continue;
            if (place.id == focused)
                now = static_cast<int>(places.size());
            places.append({i, place.line, place.id});
        }
    }
    if (places.isEmpty())
        return;
    int next = 0;
    if (now >= 0) {
        next = now + (forward ? 1 : -1);
    } else {
        const auto isBehind = [&](const Place &place) {
            if (place.file != from.file)
                return place.file > from.file;
            const File &file = m_files[static_cast<size_t>(place.file)];
            for (const int row : file.threadRows) {
                if (file.threads[file.rows[static_cast<size_t>(row)].index].id == place.id)
                    return row > from.row;
            }
            return true;
        };
        const auto first = std::ranges::find_if(places, isBehind);
        next = static_cast<int>(first - places.begin()) - (forward ? 0 : 1);
    }
    const auto count = static_cast<int>(places.size());
    const Place &place = places[(next % count + count) % count];
    revealThread(place.file, place.id);
}

void DiffView::goToMoved(const Position &position, Side side)
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(position.row)];
    const bool old = side == Side::Before;
    const MovedLines::Place other = old ? file.movedTo.find(row.oldLine) : file.movedFrom.find(row.newLine);
    if (other.file >= 0)
        reveal(other.file, old ? Side::After : Side::Before, other.line);
}

void MovedLines::sort() { std::ranges::sort(m_runs, {}, &Run::line); }

MovedLines::Place MovedLines::find(int line) const
{
    const auto next = std::ranges::upper_bound(m_runs, line, {}, &Run::line);
    if (next == m_runs.begin())
        return {};
    const Run &run = *std::prev(next);
    if (line >= run.line + run.count)
        return {};
    return {run.otherFile, run.otherLine + line - run.line};
}

void DiffView::movesArrived(const QList<diff::MovedBlock> &blocks)
{
    for (const diff::MovedBlock &block : blocks) {
        if (block.oldFile >= fileCount() || block.newFile >= fileCount())
            continue;
        m_files[static_cast<size_t>(block.oldFile)].movedTo.add(
            {block.oldLine, block.count, block.newFile, block.newLine});
        m_files[static_cast<size_t>(block.newFile)].movedFrom.add(
            {block.newLine, block.count, block.oldFile, block.oldLine});
    }
    for (File &file : m_files) {
        file.movedTo.sort();
        file.movedFrom.sort();
    }
    m_ruler->invalidate();
    viewport()->update();
}

std::vector<OverviewRuler::Mark> DiffView::marks()
{
    using Mark = OverviewRuler::Mark;
    std::vector<Mark> marks;
    QSet<int> filesWithMatches;
    for (const ContentLoader::Match &match : std::as_const(m_matches))
        filesWithMatches.insert(match.file);
    for (int i = 0; i < fileCount(); ++i) {
        const File &file = m_files[static_cast<size_t>(i)];
        const qint64 base = m_tops[static_cast<size_t>(i)];
        const bool searched = filesWithMatches.contains(i);
        Mark run{};
        bool within = false;
        for (size_t r = 0; r < file.rows.size(); ++r) {
            const ViewRow &row = file.rows[r];
            const qint64 top = base + file.tops[r];
            const qint64 height = file.tops[r + 1] - file.tops[r];
            if (row.kind == ViewRow::Kind::Thread) {
                if (file.threads[row.index].open)
                    marks.push_back({Mark::Kind::Thread, top, 1});
                continue;
            }
            const bool changed = row.kind == ViewRow::Kind::Line && row.change != diff::Row::Kind::Context;
            if (changed) {
                Mark::Kind kind = row.change == diff::Row::Kind::Added     ? Mark::Kind::Added
                                  : row.change == diff::Row::Kind::Removed ? Mark::Kind::Removed
                                                                           : Mark::Kind::Changed;
                if ((row.newLine >= 0 && file.movedFrom.find(row.newLine).file >= 0) ||
                    (row.newLine < 0 && file.movedTo.find(row.oldLine).file >= 0))
                    kind = Mark::Kind::Moved;
                if (within && run.kind == kind) {
                    run.height = top + height - run.top;
                } else {
                    if (within)
                        marks.push_back(run);
                    run = {kind, top, height};
                    within = true;
                }
            } else if (within) {
                marks.push_back(run);
                within = false;
            }
            if (searched && row.kind == ViewRow::Kind::Line &&
                ((row.newLine >= 0 && m_foundAt.contains({i, row.newLine * 2})) ||
                 (row.oldLine >= 0 && m_foundAt.contains({i, row.oldLine * 2 + 1}))))
                marks.push_back({Mark::Kind::Found, top, height});
        }
        if (within)
            marks.push_back(run);
    }
    return marks;
}

QList<diff::Span> DiffView::foundIn(int file, Side side, int line) const
{
    return m_foundAt.value({file, line * 2 + (side == Side::Before ? 1 : 0)});
}

void DiffView::find(const QString &text, bool caseSensitive)
{
    m_findText = text;
    m_findCase = caseSensitive;
    m_pendingMatch = -1;
    m_loader.find(text, caseSensitive);
}

void DiffView::matchesArrived(const QList<ContentLoader::Match> &matches, bool limited)
{
    m_matches = matches;
    m_matchesLimited = limited;
    m_match = -1;
    m_foundAt.clear();
    for (const ContentLoader::Match &match : matches)
        m_foundAt[{match.file, match.line * 2 + (match.before ? 1 : 0)}].append({match.column, match.length});
    m_ruler->invalidate();
    viewport()->update();
    if (!matches.isEmpty())
        findNext(true);
    else
        Q_EMIT findChanged();
}

void DiffView::findNext(bool forward)
{
    const auto count = static_cast<int>(m_matches.size());
    if (count == 0)
        return;
    if (m_match < 0) {
        // The first one from where the reader is.
        const Position from = reference();
        int line = m_caret.file >= 0 ? m_caret.line : 0;
        if (m_caret.file < 0 && from.row >= 0) {
            const Position row = lineRow(from, Side::After, 1);
            if (row.file == from.file)
                line = m_files[static_cast<size_t>(row.file)].rows[static_cast<size_t>(row.row)].newLine;
        }
        const auto first =
            std::ranges::find_if(std::as_const(m_matches), [&](const ContentLoader::Match &match) {
                return match.file > from.file || (match.file == from.file && match.order >= 2LL * line);
            });
        m_match = first == m_matches.cend() ? 0 : static_cast<int>(first - m_matches.cbegin());
        if (!forward)
            m_match = (m_match + count - 1) % count;
    } else {
        m_match = (m_match + (forward ? 1 : count - 1)) % count;
    }
    m_pendingMatch = m_match;
    showMatch();
    Q_EMIT findChanged();
}

void DiffView::showMatch()
{
    const ContentLoader::Match match = m_matches[m_pendingMatch];
    const Side side = match.before ? Side::Before : Side::After;
    const File &file = m_files[static_cast<size_t>(match.file)];
    if (!file.content) {
        goToFile(match.file);
        m_loader.request(match.file, file.chosen);
        return;
    }
    m_pendingMatch = -1;
    expandHidden(match.file, side, match.line);
    Position at = rowOfLine(match.file, side, match.line);
    if (at.isNull())
        return;
    const QRect area = rowArea(at);
    if (area.top() < 0 || area.bottom() > viewport()->height())
        scrollTo(at, true);
    m_caretSide = side;
    m_anchor = {match.file, match.line, match.column};
    m_caret = {match.file, match.line, match.column + match.length};
    ensureCaretVisible();
    viewport()->update();
    Q_EMIT positionChanged();
}

} // namespace countersign::diffview
