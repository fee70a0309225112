// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// The drawing of single controls, called by CountersignStyle; nothing else includes it.
#pragma once

#include <QStyleOption>

class QPainter;
class QProxyStyle;

namespace countersign::theme {

/// Fills and outlines a rounded rectangle on whole pixels. An invalid colour leaves its part out.
void paintBox(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &outline, qreal radius,
              qreal width = 1);

void paintPushButton(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void paintPushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget,
                          const QStyle &style);
void paintToolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget,
                     const QStyle &style);
void paintCheck(QPainter &painter, const QRect &rect, QStyle::State state);
void paintRadio(QPainter &painter, const QRect &rect, QStyle::State state);
void paintSwitch(QPainter &painter, const QRect &rect, QStyle::State state);
void paintInput(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget,
                   const QStyle &style);
void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *widget,
                  const QStyle &style);
void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QWidget *widget,
                    const QStyle &style);
void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option, const QWidget *widget);
void paintTab(QPainter &painter, const QStyleOptionTab &option);
void paintHeaderSection(QPainter &painter, const QStyleOptionHeader &option);
void paintHeaderLabel(QPainter &painter, const QStyleOptionHeader &option);
void paintProgress(QPainter &painter, const QStyleOptionProgressBar &option);
void paintRow(QPainter &painter, const QStyleOptionViewItem &option);

/// Size of a menu row with its texts.
QSize menuItemSize(const QStyleOptionMenuItem &option);

/// Whether the arrow part of a split button is a part of its own.
bool hasSplitArrow(const QStyleOptionToolButton &option);

} // namespace countersign::theme
