// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace countersign::ui {

/// Rows of the sidebar: 26 px, radius 4, 8 px margin; icon, name, then a count, a dot or quiet text.
class NavigationDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role {
        /// Icon name.
        IconRole = Qt::UserRole + 1,
        /// int; shown when not 0.
        CountRole,
        /// bool: the count in the accent fill.
        HotRole,
        /// theme::Token as int: a dot at the right end.
        DotRole,
        /// Muted text at the right, before the count.
        DetailRole,
        /// bool: a section label ("HUBS"), not selectable.
        SectionRole,
        /// bool: the row has a twisty.
        BranchRole,
        /// int: how deep.
        DepthRole,
        FirstFreeRole,
    };
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Only icons, centred; names become tool tips.
    void setCollapsed(bool collapsed) { m_collapsed = collapsed; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_collapsed = false;
};

} // namespace countersign::ui
