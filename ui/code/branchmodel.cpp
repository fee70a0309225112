// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/branchmodel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/relativetime.h"

namespace countersign::code {

BranchModel::BranchModel(Kind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
{
}

void BranchModel::setRows(const QList<BranchRow> &rows)
{
    qsizetype same = 0;
    while (same < rows.size() && same < m_rows.size() && rows[same].ref == m_rows[same].ref &&
           rows[same].commit == m_rows[same].commit && rows[same].isDefault == m_rows[same].isDefault)
        ++same;
    if (same < m_rows.size()) {
        beginRemoveRows({}, static_cast<int>(same), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(same);
        endRemoveRows();
    }
    if (same < rows.size()) {
        beginInsertRows({}, static_cast<int>(same), static_cast<int>(rows.size()) - 1);
        m_rows.append(rows.mid(same));
        endInsertRows();
    }
}

void BranchModel::setDivergence(const QByteArray &refName, int ahead, int behind)
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].ref.name != refName)
            continue;
        m_rows[i].ahead = ahead;
        m_rows[i].behind = behind;
        Q_EMIT dataChanged(index(i, Divergence), index(i, Divergence));
    }
}

int BranchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BranchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant BranchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const BranchRow &row = m_rows[index.row()];
    const bool annotated = !row.ref.message.isEmpty();
    const git::Signature &who = annotated ? row.ref.tagger : row.commit.author;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name:
            return row.isDefault ? tr("%1  (default)").arg(row.ref.shortName()) : row.ref.shortName();
        case Divergence:
            if (m_kind == Kind::Tags)
                return row.ref.target.shortString();
            if (row.isDefault)
                return {};
            return row.ahead < 0 ? tr("…") : tr("%1 ahead, %2 behind").arg(row.ahead).arg(row.behind);
        case Subject:
            return annotated ? row.ref.message.section(u'\n', 0, 0) : row.commit.subject();
        case Author:
            return who.name;
        case Date:
            return who.when ? ui::relativeTime(who.when * 1000) : QString();
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == Date && who.when)
            return ui::fullTime(who.when * 1000);
        return index.column() == Name ? QVariant(row.ref.shortName()) : QVariant();
    case Qt::DecorationRole:
        if (index.column() == Name)
            return theme::Theme::instance().icon(m_kind == Kind::Tags ? QStringLiteral("tag")
                                                                      : QStringLiteral("branch"));
        return {};
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, by %4")
            .arg(row.ref.shortName(), data(index.siblingAtColumn(Divergence), Qt::DisplayRole).toString(),
                 data(index.siblingAtColumn(Subject), Qt::DisplayRole).toString(), who.name);
    case Qt::FontRole:
        return index.column() == Name ? QVariant(theme::font(theme::TextStyle::BodyStrong)) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == Name || index.column() == Subject
                   ? QVariant()
                   : QVariant(QBrush(theme::color(theme::Token::Muted)));
    case RefRole:
        return row.ref.name;
    case DefaultRole:
        return row.isDefault;
    case AheadRole:
        return row.ahead;
    case BehindRole:
        return row.behind;
    case AuthorNameRole:
        return who.name;
    case AuthorEmailRole:
        return who.email;
    case SortRole:
        switch (index.column()) {
        case Date:
            return who.when;
        case Divergence:
            return row.ahead;
        default:
            return data(index, Qt::DisplayRole).toString().toLower();
        }
    default:
        return {};
    }
}

QVariant BranchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return m_kind == Kind::Tags ? tr("Tag") : tr("Branch");
    case Divergence:
        return m_kind == Kind::Tags ? tr("Object") : tr("Compared with the default branch");
    case Subject:
        return m_kind == Kind::Tags ? tr("Message") : tr("Last commit");
    case Author:
        return m_kind == Kind::Tags ? tr("Tagger or author") : tr("Author");
    case Date:
        return tr("Date");
    default:
        return {};
    }
}

} // namespace countersign::code
