// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/accounts/keysmodel.h"

#include "ui/theme/theme.h"

namespace countersign::accounts {

KeysModel::KeysModel(ui::ShortcutTable *table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(table)
{
    reload();
}

void KeysModel::reload()
{
    const QList<ui::Command> now = m_table->known();
    if (now.size() == m_commands.size()) {
        // Only keys can be others: rows, selection and scroll stay.
        m_commands = now;
        if (!now.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_commands = now;
    endResetModel();
}

QString KeysModel::id(int row) const
{
    return row >= 0 && row < m_commands.size() ? m_commands[row].id : QString();
}

QString KeysModel::text(int row) const
{
    return row >= 0 && row < m_commands.size() ? m_commands[row].text : QString();
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_commands.size());
}

int KeysModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_commands.size())
        return {};
    const ui::Command &command = m_commands[index.row()];
    const bool custom = m_table->isCustom(command.id);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == CommandColumn)
            return command.text;
        if (index.column() == AreaColumn)
            return command.context == QLatin1StringView("global") ? tr("everywhere") : command.context;
        return QKeySequence::listToString(m_table->shortcuts(command), QKeySequence::NativeText);
    case Qt::FontRole:
        return custom && index.column() == KeyColumn ? theme::font(theme::TextStyle::BodyStrong) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == AreaColumn ? theme::color(theme::Token::Muted) : QVariant();
    case Qt::DecorationRole:
        return index.column() == CommandColumn && !command.icon.isEmpty()
                   ? theme::Theme::instance().icon(command.icon)
                   : QVariant();
    case IdRole:
        return command.id;
    case CustomRole:
        return custom;
    case SearchRole:
        return QString(command.text + QLatin1Char(' ') +
                       QKeySequence::listToString(m_table->shortcuts(command), QKeySequence::NativeText));
    default:
        return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case CommandColumn:
        return tr("Command");
    case AreaColumn:
        return tr("Where");
    default:
        return tr("Key");
    }
}

} // namespace countersign::accounts
