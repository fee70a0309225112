// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/diffviewanchor.h"

#include <QScrollBar>

#include <algorithm>

namespace countersign::diffview {

/// `up` lines above the change below, `down` lines below the change above.
void DiffView::expandGap(const Position &position, int up, int down)
{
    File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow row = file.rows[static_cast<size_t>(position.row)];
    if (row.kind != ViewRow::Kind::Gap)
        return;
    const QList<diff::Gap> gaps = gapsOf(*file.content);
    const diff::Gap &gap = gaps[row.index];
    Expansion &shown = file.expansions[row.index];
    // What is open already may come from a thread inside: count from what is seen.
    shown.top = row.newLine - gap.newStart + down;
    shown.bottom = gap.count - (row.newLine - gap.newStart) - row.count + up;
    Anchor anchor(*this);
    anchor.follow(position);
    rebuild(position.file);
    updateTops();
    anchor.restore();
    settle();
}

void DiffView::expandAround()
{
    Position at = m_caret.file >= 0 ? rowOfLine(m_caret.file, m_caretSide, m_caret.line) : Position();
    if (at.isNull())
        at = positionAtY(verticalScrollBar()->value() + viewport()->height() / 3);
    if (at.isNull() || at.row < 0)
        return;
    const File &file = m_files[static_cast<size_t>(at.file)];
    // The fold that is nearest, by rows.
    const int count = static_cast<int>(file.rows.size());
    for (int step = 0; step < count; ++step) {
        for (const int row : {at.row - step, at.row + step}) {
            if (row < 0 || row >= count || file.rows[static_cast<size_t>(row)].kind != ViewRow::Kind::Gap)
                continue;
            expandGap({at.file, row}, row > at.row ? 0 : 10, row > at.row ? 10 : 0);
            return;
        }
    }
}

void DiffView::expandFunction()
{
    Position at = m_caret.file >= 0 ? rowOfLine(m_caret.file, m_caretSide, m_caret.line) : Position();
    if (at.isNull())
        at = positionAtY(verticalScrollBar()->value() + viewport()->height() / 3);
    if (at.isNull() || at.row < 0)
        return;
    const File &file = m_files[static_cast<size_t>(at.file)];
    for (int row = at.row; row >= 0; --row) {
        const ViewRow &gap = file.rows[static_cast<size_t>(row)];
        if (gap.kind != ViewRow::Kind::Gap)
            continue;
        // The declaration may stand above the fold: then all of it belongs to the function.
        const Enclosing enclosing = file.enclosing.value(gap.index);
        if (enclosing.lines > 0)
            expandGap({at.file, row}, std::min(enclosing.lines, gap.count), 0);
        return;
    }
}

void DiffView::expandAll(int index)
{
    File &file = m_files[static_cast<size_t>(index)];
    if (!file.content)
        return;
    const QList<diff::Gap> gaps = gapsOf(*file.content);
    const bool closed =
        std::ranges::any_of(file.rows, [](const ViewRow &row) { return row.kind == ViewRow::Kind::Gap; });
    Anchor anchor(*this);
    file.expansions.clear();
    for (int i = 0; closed && i < gaps.size(); ++i)
        file.expansions.insert(i, {gaps[i].count, 0});
    rebuild(index);
    updateTops();
    anchor.restore();
    settle();
}

/// Opens the fold that hides a line, if one does.
void DiffView::expandHidden(int index, Side side, int line)
{
    File &file = m_files[static_cast<size_t>(index)];
    if (file.collapsed)
        setCollapsed(index, false);
    for (size_t i = 0; i < file.rows.size(); ++i) {
        const ViewRow &row = file.rows[i];
        const int start = side == Side::Before ? row.oldLine : row.newLine;
        if (row.kind != ViewRow::Kind::Gap || line < start || line >= start + row.count)
            continue;
        const int above = line - start;
        const int below = row.count - above - 1;
        if (row.count <= 20)
            expandGap({index, static_cast<int>(i)}, 0, row.count);
        else if (above < below)
            expandGap({index, static_cast<int>(i)}, 0, above + 4);
        else
            expandGap({index, static_cast<int>(i)}, below + 4, 0);
        return;
    }
}

void DiffView::clickGap(const Position &position, const QPoint &point)
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(position.row)];
    const GapParts parts = gapParts(file, row, rowArea(position));
    if (parts.up.contains(point))
        expandGap(position, 10, 0);
    else if (parts.down.contains(point))
        expandGap(position, 0, 10);
    else if (parts.reachesName() && parts.name.contains(point))
        expandGap(position, parts.enclosing.lines, 0);
    else
        expandGap(position, 0, parts.hidden);
}

} // namespace countersign::diffview
