// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/reader.h"

#include <stop_token>

namespace countersign::git {

/// Pairs deletions with additions in `files`: equal ids first, then similar content. Marks an addition whose
/// content equals the old side of another change as its copy. True when similarity was not computed because
/// there are more than `limit` candidates or too many bytes.
Result<bool> findRenames(Repository::Reader &reader, QList<FileDelta> &files, int limit,
                         const std::stop_token &stop);

/// What a file's content consists of, for comparing two files at the cost of their sizes: the bytes that each
/// distinct piece makes up. A piece ends with a line or, in long lines, where its content says so, so that
/// an edit changes only the pieces around it. (Git's own estimate, diffcore-delta, cuts every 64 bytes and
/// loses long lines.)
class Fingerprint
{
public:
    explicit Fingerprint(QByteArrayView content);
    struct Piece
    {
        quint32 hash;
        quint32 bytes;
    };
    const QList<Piece> &pieces() const { return m_pieces; }
    qint64 size() const { return m_size; }
    /// 0 to 100: the shared bytes in proportion to the larger file.
    int similarity(const Fingerprint &other) const;

private:
    QList<Piece> m_pieces;
    qint64 m_size;
};

} // namespace countersign::git
