// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/queuemodel.h"

#include "core/api/enums.h"
#include "ui/review/statelook.h"
#include "ui/widgets/relativetime.h"

#include <algorithm>

namespace countersign::reviewui {

QueueModel::QueueModel(PersonOf personOf, QObject *parent)
    : QAbstractListModel(parent)
    , m_personOf(std::move(personOf))
{
}

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

ui::QueueDelegate::Row QueueModel::painted(const QueueEntry &entry) const
{
    const auto &summary = entry.summary;
    const auto &pullRequest = summary.pullRequest;
    const StateLook look = queueLook(entry);
    ui::QueueDelegate::Row row;
    row.stateIcon = look.icon;
    row.stateToken = static_cast<int>(look.token);
    row.title = pullRequest.title.simplified();
    row.number = QLatin1Char('#') + pullRequest.pullRequestId;
    const bool isOpen = stateOf(pullRequest) == PullRequestState::Open;
    if (entry.drafts > 0)
        row.chip = {tr("Draft review"), QStringLiteral("comment"), ui::ChipKind::Warning, false};
    else if (isOpen && summary.mergeability == api::Mergeability::Conflicts)
        row.chip = {tr("Conflicts"), QStringLiteral("state-danger"), ui::ChipKind::Danger, false};
    else if (isOpen && summary.overridden)
        row.chip = {tr("Overridden"), QStringLiteral("state-warning"), ui::ChipKind::Warning, false};
    if (m_showsRepository) {
        row.repository = entry.repository();
        row.repositoryIcon = entry.hubIcon;
    }
    row.author = m_personOf(entry.hubId, pullRequest.authorArn);
    row.meta = entry.reason.lead;
    row.metaStrong = entry.reason.strong;
    if (row.metaStrong.isEmpty())
        row.meta += entry.reason.tail;
    else
        row.metaStrong += entry.reason.tail;
    const ApprovalCount approvals = approvalCount(summary.rules);
    if (approvals.needed > 0) {
        row.approvalsGiven = approvals.given;
        row.approvalsNeeded = approvals.needed;
    }
    row.comments = summary.commentCount;
    row.openThreads = summary.openThreadCount;
    row.timeMs = pullRequest.lastActivityDate.ms;
    row.unread = entry.unread;
    row.cached = entry.cached;
    return row;
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
                           : ui::QueueDelegate::sentence(painted(row.entry));
    case Qt::ToolTipRole:
        return row.heading ? QVariant() : ui::fullTime(row.entry.summary.pullRequest.lastActivityDate.ms);
    case IsHeadingRole:
        return row.heading;
    case EntryRole:
        return row.heading ? QVariant() : QVariant::fromValue(row.entry);
    case KeyRole:
        return row.key;
    case ui::QueueDelegate::RowRole:
        return row.heading ? QVariant() : QVariant::fromValue(painted(row.entry));
    case ui::QueueDelegate::GroupRole:
        return row.heading ? QVariant::fromValue(ui::QueueDelegate::Group{row.title, row.count, row.hot,
                                                                          row.hint, row.folded ? 1 : 0})
                           : QVariant();
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
