// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/oid.h"
#include "ui/widgets/graphpainter.h"

#include <QHash>
#include <QList>

#include <set>
#include <vector>

namespace countersign::code {

/// Places the commits of a history, in topological order, on lanes, one row after another: a row never
/// changes when later rows come. A commit stands on the lane of its first child; its first parent goes on
/// there, further parents take free lanes; lanes that wait for the same commit meet at it. One thread at a
/// time.
class GraphLanes
{
public:
    /// Lines wholly beyond this lane are left out of rows: no window is wide enough for them, and a history
    /// with thousands of open lanes would need them in every row.
    static constexpr int mostDrawn = 256;

    /// The row of the next commit.
    ui::GraphRow add(const git::Oid &id, const QList<git::Oid> &parents);
    /// Lanes in use below the last row.
    int width() const { return static_cast<int>(m_lanes.size()); }

private:
    struct Lane
    {
        bool used = false;
        int color = 0;
    };
    int takeFreeLane();
    void release(int lane);
    int nextColor();

    std::vector<Lane> m_lanes;
    /// Unused lanes below the last used one.
    std::set<int> m_free;
    /// The lane that leads to a commit; there is never more than one.
    QHash<git::Oid, int> m_leadsTo;
    int m_color = 0;
};

} // namespace countersign::code
