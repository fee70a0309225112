// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace countersign::ui {
class People;
}

namespace countersign::code {

/// Paints one cell of the commit list: graph, refs and subject, person, date, id. Owned by the view.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    HistoryDelegate(ui::People *people, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    ui::People *m_people;
};

} // namespace countersign::code
