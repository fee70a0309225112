// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/text.h"

#include "core/diff/encoding.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <cstring>

namespace countersign::diff {

namespace {

bool isWide(const QByteArray &encoding)
{
    return encoding.startsWith("UTF-16") || encoding.startsWith("UTF-32");
}

bool isKnown(const QByteArray &encoding)
{
    return !encoding.isEmpty() && QStringDecoder(encoding.constData()).isValid();
}

/// Whether the mark of the encoding that a person chose is there.
bool beginsWithMark(const QByteArray &bytes, const QByteArray &encoding)
{
    const DetectedEncoding detected =
        detectEncoding(QByteArrayView(bytes).first(std::min<qsizetype>(4, bytes.size())));
    return detected.bom && detected.name == encoding;
}

/// Decodes in pieces, which keeps memory small: the text itself is decoded line by line when it is used.
bool decodesWhole(const QByteArray &bytes, const QByteArray &encoding)
{
    constexpr qsizetype piece = 1 << 20;
    QStringDecoder decoder(encoding.constData());
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const QString decoded =
            decoder.decode(QByteArrayView(bytes).sliced(at).first(std::min(piece, bytes.size() - at)));
        if (decoder.hasError() || decoded.contains(QChar::ReplacementCharacter))
            return false;
    }
    return true;
}

/// UTF-8 with one U+FFFD for each byte that belongs to no sequence; `bad` receives those bytes.
QString decodedWithStrays(QByteArrayView bytes, QList<std::pair<int, unsigned char>> *bad)
{
    QString text;
    text.reserve(bytes.size());
    qsizetype from = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = utf8SequenceAt(bytes, at);
        if (length > 0) {
            at += length;
            continue;
        }
        text += QString::fromUtf8(bytes.sliced(from, at - from));
        if (bad)
            bad->append({static_cast<int>(text.size()), static_cast<unsigned char>(bytes[at])});
        text += QChar(QChar::ReplacementCharacter);
        from = ++at;
    }
    return text + QString::fromUtf8(bytes.sliced(from));
}

bool isSuspicious(char32_t c)
{
    return c == 0x00A0 || c == 0x00AD || c == 0x034F || c == 0x061C || (c >= 0x115F && c <= 0x1160) ||
           (c >= 0x17B4 && c <= 0x17B5) || (c >= 0x180B && c <= 0x180E) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || c == 0xFEFF ||
           c == 0xFFA0 || (c >= 0xE0000 && c <= 0xE0FFF);
}

} // namespace

Text Text::load(QByteArray bytes, const QByteArray &forcedEncoding)
{
    if (!isKnown(forcedEncoding)) {
        const DetectedEncoding detected = detectEncoding(bytes);
        return load(std::move(bytes), detected);
    }
    const bool marked = beginsWithMark(bytes, forcedEncoding);
    return load(std::move(bytes), DetectedEncoding{forcedEncoding, marked});
}

std::pair<Text, Text> Text::loadBoth(QByteArray before, QByteArray after, const QByteArray &forcedEncoding)
{
    if (isKnown(forcedEncoding))
        return {load(std::move(before), forcedEncoding), load(std::move(after), forcedEncoding)};
    const auto [first, second] = detectEncodings(before, after);
    return {load(std::move(before), first), load(std::move(after), second)};
}

Text Text::load(QByteArray bytes, const DetectedEncoding &encoding)
{
    Text text;
    text.m_originalSize = bytes.size();
    if (encoding.name.isEmpty()) {
        text.m_binary = true;
        text.m_encoding.clear();
        text.m_bytes = std::move(bytes);
        return text;
    }
    text.m_encoding = encoding.name;
    text.m_bom = encoding.bom;
    if (isWide(encoding.name)) {
        QStringDecoder decoder(encoding.name.constData());
        const QString decoded = decoder.decode(bytes);
        text.m_badBytes = decoder.hasError();
        text.m_bytes = decoded.toUtf8();
        text.m_transcoded = true;
    } else {
        if (encoding.name == "UTF-8" && encoding.bom)
            bytes.remove(0, 3);
        text.m_bytes = std::move(bytes);
        text.m_badBytes = encoding.name == "UTF-8" ? !isValidUtf8(text.m_bytes)
                                                   : !decodesWhole(text.m_bytes, encoding.name);
    }
    text.index();
    return text;
}

