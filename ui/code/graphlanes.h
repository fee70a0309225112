// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/oid.h"
#include "ui/widgets/graphpainter.h"

#include <QList>

#include <vector>

namespace countersign::code {

/// Places the commits of a history, in topological order, on lanes, one row after another: a row never
/// changes when later rows come. A commit stands on the lane of its first child; its first parent goes on
/// there, further parents take free lanes; lanes that wait for the same commit meet at it. One thread at a
/// time.
class GraphLanes
{
public:
    /// The row of the next commit.
    ui::GraphRow add(const git::Oid &id, const QList<git::Oid> &parents);
    /// Lanes in use below the last row.
    int width() const { return static_cast<int>(m_lanes.size()); }

private:
    struct Lane
    {
        /// The commit that the lane leads to; null for a free lane.
        git::Oid waitsFor;
        int color = 0;
    };
    int freeLane();

    std::vector<Lane> m_lanes;
    int m_nextColor = 0;
};

} // namespace countersign::code
