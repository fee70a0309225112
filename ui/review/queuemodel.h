// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/queuerules.h"

#include <QAbstractListModel>
#include <QSet>

namespace countersign::reviewui {

/// Rows of a queue: entries, under headings where it is grouped. Owned by its page; new entries patch the
/// rows that are there, so that selection and scroll position stay.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IsHeadingRole = Qt::UserRole, EntryRole, KeyRole, HeadingCountRole, HeadingHintRole, FoldedRole };
    /// A heading and its entries; an empty title makes no heading row.
    struct Group
    {
        QString id;
        QString title;
        QString hint;
        bool hot = false;
        QList<QueueEntry> entries;
    };
    using QAbstractListModel::QAbstractListModel;

    void setGroups(const QList<Group> &groups);
    void setFolded(const QString &groupId, bool folded);
    /// For the row of a heading.
    void toggleFolded(int row);
    int rowOf(const QString &key) const;
    std::optional<QueueEntry> entryAt(int row) const;
    int entryCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString key;
        bool heading = false;
        QString title;
        QString hint;
        int count = 0;
        bool hot = false;
        bool folded = false;
        QueueEntry entry;
        bool operator==(const Row &) const = default;
    };
    void rebuild();
    static QString sentence(const QueueEntry &entry);

    QList<Group> m_groups;
    QSet<QString> m_folded;
    QList<Row> m_rows;
};

} // namespace countersign::reviewui
