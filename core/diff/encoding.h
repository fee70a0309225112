// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace countersign::diff {

/// What a file's bytes are written in.
struct DetectedEncoding
{
    /// A name that QStringDecoder knows; empty for content that is no text.
    QByteArray name;
    bool bom = false;
};

/// Order: BOM, UTF-16 or UTF-32 without one (zero bytes at every other place), zero bytes (binary), valid
/// UTF-8, uchardet, windows-1252. Looks at all of `bytes` for UTF-8 and at the first 256 KiB for the rest.
DetectedEncoding detectEncoding(QByteArrayView bytes);

/// Whether every byte belongs to a well-formed UTF-8 sequence.
bool isValidUtf8(QByteArrayView bytes);

} // namespace countersign::diff
