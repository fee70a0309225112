// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/historyblock.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/chippainter.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>

namespace countersign::code {

/// The commits of a history as they stream in. Rows stay packed until they are painted; the full commit is
/// read when it is selected. Owned by the Commits page; screen's thread.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Graph, Message, Author, Date, Id, ColumnCount };
    enum Role {
        /// ui::GraphRow.
        GraphRole = Qt::UserRole,
        /// QList<ui::ChipContent>: refs that point to the commit.
        RefsRole,
        AuthorNameRole,
        AuthorEmailRole,
        WhenRole,
        IdRole,
    };

    explicit HistoryModel(RepositoryReader *reader, QObject *parent = nullptr);
    ~HistoryModel() override;

    /// Starts anew. The rows of before stay until the first new ones are there.
    void load(const git::LogOptions &options);
    void stop();
    bool isLoading() const { return m_loading; }
    /// Refs by the commit they point to; shown as chips.
    void setRefs(const QHash<git::Oid, QList<ui::ChipContent>> &refs);
    git::Oid idAt(int row) const;
    /// -1 while the commit is not among the rows.
    int rowOf(const git::Oid &id) const;
    int widestGraph() const { return m_widest; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void firstRowsShown();
    void finished();
    void failed(const countersign::Error &error);
    void graphWidened();

private:
    struct Batch
    {
        HistoryBlock rows;
        std::vector<std::pair<QString, QString>> newAuthors;
        int width = 0;
    };
    struct Place
    {
        const HistoryBlock *block;
        int row;
    };
    void append(const std::shared_ptr<Batch> &batch, bool first);
    void clearRows();
    Place placeOf(int row) const;

    RepositoryReader *m_reader;
    std::vector<HistoryBlock> m_blocks;
    /// The first row of each block.
    std::vector<int> m_starts;
    int m_count = 0;
    /// Name and address; blocks know people by their place here.
    std::vector<std::pair<QString, QString>> m_authors;
    QHash<git::Oid, QList<ui::ChipContent>> m_refs;
    std::stop_source m_stop;
    int m_generation = 0;
    int m_widest = 1;
    bool m_loading = false;
};

} // namespace countersign::code
