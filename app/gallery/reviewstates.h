// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace countersign::desktop {
class Console;
}

namespace countersign::gallery {

class Camera;

/// The pages of a review in the states that a healthy hub does not show: loading, denied, offline, and with
/// far too much or hostile content.
void takeReviewStates(Camera &camera, desktop::Console &console);

} // namespace countersign::gallery
