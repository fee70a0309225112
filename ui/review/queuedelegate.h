// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/queuerules.h"
#include "ui/widgets/people.h"

#include <QStyledItemDelegate>

#include <functional>

namespace countersign::reviewui {

/// Paints the rows of a QueueModel: headings of 30 px, entries of 52 px. Owned by its view.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using PersonOf = std::function<ui::PersonInfo(const QString &hubId, const QString &arn)>;
    QueueDelegate(PersonOf personOf, QObject *parent);
    /// The list of one repository does not repeat its name on each row.
    void setShowsRepository(bool shows) { m_showsRepository = shows; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QueueEntry &entry) const;

    PersonOf m_personOf;
    bool m_showsRepository = true;
};

} // namespace countersign::reviewui
