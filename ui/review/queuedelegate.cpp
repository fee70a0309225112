// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/queuedelegate.h"

#include "ui/review/queuemodel.h"
#include "ui/review/statelook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/chippainter.h"
#include "ui/widgets/relativetime.h"

#include <QPainter>

#include <algorithm>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

constexpr int entryHeight = 52;
constexpr int headingHeight = 30;

int headingRowHeight() { return std::max(headingHeight, QFontMetrics(theme::font(TextStyle::BodyStrong)).height() + 10); }

int entryRowHeight()
{
    return std::max(entryHeight, QFontMetrics(theme::font(TextStyle::BodyStrong)).height() +
                                     QFontMetrics(theme::font(TextStyle::Small)).height() + 17);
}

// Text at the left of `area`, elided; returns the width used.
int paintText(QPainter &painter, const QRect &area, const QString &text, const QFont &font, const QColor &ink)
{
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(ink);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
    painter.drawText(area, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return std::min(area.width(), metrics.horizontalAdvance(shown));
}

QRect leftOf(const QRect &area, int used) { return area.adjusted(used, 0, 0, 0); }

} // namespace

QueueDelegate::QueueDelegate(PersonOf personOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_personOf(std::move(personOf))
{
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return QSize(200, index.data(QueueModel::IsHeadingRole).toBool() ? headingRowHeight() : entryRowHeight());
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    if (index.data(QueueModel::IsHeadingRole).toBool())
        paintHeading(*painter, option, index);
    else
        paintEntry(*painter, option, index.data(QueueModel::EntryRole).value<QueueEntry>());
    painter->restore();
}

void QueueDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const QRect row = option.rect;
    painter.fillRect(row, theme::color(Token::AltBase));
    painter.setPen(theme::color(Token::Border));
    painter.drawLine(row.bottomLeft(), row.bottomRight());
    QRect area = row.adjusted(10, 0, -12, -1);
    theme::drawIcon(painter, QRect(area.left(), area.center().y() - 7, 14, 14),
                    index.data(QueueModel::FoldedRole).toBool() ? QStringLiteral("chevron-right")
                                                                : QStringLiteral("chevron-down"),
                    theme::color(Token::Muted));
    area = leftOf(area, 20);
    area = leftOf(area, 8 + paintText(painter, area, index.data().toString(),
                                      theme::font(TextStyle::BodyStrong), theme::color(Token::Text)));
    const int count = index.data(QueueModel::HeadingCountRole).toInt();
    const QRect badge =
        ui::paintCountBadge(painter, area, QString::number(std::abs(count)),
                            count < 0 ? ui::BadgeKind::Hot : ui::BadgeKind::Neutral, true);
    area.setLeft(badge.right() + 9);
    paintText(painter, area, index.data(QueueModel::HeadingHintRole).toString(), theme::font(TextStyle::Small),
              theme::color(Token::Muted));
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(theme::color(Token::Accent), 2));
        painter.drawRect(row.adjusted(1, 1, -1, -2));
    }
}

