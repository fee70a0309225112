// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace countersign::ui {

enum class BadgeKind { Neutral, Hot, Bad };

constexpr int badgeHeight = 16;
/// Counts in a pill. `text` is usually a grouped number; "1/2" works too.
int countBadgeWidth(const QString &text);
/// All of these paint at the right end of `area` (left with `alignLeft`), centred vertically, and return the
/// rectangle used.
QRect paintCountBadge(QPainter &painter, const QRect &area, const QString &text, BadgeKind kind,
                      bool alignLeft = false);
/// Comments of a file or pull request; warning colours while a thread is open.
int commentBadgeWidth(int comments);
QRect paintCommentBadge(QPainter &painter, const QRect &area, int comments, bool open,
                        bool alignLeft = false);
/// "+14 −5" in code font; a zero is left out.
int lineCountsWidth(qint64 added, qint64 removed);
QRect paintLineCounts(QPainter &painter, const QRect &area, qint64 added, qint64 removed,
                      bool alignLeft = false);

/// A M D R U ? in their tinted square, 16 × 16 at the left of `area`.
QRect paintStatusLetter(QPainter &painter, const QRect &area, QChar letter);
/// "added", "modified", … for tool tips and accessible text.
QString statusLetterName(QChar letter);

/// The approvals of a rule: `needed` segments of 28 × 4 (narrower when more than four), `given` filled.
int approvalSegmentsWidth(int needed, int segmentWidth = 28);
QRect paintApprovalSegments(QPainter &painter, const QRect &area, int given, int needed,
                            int segmentWidth = 28);

/// A key in its cap, at the left of `area`.
int keyCapWidth(const QString &text);
QRect paintKeyCap(QPainter &painter, const QRect &area, const QString &text, bool alignRight = false);

} // namespace countersign::ui
