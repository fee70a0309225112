// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/command.h"

#include <QAbstractTableModel>

namespace countersign::accounts {

/// Every command with its keys, for the table in the settings. Screen's thread.
class KeysModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CommandColumn, AreaColumn, KeyColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, CustomRole, SearchRole };
    explicit KeysModel(ui::ShortcutTable *table, QObject *parent = nullptr);

    /// Reads the commands anew.
    void reload();
    QString id(int row) const;
    QString text(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ui::ShortcutTable *m_table;
    QList<ui::Command> m_commands;
};

} // namespace countersign::accounts
