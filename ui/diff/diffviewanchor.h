// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/diff/diffview.h"

#include <QScrollBar>

#include <algorithm>

namespace countersign::diffview {

/// Made before heights change, and restores the scroll position afterwards so that the row at the top stays.
class DiffView::Anchor
{
public:
    explicit Anchor(DiffView &view)
        : m_view(view)
    {
        ++m_view.m_restoring;
        const qint64 y = view.verticalScrollBar()->value();
        m_file = view.fileAtY(y);
        if (m_file < 0)
            return;
        const File &file = view.m_files[static_cast<size_t>(m_file)];
        const qint64 within = y - view.m_tops[static_cast<size_t>(m_file)];
        m_offset = static_cast<int>(within);
        if (!file.hasRows())
            return;
        const auto it = std::ranges::upper_bound(file.tops, static_cast<int>(within));
        m_row = std::max<int>(0, static_cast<int>(it - file.tops.begin()) - 1);
        m_row = std::min(m_row, static_cast<int>(file.rows.size()) - 1);
        m_what = file.rows[static_cast<size_t>(m_row)];
        m_offset = static_cast<int>(within) - file.tops[static_cast<size_t>(m_row)];
    }

    /// Keep this row instead of the top one.
    void follow(const Position &position)
    {
        m_file = position.file;
        const File &file = m_view.m_files[static_cast<size_t>(m_file)];
        m_row = position.row;
        m_what = file.rows[static_cast<size_t>(m_row)];
        m_offset = m_view.verticalScrollBar()->value() - m_view.top(position);
    }

    ~Anchor() { --m_view.m_restoring; }
    Anchor(const Anchor &) = delete;
    Anchor &operator=(const Anchor &) = delete;

    void restore()
    {
        if (m_file < 0 || m_file >= m_view.fileCount())
            return;
        const File &file = m_view.m_files[static_cast<size_t>(m_file)];
        qint64 y = m_view.m_tops[static_cast<size_t>(m_file)] + m_offset;
        if (m_row >= 0 && file.hasRows()) {
            int row = std::min(m_row, static_cast<int>(file.rows.size()) - 1);
            // The same line, where the rows were made anew.
            for (size_t i = 0; i < file.rows.size(); ++i) {
                const ViewRow &candidate = file.rows[i];
                if (isSame(candidate)) {
                    row = static_cast<int>(i);
                    break;
                }
            }
            y = m_view.m_tops[static_cast<size_t>(m_file)] + file.tops[static_cast<size_t>(row)] + m_offset;
        }
        m_view.verticalScrollBar()->setValue(static_cast<int>(y));
    }

private:
    bool isSame(const ViewRow &row) const
    {
        if (row.kind != m_what.kind)
            return false;
        switch (row.kind) {
        case ViewRow::Kind::Line:
            // In the other mode a row may hold only one of the lines.
            return m_what.newLine >= 0 ? row.newLine == m_what.newLine : row.oldLine == m_what.oldLine;
        case ViewRow::Kind::Fact:
        case ViewRow::Kind::Gap:
        case ViewRow::Kind::Thread:
            return row.index == m_what.index;
        default:
            return true;
        }
    }

    DiffView &m_view;
    int m_file = -1;
    int m_row = -1;
    int m_offset = 0;
    ViewRow m_what;
};

} // namespace countersign::diffview
