// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/historydelegate.h"

#include "ui/code/historymodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chippainter.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/people.h"

#include <QPainter>

namespace countersign::code {

using theme::Token;

HistoryDelegate::HistoryDelegate(ui::People *people, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_people(people)
{
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, std::max(26, option.fontMetrics.height() + 8)};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) {
        const bool active = option.state & QStyle::State_Active;
        painter->fillRect(option.rect, theme::color(active ? Token::AccentSoft : Token::SelectIdle));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, theme::color(Token::Hover));
    }
    painter->save();
    painter->setClipRect(option.rect);
    const QRect area = option.rect.adjusted(8, 0, -8, 0);
    switch (index.column()) {
    case HistoryModel::Graph:
        ui::paintGraphRow(*painter, option.rect.adjusted(12, 0, 0, 0),
                          index.data(HistoryModel::GraphRole).value<ui::GraphRow>());
        break;
    case HistoryModel::Message: {
        QRect rest = area;
        const auto refs = index.data(HistoryModel::RefsRole).value<QList<ui::ChipContent>>();
        for (const ui::ChipContent &chip : refs) {
            // The subject keeps at least half of the room, however many refs there are.
            if (rest.width() < area.width() / 2)
                break;
            const QRect used = ui::paintChip(*painter, rest, chip);
            rest.setLeft(used.right() + 6);
        }
        painter->setFont(theme::font(theme::TextStyle::Body));
        painter->setPen(theme::color(Token::Text));
        const QString text = index.data().toString();
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rest.width()));
        break;
    }
    case HistoryModel::Author: {
        const QString name = index.data(HistoryModel::AuthorNameRole).toString();
        ui::PersonInfo person;
        if (m_people) {
            person = m_people->byEmail(index.data(HistoryModel::AuthorEmailRole).toString(), name);
        } else {
            person.arn = index.data(HistoryModel::AuthorEmailRole).toString();
            person.name = name;
        }
        ui::paintPerson(*painter, area, person, theme::color(Token::Text), 16);
        break;
    }
    case HistoryModel::Date:
        painter->setFont(theme::font(theme::TextStyle::Body));
        painter->setPen(theme::color(Token::Muted));
        painter->drawText(
            area, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        break;
    case HistoryModel::Id:
        ui::paintCommitId(*painter, area, index.data(HistoryModel::IdRole).toString());
        break;
    default:
        break;
    }
    painter->restore();
}

} // namespace countersign::code
