// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/command.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace countersign::accounts {

class KeysModel;

/// The table of keys: filter, change, take away, reset; says which other command has the key already.
class KeysPanel : public QWidget
{
    Q_OBJECT
public:
    explicit KeysPanel(ui::ShortcutTable *table, QWidget *parent = nullptr);
    void reload();

private:
    void showCurrent();
    void tryKey();
    void apply(bool takeOver);
    QString currentId() const;

    ui::ShortcutTable *m_table;
    KeysModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_view;
    QKeySequenceEdit *m_key;
    QPushButton *m_set;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QLabel *m_conflict;
};

} // namespace countersign::accounts
