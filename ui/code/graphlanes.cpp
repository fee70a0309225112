// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/graphlanes.h"

#include <algorithm>

namespace countersign::code {

int GraphLanes::freeLane()
{
    const auto it = std::ranges::find_if(m_lanes, [](const Lane &lane) { return lane.waitsFor.isNull(); });
    if (it != m_lanes.end())
        return static_cast<int>(it - m_lanes.begin());
    m_lanes.push_back({});
    return static_cast<int>(m_lanes.size()) - 1;
}

ui::GraphRow GraphLanes::add(const git::Oid &id, const QList<git::Oid> &parents)
{
    ui::GraphRow row;
    const std::vector<Lane> above = m_lanes;
    const auto own = std::ranges::find(m_lanes, id, &Lane::waitsFor);
    const bool isTip = own == m_lanes.end();
    row.lane = isTip ? freeLane() : static_cast<int>(own - m_lanes.begin());
    auto &lane = m_lanes[static_cast<size_t>(row.lane)];
    if (isTip)
        lane.color = m_nextColor++;
    row.color = lane.color;
    row.merge = parents.size() > 1;

    // Upper half: what comes down from the row above; lanes that waited for this commit bend to it.
    for (size_t i = 0; i < above.size(); ++i) {
        if (above[i].waitsFor.isNull())
            continue;
        const int to = above[i].waitsFor == id ? row.lane : static_cast<int>(i);
        row.upper.append({static_cast<int>(i), to, above[i].color});
    }
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        if (m_lanes[i].waitsFor == id)
            m_lanes[i].waitsFor = {};
    }

    // Lower half: the parents. A parent that a lane already leads to is joined there.
    const int ownColor = row.color;
    bool ownTaken = false;
    for (qsizetype i = 0; i < parents.size(); ++i) {
        const auto known = std::ranges::find(m_lanes, parents[i], &Lane::waitsFor);
        if (known != m_lanes.end()) {
            row.lower.append(
                {row.lane, static_cast<int>(known - m_lanes.begin()), i == 0 ? ownColor : known->color});
            continue;
        }
        int target = row.lane;
        int color = ownColor;
        if (ownTaken) {
            target = freeLane();
            color = m_nextColor++;
        }
        ownTaken = true;
        m_lanes[static_cast<size_t>(target)] = {parents[i], color};
        row.lower.append({row.lane, target, color});
    }
    // The lanes that pass by.
    for (size_t i = 0; i < m_lanes.size() && i < above.size(); ++i) {
        if (!above[i].waitsFor.isNull() && above[i].waitsFor != id &&
            m_lanes[i].waitsFor == above[i].waitsFor)
            row.lower.append({static_cast<int>(i), static_cast<int>(i), above[i].color});
    }
    while (!m_lanes.empty() && m_lanes.back().waitsFor.isNull())
        m_lanes.pop_back();
    return row;
}

} // namespace countersign::code
