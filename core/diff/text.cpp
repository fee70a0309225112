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
    Text text;
    text.m_originalSize = bytes.size();
    DetectedEncoding detected = detectEncoding(bytes);
    if (!forcedEncoding.isEmpty() && QStringDecoder(forcedEncoding).isValid())
        detected.name = forcedEncoding;
    if (detected.name.isEmpty()) {
        text.m_binary = true;
        text.m_encoding.clear();
        text.m_bytes = std::move(bytes);
        return text;
    }
    text.m_encoding = detected.name;
    text.m_bom = detected.bom;
    if (isWide(detected.name)) {
        QStringDecoder decoder(detected.name.constData());
        const QString decoded = decoder.decode(bytes);
        text.m_badBytes = decoder.hasError();
        text.m_bytes = decoded.toUtf8();
        text.m_transcoded = true;
    } else {
        if (detected.name == "UTF-8" && detected.bom)
            bytes.remove(0, 3);
        text.m_bytes = std::move(bytes);
        if (detected.name == "UTF-8") {
            text.m_badBytes = !forcedEncoding.isEmpty() && !isValidUtf8(text.m_bytes);
        } else {
            QStringDecoder decoder(detected.name.constData());
            // The result is a view that decodes when it is used; decoding in pieces keeps memory small.
            for (qsizetype at = 0; at < text.m_bytes.size() && !text.m_badBytes; at += 1 << 20) {
                const QString piece =
                    decoder.decode(QByteArrayView(text.m_bytes)
                                       .sliced(at)
                                       .first(std::min<qsizetype>(1 << 20, text.m_bytes.size() - at)));
                text.m_badBytes = decoder.hasError() || piece.contains(QChar::ReplacementCharacter);
            }
        }
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
    m_starts.reserve(m_bytes.size() / 32 + 2);
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
    m_starts.squeeze();
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
        return QString::fromUtf8(view);
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
