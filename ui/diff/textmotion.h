// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <utility>

/// How a caret moves through one line; shared by the views of code.
namespace countersign::diffview {

/// Start and end of the word (or run of other characters) at a unit.
std::pair<int, int> wordAt(const QString &text, int column);
/// Where Left, Right, Home or End leads within the line; with `words`, by words. Never inside a surrogate
/// pair or a combining sequence. Home goes to the first character that is not blank, then to the start.
int columnAfterKey(const QString &text, int column, int key, bool words);
/// What an invisible or misleading character at a unit is called; empty for an ordinary one.
QString suspiciousToolTip(const QString &text, int column);

} // namespace countersign::diffview
