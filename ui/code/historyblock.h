// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/values.h"
#include "ui/widgets/graphpainter.h"

#include <QByteArray>

#include <vector>

namespace countersign::code {

/// Consecutive rows of a history, packed: about a hundred bytes a commit, so that a long history fits into
/// little memory. Filled by a worker, then only read: any thread.
class HistoryBlock
{
public:
    /// `author` is an index that the owner knows the meaning of.
    void append(const git::CommitInfo &commit, int author, const ui::GraphRow &graph);
    void squeeze();

    int size() const { return static_cast<int>(m_rows.size()); }
    git::Oid id(int row) const;
    /// Seconds since 1970 UTC.
    qint64 when(int row) const { return m_rows[static_cast<size_t>(row)].when; }
    int author(int row) const { return m_rows[static_cast<size_t>(row)].author; }
    QString subject(int row) const;
    ui::GraphRow graph(int row) const;
    /// -1 where it is not in the block.
    int rowOf(const git::Oid &id) const;

private:
    struct Row
    {
        qint64 when = 0;
        int author = 0;
        /// Where the row's own bytes begin: the subject, then the graph.
        quint32 subject = 0;
        quint32 graph = 0;
    };
    std::vector<Row> m_rows;
    QByteArray m_ids;
    QByteArray m_bytes;
    int m_idSize = 20;
};

} // namespace countersign::code
