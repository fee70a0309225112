// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace countersign::ui {

/// Rows of a list or tree of changed files, 26 px: check box (Qt::CheckStateRole, when the model has one),
/// status letter, name elided in the middle, comment badge, line counts. Rows without a letter are folders.
class FileDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role {
        /// QChar: A M D R U ?; none for a folder.
        LetterRole = Qt::UserRole + 300,
        /// Muted text before the name, such as the folder in a flat list ("src/client/").
        FolderRole,
        AddedRole,
        RemovedRole,
        CommentsRole,
        OpenThreadsRole,
        /// bool: the name is faint.
        ViewedRole,
        /// bool: a small dot, the file changed since it was viewed.
        ChangedSinceViewedRole,
        FirstFreeRole,
    };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    /// "retry_policy.cpp, modified, 14 added, 5 removed, 2 open comments, not viewed".
    static QString sentence(const QModelIndex &index);

private:
    static QRect checkRect(const QStyleOptionViewItem &option);
};

} // namespace countersign::ui
