// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/diff/fileheaderbar.h"

namespace countersign::diffview {

// Heights of the rows of the view that hold no line of code, in pixels.

/// With the line above that parts it from the file before.
constexpr int kHeaderHeight = fileHeaderHeight + 1;
constexpr int kFactHeight = 24;
constexpr int kGapHeight = 24;
constexpr int kMessageHeight = 72;
constexpr int kSpaceHeight = 16;
constexpr int kImageHeight = 340;
/// Until the thread's widget says how high it is.
constexpr int kThreadGuess = 150;

} // namespace countersign::diffview
