// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/queuemodel.h"

#include "ui/widgets/relativetime.h"

#include <algorithm>

namespace countersign::reviewui {

void QueueModel::setGroups(const QList<Group> &groups)
{
    m_groups = groups;
    rebuild();
}

void QueueModel::setFolded(const QString &groupId, bool folded)
{
    if (folded)
        m_folded.insert(groupId);
    else
        m_folded.remove(groupId);
    rebuild();
}

void QueueModel::toggleFolded(int row)
{
    if (row >= 0 && row < m_rows.size() && m_rows.at(row).heading) {
        const QString id = m_rows.at(row).key.mid(1);
        setFolded(id, !m_folded.contains(id));
    }
}

// Rows are removed, moved and inserted one by one: a reset would lose selection and scroll position.
void QueueModel::rebuild()
{
    QList<Row> wanted;
    for (const auto &group : std::as_const(m_groups)) {
        const bool folded = m_folded.contains(group.id);
        if (!group.title.isEmpty()) {
            Row row;
            row.key = QLatin1Char('#') + group.id;
            row.heading = true;
            row.title = group.title;
            row.hint = group.hint;
            row.count = static_cast<int>(group.entries.size());
            row.hot = group.hot;
            row.folded = folded;
            wanted.append(row);
        }
        if (folded && !group.title.isEmpty())
            continue;
        for (const auto &entry : group.entries) {
            Row row;
            row.key = entry.key();
            row.entry = entry;
            wanted.append(row);
        }
    }

    QSet<QString> keys;
    for (const auto &row : std::as_const(wanted))
        keys.insert(row.key);
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (!keys.contains(m_rows.at(i).key)) {
            beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i >= m_rows.size() || m_rows.at(i).key != wanted.at(i).key) {
            const int from = rowOf(wanted.at(i).key);
            if (from > row) {
                beginMoveRows({}, from, from, {}, row);
                m_rows.move(from, i);
                endMoveRows();
            } else {
                beginInsertRows({}, row, row);
                m_rows.insert(i, wanted.at(i));
                endInsertRows();
                continue;
            }
        }
        if (m_rows.at(i) != wanted.at(i)) {
            m_rows[i] = wanted.at(i);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int QueueModel::rowOf(const QString &key) const
{
    const auto it = std::ranges::find(m_rows, key, &Row::key);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

std::optional<QueueEntry> QueueModel::entryAt(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).heading)
        return std::nullopt;
    return m_rows.at(row).entry;
}

int QueueModel::entryCount() const
{
    return static_cast<int>(std::ranges::count(m_rows, false, &Row::heading));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString QueueModel::sentence(const QueueEntry &entry)
{
    const auto &summary = entry.summary;
    const ApprovalCount approvals = approvalCount(summary.rules);
    QStringList parts{summary.pullRequest.title, tr("number %1").arg(summary.pullRequest.pullRequestId),
                      entry.repository(), entry.authorName, entry.reason.text()};
    if (entry.drafts > 0)
        parts.append(tr("draft review"));
    if (approvals.needed > 0)
        parts.append(tr("approvals %1 of %2").arg(approvals.given).arg(approvals.needed));
    parts.append(tr("%n comment(s)", nullptr, summary.commentCount));
    parts.append(ui::fullTime(summary.pullRequest.lastActivityDate.ms));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.heading ? row.title : row.entry.summary.pullRequest.title;
    case Qt::AccessibleTextRole:
        return row.heading ? tr("%1, %n pull request(s)", nullptr, row.count).arg(row.title)
                           : sentence(row.entry);
    case Qt::ToolTipRole:
        return row.heading ? QVariant() : ui::fullTime(row.entry.summary.pullRequest.lastActivityDate.ms);
    case IsHeadingRole:
        return row.heading;
    case EntryRole:
        return row.heading ? QVariant() : QVariant::fromValue(row.entry);
    case KeyRole:
        return row.key;
    case HeadingCountRole:
        return row.hot ? -row.count : row.count;
    case HeadingHintRole:
        return row.hint;
    case FoldedRole:
        return row.folded;
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace countersign::reviewui
