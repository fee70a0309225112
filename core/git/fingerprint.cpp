// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/renames.h"

#include <algorithm>
#include <array>

namespace countersign::git {

namespace {

constexpr int shortestPiece = 16;
constexpr int longestPiece = 256;

// A gear table (content-defined chunking): one fixed random number for each byte value, by splitmix64.
constexpr std::array<quint32, 256> makeGear()
{
    std::array<quint32, 256> gear{};
    quint64 state = 0x9E3779B97F4A7C15ULL;
    for (quint32 &value : gear) {
        state += 0x9E3779B97F4A7C15ULL;
        quint64 mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        value = static_cast<quint32>((mixed ^ (mixed >> 31)) >> 32);
    }
    return gear;
}
constexpr auto gear = makeGear();

} // namespace

Fingerprint::Fingerprint(QByteArrayView content)
    : m_size(content.size())
{
    m_pieces.reserve(content.size() / 32 + 1);
    quint32 hash = 2166136261U;
    quint32 roll = 0;
    quint32 length = 0;
    for (qsizetype i = 0; i < content.size(); ++i) {
        const auto byte = static_cast<unsigned char>(content[i]);
        ++length;
        roll = (roll << 1) + gear[byte];
        // A change of line ends alone leaves a file similar.
        if (byte != '\r' || i + 1 >= content.size() || content[i + 1] != '\n')
            hash = (hash ^ byte) * 16777619U;
        const bool cut =
            byte == '\n' || (length >= shortestPiece && roll >> 26 == 0) || length >= longestPiece;
        if (cut || i + 1 == content.size()) {
            m_pieces.append({hash, length});
            hash = 2166136261U;
            roll = 0;
            length = 0;
        }
    }
    std::ranges::sort(m_pieces, {}, &Piece::hash);
    qsizetype last = -1;
    for (const Piece &piece : std::as_const(m_pieces)) {
        if (last >= 0 && m_pieces[last].hash == piece.hash)
            m_pieces[last].bytes += piece.bytes;
        else
            m_pieces[++last] = piece;
    }
    m_pieces.resize(last + 1);
    m_pieces.squeeze();
}

int Fingerprint::similarity(const Fingerprint &other) const
{
    const qint64 larger = std::max(m_size, other.m_size);
    if (larger == 0)
        return 100;
    qint64 shared = 0;
    auto left = m_pieces.begin();
    auto right = other.m_pieces.begin();
    while (left != m_pieces.end() && right != other.m_pieces.end()) {
        if (left->hash < right->hash) {
            ++left;
        } else if (right->hash < left->hash) {
            ++right;
        } else {
            shared += std::min(left->bytes, right->bytes);
            ++left;
            ++right;
        }
    }
    return static_cast<int>(std::min(shared, larger) * 100 / larger);
}

} // namespace countersign::git
