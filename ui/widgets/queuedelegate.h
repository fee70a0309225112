// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/chippainter.h"
#include "ui/widgets/people.h"

#include <QStyledItemDelegate>

namespace countersign::ui {

/// Rows of a review queue, 52 px: state, title line, meta line, approvals, comments, checks, time. Group
/// heads are 30 px: title, badge, meta.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// What a queue row shows; put into RowRole as a QVariant.
    struct Row
    {
        QString stateIcon;
        /// theme::Token.
        int stateToken = 0;
        QString title;
        QString number;
        ChipContent chip;
        QString repository;
        QString repositoryIcon = QStringLiteral("repository");
        PersonInfo author;
        QString meta;
        /// The part of the meta that is strong, at its end.
        QString metaStrong;
        /// -1 for no approval column content.
        int approvalsGiven = -1;
        int approvalsNeeded = 0;
        int comments = 0;
        int openThreads = 0;
        QString checkIcon;
        int checkToken = 0;
        qint64 timeMs = 0;
        bool unread = false;
        bool cached = false;
    };
    struct Group
    {
        QString title;
        int count = 0;
        bool hot = false;
        QString meta;
        /// In a flat list: 1 folded, 0 open, -1 cannot be folded.
        int folded = -1;
    };
    enum Role {
        RowRole = Qt::UserRole + 200,
        /// A Group: the row is a head.
        GroupRole,
        FirstFreeRole,
    };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The sentence for Qt::AccessibleTextRole.
    static QString sentence(const Row &row);

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const Group &group,
                    const QModelIndex &index) const;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const Row &row) const;
};

} // namespace countersign::ui
Q_DECLARE_METATYPE(countersign::ui::QueueDelegate::Row)
Q_DECLARE_METATYPE(countersign::ui::QueueDelegate::Group)
