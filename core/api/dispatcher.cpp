// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/dispatcher.h"

namespace countersign::api {

int Dispatcher::addListener(ChangeListener listener)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.emplace(++m_lastId, std::move(listener));
    return m_lastId;
}

void Dispatcher::removeListener(int id)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.erase(id);
}

void Dispatcher::announce(const HubChange &change)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[id, listener] : m_listeners)
        listener(change);
}

} // namespace countersign::api
