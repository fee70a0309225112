// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/oid.h"

#include <QFile>

#include <memory>
#include <vector>

namespace countersign::git {

/// Git's commit-graph file: ids and parents of commits, by place in the file, without reading one object.
/// Internal to core/git; one thread. Format: gitformat-commit-graph(5), version 1, one file, no chain.
class CommitGraph
{
public:
    /// Null where there is no such file, or one that is not whole.
    static std::unique_ptr<CommitGraph> open(const QByteArray &objects, int idSize);

    quint32 size() const { return m_count; }
    /// The place of a commit; size() when it is not in the file.
    quint32 find(const Oid &id) const;
    Oid id(quint32 place) const;
    /// Seconds since 1970 UTC, of the committer.
    qint64 when(quint32 place) const;
    /// False when the file is wrong here.
    bool parents(quint32 place, std::vector<quint32> &places) const;

private:
    CommitGraph() = default;
    bool readTable();
    quint32 number(qsizetype at) const;

    QFile m_file;
    QByteArrayView m_bytes;
    int m_idSize = 20;
    quint32 m_count = 0;
    qsizetype m_fanout = 0;
    qsizetype m_ids = 0;
    qsizetype m_commits = 0;
    /// Further parents of merges of three and more; empty in most.
    qsizetype m_edges = 0;
    qsizetype m_edgesEnd = 0;
};

} // namespace countersign::git
