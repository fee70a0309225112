// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/queuerules.h"
#include "ui/widgets/people.h"
#include "ui/widgets/queuedelegate.h"

#include <QAbstractListModel>
#include <QSet>

namespace countersign::reviewui {

/// Rows of a queue: entries, under headings where it is grouped. Owned by its page; new entries patch the
/// rows that are there, so that selection and scroll position stay.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IsHeadingRole = Qt::UserRole, EntryRole, KeyRole, FoldedRole };
    using PersonOf = std::function<ui::PersonInfo(const QString &hubId, const QString &arn)>;
    /// A heading and its entries; an empty title makes no heading row.
    struct Group
    {
        QString id;
        QString title;
        QString hint;
        bool hot = false;
        QList<QueueEntry> entries;
    };
    QueueModel(PersonOf personOf, QObject *parent);
    /// The list of one repository does not repeat its name on each row.
    void setShowsRepository(bool shows) { m_showsRepository = shows; }

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
    ui::QueueDelegate::Row painted(const QueueEntry &entry) const;

    PersonOf m_personOf;
    bool m_showsRepository = true;
    QList<Group> m_groups;
    QSet<QString> m_folded;
    QList<Row> m_rows;
};

} // namespace countersign::reviewui
