// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "core/base/result.h"
#include "ui/review/quotedlines.h"
#include "ui/review/suggestions.h"

#include <stop_token>

namespace countersign::reviewui {

/// The lines that a thread was written on, as the small diff that stands above it, the plain lines that a
/// suggestion would replace, and what can be done with each suggestion now.
struct ThreadQuote
{
    QList<QuotedLine> lines;
    QStringList commented;
    int firstLine = 0;
    /// In the order of suggestionsOf(); empty where there is none.
    QList<SuggestionFit> fits;
};
/// Blocking. An empty quote where the versions are gone, binary or too large.
/// `current`: the commit that suggestions would be applied to.
Result<ThreadQuote> quoteThread(const QString &gitDirectory, const api::Thread &thread,
                                const QString &current, std::stop_token stop = {});
/// Lines `first` to `last`, from 1, of a file in a commit. Blocking.
Result<QStringList> linesOf(const QString &gitDirectory, const QString &commit, const QString &path,
                            int first, int last);

} // namespace countersign::reviewui
