// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

namespace countersign::ui {

/// An error in the user's words. A value.
struct ErrorText
{
    /// What happened, one sentence, translated.
    QString what;
    /// What can be done about it; may be empty.
    QString remedy;
    /// The original words of git, the hub or the system; may be empty.
    QString original;
};

/// By code where we know it, otherwise by kind with the error's own message.
ErrorText errorText(const Error &error);
/// `what` and `remedy` in one line.
QString errorSentence(const Error &error);

} // namespace countersign::ui
