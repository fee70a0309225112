// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <array>

namespace countersign::theme {

constexpr int tokenCount = static_cast<int>(Token::Count_);

using TokenColors = std::array<QColor, tokenCount>;

/// The name of a token in resources/tokens.json, such as "added-bg".
QLatin1StringView tokenName(Token token);

/// Both colour sets of resources/tokens.json. A missing or malformed colour is a defect of the build and
/// becomes magenta, which the tests look for.
struct TokenSets
{
    TokenColors light;
    TokenColors dark;
};
const TokenSets &tokenSets();

} // namespace countersign::theme
