// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace countersign::ui {

enum class ChipKind { Neutral, Quiet, Accent, Info, Approval, Warning, Danger };

/// What a chip shows. A value.
struct ChipContent
{
    QString text;
    QString icon;
    ChipKind kind = ChipKind::Neutral;
    /// Code font: refs and ids.
    bool code = false;

    bool operator==(const ChipContent &) const = default;
};

enum class RefKind { Branch, CurrentBranch, RemoteBranch, Tag, PullRequest };
/// The one look of a reference: code font, icon by kind.
ChipContent refChip(const QString &name, RefKind kind = RefKind::Branch);

constexpr int chipHeight = 20;
int chipWidth(const ChipContent &chip);
/// Paints at the left of `area`, centred vertically, elided in the middle when it does not fit. Returns the
/// rectangle used; right-to-left layouts give a mirrored `area` with `alignRight`.
QRect paintChip(QPainter &painter, const QRect &area, const ChipContent &chip, bool alignRight = false);

} // namespace countersign::ui
Q_DECLARE_METATYPE(countersign::ui::ChipContent)
