// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "core/base/result.h"
#include "ui/review/quotedlines.h"

#include <stop_token>

namespace countersign::reviewui {

/// The lines that a thread was written on, as the small diff that stands above it, and the plain lines that a
/// suggestion would replace.
struct ThreadQuote
{
    QList<QuotedLine> lines;
    QStringList commented;
    int firstLine = 0;
};
/// Blocking. An empty quote where the versions are gone, binary or too large.
Result<ThreadQuote> quoteThread(const QString &gitDirectory, const api::Thread &thread,
                                std::stop_token stop = {});

} // namespace countersign::reviewui
