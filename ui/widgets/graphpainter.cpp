// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/graphpainter.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace countersign::ui {

using theme::Token;

QColor graphLaneColor(int color)
{
    return theme::color(static_cast<Token>(static_cast<int>(Token::Lane1) +
                                           (color % graphColorCount + graphColorCount) % graphColorCount));
}

void paintGraphRow(QPainter &painter, const QRect &rect, const GraphRow &row)
{
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(row.faint ? 0.4 : 1.0);
    const auto x = [&](int lane) { return rect.x() + 12 + lane * qreal(graphLaneWidth); };
    const qreal top = rect.top();
    const qreal middle = rect.top() + rect.height() / 2.0;
    const qreal bottom = rect.top() + rect.height();
    const auto draw = [&](const GraphRow::Line &line, qreal from, qreal to) {
        QPainterPath path(QPointF(x(line.fromLane), from));
        if (line.fromLane == line.toLane) {
            path.lineTo(x(line.toLane), to);
        } else {
            const qreal half = (from + to) / 2;
            path.cubicTo(x(line.fromLane), half, x(line.toLane), half, x(line.toLane), to);
        }
        painter.strokePath(path, QPen(graphLaneColor(line.color), 2, Qt::SolidLine, Qt::FlatCap));
    };
    for (const GraphRow::Line &line : row.upper)
        draw(line, top, middle);
    for (const GraphRow::Line &line : row.lower)
        draw(line, middle, bottom);
    const QPointF node(x(row.lane), middle);
    const QColor ink = graphLaneColor(row.color);
    if (row.merge) {
        painter.setBrush(theme::color(Token::Base));
        painter.setPen(QPen(ink, 2));
        painter.drawEllipse(node, 3.5, 3.5);
    } else {
        painter.setBrush(ink);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(node, 4.5, 4.5);
    }
    painter.restore();
}

} // namespace countersign::ui
