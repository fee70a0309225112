// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

#include <stop_token>

namespace countersign::sample {

/// Makes the hub of the sample team: three repositories with their history and a dozen pull requests in every
/// state, as of now. Blocking, takes some seconds; call it in a lane. The folder must not exist: it is made
/// whole beside its place and then renamed, so that a cancelled or failed attempt leaves nothing. Removing
/// the folder removes the team.
Result<void> createSampleTeam(const QString &directory, const ProgressSink &progress = {},
                              std::stop_token stop = {});

/// The one who sits at the console in the sample team, and whom the others know as Grace.
QString samplePerson();

} // namespace countersign::sample
