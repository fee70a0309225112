// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QList>
#include <QRect>

class QPainter;

namespace countersign::ui {

/// One row of a commit graph: what the painter needs. Lanes are numbered from 0, 16 px each.
struct GraphRow
{
    /// A line through the upper or the lower half of the row.
    struct Line
    {
        int fromLane = 0;
        int toLane = 0;
        int color = 0;
    };
    /// From the row's top edge to its middle, and from its middle to its bottom edge.
    QList<Line> upper;
    QList<Line> lower;
    int lane = 0;
    int color = 0;
    /// Hollow node.
    bool merge = false;
    /// Not matching the filter: lines and node pale.
    bool faint = false;
};

constexpr int graphLaneWidth = 16;
/// Colours of lines and nodes are numbered from 0 to one less.
constexpr int graphColorCount = 6;
/// 2 px lines with round bends, node radius 4. Lanes beyond the width of `rect` are clipped.
void paintGraphRow(QPainter &painter, const QRect &rect, const GraphRow &row);
QColor graphLaneColor(int color);

} // namespace countersign::ui
