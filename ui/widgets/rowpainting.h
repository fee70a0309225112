// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyleOptionViewItem>

class QPainter;

namespace countersign::ui {

/// Background of a list row: selected (accent-soft while the view has focus, otherwise select-idle), hover,
/// and the inner focus frame. Every row delegate paints this first.
void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option);
/// The focus frame alone, painted last.
void paintRowFocus(QPainter &painter, const QStyleOptionViewItem &option);
/// Text in one line, elided; returns the x behind it.
int paintRowText(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
                 const QColor &color, Qt::TextElideMode elide = Qt::ElideRight);
/// Height of a row: the design's, or more where the text is larger.
int rowHeight(int designHeight, int lines = 1);

} // namespace countersign::ui