void QueueDelegate::paintEntry(QPainter &painter, const QStyleOptionViewItem &option,
                               const QueueEntry &entry) const
{
    const auto &summary = entry.summary;
    const auto &pullRequest = summary.pullRequest;
    const QRect row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
    if (selected)
        painter.fillRect(row, theme::color(active ? Token::AccentSoft : Token::SelectIdle));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(row, theme::color(Token::AltBase));
    painter.setPen(theme::color(Token::Border));
    painter.drawLine(row.bottomLeft(), row.bottomRight());
    if (selected && active) {
        painter.setPen(theme::color(Token::AccentLine));
        painter.drawRect(row.adjusted(0, 0, -1, -1));
    }

    const QRect inner = row.adjusted(12, 0, -12, -1);
    const StateLook look = queueLook(entry);
    theme::drawIcon(painter, QRect(inner.left(), row.center().y() - 8, 16, 16), look.icon,
                    theme::color(look.token));

    const QColor muted = theme::color(entry.cached ? Token::Faint : Token::Muted);
    const QFont small = theme::font(TextStyle::Small);
    QRect right = inner;
    const QString time = ui::shortRelativeTime(pullRequest.lastActivityDate.ms);
    const int timeWidth = std::max(96, QFontMetrics(small).horizontalAdvance(time));
    painter.setFont(theme::Theme::tabular(small));
    painter.setPen(muted);
    painter.drawText(right, Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextSingleLine, time);
    right.setRight(right.right() - timeWidth - 8);

    // Comments: icon and number in a column of their own, so that they line up.
    const QRect comments(right.right() - 52, right.top(), 52, right.height());
    const QColor commentInk = theme::color(summary.openThreadCount > 0 ? Token::WarningText : Token::Muted);
    theme::drawIcon(painter, QRect(comments.left(), comments.center().y() - 7, 14, 14), QStringLiteral("comment"),
                    commentInk);
    paintText(painter, comments.adjusted(20, 0, 0, 0), QString::number(summary.commentCount), small, muted);
    right.setRight(comments.left() - 12);

    const ApprovalCount approvals = approvalCount(summary.rules);
    if (approvals.needed > 0) {
        const QString words = QStringLiteral("%1/%2").arg(approvals.given).arg(approvals.needed);
        const int segments = ui::approvalSegmentsWidth(approvals.needed, 12);
        QRect column(right.right() - 84, right.top(), 84, right.height());
        if (segments + 34 > column.width())
            column.setLeft(right.right() - segments - 34);
        ui::paintApprovalSegments(painter, QRect(column.left(), column.top(), segments, column.height()),
                                  approvals.given, approvals.needed, 12);
        paintText(painter, column.adjusted(segments + 6, 0, 0, 0), words, small, muted);
    }
    right.setRight(right.right() - 96);

    QRect text(inner.left() + 28, row.top(), right.right() - inner.left() - 28, row.height());
    const int half = QFontMetrics(theme::font(TextStyle::BodyStrong)).height() + 2;
    QRect title(text.left(), row.center().y() - half + 1, text.width(), half);
    QRect meta(text.left(), row.center().y() + 1, text.width(), QFontMetrics(small).height() + 2);

    const QString number = QStringLiteral("#") + pullRequest.pullRequestId;
    QFont numberFont = theme::font(TextStyle::Body);
    int reserved = QFontMetrics(numberFont).horizontalAdvance(number) + 8;
    QList<ui::ChipContent> chips;
    if (entry.drafts > 0)
        chips.append({Look::tr("Draft review"), QStringLiteral("comment"), ui::ChipKind::Warning, false});
    if (summary.mergeability == QLatin1StringView("CONFLICTS") && stateOf(pullRequest) == PullRequestState::Open)
        chips.append({Look::tr("Conflicts"), QStringLiteral("state-danger"), ui::ChipKind::Danger, false});
    for (const auto &chip : std::as_const(chips))
        reserved += ui::chipWidth(chip) + 6;
    const QRect titleArea(title.left(), title.top(), std::max(40, title.width() - reserved), title.height());
    int used = paintText(painter, titleArea, pullRequest.title, theme::font(TextStyle::BodyStrong),
                         theme::color(entry.cached ? Token::Muted : Token::Text));
    title = leftOf(title, used + 6);
    title = leftOf(title, 6 + paintText(painter, title, number, numberFont, muted));
    for (const auto &chip : std::as_const(chips))
        title.setLeft(ui::paintChip(painter, title, chip).right() + 7);

    if (m_showsRepository) {
        theme::drawIcon(painter, QRect(meta.left(), meta.center().y() - 6, 14, 14), entry.hubIcon, muted);
        meta = leftOf(meta, 20);
        meta = leftOf(meta, paintText(painter, meta, entry.repository(), small, muted));
        meta = leftOf(meta, paintText(painter, meta, QStringLiteral("  ·  "), small, muted));
    }
    const ui::PersonInfo author = m_personOf(entry.hubId, pullRequest.authorArn);
    if (meta.width() > 20) {
        ui::paintAvatar(painter, QRect(meta.left(), meta.center().y() - 7, 16, 16), author);
        meta = leftOf(meta, 22);
        meta = leftOf(meta, paintText(painter, meta, author.name, small, muted));
    }
    if (!entry.reason.text().isEmpty() && meta.width() > 20) {
        meta = leftOf(meta, paintText(painter, meta, QStringLiteral("  ·  "), small, muted));
        meta = leftOf(meta, paintText(painter, meta, entry.reason.lead, small, muted));
        QFont strong = small;
        strong.setWeight(QFont::DemiBold);
        meta = leftOf(meta, paintText(painter, meta, entry.reason.strong, strong, muted));
        paintText(painter, meta, entry.reason.tail, small, muted);
    }
}

} // namespace countersign::reviewui
