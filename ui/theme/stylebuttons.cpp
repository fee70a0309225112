// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/style.h"
#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace countersign::theme {

namespace {

struct Look
{
    QColor fill;
    QColor outline;
    QColor text;
    bool strong = false;
};

Look lookOf(ButtonVariant kind, QStyle::State state, bool checked)
{
    const bool enabled = state & QStyle::State_Enabled;
    const bool down = state & QStyle::State_Sunken;
    const bool hover = enabled && (state & QStyle::State_MouseOver);
    Look look;
    switch (kind) {
    case ButtonVariant::Primary:
        look = {color(down || checked ? Token::AccentPress : Token::AccentFill),
                {},
                color(Token::AccentOn),
                true};
        if (hover && !down)
            look.fill = color(Token::AccentPress);
        look.outline = look.fill;
        break;
    case ButtonVariant::Danger:
        look = {color(Token::Button), color(Token::DangerLine), color(Token::DangerText), false};
        break;
    case ButtonVariant::Approve:
        look = {color(Token::Button), color(Token::ApprovalLine), color(Token::ApprovalText), false};
        break;
    case ButtonVariant::Flat:
        look = {{}, {}, color(Token::Text), false};
        break;
    case ButtonVariant::Default:
        look = {color(Token::Button), color(Token::BorderButton), color(Token::Text), false};
        break;
    }
    if (!enabled) {
        look.text = color(Token::Disabled);
        if (kind != ButtonVariant::Flat) {
            look.fill = color(Token::Window);
            look.outline = color(Token::Border);
        }
        return look;
    }
    if (kind != ButtonVariant::Primary) {
        if (down || checked)
            look.fill = color(Token::Pressed);
        else if (hover)
            look.fill = color(Token::Hover);
    }
    return look;
}

QFont labelFont(const QWidget *widget, const Look &look)
{
    QFont result = widget ? widget->font() : font(TextStyle::Body);
    if (look.strong)
        result.setWeight(QFont::DemiBold);
    return result;
}

// The icon takes the colour of the label where the icon is one of ours; a picture stays as it is.
void paintLabelIcon(QPainter &painter, const QRect &rect, const QIcon &icon, const QColor &color,
                    QIcon::Mode mode, bool tinted)
{
    if (tinted && !icon.name().isEmpty())
        drawIcon(painter, rect, icon.name(), color);
    else
        icon.paint(&painter, rect, Qt::AlignCenter, mode);
}

QPainterPath boxPath(const QRectF &rect, qreal radius, bool roundLeft, bool roundRight)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    QPainterPath square;
    square.setFillRule(Qt::WindingFill);
    if (!roundLeft)
        square.addRect(QRectF(rect.left(), rect.top(), radius, rect.height()));
    if (!roundRight)
        square.addRect(QRectF(rect.right() - radius, rect.top(), radius, rect.height()));
    return path.united(square);
}

void paintSegment(QPainter &painter, const QStyleOptionToolButton &option, Segment segment)
{
    const bool on = option.state & QStyle::State_On;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    const bool first = segment == Segment::First || segment == Segment::Only;
    const bool last = segment == Segment::Last || segment == Segment::Only;
    // Neighbours share a border: each but the last lets its right edge fall under the next one's left.
    QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, last ? -0.5 : 0.5, -0.5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(on ? color(Token::AccentSoft) : color(hover ? Token::Hover : Token::Button));
    painter.setPen(on ? color(Token::AccentLine) : color(Token::BorderButton));
    painter.drawPath(boxPath(rect, 4, first, last));
}

} // namespace

void paintBox(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &outline, qreal radius,
              qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(outline.isValid() ? QPen(outline, width) : QPen(Qt::NoPen));
    const qreal half = outline.isValid() ? width / 2 : 0;
    const QRectF box = QRectF(rect).adjusted(half, half, -half, -half);
    const qreal inner = qMax(0.0, radius - half);
    painter.drawRoundedRect(box, inner, inner);
    painter.restore();
}

bool hasSplitArrow(const QStyleOptionToolButton &option)
{
    return option.features & QStyleOptionToolButton::MenuButtonPopup;
}

void paintPushButton(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    ButtonVariant kind = variant(widget);
    if (kind == ButtonVariant::Default && (option.features & QStyleOptionButton::Flat))
        kind = ButtonVariant::Flat;
    const Look look = lookOf(kind, option.state, option.state & QStyle::State_On);
    paintBox(painter, option.rect, look.fill, look.outline, 4);
}

void paintPushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget,
                          const QStyle &style)
{
    const ButtonVariant kind = variant(widget);
    const Look look = lookOf(kind, option.state, option.state & QStyle::State_On);
    const QFont labelled = labelFont(widget, look);
    const QFontMetrics metrics(labelled);
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const bool hasIcon = !option.icon.isNull();
    const int gap = hasIcon && !option.text.isEmpty() ? 8 : 0;
    // QStyle has taken the padding off already.
    QRect area = option.rect;
    if (hasMenu) {
        const QRect arrow(area.right() - 11, area.center().y() - 5, 12, 12);
        drawIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow),
                 QStringLiteral("chevron-down"),
                 look.strong || !(option.state & QStyle::State_Enabled) ? look.text : color(Token::Muted));
        area.adjust(0, 0, -20, 0);
    }
    const int iconWidth = hasIcon ? option.iconSize.width() : 0;
    const int textWidth =
        qMin(metrics.size(Qt::TextShowMnemonic, option.text).width(), area.width() - iconWidth - gap);
    int x = area.x() + (area.width() - iconWidth - gap - textWidth) / 2;
    if (hasIcon) {
        const QRect rect(x, area.center().y() - iconWidth / 2 + 1, iconWidth, iconWidth);
        const bool tinted = kind != ButtonVariant::Default && kind != ButtonVariant::Flat;
        paintLabelIcon(painter, QStyle::visualRect(option.direction, option.rect, rect), option.icon,
                       look.text, option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled,
                       tinted && option.state & QStyle::State_Enabled);
        x += iconWidth + gap;
    }
    if (option.text.isEmpty())
        return;
    painter.save();
    painter.setFont(labelled);
    painter.setPen(look.text);
    int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    flags |= style.styleHint(QStyle::SH_UnderlineShortcut, &option, widget) ? Qt::TextShowMnemonic
                                                                            : Qt::TextHideMnemonic;
    const QRect rect(x, area.y(), textWidth + 1, area.height());
    painter.drawText(QStyle::visualRect(option.direction, option.rect, rect), flags,
                     metrics.elidedText(option.text, Qt::ElideRight, textWidth + 1, Qt::TextShowMnemonic));
    painter.restore();
}

void paintToolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget,
                     const QStyle &style)
{
    const auto segment = static_cast<Segment>(widget ? widget->property("countersignSegment").toInt() : 0);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool down = option.state & QStyle::State_Sunken;
    const bool plain = option.state & QStyle::State_AutoRaise;
    const bool split = hasSplitArrow(option);
    ButtonVariant kind = variant(widget);
    if (plain && kind == ButtonVariant::Default)
        kind = ButtonVariant::Flat;
    const QRect main = style.subControlRect(QStyle::CC_ToolButton, &option, QStyle::SC_ToolButton, widget);
    Look look;
    painter.save();
    if (segment != Segment::None) {
        paintSegment(painter, option, segment);
        look.text = color(!enabled ? Token::Disabled : Token::Text);
        look.strong = on;
    } else {
        QStyle::State state = option.state;
        const bool mainDown = down && (option.activeSubControls & QStyle::SC_ToolButton);
        if (split && !mainDown)
            state &= ~QStyle::State_Sunken;
        look = lookOf(kind, state, on);
        paintBox(painter, option.rect, look.fill, look.outline, 4);
    }
    if (split) {
        // The arrow stays usable while the main part is disabled: the menu tells why.
        const QRect arrow =
            style.subControlRect(QStyle::CC_ToolButton, &option, QStyle::SC_ToolButtonMenu, widget);
        const bool primary = kind == ButtonVariant::Primary && enabled;
        if (down && (option.activeSubControls & QStyle::SC_ToolButtonMenu))
            paintBox(painter, arrow.adjusted(1, 1, -1, -1),
                     color(primary ? Token::AccentPress : Token::Pressed), {}, 3);
        QColor line = primary ? color(Token::AccentOn) : look.outline;
        if (primary)
            line.setAlphaF(0.35f);
        if (line.isValid())
            painter.fillRect(option.direction == Qt::RightToLeft ? arrow.right() : arrow.left(),
                             arrow.top() + 1, 1, arrow.height() - 2, line);
        drawIcon(painter, QRect(arrow.center().x() - 5, arrow.center().y() - 5, 12, 12),
                 QStringLiteral("chevron-down"), primary ? look.text : color(Token::Muted));
    }
    const bool showsText = !option.text.isEmpty() && option.toolButtonStyle != Qt::ToolButtonIconOnly;
    const bool showsIcon = !option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly;
    const bool showsArrow = !split && showsText && (option.features & QStyleOptionToolButton::HasMenu);
    const QFont labelled = labelFont(widget, look);
    const QFontMetrics metrics(labelled);
    const int iconSide = showsIcon ? option.iconSize.width() : 0;
    const int gap = showsIcon && showsText ? 6 : 0;
    const int tail = showsArrow ? 18 : 0;
    const int textWidth = showsText ? qMin(metrics.size(Qt::TextShowMnemonic, option.text).width(),
                                           main.width() - iconSide - gap - tail - 8)
                                    : 0;
    int x = main.x() + (main.width() - iconSide - gap - textWidth - tail) / 2;
    const QRect bounds = option.rect;
    if (showsIcon) {
        const QRect rect(x, main.center().y() - iconSide / 2 + 1, iconSide, iconSide);
        const bool tinted = enabled && (kind != ButtonVariant::Default && kind != ButtonVariant::Flat);
        paintLabelIcon(painter, QStyle::visualRect(option.direction, bounds, rect), option.icon, look.text,
                       enabled ? QIcon::Normal : QIcon::Disabled, tinted);
        x += iconSide + gap;
    } else if (!showsText && option.arrowType != Qt::NoArrow) {
        QStyleOption arrow = option;
        arrow.rect = main;
        style.drawPrimitive(option.arrowType == Qt::UpArrow      ? QStyle::PE_IndicatorArrowUp
                            : option.arrowType == Qt::LeftArrow  ? QStyle::PE_IndicatorArrowLeft
                            : option.arrowType == Qt::RightArrow ? QStyle::PE_IndicatorArrowRight
                                                                 : QStyle::PE_IndicatorArrowDown,
                            &arrow, &painter, widget);
    }
    if (showsText) {
        painter.setFont(labelled);
        painter.setPen(look.text);
        const QRect rect(x, main.y(), textWidth + 1, main.height());
        painter.drawText(
            QStyle::visualRect(option.direction, bounds, rect),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic,
            metrics.elidedText(option.text, Qt::ElideRight, textWidth + 1, Qt::TextShowMnemonic));
        x += textWidth;
    }
    if (showsArrow) {
        const QRect rect(x + 6, main.center().y() - 5, 12, 12);
        drawIcon(painter, QStyle::visualRect(option.direction, bounds, rect), QStringLiteral("chevron-down"),
                 color(enabled ? Token::Muted : Token::Disabled));
    }
    painter.restore();
}

} // namespace countersign::theme
