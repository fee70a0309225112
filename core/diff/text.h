// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace countersign::diff {

struct DetectedEncoding;

enum class LineEnds { None, Lf, CrLf, Mixed };

/// A file's bytes with an index of its lines. Only LF ends a line; a CR before it belongs to the line end,
/// any other control character is text. Lines count from 0 here. Immutable after load; any thread.
class Text
{
public:
    Text() = default;
    /// Indexes `bytes` and finds out the encoding: `forced` where given (a name QStringDecoder knows), then
    /// BOM, valid UTF-8, uchardet, windows-1252. UTF-16 and UTF-32 are kept as UTF-8 after transcoding, with
    /// the original noted.
    static Text load(QByteArray bytes, const QByteArray &forcedEncoding = {});
    /// Two versions of one file, whose encodings are decided together (see detectEncodings()).
    static std::pair<Text, Text> loadBoth(QByteArray before, QByteArray after,
                                          const QByteArray &forcedEncoding = {});

    int lineCount() const { return m_starts.isEmpty() ? 0 : static_cast<int>(m_starts.size()) - 1; }
    /// Bytes of a line in the kept encoding, without its line end.
    QByteArrayView lineBytes(int line) const;
    /// Bytes of a line in the kept encoding with whatever ends it.
    QByteArrayView lineWithEnd(int line) const;
    /// The file's own bytes of lines `first` to `last` with their ends, for copying: what an editor would
    /// find there.
    QByteArray originalBytes(int first, int last) const;
    /// Decoded text of a line, without its line end. Bytes that decode to nothing become U+FFFD (see
    /// badBytes()), in UTF-8 one for each.
    QString line(int line) const;
    /// True where the line ends in CRLF.
    bool endsInCr(int line) const;

    /// The encoding's name, such as "UTF-8", "UTF-16LE", "Shift_JIS".
    QByteArray encoding() const { return m_encoding; }
    bool hasBom() const { return m_bom; }
    LineEnds lineEnds() const { return m_ends; }
    bool hasFinalNewline() const { return m_finalNewline; }
    /// True for content that is no text in any encoding we know (a NUL, and not UTF-16 or UTF-32).
    bool isBinary() const { return m_binary; }
    /// True when some bytes could not be decoded.
    bool badBytes() const { return m_badBytes; }
    qint64 byteSize() const { return m_originalSize; }
    /// Length in bytes of the longest line.
    qint64 longestLine() const { return m_longest; }

    /// Every line's kept bytes in one piece.
    QByteArrayView bytes() const { return m_bytes; }

private:
    static Text load(QByteArray bytes, const DetectedEncoding &encoding);
    void index();

    QByteArray m_bytes;
    /// Offset of each line's first byte, and one more: the end of the last line.
    QList<qint64> m_starts;
    QByteArray m_encoding = "UTF-8";
    /// True where m_bytes is UTF-8 that was made of UTF-16 or UTF-32.
    bool m_transcoded = false;
    qint64 m_originalSize = 0;
    qint64 m_longest = 0;
    LineEnds m_ends = LineEnds::None;
    bool m_bom = false;
    bool m_finalNewline = true;
    bool m_binary = false;
    bool m_badBytes = false;
};

/// A byte that stands for no character in the text's encoding.
struct BadByte
{
    int line = 0;
    /// Where line() has the U+FFFD for it.
    int column = 0;
    unsigned char byte = 0;
    bool operator==(const BadByte &) const = default;
};
/// At most `limit` of them, in order. Empty for UTF-16 and UTF-32, whose bytes are not kept.
QList<BadByte> badBytes(const Text &text, int limit = 100);

/// Characters that can make text look other than it is (bidirectional controls, zero-width, NBSP, other
/// invisible).
struct SuspiciousCharacter
{
    int line = 0;
    int column = 0;
    char32_t character = 0;
};
/// At most `limit` of them, in order.
QList<SuspiciousCharacter> suspiciousCharacters(const Text &text, int limit = 100);

} // namespace countersign::diff