void Text::index()
{
    const char *const begin = m_bytes.constData();
    const char *const end = begin + m_bytes.size();
    if (begin == end)
        return;
    m_starts.reserve(std::count(begin, end, '\n') + 2);
    qint64 lf = 0;
    qint64 crlf = 0;
    for (const char *at = begin; at < end;) {
        m_starts.append(at - begin);
        const auto *newline = static_cast<const char *>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
        const char *const next = newline ? newline + 1 : end;
        m_longest = std::max<qint64>(m_longest, (newline ? newline : end) - at);
        if (newline)
            ++(newline > at && newline[-1] == '\r' ? crlf : lf);
        at = next;
    }
    m_starts.append(m_bytes.size());
    m_finalNewline = end[-1] == '\n';
    m_ends = crlf && lf ? LineEnds::Mixed : crlf ? LineEnds::CrLf : lf ? LineEnds::Lf : LineEnds::None;
}

QByteArrayView Text::lineWithEnd(int line) const
{
    return QByteArrayView(m_bytes).sliced(m_starts[line], m_starts[line + 1] - m_starts[line]);
}

QByteArrayView Text::lineBytes(int line) const
{
    QByteArrayView view = lineWithEnd(line);
    if (view.endsWith('\n')) {
        view.chop(1);
        if (view.endsWith('\r'))
            view.chop(1);
    }
    return view;
}

bool Text::endsInCr(int line) const { return lineWithEnd(line).endsWith("\r\n"); }

QString Text::line(int line) const
{
    const QByteArrayView view = lineBytes(line);
    if (m_transcoded || m_encoding == "UTF-8")
        return m_badBytes && !m_transcoded ? decodedWithStrays(view, nullptr) : QString::fromUtf8(view);
    QStringDecoder decoder(m_encoding.constData());
    return decoder.decode(view);
}

QByteArray Text::originalBytes(int first, int last) const
{
    const QByteArrayView view =
        QByteArrayView(m_bytes).sliced(m_starts[first], m_starts[last + 1] - m_starts[first]);
    if (!m_transcoded)
        return view.toByteArray();
    QStringEncoder encoder(m_encoding.constData());
    return encoder.encode(QString::fromUtf8(view));
}

QList<BadByte> badBytes(const Text &text, int limit)
{
    QList<BadByte> found;
    if (!text.badBytes() || isWide(text.encoding()))
        return found;
    const bool utf8 = text.encoding() == "UTF-8";
    for (int number = 0; number < text.lineCount() && found.size() < limit; ++number) {
        const QByteArrayView bytes = text.lineBytes(number);
        if (std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            continue;
        QList<std::pair<int, unsigned char>> bad;
        if (utf8) {
            decodedWithStrays(bytes, &bad);
        } else if (text.line(number).contains(QChar::ReplacementCharacter)) {
            // Byte by byte: the decoder says with which one it gave up.
            QStringDecoder decoder(text.encoding().constData());
            int column = 0;
            for (const char c : bytes) {
                const QString piece = decoder.decode(QByteArrayView(&c, 1));
                if (const qsizetype at = piece.indexOf(QChar::ReplacementCharacter); at >= 0)
                    bad.append({column + static_cast<int>(at), static_cast<unsigned char>(c)});
                column += static_cast<int>(piece.size());
            }
        }
        for (const auto &[column, byte] : std::as_const(bad)) {
            if (found.size() < limit)
                found.append({number, column, byte});
        }
    }
    return found;
}

QList<SuspiciousCharacter> suspiciousCharacters(const Text &text, int limit)
{
    QList<SuspiciousCharacter> found;
    for (int number = 0; number < text.lineCount() && found.size() < limit; ++number) {
        const QByteArrayView bytes = text.lineBytes(number);
        // All of them lie beyond ASCII, and most lines do not.
        if (std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            continue;
        const QString line = text.line(number);
        for (int column = 0; column < line.size() && found.size() < limit; ++column) {
            char32_t c = line[column].unicode();
            if (line[column].isHighSurrogate() && column + 1 < line.size())
                c = QChar::surrogateToUcs4(line[column], line[column + 1]);
            if (isSuspicious(c))
                found.append({number, column, c});
        }
    }
    return found;
}

} // namespace countersign::diff
