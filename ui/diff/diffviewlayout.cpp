// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/diffviewanchor.h"
#include "ui/diff/diffviewmetrics.h"
#include "ui/diff/threadsource.h"

#include <QScrollBar>

#include <algorithm>

namespace countersign::diffview {

void DiffView::rebuild(int index)
{
    File &file = m_files[static_cast<size_t>(index)];
    if (!file.content && !file.collapsed) {
        dropRows(file);
        return;
    }
    file.rows =
        buildRows(file.content.get(), file.facts, file.threads, file.expansions, {m_split, file.collapsed});
    file.threadRows.clear();
    file.changeRows.clear();
    bool within = false;
    for (size_t i = 0; i < file.rows.size(); ++i) {
        const ViewRow &row = file.rows[i];
        if (row.kind == ViewRow::Kind::Thread)
            file.threadRows.push_back(static_cast<int>(i));
        // A thread within a change does not part it.
        if (row.kind == ViewRow::Kind::Thread)
            continue;
        const bool changed = row.kind == ViewRow::Kind::Line && row.change != diff::Row::Kind::Context;
        if (changed && !within)
            file.changeRows.push_back(static_cast<int>(i));
        within = changed;
    }
    measure(file);
    m_ruler->invalidate();
}

void DiffView::measure(File &file)
{
    if (!file.hasRows())
        return;
    // Rows are measured when they come into sight.
    file.estimated = m_wrap;
    file.tops.resize(file.rows.size() + 1);
    int y = 0;
    for (size_t i = 0; i < file.rows.size(); ++i) {
        file.tops[i] = y;
        y += rowHeight(file, file.rows[i], !file.estimated);
    }
    file.tops.back() = y;
}

bool DiffView::measureRows(File &file, int from, int to)
{
    const auto first = std::ranges::upper_bound(file.tops, std::max(0, from)) - file.tops.begin();
    bool changed = false;
    int shift = 0;
    auto row = static_cast<size_t>(std::max<qsizetype>(0, first - 1));
    for (; row < file.rows.size() && file.tops[row] < to; ++row) {
        const int height = file.tops[row + 1] - file.tops[row];
        file.tops[row] += shift;
        const int now = rowHeight(file, file.rows[row], true);
        shift += now - height;
        changed = changed || now != height;
    }
    for (; changed && row < file.tops.size(); ++row)
        file.tops[row] += shift;
    return changed;
}

void DiffView::measureVisible()
{
    if (!m_wrap || m_measuring)
        return;
    m_measuring = true;
    // Rows that turn out higher push others out of sight, lower ones let others in: twice settles it.
    for (int round = 0; round < 3; ++round) {
        Anchor anchor(*this);
        const qint64 from = verticalScrollBar()->value();
        const qint64 to = from + viewport()->height();
        bool changed = false;
        for (int i = std::max(0, fileAtY(from)); i < fileCount() && m_tops[static_cast<size_t>(i)] < to;
             ++i) {
            File &file = m_files[static_cast<size_t>(i)];
            const qint64 top = m_tops[static_cast<size_t>(i)];
            if (file.estimated && file.hasRows() &&
                measureRows(file, static_cast<int>(std::max<qint64>(0, from - top)),
                            static_cast<int>(to - top)))
                changed = true;
        }
        if (!changed)
            break;
        updateTops();
        anchor.restore();
    }
    m_measuring = false;
}

int DiffView::rowHeight(const File &file, const ViewRow &row, bool exact) const
{
    switch (row.kind) {
    case ViewRow::Kind::Header:
        return file.isFirst ? 0 : kHeaderHeight;
    case ViewRow::Kind::Fact:
        return kFactHeight;
    case ViewRow::Kind::Gap:
        return kGapHeight;
    case ViewRow::Kind::Message:
        return kMessageHeight;
    case ViewRow::Kind::Image:
        return kImageHeight;
    case ViewRow::Kind::Space:
        return kSpaceHeight;
    case ViewRow::Kind::Thread:
        return m_threadHeights.value(file.threads[row.index].id, kThreadGuess) + 2 * 8;
    case ViewRow::Kind::Line:
        break;
    }
    if (!m_wrap || !file.content)
        return m_painter.lineHeight();
    return wrappedRows(file, row, exact) * m_painter.lineHeight();
}

/// Of both sides the larger number, so that rows stay level.
int DiffView::wrappedRows(const File &file, const ViewRow &row, bool exact) const
{
    int rows = 1;
    const auto take = [&](const std::shared_ptr<const diff::Text> &text, int line, Side side) {
        if (!text || line < 0 || line >= text->lineCount())
            return;
        const int width = m_columns.textWidth(side, m_split);
        const QByteArrayView bytes = text->lineBytes(line);
        const auto columns = std::max<qsizetype>(1, static_cast<qsizetype>(width / m_painter.charWidth()));
        if (!exact) {
            // As if every byte were a column; a tab at most the width of one.
            const qsizetype tabs = bytes.size() > columns ? 0 : std::ranges::count(bytes, '\t');
            const qsizetype needed = bytes.size() + tabs * (m_tabWidth - 1);
            rows = std::max(rows, static_cast<int>((needed + columns - 1) / columns));
            return;
        }
        // A line of fewer bytes than columns fits, whatever it says: no need to decode it.
        if (bytes.size() * 2 <= columns || (bytes.size() <= columns && !bytes.contains('\t')))
            return;
        rows = std::max(rows, m_painter.rowsOf(lineText(file, side, line), width));
    };
    if (m_split || row.newLine < 0)
        take(file.content->before, row.oldLine, Side::Before);
    take(file.content->after, row.newLine, Side::After);
    return rows;
}

void DiffView::updateTops()
{
    m_tops.resize(m_files.size() + 1);
    qint64 y = 0;
    for (size_t i = 0; i < m_files.size(); ++i) {
        m_tops[i] = y;
        y += m_files[i].height();
    }
    m_tops.back() = y;
    updateScrollBars();
}

qint64 DiffView::contentHeight() const { return m_tops.empty() ? 0 : m_tops.back(); }

void DiffView::updateScrollBars()
{
    const int height = viewport()->height();
    // Also a short last file can be brought to the top.
    const qint64 last = m_files.size() > 1 ? m_tops[m_files.size() - 1] + kHeaderHeight : 0;
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qint64>({0, contentHeight() - height, last})));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(m_painter.lineHeight());
    const int room =
        std::min(m_columns.textWidth(Side::Before, m_split), m_columns.textWidth(Side::After, m_split));
    const int range = m_wrap ? 0 : std::max(0, static_cast<int>(m_widest) + 16 - room);
    horizontalScrollBar()->setRange(0, range);
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_painter.charWidth() * 4));
}

