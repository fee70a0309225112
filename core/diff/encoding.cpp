// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/encoding.h"

#include <QStringDecoder>

#include <uchardet.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

namespace countersign::diff {

namespace {

constexpr qsizetype kSample = 256 * 1024;

struct Bom
{
    QByteArrayView bytes;
    const char *name;
};

// UTF-32LE begins with UTF-16LE's mark, so it comes first.
const Bom kBoms[] = {
    {QByteArrayView("\xFF\xFE\0\0", 4), "UTF-32LE"}, {QByteArrayView("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {QByteArrayView("\xEF\xBB\xBF", 3), "UTF-8"},    {QByteArrayView("\xFF\xFE", 2), "UTF-16LE"},
    {QByteArrayView("\xFE\xFF", 2), "UTF-16BE"},
};

bool decodes(QByteArrayView bytes, const char *name)
{
    QStringDecoder decoder(name);
    if (!decoder.isValid())
        return false;
    const QString text = decoder.decode(bytes);
    // Real text holds no NUL and hardly any other control character.
    const auto controls = std::ranges::count_if(text, [](QChar c) {
        return c.unicode() == 0 ||
               (c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f');
    });
    return !decoder.hasError() && controls == 0;
}

/// What text without a mark looks like when its units are read in one order of their bytes.
struct Reading
{
    qsizetype ascii = 0;
    qsizetype eastAsian = 0;
    qsizetype letters = 0;
    qsizetype breaks = 0;
    qsizetype total = 0;
    bool possible = true;
};

bool isEastAsian(char32_t c)
{
    return (c >= 0x3000 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x323AF);
}

void read(Reading &reading, char32_t c)
{
    ++reading.total;
    if (c == 0 || (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c > 0x10FFFF) {
        reading.possible = false;
        return;
    }
    reading.breaks += c == '\n' || c == ' ';
    if (c < 0x80) {
        ++reading.ascii;
        return;
    }
    const QChar::Category category = QChar::category(c);
    // Nobody writes what has no meaning.
    if (category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse ||
        category == QChar::Other_Surrogate)
        reading.possible = false;
    reading.eastAsian += isEastAsian(c);
    reading.letters += QChar::isLetter(c) || QChar::isMark(c);
}

char32_t unitAt(QByteArrayView bytes, qsizetype at, int width, bool little)
{
    char32_t unit = 0;
    for (int i = 0; i < width; ++i)
        unit = (unit << 8) | static_cast<unsigned char>(bytes[at + (little ? width - 1 - i : i)]);
    return unit;
}

Reading readAs(QByteArrayView bytes, int width, bool little)
{
    Reading reading;
    for (qsizetype at = 0; at + width <= bytes.size() && reading.possible; at += width) {
        char32_t c = unitAt(bytes, at, width, little);
        if (width == 2 && QChar::isHighSurrogate(c) && at + 4 <= bytes.size()) {
            const char32_t low = unitAt(bytes, at + 2, width, little);
            if (QChar::isLowSurrogate(low)) {
                c = QChar::surrogateToUcs4(static_cast<char16_t>(c), static_cast<char16_t>(low));
                at += 2;
            }
        }
        // A sample may end between the halves of a pair.
        if (at + 4 > bytes.size() && width == 2 && QChar::isHighSurrogate(c))
            break;
        read(reading, c);
    }
    return reading;
}

/// Text without a mark in units of two or four bytes; null when it reads as no text in either order. East
/// Asian text in UTF-16 has zero bytes in its line ends and digits only, so the letters themselves must speak
/// for it.
const char *unmarkedWide(QByteArrayView sample)
{
    struct Candidate
    {
        int width;
        bool little;
        const char *name;
    };
    constexpr Candidate candidates[] = {
        {4, true, "UTF-32LE"}, {4, false, "UTF-32BE"}, {2, true, "UTF-16LE"}, {2, false, "UTF-16BE"}};
    const char *best = nullptr;
    qsizetype bestAscii = -1;
    int bestWidth = 0;
    for (const Candidate &candidate : candidates) {
        if (sample.size() < 2 * candidate.width || sample.size() % candidate.width != 0)
            continue;
        const Reading reading = readAs(sample, candidate.width, candidate.little);
        if (!reading.possible || reading.total == 0 || candidate.width < bestWidth)
            continue;
        const bool latin = reading.ascii * 10 >= reading.total * 4;
        const bool eastAsian = reading.breaks > 0 && reading.total >= 4 &&
                               (reading.eastAsian + reading.ascii) * 10 >= reading.total * 9;
        const bool other = reading.breaks > 0 && reading.total >= 8 &&
                           (reading.letters + reading.ascii) * 10 >= reading.total * 9 &&
                           reading.ascii * 10 >= reading.total;
        if ((latin || eastAsian || other) && reading.ascii > bestAscii) {
            best = candidate.name;
            bestAscii = reading.ascii;
            bestWidth = candidate.width;
        }
    }
    return best;
}

QByteArray guess(QByteArrayView sample)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
    uchardet_handle_data(detector.get(), sample.data(), static_cast<size_t>(sample.size()));
    uchardet_data_end(detector.get());
    QByteArray name = uchardet_get_charset(detector.get());
    // What uchardet calls by names of its own.
    if (name == "SHIFT_JIS" || name == "CP932")
        name = "Shift_JIS";
    if (name.isEmpty() || name == "ASCII" || name == "UTF-8" || !decodes(sample, name.constData()))
        name = "windows-1252";
    return name;
}

/// Where the next byte beyond ASCII stands, from `at` on.
qsizetype skipAscii(QByteArrayView bytes, qsizetype at)
{
    constexpr std::uint64_t high = 0x8080808080808080ULL;
    while (at + 8 <= bytes.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, sizeof(eight));
        if (eight & high)
            break;
        at += 8;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

/// Text that is UTF-8 but for a few bytes, such as one name pasted from elsewhere, stays UTF-8.
bool isNearlyUtf8(const Utf8Survey &survey) { return survey.sequences > 4 * survey.strays; }

/// Ends a sample at a line, or a character of several bytes would be cut and the encoding look wrong.
QByteArrayView sampleOf(QByteArrayView bytes)
{
    if (bytes.size() <= kSample)
        return bytes;
    const QByteArrayView sample = bytes.first(kSample);
    const qsizetype newline = sample.lastIndexOf('\n');
    return newline > 0 ? sample.first(newline + 1) : sample;
}

/// What the bytes themselves say without a guess; nothing where only a guess is left.
std::optional<DetectedEncoding> certain(QByteArrayView bytes, const Utf8Survey &survey)
{
    for (const Bom &bom : kBoms) {
        if (bytes.startsWith(bom.bytes))
            return DetectedEncoding{bom.name, true};
    }
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), kSample));
    if (sample.contains('\0')) {
        const char *name = unmarkedWide(sample);
        return DetectedEncoding{name ? QByteArray(name) : QByteArray(), false};
    }
    if (survey.strays == 0 || isNearlyUtf8(survey))
        return DetectedEncoding{"UTF-8", false};
    return std::nullopt;
}

} // namespace

int utf8SequenceAt(QByteArrayView bytes, qsizetype at)
{
    const auto *const p = reinterpret_cast<const unsigned char *>(bytes.data()) + at;
    const qsizetype left = bytes.size() - at;
    if (left <= 0)
        return 0;
    if (*p < 0x80)
        return 1;
    const int length = *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : 2;
    if (*p < 0xC2 || *p > 0xF4 || left < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    }
    // Overlong forms, surrogates and what lies beyond Unicode.
    if ((*p == 0xE0 && p[1] < 0xA0) || (*p == 0xED && p[1] > 0x9F) || (*p == 0xF0 && p[1] < 0x90) ||
        (*p == 0xF4 && p[1] > 0x8F))
        return 0;
    return length;
}

Utf8Survey surveyUtf8(QByteArrayView bytes)
{
    Utf8Survey survey;
    for (qsizetype at = skipAscii(bytes, 0); at < bytes.size();) {
        const int length = utf8SequenceAt(bytes, at);
        survey.sequences += length > 1;
        survey.strays += length == 0;
        at += std::max(1, length);
        if (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
            at = skipAscii(bytes, at);
    }
    return survey;
}

bool isValidUtf8(QByteArrayView bytes)
{
    for (qsizetype at = skipAscii(bytes, 0); at < bytes.size();) {
        const int length = utf8SequenceAt(bytes, at);
        if (length == 0)
            return false;
        at += length;
        if (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
            at = skipAscii(bytes, at);
    }
    return true;
}

DetectedEncoding detectEncoding(QByteArrayView bytes)
{
    const auto known = certain(bytes, surveyUtf8(bytes));
    return known ? *known : DetectedEncoding{guess(sampleOf(bytes)), false};
}

std::pair<DetectedEncoding, DetectedEncoding> detectEncodings(QByteArrayView before, QByteArrayView after)
{
    const Utf8Survey surveys[] = {surveyUtf8(before), surveyUtf8(after)};
    std::optional<DetectedEncoding> known[] = {certain(before, surveys[0]), certain(after, surveys[1])};
    if (known[0] && known[1])
        return {*known[0], *known[1]};
    if (!known[0] && !known[1]) {
        const QByteArray both = sampleOf(before).toByteArray() + '\n' + sampleOf(after).toByteArray();
        const DetectedEncoding one{guess(both), false};
        return {one, one};
    }
    const int open = known[0] ? 1 : 0;
    const DetectedEncoding guessed{guess(sampleOf(open == 0 ? before : after)), false};
    known[open] = guessed;
    // Nothing but ASCII is the same in all of these encodings: no change of the encoding.
    const int other = 1 - open;
    if (known[other]->name == "UTF-8" && !known[other]->bom && surveys[other].sequences == 0)
        known[other] = guessed;
    return {*known[0], *known[1]};
}

} // namespace countersign::diff
