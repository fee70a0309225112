// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace countersign::ui {

/// A picture file as far as it can be shown. A value; decoded on any thread.
struct Picture
{
    /// Null where it cannot be shown.
    QImage image;
    /// What the file says of itself; invalid where it is no picture at all.
    QSize claimed;
    /// It says that it is larger than what is ever decoded.
    bool tooLarge = false;

    bool isShown() const { return !image.isNull(); }
};

/// Whether a path's ending is that of a picture which decodePicture() knows.
bool isPicturePath(QByteArrayView path);
/// Decodes within bounds: a file may claim any size, and is believed up to 64 million pixels. `longestEdge`
/// in pixels: larger pictures are made smaller; 0 for as they are.
Picture decodePicture(const QByteArray &bytes, QByteArrayView path, int longestEdge = 0);

} // namespace countersign::ui
