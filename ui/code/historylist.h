// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/oid.h"

#include <QTableView>

namespace countersign::ui {
class People;
}

namespace countersign::code {

class HistoryModel;

/// The table of commits: columns that follow the graph's width, J and K, copy of ids, selection of one or two
/// rows. Owned by the Commits page; screen's thread.
class HistoryList : public QTableView
{
    Q_OBJECT
public:
    HistoryList(HistoryModel *model, ui::People *people, QWidget *parent = nullptr);

    git::Oid currentId() const;
    /// Ids of the selected rows, newest first; the further down, the older.
    QList<git::Oid> selectedIds() const;
    /// Selects a commit's row and brings it into view; false while it is not among the rows.
    bool selectId(const git::Oid &id);
    void copyId() const;

Q_SIGNALS:
    void selectionChangedByRows();
    void menuRequested(const countersign::git::Oid &id, const QPoint &global);
    /// Enter or a double click.
    void detailsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateColumns();
    void step(int rows);
    void openMenu(const QPoint &position);

    HistoryModel *m_history;
};

} // namespace countersign::code
