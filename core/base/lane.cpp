// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/lane.h"

namespace countersign {

Lane::Lane(const QString &name)
{
    m_pool.setObjectName(name);
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(30'000);
}

Lane::~Lane()
{
    m_closing.request_stop();
    m_pool.waitForDone();
}

} // namespace countersign
