// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <utility>

namespace countersign::diff {

/// What a file's bytes are written in.
struct DetectedEncoding
{
    /// A name that QStringDecoder knows; empty for content that is no text.
    QByteArray name;
    bool bom = false;
};

/// Order: BOM, UTF-16 or UTF-32 without one (zero bytes, and it reads as text), zero bytes (binary), UTF-8
/// (also with a few bytes that do not belong there), uchardet, windows-1252. Looks at all of `bytes` for
/// UTF-8 and at the first 256 KiB for the rest.
DetectedEncoding detectEncoding(QByteArrayView bytes);

/// The encodings of two versions of one file, decided together: what one side alone leaves open (nothing but
/// ASCII, or too few letters for a guess) the other one settles.
std::pair<DetectedEncoding, DetectedEncoding> detectEncodings(QByteArrayView before, QByteArrayView after);

/// How much of some bytes is UTF-8.
struct Utf8Survey
{
    /// Well-formed sequences of more than one byte.
    qsizetype sequences = 0;
    /// Bytes that belong to no well-formed sequence.
    qsizetype strays = 0;
};
Utf8Survey surveyUtf8(QByteArrayView bytes);

/// Length of the well-formed UTF-8 sequence that begins at `at`; 0 where none does.
int utf8SequenceAt(QByteArrayView bytes, qsizetype at);

/// Whether every byte belongs to a well-formed UTF-8 sequence.
bool isValidUtf8(QByteArrayView bytes);

} // namespace countersign::diff
