// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/pagecontext.h"

#include <functional>

namespace countersign::shell {

/// What the program hands to its window: things kept on this computer, and what only the program can do.
/// The pointers outlive the window.
struct Services
{
    accounts::Settings *settings = nullptr;
    accounts::Drafts *drafts = nullptr;
    accounts::ViewedMarks *viewed = nullptr;
    /// Opens (makes, the first time) the hub of this computer, then calls back.
    std::function<void(std::function<void()> then)> openLocalHub;
    /// Makes and opens the sample team; with progress among the background tasks.
    std::function<void()> openSampleTeam;
    /// Whether the sample team is open, and can so be removed.
    std::function<bool()> hasSampleTeam;
    std::function<void()> removeSampleTeam;
};

} // namespace countersign::shell
