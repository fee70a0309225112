// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/words.h"

#include <QHash>
#include <QStringView>

#include <vector>

namespace countersign::diff {

/// The parts that word changes are made of: runs of letters, digits and underscores; runs of white space;
/// each CJK character, and each other character with its combining marks, by itself. They cover the text
/// without a gap and never split a surrogate pair or a combining sequence.
std::vector<Span> tokens(QStringView text);

/// Numbers for texts: equal texts get the same number. The views must outlive it.
class TokenNumbers
{
public:
    int numberOf(QStringView token);
    int count() const { return static_cast<int>(m_numbers.size()); }

private:
    QHash<QStringView, int> m_numbers;
};

} // namespace countersign::diff
