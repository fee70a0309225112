// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

#include <functional>

namespace countersign {

/// Gives the present time as milliseconds since 1970-01-01 UTC. Passed in wherever a rule or a record needs
/// the time, so that tests and the sample team set it. Must be callable from any thread.
using Clock = std::function<qint64()>;

/// The machine's clock.
Clock systemClock();

} // namespace countersign
