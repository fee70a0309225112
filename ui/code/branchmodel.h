// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"

#include <QAbstractTableModel>

namespace countersign::code {

/// A branch or tag as the page shows it. `ahead` and `behind` count against the default branch; -1 while
/// unknown.
struct BranchRow
{
    git::RefInfo ref;
    git::CommitInfo commit;
    bool isDefault = false;
    int ahead = -1;
    int behind = -1;
    bool operator==(const BranchRow &) const = default;
};

/// Branches or tags of a repository. Owned by the Branches page; screen's thread.
class BranchModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Kind { Branches, Tags };
    enum Column { Name, Divergence, Subject, Author, Date, ColumnCount };
    enum Role {
        RefRole = Qt::UserRole,
        DefaultRole,
        AheadRole,
        BehindRole,
        AuthorNameRole,
        AuthorEmailRole,
        SortRole
    };

    explicit BranchModel(Kind kind, QObject *parent = nullptr);

    /// Replaces only the rows after the first difference, so that selection and scroll stay.
    void setRows(const QList<BranchRow> &rows);
    void setDivergence(const QByteArray &refName, int ahead, int behind);
    const BranchRow &row(int index) const { return m_rows[index]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Kind m_kind;
    QList<BranchRow> m_rows;
};

} // namespace countersign::code
