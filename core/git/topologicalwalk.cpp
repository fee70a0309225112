// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/topologicalwalk.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace countersign::git {

namespace {

/// Reading this many commits one by one costs as much as starting git.
constexpr size_t mostNewer = 4000;

} // namespace

Result<QList<Oid>> allTips(Repository::Reader &reader)
{
    ReferenceIteratorHandle iterator;
    if (const int code = git_reference_iterator_new(Out(iterator), reader.repository.get()); code != 0)
        return libraryFailure(code, QStringLiteral("The refs could not be read."));
    QList<std::pair<QByteArray, Oid>> found;
    ReferenceHandle reference;
    while (git_reference_next(Out(reference), iterator.get()) == 0) {
        const QByteArray name = git_reference_name(reference.get());
        if (!name.startsWith("refs/heads/") && !name.startsWith("refs/tags/"))
            continue;
        // Packed refs carry what an annotated tag leads to.
        const git_oid *direct = git_reference_target(reference.get());
        const git_oid *peeled = git_reference_target_peel(reference.get());
        Result<Oid> target = peeled   ? Result<Oid>(fromLibrary(*peeled))
                             : direct ? Result<Oid>(fromLibrary(*direct))
                                      : refTarget(reader, name);
        if (target)
            target = peelToCommit(reader, *target);
        if (target)
            found.append({name, *target});
    }
    std::ranges::sort(found);
    QSet<Oid> known;
    QList<Oid> tips;
    for (const auto &[name, id] : std::as_const(found)) {
        if (!known.contains(id))
            tips.append(id);
        known.insert(id);
    }
    return tips;
}

TopologicalWalk::TopologicalWalk(std::unique_ptr<CommitGraph> graph)
    : m_graph(std::move(graph))
{
}

std::unique_ptr<TopologicalWalk> TopologicalWalk::start(Repository::Reader &reader, const QList<Oid> &tips,
                                                        const std::stop_token &stop)
{
    const QByteArray shallow = reader.objects() + "/../shallow";
    auto graph = QFile::exists(QFile::decodeName(shallow))
                     ? nullptr
                     : CommitGraph::open(reader.objects(), reader.idSize);
    if (!graph)
        return nullptr;
    std::unique_ptr<TopologicalWalk> walk(new TopologicalWalk(std::move(graph)));
    return walk->explore(reader, tips, stop) ? std::move(walk) : nullptr;
}

bool TopologicalWalk::nodeOf(Repository::Reader &reader, const Oid &id, quint32 &node)
{
    // Depth first by hand: a chain of new commits may be long.
    std::vector<Oid> open{id};
    while (!open.empty()) {
        const Oid at = open.back();
        node = m_graph->find(at);
        if (node < m_graph->size() || m_newerNodes.contains(at)) {
            open.pop_back();
            continue;
        }
        if (m_newer.size() + open.size() > mostNewer)
            return false;
        const auto bytes = reader.read(at, ObjectType::Commit);
        const auto info = bytes ? parseCommit(at, *bytes) : std::unexpected(bytes.error());
        if (!info)
            return false;
        Newer newer{at, info->committer.when, {}};
        bool complete = true;
        for (const Oid &parent : info->parents) {
            const quint32 place = m_graph->find(parent);
            if (place == m_graph->size() && !m_newerNodes.contains(parent)) {
                open.push_back(parent);
                complete = false;
                break;
            }
            newer.parents.push_back(place < m_graph->size() ? place : m_newerNodes.value(parent));
        }
        if (!complete)
            continue;
        m_newerNodes.insert(at, m_graph->size() + static_cast<quint32>(m_newer.size()));
        m_newer.push_back(std::move(newer));
        open.pop_back();
    }
    node = m_graph->find(id);
    if (node == m_graph->size())
        node = m_newerNodes.value(id);
    return true;
}

bool TopologicalWalk::parentsOf(quint32 node, std::vector<quint32> &parents) const
{
    if (node < m_graph->size())
        return m_graph->parents(node, parents);
    parents = m_newer[node - m_graph->size()].parents;
    return true;
}

qint64 TopologicalWalk::when(quint32 node) const
{
    return node < m_graph->size() ? m_graph->when(node) : m_newer[node - m_graph->size()].when;
}

bool TopologicalWalk::explore(Repository::Reader &reader, const QList<Oid> &tips, const std::stop_token &stop)
{
    std::vector<quint32> starts;
    for (const Oid &tip : tips) {
        quint32 node = 0;
        if (!nodeOf(reader, tip, node))
            return false;
        starts.push_back(node);
    }
    std::ranges::stable_sort(starts, std::greater<>(), [this](quint32 node) { return when(node); });

    m_waiting.assign(m_graph->size() + m_newer.size(), 0);
    std::vector<quint32> open;
    for (const quint32 start : starts) {
        if (m_waiting[start] == 0) {
            m_waiting[start] = 1;
            open.push_back(start);
        }
    }
    for (int turns = 0; !open.empty(); ++turns) {
        if (turns % 65536 == 0 && stop.stop_requested())
            return false;
        const quint32 node = open.back();
        open.pop_back();
        if (!parentsOf(node, m_parents))
            return false;
        for (const quint32 parent : m_parents) {
            if (m_waiting[parent] == 0) {
                m_waiting[parent] = 1;
                open.push_back(parent);
            }
            ++m_waiting[parent];
        }
    }
    for (const quint32 start : starts) {
        if (m_waiting[start] == 1 && std::ranges::find(m_ready, start) == m_ready.end())
            m_ready.push_back(start);
    }
    // The newest tip is given first; then always what became ready last, so that lines stay together.
    std::ranges::reverse(m_ready);
    return true;
}

Oid TopologicalWalk::next()
{
    if (m_ready.empty())
        return {};
    const quint32 node = m_ready.back();
    m_ready.pop_back();
    if (parentsOf(node, m_parents)) {
        for (const quint32 parent : m_parents) {
            if (--m_waiting[parent] == 1)
                m_ready.push_back(parent);
        }
    }
    return node < m_graph->size() ? m_graph->id(node) : m_newer[node - m_graph->size()].id;
}

} // namespace countersign::git
