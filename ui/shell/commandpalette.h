// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/palettemodel.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace countersign::shell {

/// Ctrl+K: everything the user can do or open, found by a few letters. 640 wide, below the toolbar; closes
/// when something is chosen, on Esc, and when focus goes elsewhere. Makes itself for each use.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);
    PaletteModel *model() const { return m_model; }
    /// `place` is said at the right of the field: "in payments-api".
    void start(const QString &text, const QString &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void move(int step);
    void selectFirst();

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QString m_place;
};

} // namespace countersign::shell
