// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/chippainter.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace countersign::ui {

using theme::color;
using theme::TextStyle;
using theme::Token;

namespace {

struct Look
{
    QColor fill;
    QColor outline;
    QColor text;
};

Look lookOf(ChipKind kind)
{
    switch (kind) {
    case ChipKind::Quiet:
        return {{}, color(Token::Border), color(Token::Muted)};
    case ChipKind::Accent:
        return {color(Token::AccentSoft), color(Token::AccentLine), color(Token::Accent)};
    case ChipKind::Info:
        return {color(Token::ChangedBg), color(Token::ChangedLine), color(Token::ChangedText)};
    case ChipKind::Approval:
        return {color(Token::ApprovalBg), color(Token::ApprovalLine), color(Token::ApprovalText)};
    case ChipKind::Warning:
        return {color(Token::WarningBg), color(Token::WarningLine), color(Token::WarningText)};
    case ChipKind::Danger:
        return {color(Token::DangerBg), color(Token::DangerLine), color(Token::DangerText)};
    case ChipKind::Neutral:
        break;
    }
    return {color(Token::Base), color(Token::BorderButton), color(Token::Text)};
}

QFont chipFont(const ChipContent &chip)
{
    return theme::font(chip.code ? TextStyle::CodeSmall : TextStyle::Small);
}

constexpr int pad = 6;
constexpr int iconSide = 14;
constexpr int iconGap = 4;

} // namespace

ChipContent refChip(const QString &name, RefKind kind)
{
    switch (kind) {
    case RefKind::Branch:
        return {name, QStringLiteral("branch"), ChipKind::Neutral, true};
    case RefKind::CurrentBranch:
        return {name, QStringLiteral("branch"), ChipKind::Accent, true};
    case RefKind::RemoteBranch:
        return {name, QStringLiteral("server"), ChipKind::Neutral, true};
    case RefKind::Tag:
        return {name, QStringLiteral("tag"), ChipKind::Warning, true};
    case RefKind::PullRequest:
        return {name, QStringLiteral("pull-request"), ChipKind::Quiet, true};
    }
    return {name, {}, ChipKind::Neutral, true};
}

int chipWidth(const ChipContent &chip)
{
    const int text = chip.text.isEmpty() ? 0 : QFontMetrics(chipFont(chip)).horizontalAdvance(chip.text) + 1;
    const int icon = chip.icon.isEmpty() ? 0 : iconSide + (text ? iconGap : 0);
    return text + icon + 2 * pad;
}

QRect paintChip(QPainter &painter, const QRect &area, const ChipContent &chip, bool alignRight)
{
    const QFont labelled = chipFont(chip);
    const QFontMetrics metrics(labelled);
    const int height = qMin(area.height(), qMax(chipHeight, metrics.height() + 2));
    const int width = qMin(chipWidth(chip), area.width());
    if (width < 2 * pad)
        return {};
    const QRect rect(alignRight ? area.right() - width + 1 : area.x(),
                     area.y() + (area.height() - height) / 2, width, height);
    const Look look = lookOf(chip.kind);
    painter.save();
    theme::paintBox(painter, rect, look.fill, look.outline, 4);
    int x = rect.x() + pad;
    if (!chip.icon.isEmpty()) {
        theme::drawIcon(painter, QRect(x, rect.y() + (height - iconSide) / 2, iconSide, iconSide), chip.icon,
                        look.text);
        x += iconSide + iconGap;
    }
    painter.setFont(labelled);
    painter.setPen(look.text);
    const int room = rect.right() - pad - x + 2;
    painter.drawText(QRect(x, rect.y(), room, height), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(chip.text, Qt::ElideMiddle, room));
    painter.restore();
    return rect;
}

} // namespace countersign::ui
