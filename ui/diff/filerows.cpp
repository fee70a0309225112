// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/filerows.h"

namespace countersign::diffview {

namespace {

class Builder
{
public:
    Builder(const FileContent &content, const QList<ThreadPlace> &threads,
            const QHash<int, Expansion> &expansions, bool split, std::vector<ViewRow> &rows)
        : m_content(content)
        , m_threads(threads)
        , m_expansions(expansions)
        , m_split(split)
        , m_rows(rows)
        , m_placed(static_cast<size_t>(threads.size()))
    {
    }

    void build()
    {
        for (int i = 0; i < m_content.layout.hunks.size(); ++i) {
            const diff::Hunk &hunk = m_content.layout.hunks[i];
            gap(hunk.gapBefore, i);
            if (m_split)
                split(hunk.rows);
            else
                unified(hunk.rows);
        }
        gap(m_content.layout.gapAfter, static_cast<int>(m_content.layout.hunks.size()));
        // A thread whose line is not there is shown all the same.
        for (int i = 0; i < m_threads.size(); ++i) {
            if (m_threads[i].line >= 0 && !m_placed[static_cast<size_t>(i)])
                m_rows.push_back({ViewRow::Kind::Thread, diff::Row::Kind::Context, -1, -1, i, 0});
        }
    }

private:
    void line(diff::Row::Kind change, int oldLine, int newLine)
    {
        m_rows.push_back({ViewRow::Kind::Line, change, oldLine, newLine, 0, 0});
        threadsAt(oldLine, newLine);
    }

    void threadsAt(int oldLine, int newLine)
    {
        for (int i = 0; i < m_threads.size(); ++i) {
            const ThreadPlace &place = m_threads[i];
            if (place.line < 0 || place.line != (place.side == Side::Before ? oldLine : newLine))
                continue;
            m_rows.push_back({ViewRow::Kind::Thread, diff::Row::Kind::Context, -1, -1, i, 0});
            m_placed[static_cast<size_t>(i)] = true;
        }
    }

    /// Folded lines that carry a thread are shown, with their neighbours.
    bool hasThread(const diff::Gap &gap) const
    {
        for (const ThreadPlace &place : m_threads) {
            const int start = place.side == Side::Before ? gap.oldStart : gap.newStart;
            if (place.line >= start && place.line < start + gap.count)
                return true;
        }
        return false;
    }

    void gap(const diff::Gap &gap, int index)
    {
        if (gap.count <= 0)
            return;
        Expansion shown = m_expansions.value(index);
        shown.top = std::min(shown.top, gap.count);
        shown.bottom = std::min(shown.bottom, gap.count - shown.top);
        if (hasThread(gap)) {
            for (const ThreadPlace &place : m_threads) {
                const int start = place.side == Side::Before ? gap.oldStart : gap.newStart;
                const int at = place.line - start;
                if (place.line < 0 || at < 0 || at >= gap.count)
                    continue;
                if (at < gap.count / 2)
                    shown.top = std::max(shown.top, std::min(gap.count, at + 3));
                else
                    shown.bottom = std::max(shown.bottom, std::min(gap.count, gap.count - at + 2));
            }
            if (shown.top + shown.bottom > gap.count)
                shown = {gap.count, 0};
        }
        for (int i = 0; i < shown.top; ++i)
            line(diff::Row::Kind::Context, gap.oldStart + i, gap.newStart + i);
        const int hidden = gap.count - shown.top - shown.bottom;
        if (hidden > 0)
            m_rows.push_back({ViewRow::Kind::Gap, diff::Row::Kind::Context, gap.oldStart + shown.top,
                              gap.newStart + shown.top, index, hidden});
        for (int i = gap.count - shown.bottom; i < gap.count; ++i)
            line(diff::Row::Kind::Context, gap.oldStart + i, gap.newStart + i);
    }

    void split(const QList<diff::Row> &rows)
    {
        for (const diff::Row &row : rows)
            line(row.kind, row.oldLine, row.newLine);
    }

