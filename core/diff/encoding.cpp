// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/encoding.h"

#include <QStringDecoder>

#include <uchardet.h>

#include <algorithm>
#include <memory>

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

/// UTF-16 without a mark: most units of Latin text have a zero byte, always on the same side.
const char *unmarkedUtf16(QByteArrayView sample)
{
    if (sample.size() < 4 || sample.size() % 2 != 0)
        return nullptr;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < sample.size(); ++i)
        zeros[i % 2] += sample[i] == '\0';
    const qsizetype units = sample.size() / 2;
    for (int side : {0, 1}) {
        const char *name = side == 1 ? "UTF-16LE" : "UTF-16BE";
        if (zeros[side] * 10 >= units * 4 && zeros[1 - side] * 100 <= units && decodes(sample, name))
            return name;
    }
    return nullptr;
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

} // namespace

bool isValidUtf8(QByteArrayView bytes)
{
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *const end = p + bytes.size();
    while (p < end) {
        if (*p < 0x80) {
            ++p;
            continue;
        }
        const int length = *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : 2;
        if (*p < 0xC2 || *p > 0xF4 || end - p < length)
            return false;
        for (int i = 1; i < length; ++i) {
            if ((p[i] & 0xC0) != 0x80)
                return false;
        }
        // Overlong forms, surrogates and what lies beyond Unicode.
        if ((*p == 0xE0 && p[1] < 0xA0) || (*p == 0xED && p[1] > 0x9F) || (*p == 0xF0 && p[1] < 0x90) ||
            (*p == 0xF4 && p[1] > 0x8F))
            return false;
        p += length;
    }
    return true;
}

DetectedEncoding detectEncoding(QByteArrayView bytes)
{
    for (const Bom &bom : kBoms) {
        if (bytes.startsWith(bom.bytes))
            return {bom.name, true};
    }
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), kSample));
    if (sample.contains('\0')) {
        const char *name = unmarkedUtf16(sample.first(sample.size() == kSample ? kSample : sample.size()));
        return {name ? QByteArray(name) : QByteArray(), false};
    }
    if (isValidUtf8(bytes))
        return {"UTF-8", false};
    // A sample must not end inside a character, or a multi-byte encoding would look wrong: end it at a line.
    const qsizetype newline = sample.lastIndexOf('\n');
    return {guess(sample.size() == kSample && newline > 0 ? sample.first(newline + 1) : sample), false};
}

} // namespace countersign::diff
