// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace countersign::review {

/// The id of a revision: 64 hexadecimal digits that follow from what is up for review, the source commit, the
/// full name of the destination, and the merge base ("" when the histories share none). An approval is kept
/// with this id, so that none ever counts for other content; a source that is pushed back to an earlier
/// commit has that commit's id again. Commits in lower-case hexadecimal.
QString revisionId(const QString &sourceCommit, const QString &destinationReference,
                   const QString &mergeBase);

} // namespace countersign::review
