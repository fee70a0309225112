// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/historyblock.h"

#include <algorithm>

namespace countersign::code {

namespace {

/// What a row of a table can show of a subject, in characters.
constexpr qsizetype longestSubject = 400;

// Numbers in groups of seven bits, the lowest first; the top bit says that another follows.
void put(QByteArray &bytes, int number)
{
    auto rest = static_cast<unsigned>(number);
    for (; rest >= 0x80; rest >>= 7)
        bytes += static_cast<char>(0x80 | (rest & 0x7F));
    bytes += static_cast<char>(rest);
}

class Numbers
{
public:
    explicit Numbers(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    int next()
    {
        unsigned number = 0;
        for (int shift = 0; m_at < m_bytes.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
            number |= static_cast<unsigned>(byte & 0x7F) << shift;
            if (byte < 0x80)
                break;
        }
        return static_cast<int>(number);
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

bool isSame(const ui::GraphRow::Line &a, const ui::GraphRow::Line &b)
{
    return a.fromLane == b.fromLane && a.toLane == b.toLane && a.color == b.color;
}

void putLines(QByteArray &bytes, const QList<ui::GraphRow::Line> &lines)
{
    put(bytes, static_cast<int>(lines.size()));
    for (const ui::GraphRow::Line &line : lines) {
        put(bytes, line.fromLane);
        put(bytes, line.toLane);
        put(bytes, line.color);
    }
}

QList<ui::GraphRow::Line> takeLines(Numbers &numbers)
{
    QList<ui::GraphRow::Line> lines(numbers.next());
    for (ui::GraphRow::Line &line : lines) {
        line.fromLane = numbers.next();
        line.toLane = numbers.next();
        line.color = numbers.next();
    }
    return lines;
}

// Nearly all lines pass straight through a row: one byte each, the lane as the distance from the one before.
void putGraph(QByteArray &bytes, const ui::GraphRow &row)
{
    put(bytes, row.lane);
    put(bytes, row.color * 2 + (row.merge ? 1 : 0));
    QList<ui::GraphRow::Line> passing;
    QList<ui::GraphRow::Line> upper;
    QList<ui::GraphRow::Line> lower = row.lower;
    for (const ui::GraphRow::Line &line : row.upper) {
        const auto other = std::ranges::find_if(
            lower, [&](const ui::GraphRow::Line &candidate) { return isSame(line, candidate); });
        if (line.fromLane == line.toLane && other != lower.end()) {
            lower.erase(other);
            passing.append(line);
        } else {
            upper.append(line);
        }
    }
    std::ranges::sort(passing, {}, &ui::GraphRow::Line::fromLane);
    put(bytes, static_cast<int>(passing.size()));
    int before = 0;
    for (const ui::GraphRow::Line &line : std::as_const(passing)) {
        put(bytes, (line.fromLane - before) * ui::graphColorCount + line.color);
        before = line.fromLane;
    }
    putLines(bytes, upper);
    putLines(bytes, lower);
}

} // namespace

void HistoryBlock::append(const git::CommitInfo &commit, int author, const ui::GraphRow &graph)
{
    m_idSize = commit.id.size();
    m_ids += commit.id.raw();
    Row row{commit.author.when, author, static_cast<quint32>(m_bytes.size()), 0};
    m_bytes += commit.subject().left(longestSubject).toUtf8();
    row.graph = static_cast<quint32>(m_bytes.size());
    putGraph(m_bytes, graph);
    m_rows.push_back(row);
}

void HistoryBlock::squeeze()
{
    m_rows.shrink_to_fit();
    m_ids.squeeze();
    m_bytes.squeeze();
}

git::Oid HistoryBlock::id(int row) const
{
    return git::Oid::fromRaw(QByteArrayView(m_ids).sliced(qsizetype(row) * m_idSize, m_idSize))
        .value_or(git::Oid());
}

QString HistoryBlock::subject(int row) const
{
    const Row &at = m_rows[static_cast<size_t>(row)];
    return QString::fromUtf8(QByteArrayView(m_bytes).sliced(at.subject, at.graph - at.subject));
}

ui::GraphRow HistoryBlock::graph(int row) const
{
    Numbers numbers(QByteArrayView(m_bytes).sliced(m_rows[static_cast<size_t>(row)].graph));
    ui::GraphRow result;
    result.lane = numbers.next();
    const int look = numbers.next();
    result.color = look / 2;
    result.merge = look % 2;
    const int passing = numbers.next();
    for (int i = 0, lane = 0; i < passing; ++i) {
        const int packed = numbers.next();
        lane += packed / ui::graphColorCount;
        const ui::GraphRow::Line line{lane, lane, packed % ui::graphColorCount};
        result.upper.append(line);
        result.lower.append(line);
    }
    result.upper += takeLines(numbers);
    result.lower += takeLines(numbers);
    return result;
}

int HistoryBlock::rowOf(const git::Oid &id) const
{
    if (id.size() != m_idSize)
        return -1;
    for (qsizetype at = 0; at < m_ids.size(); at += m_idSize) {
        if (QByteArrayView(m_ids).sliced(at, m_idSize) == id.raw())
            return static_cast<int>(at / m_idSize);
    }
    return -1;
}

} // namespace countersign::code
