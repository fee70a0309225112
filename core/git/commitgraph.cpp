// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/commitgraph.h"

#include <QtEndian>

namespace countersign::git {

namespace {

constexpr quint32 noParent = 0x70000000;
constexpr quint32 lastEdge = 0x80000000;
constexpr qsizetype headerSize = 8;
constexpr qsizetype chunkSize = 12;
constexpr qsizetype fanoutSize = 256 * 4;

} // namespace

std::unique_ptr<CommitGraph> CommitGraph::open(const QByteArray &objects, int idSize)
{
    std::unique_ptr<CommitGraph> graph(new CommitGraph);
    graph->m_idSize = idSize;
    graph->m_file.setFileName(QFile::decodeName(objects + "/info/commit-graph"));
    if (!graph->m_file.open(QIODevice::ReadOnly) || graph->m_file.size() < headerSize)
        return nullptr;
    const uchar *bytes = graph->m_file.map(0, graph->m_file.size());
    if (!bytes)
        return nullptr;
    graph->m_bytes = QByteArrayView(bytes, graph->m_file.size());
    return graph->readTable() ? std::move(graph) : nullptr;
}

quint32 CommitGraph::number(qsizetype at) const { return qFromBigEndian<quint32>(m_bytes.data() + at); }

bool CommitGraph::readTable()
{
    const char hash = m_idSize == 32 ? 2 : 1;
    // Signature, version, kind of ids, number of chunks, number of files below this one.
    if (!m_bytes.startsWith("CGPH\1") || m_bytes[5] != hash || m_bytes[7] != 0)
        return false;
    const auto chunks = static_cast<unsigned char>(m_bytes[6]);
    if (headerSize + (chunks + 1) * chunkSize > m_bytes.size())
        return false;
    qsizetype idsEnd = 0;
    qsizetype commitsEnd = 0;
    for (int i = 0; i < chunks; ++i) {
        const qsizetype entry = headerSize + i * chunkSize;
        const auto begin = qFromBigEndian<quint64>(m_bytes.data() + entry + 4);
        const auto end = qFromBigEndian<quint64>(m_bytes.data() + entry + chunkSize + 4);
        if (begin > end || end > static_cast<quint64>(m_bytes.size()))
            return false;
        const QByteArrayView name = m_bytes.sliced(entry, 4);
        if (name == "OIDF" && end - begin >= fanoutSize) {
            m_fanout = static_cast<qsizetype>(begin);
        } else if (name == "OIDL") {
            m_ids = static_cast<qsizetype>(begin);
            idsEnd = static_cast<qsizetype>(end);
        } else if (name == "CDAT") {
            m_commits = static_cast<qsizetype>(begin);
            commitsEnd = static_cast<qsizetype>(end);
        } else if (name == "EDGE") {
            m_edges = static_cast<qsizetype>(begin);
            m_edgesEnd = static_cast<qsizetype>(end);
        }
    }
    if (!m_fanout || !m_ids || !m_commits)
        return false;
    m_count = number(m_fanout + fanoutSize - 4);
    return m_count < noParent && idsEnd - m_ids >= qsizetype(m_count) * m_idSize &&
           commitsEnd - m_commits >= qsizetype(m_count) * (m_idSize + 16);
}

quint32 CommitGraph::find(const Oid &id) const
{
    if (id.size() != m_idSize)
        return m_count;
    const auto first = static_cast<unsigned char>(id.raw().front());
    quint32 low = first == 0 ? 0 : number(m_fanout + 4 * (first - 1));
    quint32 high = std::min(number(m_fanout + 4 * first), m_count);
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        const QByteArrayView here = m_bytes.sliced(m_ids + qsizetype(middle) * m_idSize, m_idSize);
        const int order = std::memcmp(here.data(), id.raw().data(), static_cast<size_t>(m_idSize));
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return m_count;
}

Oid CommitGraph::id(quint32 place) const
{
    return Oid::fromRaw(m_bytes.sliced(m_ids + qsizetype(place) * m_idSize, m_idSize)).value_or(Oid());
}

qint64 CommitGraph::when(quint32 place) const
{
    const qsizetype at = m_commits + qsizetype(place) * (m_idSize + 16) + m_idSize + 8;
    return static_cast<qint64>(qFromBigEndian<quint64>(m_bytes.data() + at) & 0x3FFFFFFFF);
}

bool CommitGraph::parents(quint32 place, std::vector<quint32> &places) const
{
    places.clear();
    const qsizetype at = m_commits + qsizetype(place) * (m_idSize + 16) + m_idSize;
    const quint32 first = number(at);
    const quint32 second = number(at + 4);
    if (first == noParent)
        return true;
    places.push_back(first);
    if (second != noParent && !(second & lastEdge)) {
        places.push_back(second);
    } else if (second != noParent) {
        for (qsizetype edge = m_edges + 4 * qsizetype(second & ~lastEdge);; edge += 4) {
            if (!m_edges || edge + 4 > m_edgesEnd)
                return false;
            const quint32 parent = number(edge);
            places.push_back(parent & ~lastEdge);
            if (parent & lastEdge)
                break;
        }
    }
    return std::ranges::all_of(places, [this](quint32 parent) { return parent < m_count; });
}

} // namespace countersign::git