int DiffView::Columns::textLeft(Side side, bool split) const
{
    if (!split)
        return old.left() + 2 * numberWidth + signWidth;
    return (side == Side::Before ? old.left() : fresh.left()) + numberWidth + signWidth;
}

int DiffView::Columns::textWidth(Side side, bool split) const
{
    if (!split)
        return std::max(1, fresh.right() + 1 - textLeft(side, false));
    const QRect &column = side == Side::Before ? old : fresh;
    return std::max(1, column.width() - numberWidth - signWidth);
}

void DiffView::updateColumns()
{
    const int digits = static_cast<int>(QString::number(std::max(99, m_mostLines)).size());
    m_columns.numberWidth = std::max(36, static_cast<int>(m_painter.charWidth() * digits) + 14);
    const int width = viewport()->width();
    const int half = width / 2;
    m_columns.old = QRect(0, 0, m_split ? half : width, 1);
    m_columns.fresh = m_split ? QRect(half + 1, 0, width - half - 1, 1) : QRect(0, 0, width, 1);
    m_header->setColumns(half, width);
}

int DiffView::fileAtY(qint64 y) const
{
    if (m_files.empty())
        return -1;
    const auto it = std::ranges::upper_bound(m_tops, y);
    const auto index = static_cast<int>(it - m_tops.begin()) - 1;
    return std::clamp(index, 0, fileCount() - 1);
}

DiffView::Position DiffView::positionAtY(qint64 y) const
{
    const int index = fileAtY(y);
    if (index < 0)
        return {};
    const File &file = m_files[static_cast<size_t>(index)];
    if (!file.hasRows())
        return {index, -1};
    const int within = static_cast<int>(y - m_tops[static_cast<size_t>(index)]);
    const auto it = std::ranges::upper_bound(file.tops, within);
    const auto row = static_cast<int>(it - file.tops.begin()) - 1;
    return {index, std::clamp(row, 0, static_cast<int>(file.rows.size()) - 1)};
}

int DiffView::top(const Position &position) const
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const int within = position.row >= 0 && file.hasRows() ? file.tops[static_cast<size_t>(position.row)] : 0;
    return static_cast<int>(m_tops[static_cast<size_t>(position.file)]) + within;
}

void DiffView::resizeEvent(QResizeEvent *)
{
    const int headerHeight = m_header->sizeHint().height();
    setViewportMargins(0, headerHeight, OverviewRuler::preferredWidth, 0);
    const QRect area = contentsRect();
    m_header->setGeometry(area.left(), area.top(), area.width(), headerHeight);
    const QRect view = viewport()->geometry();
    m_ruler->setGeometry(view.right() + 1, view.top(), OverviewRuler::preferredWidth, view.height());
    Anchor anchor(*this);
    updateColumns();
    if (m_wrap) {
        for (File &file : m_files)
            measure(file);
    }
    updateTops();
    anchor.restore();
    loadNear();
    placeThreads();
    setCurrentFromScroll();
}

void DiffView::dropRows(File &file)
{
    file.rows = {};
    file.tops = {};
    file.threadRows.clear();
    file.changeRows.clear();
}

} // namespace countersign::diffview
