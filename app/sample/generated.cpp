// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/sample/generated.h"

#include <QBuffer>
#include <QDate>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace countersign::sample {

namespace {

QByteArray picture(int seed)
{
    const QSize size = seed == 2 ? QSize(96, 96) : QSize(640, 360);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, size.height());
    const int hue = (seed * 67 + 150) % 360;
    sky.setColorAt(0, QColor::fromHsv(hue, 90, 245));
    sky.setColorAt(1, QColor::fromHsv((hue + 40) % 360, 40, 255));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv((hue + 180) % 360, 60, 250));
    painter.drawEllipse(QPointF(size.width() * (0.2 + 0.2 * seed), size.height() * 0.35),
                        size.height() * 0.16, size.height() * 0.16);
    for (int wave = 0; wave < 3; ++wave) {
        QPainterPath path(QPointF(0, size.height()));
        const double level = size.height() * (0.58 + 0.13 * wave);
        for (int x = 0; x <= size.width(); x += 4)
            path.lineTo(x, level + std::sin(x * 0.02 + wave * 1.7 + seed) * size.height() * 0.05);
        path.lineTo(size.width(), size.height());
        painter.setBrush(QColor::fromHsv((hue + 20 * wave) % 360, 120 + 30 * wave, 190 - 35 * wave));
        painter.drawPath(path);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray rates(int lines)
{
    static const char *const currencies[] = {"EUR", "SEK", "NOK", "DKK", "GBP", "CHF", "PLN", "JPY"};
    QByteArray table = "day,currency,rate\n";
    table.reserve(lines * 24);
    const QDate first(2012, 1, 2);
    quint32 state = 20260101;
    for (int i = 1; i < lines; ++i) {
        state = state * 1664525U + 1013904223U;
        const int value = 4000 + static_cast<int>((state >> 16) % 9000);
        table += first.addDays(i / 8).toString(Qt::ISODate).toLatin1() + ',' + currencies[i % 8] + ',' +
                 QByteArray::number(value / 10000.0, 'f', 4) + '\n';
    }
    return table;
}

} // namespace

Result<QByteArray> generatedContent(const QString &kind, int seed)
{
    if (kind == QLatin1StringView("picture"))
        return picture(seed);
    if (kind == QLatin1StringView("rates"))
        return rates(seed);
    return failure(ErrorKind::InvalidInput,
                   QStringLiteral("\"%1\" is no kind of generated content.").arg(kind));
}

} // namespace countersign::sample
