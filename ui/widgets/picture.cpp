// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/picture.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <array>

namespace countersign::ui {

namespace {

constexpr qint64 mostPixels = 64LL * 1024 * 1024;

QByteArray ending(QByteArrayView path)
{
    return path.sliced(path.lastIndexOf('.') + 1).toByteArray().toLower();
}

} // namespace

bool isPicturePath(QByteArrayView path)
{
    static constexpr std::array<QByteArrayView, 9> endings{"png",  "jpg", "jpeg", "gif", "bmp",
                                                           "webp", "ico", "tif",  "tiff"};
    return std::ranges::find(endings, QByteArrayView(ending(path))) != endings.end();
}

Picture decodePicture(const QByteArray &bytes, QByteArrayView path, int longestEdge)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, ending(path));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    Picture picture;
    // A drawing under a picture's name could lead to other files.
    if (QImageReader::imageFormat(&buffer).startsWith("svg"))
        return picture;
    picture.claimed = reader.size();
    if (!picture.claimed.isValid())
        return picture;
    picture.tooLarge = qint64(picture.claimed.width()) * picture.claimed.height() > mostPixels;
    if (picture.tooLarge)
        return picture;
    if (longestEdge > 0 && std::max(picture.claimed.width(), picture.claimed.height()) > longestEdge)
        reader.setScaledSize(picture.claimed.scaled(longestEdge, longestEdge, Qt::KeepAspectRatio));
    picture.image = reader.read();
    return picture;
}

} // namespace countersign::ui
