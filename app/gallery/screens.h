// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace countersign::desktop {
class Console;
}

namespace countersign::gallery {

class Camera;

/// The welcome page, and an empty hub.
void takeFirstStart(Camera &camera, desktop::Console &console);
/// Every screen and dialog with the sample team's content.
void takeSampleTeam(Camera &camera, desktop::Console &console);

} // namespace countersign::gallery
