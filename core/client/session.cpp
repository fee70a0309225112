// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/client/session.h"

namespace countersign::client {

Session::Session(QString hubId, QString displayName, std::unique_ptr<Backend> backend, QObject *parent)
    : QObject(parent)
    , m_hubId(std::move(hubId))
    , m_displayName(std::move(displayName))
    , m_backend(std::move(backend))
{
}

Session::~Session() = default;

} // namespace countersign::client
