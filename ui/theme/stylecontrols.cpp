// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/style.h"
#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace countersign::theme {

void paintCheck(QPainter &painter, const QRect &area, QStyle::State state)
{
    QRect rect(0, 0, 14, 14);
    rect.moveCenter(area.center());
    const bool enabled = state & QStyle::State_Enabled;
    const bool on = state & QStyle::State_On;
    const bool partial = state & QStyle::State_NoChange;
    if (!on && !partial) {
        const bool hover = enabled && (state & QStyle::State_MouseOver);
        paintBox(painter, rect,
                 color(!enabled ? Token::Window
                       : hover  ? Token::Hover
                                : Token::Base),
                 color(enabled ? Token::BorderControl : Token::BorderButton), 3);
        return;
    }
    const QColor fill = color(enabled ? Token::AccentFill : Token::BorderButton);
    paintBox(painter, rect, fill, fill, 3);
    const QColor ink = color(enabled ? Token::AccentOn : Token::Window);
    if (partial)
        painter.fillRect(rect.x() + 3, rect.center().y(), 8, 2, ink);
    else
        drawIcon(painter, rect.adjusted(1, 1, -1, -1), QStringLiteral("check"), ink);
}

void paintRadio(QPainter &painter, const QRect &area, QStyle::State state)
{
    QRect rect(0, 0, 14, 14);
    rect.moveCenter(area.center());
    const bool enabled = state & QStyle::State_Enabled;
    if (!(state & QStyle::State_On)) {
        const bool hover = enabled && (state & QStyle::State_MouseOver);
        paintBox(painter, rect,
                 color(!enabled ? Token::Window
                       : hover  ? Token::Hover
                                : Token::Base),
                 color(enabled ? Token::BorderControl : Token::BorderButton), 7);
        return;
    }
    const QColor fill = color(enabled ? Token::AccentFill : Token::BorderButton);
    paintBox(painter, rect, fill, fill, 7);
    paintBox(painter, rect.adjusted(4, 4, -4, -4), color(enabled ? Token::AccentOn : Token::Window), {}, 3);
}

void paintSwitch(QPainter &painter, const QRect &area, QStyle::State state)
{
    QRect rect(0, 0, 28, 16);
    rect.moveCenter(area.center());
    const bool enabled = state & QStyle::State_Enabled;
    const bool on = state & QStyle::State_On;
    const QColor fill = color(on ? (enabled ? Token::AccentFill : Token::BorderButton)
                                 : (enabled ? Token::Base : Token::Window));
    paintBox(painter, rect, fill, on ? fill : color(enabled ? Token::BorderControl : Token::BorderButton), 8);
    const QRect knob(on ? rect.right() - 13 : rect.x() + 3, rect.y() + 3, 10, 10);
    paintBox(painter, knob,
             color(on ? (enabled ? Token::AccentOn : Token::Window)
                      : (enabled ? Token::BorderControl : Token::BorderButton)),
             {}, 5);
}

void paintInput(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool readOnly = option.state & QStyle::State_ReadOnly;
    const bool focus = enabled && (option.state & QStyle::State_HasFocus);
    const bool wrong = widget && widget->property("countersignError").toBool();
    const Token outline = wrong     ? Token::DangerMark
                          : focus   ? Token::Accent
                          : enabled ? Token::BorderControl
                                    : Token::BorderButton;
    paintBox(painter, option.rect, color(enabled && !readOnly ? Token::Base : Token::Window), color(outline),
             4, focus ? 2 : 1);
}

void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget,
                   const QStyle &style)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.editable) {
        paintInput(painter, option, widget);
    } else {
        const bool hover = enabled && (option.state & QStyle::State_MouseOver);
        const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
        const bool wrong = widget && widget->property("countersignError").toBool();
        paintBox(painter, option.rect,
                 color(!enabled ? Token::Window
                       : down   ? Token::Pressed
                       : hover  ? Token::Hover
                                : Token::Button),
                 color(wrong     ? Token::DangerMark
                       : enabled ? Token::BorderButton
                                 : Token::Border),
                 4);
    }
    const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    drawIcon(painter, QRect(arrow.center().x() - 6, arrow.center().y() - 5, 12, 12),
             QStringLiteral("chevron-down"), color(enabled ? Token::Muted : Token::Disabled));
}

