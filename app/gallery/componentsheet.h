// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace countersign::gallery {

/// Every component with its states on one sheet of 1440 × 900, as the design's picture 11 shows them.
QWidget *makeComponentSheet();

} // namespace countersign::gallery