    /// In one column the old lines of a change stand before the new ones.
    void unified(const QList<diff::Row> &rows)
    {
        for (qsizetype i = 0; i < rows.size();) {
            if (rows[i].kind == diff::Row::Kind::Context) {
                line(rows[i].kind, rows[i].oldLine, rows[i].newLine);
                ++i;
                continue;
            }
            qsizetype end = i;
            while (end < rows.size() && rows[end].kind != diff::Row::Kind::Context)
                ++end;
            for (qsizetype k = i; k < end; ++k) {
                if (rows[k].oldLine >= 0) {
                    m_rows.push_back({ViewRow::Kind::Line, diff::Row::Kind::Removed, rows[k].oldLine, -1,
                                      rows[k].newLine, 0});
                    threadsAt(rows[k].oldLine, -1);
                }
            }
            for (qsizetype k = i; k < end; ++k) {
                if (rows[k].newLine >= 0) {
                    m_rows.push_back({ViewRow::Kind::Line, diff::Row::Kind::Added, -1, rows[k].newLine,
                                      rows[k].oldLine, 0});
                    threadsAt(-1, rows[k].newLine);
                }
            }
            i = end;
        }
    }

    const FileContent &m_content;
    const QList<ThreadPlace> &m_threads;
    const QHash<int, Expansion> &m_expansions;
    bool m_split;
    std::vector<ViewRow> &m_rows;
    std::vector<bool> m_placed;
};

} // namespace

QList<diff::Gap> gapsOf(const FileContent &content)
{
    QList<diff::Gap> gaps;
    for (const diff::Hunk &hunk : content.layout.hunks)
        gaps.append(hunk.gapBefore);
    gaps.append(content.layout.gapAfter);
    return gaps;
}

std::vector<ViewRow> buildRows(const FileContent *content, const QStringList &facts,
                               const QList<ThreadPlace> &threads, const QHash<int, Expansion> &expansions,
                               const RowOptions &options)
{
    std::vector<ViewRow> rows;
    rows.push_back({ViewRow::Kind::Header, diff::Row::Kind::Context, -1, -1, 0, 0});
    if (options.collapsed) {
        rows.push_back({ViewRow::Kind::Space, diff::Row::Kind::Context, -1, -1, 0, 0});
        return rows;
    }
    for (int i = 0; i < facts.size(); ++i)
        rows.push_back({ViewRow::Kind::Fact, diff::Row::Kind::Context, -1, -1, i, 0});
    for (int i = 0; i < threads.size(); ++i) {
        if (threads[i].line < 0)
            rows.push_back({ViewRow::Kind::Thread, diff::Row::Kind::Context, -1, -1, i, 0});
    }
    if (content) {
        switch (content->kind) {
        case FileContent::Kind::Text:
        case FileContent::Kind::Submodule:
            if (content->layout.hunks.isEmpty())
                rows.push_back({ViewRow::Kind::Message, diff::Row::Kind::Context, -1, -1, 0, 0});
            Builder(*content, threads, expansions, options.split, rows).build();
            break;
        case FileContent::Kind::Image:
            rows.push_back({ViewRow::Kind::Image, diff::Row::Kind::Context, -1, -1, 0, 0});
            break;
        default:
            rows.push_back({ViewRow::Kind::Message, diff::Row::Kind::Context, -1, -1, 0, 0});
        }
    }
    rows.push_back({ViewRow::Kind::Space, diff::Row::Kind::Context, -1, -1, 0, 0});
    return rows;
}

int countRows(const FileContent &content, bool split)
{
    // The header and the space behind the file.
    int rows = 2;
    const auto &layout = content.layout;
    if (!content.isLines() || layout.hunks.isEmpty())
        ++rows;
    for (const diff::Hunk &hunk : layout.hunks) {
        rows += hunk.gapBefore.count > 0;
        rows += static_cast<int>(hunk.rows.size());
        if (split)
            continue;
        for (const diff::Row &row : hunk.rows)
            rows += row.kind == diff::Row::Kind::Changed;
    }
    return rows + (layout.gapAfter.count > 0);
}

} // namespace countersign::diffview
