// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFocusFrame>
#include <QPointer>
#include <QProxyStyle>

class QAbstractButton;
class QCheckBox;

namespace countersign::theme {

/// How a push button or split button looks.
enum class ButtonVariant { Default, Primary, Danger, Approve, Flat };
/// Where a tool button stands in a segmented control.
enum class Segment { None, First, Middle, Last, Only };

/// Each sets a property that the style reads; the widget repaints and lays itself out anew.
void setVariant(QWidget *button, ButtonVariant variant);
ButtonVariant variant(const QWidget *button);
/// Compact: 24 px high with 8 px at the sides, for tool rows and headers.
void setCompact(QWidget *control, bool compact = true);
bool isCompact(const QWidget *control);
/// Draws a check box as a 28 × 16 switch.
void setSwitch(QCheckBox *box);
void setSegment(QWidget *button, Segment segment);
/// Red outline of an input whose value is wrong; the words go below it (ui::FieldError).
void setInputError(QWidget *input, bool wrong);

/// The look of every control: flat fills, 1 px outlines, a 2 px focus ring 1 px outside, sizes from the
/// design's tokens. Owned by QApplication; screen's thread.
class CountersignStyle : public QProxyStyle
{
    Q_OBJECT
public:
    CountersignStyle();

    void polish(QApplication *application) override;
    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                       const QWidget *widget) const override;

private:
    void moveFocusRing(QWidget *now);

    QPointer<QFocusFrame> m_ring;
};

} // namespace countersign::theme
