// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/graphlanes.h"

#include <algorithm>

namespace countersign::code {

int GraphLanes::takeFreeLane()
{
    if (!m_free.empty()) {
        const int lane = *m_free.begin();
        m_free.erase(m_free.begin());
        return lane;
    }
    m_lanes.push_back({});
    return width() - 1;
}

void GraphLanes::release(int lane)
{
    m_lanes[static_cast<size_t>(lane)].used = false;
    m_free.insert(lane);
    while (!m_lanes.empty() && !m_lanes.back().used) {
        m_lanes.pop_back();
        m_free.erase(width());
    }
}

int GraphLanes::nextColor()
{
    const int color = m_color;
    m_color = (m_color + 1) % ui::graphColorCount;
    return color;
}

ui::GraphRow GraphLanes::add(const git::Oid &id, const QList<git::Oid> &parents)
{
    ui::GraphRow row;
    row.merge = parents.size() > 1;
    const auto own = m_leadsTo.constFind(id);
    const bool isTip = own == m_leadsTo.cend();
    if (!isTip) {
        row.lane = *own;
        row.color = m_lanes[static_cast<size_t>(row.lane)].color;
        m_leadsTo.erase(own);
        if (row.lane < mostDrawn)
            row.upper.append({row.lane, row.lane, row.color});
    }
    for (int i = 0; i < std::min(width(), mostDrawn); ++i) {
        const Lane &lane = m_lanes[static_cast<size_t>(i)];
        if (!lane.used || (!isTip && i == row.lane))
            continue;
        row.upper.append({i, i, lane.color});
        row.lower.append({i, i, lane.color});
    }
    if (isTip) {
        row.lane = takeFreeLane();
        row.color = nextColor();
        m_lanes[static_cast<size_t>(row.lane)] = {true, row.color};
    }

    // A parent that a lane already leads to is joined there; the first of the others goes on in this lane.
    bool continues = false;
    const auto join = [&](int target, int color) {
        if (row.lane < mostDrawn || target < mostDrawn)
            row.lower.append({row.lane, target, color});
    };
    for (qsizetype i = 0; i < parents.size(); ++i) {
        if (const auto known = m_leadsTo.constFind(parents[i]); known != m_leadsTo.cend()) {
            // A parent named twice is one line.
            if (parents.indexOf(parents[i]) == i)
                join(*known, i == 0 ? row.color : m_lanes[static_cast<size_t>(*known)].color);
            continue;
        }
        int target = row.lane;
        if (continues) {
            target = takeFreeLane();
            m_lanes[static_cast<size_t>(target)] = {true, nextColor()};
        }
        continues = true;
        m_leadsTo.insert(parents[i], target);
        join(target, m_lanes[static_cast<size_t>(target)].color);
    }
    if (!continues)
        release(row.lane);
    return row;
}

} // namespace countersign::code
