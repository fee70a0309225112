// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace countersign::ui {

/// "25 minutes ago", "yesterday 18:42", "4 days ago"; the date after seven days. Milliseconds since 1970 UTC,
/// shown in local time. A time in the future (another clock) reads as its date and time.
QString relativeTime(qint64 ms);
/// For narrow columns: "25 min", "1 h", "yesterday", "4 days", "12 Nov".
QString shortRelativeTime(qint64 ms);
/// The full local time, for tool tips and accessible text.
QString fullTime(qint64 ms);

/// Pins "now" for pictures and tests; 0 goes back to the clock.
void setPresentTime(qint64 ms);
qint64 presentTime();

} // namespace countersign::ui
