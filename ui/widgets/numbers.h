// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace countersign::ui {

/// 1204 as "1 204": groups of three with a narrow no-break space.
QString groupedNumber(qint64 number);
/// Bytes as "1.9 KB", "184 MB"; powers of 1024.
QString sizeText(qint64 bytes);
/// "+205" and "−92" for changed lines, with the true minus sign.
QString addedText(qint64 lines);
QString removedText(qint64 lines);

} // namespace countersign::ui
