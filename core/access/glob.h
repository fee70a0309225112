// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace countersign::access {

/// Whether `text` as a whole matches `pattern`, where * stands for any run of characters, slashes and colons
/// included, and ? for one. Case-sensitive. The time is at most the product of the two lengths, whatever the
/// pattern.
bool globMatches(QStringView pattern, QStringView text);

} // namespace countersign::access