void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *widget,
                  const QStyle &style)
{
    paintInput(painter, option, widget);
    for (const auto part : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
        const bool up = part == QStyle::SC_SpinBoxUp;
        const QRect rect = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const bool possible =
            (option.state & QStyle::State_Enabled) &&
            (option.stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled));
        if (possible && (option.activeSubControls & part))
            paintBox(painter, rect.adjusted(1, 0, -1, 0),
                     color(option.state & QStyle::State_Sunken ? Token::Pressed : Token::Hover), {}, 3);
        drawIcon(painter, QRect(rect.center().x() - 5, rect.center().y() - 4, 10, 10),
                 up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
                 color(possible ? Token::Muted : Token::Disabled));
    }
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QWidget *widget,
                    const QStyle &style)
{
    const QColor ground =
        widget && widget->parentWidget() ? widget->palette().color(QPalette::Window) : color(Token::Window);
    painter.fillRect(option.rect, ground);
    if (option.maximum <= option.minimum)
        return;
    const QRect thumb =
        style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const bool active = option.activeSubControls & QStyle::SC_ScrollBarSlider;
    const bool lit = active && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    paintBox(painter, thumb.adjusted(2, 2, -2, -2), color(lit ? Token::BorderControl : Token::BorderButton),
             {}, 4);
}

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option, const QWidget *widget)
{
    const QRect rect = option.rect;
    painter.save();
    painter.fillRect(rect, color(Token::Base));
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        if (!option.text.isEmpty()) {
            painter.setFont(font(TextStyle::CaptionStrong));
            painter.setPen(color(Token::Muted));
            painter.drawText(rect.adjusted(12, 0, -12, 0), Qt::AlignLeft | Qt::AlignVCenter, option.text);
        } else {
            painter.fillRect(rect.x(), rect.center().y(), rect.width(), 1, color(Token::Border));
        }
        painter.restore();
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected)
        painter.fillRect(rect.adjusted(0, 0, 0, 0), color(enabled ? Token::AccentSoft : Token::Hover));
    const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    const QRect mark = place(QRect(rect.x() + 10, rect.center().y() - 7, 16, 16));
    const bool exclusive = option.checkType == QStyleOptionMenuItem::Exclusive;
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.icon.isNull()) {
        QStyle::State state = option.state & ~QStyle::State_MouseOver;
        state.setFlag(QStyle::State_On, option.checked);
        if (exclusive)
            paintRadio(painter, mark, state);
        else
            paintCheck(painter, mark, state);
    } else if (!option.icon.isNull()) {
        if (option.checked)
            paintBox(painter, mark.adjusted(-4, -4, 4, 4), color(Token::Pressed), {}, 4);
        option.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const int left = rect.x() + 36;
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    painter.setFont(option.font);
    painter.setPen(color(enabled ? Token::Text : Token::Disabled));
    QFont labelFont = option.font;
    if (option.menuItemType == QStyleOptionMenuItem::DefaultItem)
        labelFont.setWeight(QFont::DemiBold);
    painter.setFont(labelFont);
    painter.drawText(place(QRect(left, rect.y(), rect.right() - left - 12, rect.height())),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic,
                     parts.value(0));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawIcon(painter, place(QRect(rect.right() - 20, rect.center().y() - 5, 12, 12)),
                 option.direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                     : QStringLiteral("chevron-right"),
                 color(enabled ? Token::Muted : Token::Disabled));
    } else if (parts.size() > 1) {
        painter.setFont(font(TextStyle::Small));
        painter.setPen(color(enabled ? Token::Muted : Token::Disabled));
        painter.drawText(place(QRect(left, rect.y(), rect.right() - left - 12, rect.height())),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, parts.value(1));
    }
    Q_UNUSED(widget);
    painter.restore();
}

QSize menuItemSize(const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return option.text.isEmpty() ? QSize(10, 9)
                                     : QSize(option.fontMetrics.horizontalAdvance(option.text) + 24, 26);
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    const QFontMetrics metrics(option.font);
    int width = 36 + metrics.size(Qt::TextShowMnemonic, parts.value(0)).width() + 16;
    if (parts.size() > 1)
        width += 28 + QFontMetrics(font(TextStyle::Small)).horizontalAdvance(parts.value(1));
    else if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += 24;
    return QSize(width, qMax(28, metrics.height() + 8));
}

void paintTab(QPainter &painter, const QStyleOptionTab &option)
{
    const QRect rect = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    painter.save();
    QFont labelled = font(selected ? TextStyle::BodyStrong : TextStyle::Body);
    painter.setFont(labelled);
    const bool hover = option.state & QStyle::State_MouseOver;
    painter.setPen(color(!enabled ? Token::Disabled : selected || hover ? Token::Text : Token::Muted));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    if (selected)
        painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, color(Token::Accent));
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintBox(painter, rect.adjusted(2, 3, -2, -4), {}, color(Token::Accent), 4, 2);
    painter.restore();
}

void paintHeaderSection(QPainter &painter, const QStyleOptionHeader &option)
{
    const QRect rect = option.rect;
    const bool hover = (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    painter.fillRect(rect, color(hover ? Token::Hover : Token::AltBase));
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color(Token::Border));
}

void paintHeaderLabel(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.save();
    painter.setFont(font(TextStyle::Small));
    painter.setPen(color(Token::Muted));
    QRect rect = option.rect.adjusted(0, 0, 0, 0);
    const QFontMetrics metrics(painter.font());
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, rect.width());
    painter.drawText(rect, int(option.textAlignment | Qt::AlignVCenter), text);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const int x = qMin(rect.x() + metrics.horizontalAdvance(text) + 4, rect.right() - 12);
        drawIcon(painter, QRect(x, rect.center().y() - 5, 10, 10),
                 option.sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("chevron-down")
                                                                      : QStringLiteral("chevron-up"),
                 color(Token::Muted));
    }
    painter.restore();
}

void paintProgress(QPainter &painter, const QStyleOptionProgressBar &option)
{
    QRect groove = option.rect;
    groove.setHeight(qMin(groove.height(), 4));
    groove.moveCenter(option.rect.center());
    paintBox(painter, groove, color(Token::Pressed), {}, 2);
    if (option.maximum > option.minimum) {
        const double part = double(option.progress - option.minimum) / (option.maximum - option.minimum);
        QRect done = groove;
        done.setWidth(qRound(groove.width() * qBound(0.0, part, 1.0)));
        if (done.width() > 0)
            paintBox(painter, QStyle::visualRect(option.direction, groove, done), color(Token::AccentFill),
                     {}, 2);
    } else {
        QRect part = groove;
        part.setWidth(groove.width() / 4);
        paintBox(painter, part, color(Token::AccentFill), {}, 2);
    }
}

void paintRow(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect,
                         color(option.state & QStyle::State_Active && option.state & QStyle::State_Enabled
                                   ? Token::AccentSoft
                                   : Token::SelectIdle));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, color(Token::Hover));
}

} // namespace countersign::theme
