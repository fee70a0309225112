// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/hubsettings.h"

namespace countersign::desktop {

/// Who a new hub on this computer belongs to: the user's account, with the name and address of their Git
/// configuration where it has them. Blocking, for a lane.
service::HubSettings::FirstPerson ownerOfThisComputer();

} // namespace countersign::desktop
