// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/commitgraph.h"
#include "core/git/reader.h"

#include <QHash>

namespace countersign::git {

/// All commits from some tips in the order of `git rev-list --topo-order`, known from the commit-graph file
/// within milliseconds whatever the tips are. (Git itself walks down to the oldest tip before it gives the
/// first commit, and any old tag is one.) Internal to core/git; one thread.
class TopologicalWalk
{
public:
    /// Null where the git program has to do it: no commit-graph file, one that lacks too many commits, or a
    /// shallow repository.
    static std::unique_ptr<TopologicalWalk> start(Repository::Reader &reader, const QList<Oid> &tips,
                                                  const std::stop_token &stop);

    /// The next commit; null at the end.
    Oid next();

private:
    explicit TopologicalWalk(std::unique_ptr<CommitGraph> graph);
    /// False when the walk cannot be done here.
    bool explore(Repository::Reader &reader, const QList<Oid> &tips, const std::stop_token &stop);
    bool nodeOf(Repository::Reader &reader, const Oid &id, quint32 &node);
    bool parentsOf(quint32 node, std::vector<quint32> &parents) const;
    qint64 when(quint32 node) const;

    /// A commit that the file does not know yet.
    struct Newer
    {
        Oid id;
        qint64 when = 0;
        std::vector<quint32> parents;
    };
    std::unique_ptr<CommitGraph> m_graph;
    /// Nodes are places in the file, and from its size on places here.
    std::vector<Newer> m_newer;
    QHash<Oid, quint32> m_newerNodes;
    /// Children that are still to come, and one more once the node was seen.
    std::vector<quint32> m_waiting;
    std::vector<quint32> m_ready;
    std::vector<quint32> m_parents;
};

/// The commits of all branches and tags, each once; tags on something else are left out.
Result<QList<Oid>> allTips(Repository::Reader &reader);

} // namespace countersign::git
