// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/style.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyleFactory>
#include <QTabBar>
#include <QToolButton>

namespace countersign::theme {

namespace {

constexpr char variantProperty[] = "countersignVariant";
constexpr char compactProperty[] = "countersignCompact";
constexpr char switchProperty[] = "countersignSwitch";
constexpr char segmentProperty[] = "countersignSegment";
constexpr char errorProperty[] = "countersignError";

void relayout(QWidget *widget)
{
    widget->updateGeometry();
    widget->update();
}

bool isSwitch(const QWidget *widget) { return widget && widget->property(switchProperty).toBool(); }

// Controls that get the ring outside their outline; rows, cells and inputs draw their focus inside.
bool takesRing(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) ||
           (qobject_cast<const QComboBox *>(widget) && !static_cast<const QComboBox *>(widget)->isEditable());
}

/// The ring around the focused control: painted above it, moved by QFocusFrame.
class FocusRing : public QFocusFrame
{
public:
    using QFocusFrame::QFocusFrame;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), {}, color(Token::Accent), 6, 2);
    }
};

} // namespace

void setVariant(QWidget *button, ButtonVariant variant)
{
    button->setProperty(variantProperty, static_cast<int>(variant));
    relayout(button);
}

ButtonVariant variant(const QWidget *button)
{
    return button ? static_cast<ButtonVariant>(button->property(variantProperty).toInt())
                  : ButtonVariant::Default;
}

void setCompact(QWidget *control, bool compact)
{
    control->setProperty(compactProperty, compact);
    control->setFont(font(compact ? TextStyle::Small : TextStyle::Body));
    relayout(control);
}

bool isCompact(const QWidget *control) { return control && control->property(compactProperty).toBool(); }

void setSwitch(QCheckBox *box)
{
    box->setProperty(switchProperty, true);
    relayout(box);
}

void setSegment(QWidget *button, Segment segment)
{
    button->setProperty(segmentProperty, static_cast<int>(segment));
    relayout(button);
}

void setInputError(QWidget *input, bool wrong)
{
    input->setProperty(errorProperty, wrong);
    input->update();
}

CountersignStyle::CountersignStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("countersign"));
}

void CountersignStyle::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    connect(application, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { moveFocusRing(now); });
}

void CountersignStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QTabBar *>(widget) ||
        qobject_cast<QLineEdit *>(widget) || widget->inherits("QScrollBar"))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        if (header->orientation() == Qt::Horizontal)
            header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        else
            // Otherwise the margin of a label that is not there makes rows taller.
            header->setMinimumSectionSize(16);
    }
    if (auto *menu = qobject_cast<QMenu *>(widget))
        menu->setAttribute(Qt::WA_TranslucentBackground, false);
}

void CountersignStyle::polish(QPalette &palette) { palette = Theme::instance().palette(); }

void CountersignStyle::moveFocusRing(QWidget *now)
{
    const bool wanted = now && takesRing(now) && now->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (!wanted) {
        if (m_ring)
            m_ring->setWidget(nullptr);
        return;
    }
    if (!m_ring)
        m_ring = new FocusRing(now->window());
    m_ring->setWidget(now);
}

void CountersignStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                     const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        // Buttons have the ring; rows and cells an inner frame.
        if (!takesRing(widget) && (option->state & State_KeyboardFocusChange))
            paintBox(*painter, option->rect, {}, color(Token::Accent), 2, 2);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            element == PE_PanelLineEdit && frame && frame->lineWidth > 0)
            paintInput(*painter, *option, widget);
        return;
    case PE_IndicatorCheckBox:
        if (isSwitch(widget))
            paintSwitch(*painter, option->rect, option->state);
        else
            paintCheck(*painter, option->rect, option->state);
        return;
    case PE_IndicatorItemViewItemCheck:
        paintCheck(*painter, option->rect, option->state);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(*painter, option->rect, option->state);
        return;
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            paintPushButton(*painter, *button, widget);
        return;
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item && (item->features & QStyleOptionViewItem::Alternate))
            painter->fillRect(item->rect, color(Token::AltBase));
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            paintRow(*painter, *item);
        return;
    case PE_IndicatorBranch: {
        if (!(option->state & State_Children))
            return;
        const QRect rect(option->rect.center().x() - 5, option->rect.center().y() - 5, 12, 12);
        drawIcon(*painter, rect,
                 option->state & State_Open             ? QStringLiteral("chevron-down")
                 : option->direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                        : QStringLiteral("chevron-right"),
                 color(Token::Muted));
        return;
    }
    case PE_IndicatorHeaderArrow:
        // Stands beside the text, drawn with it.
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const char *name = element == PE_IndicatorArrowDown   ? "chevron-down"
                           : element == PE_IndicatorArrowUp   ? "chevron-up"
                           : element == PE_IndicatorArrowLeft ? "chevron-left"
                                                              : "chevron-right";
        QRect rect(0, 0, 12, 12);
        rect.moveCenter(option->rect.center());
        drawIcon(*painter, rect, QLatin1StringView(name),
                 color(option->state & State_Enabled ? Token::Muted : Token::Disabled));
        return;
    }
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, color(Token::Base));
        paintBox(*painter, option->rect, {}, color(Token::BorderControl), 0);
        return;
    case PE_PanelTipLabel:
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, color(Token::Base));
        paintBox(*painter, option->rect, {}, color(Token::BorderControl), 0);
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameDockWidget:
        return;
    case PE_Frame:
    case PE_FrameWindow: {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        const bool focused =
            area && (option->state & State_HasFocus) && !qobject_cast<const QAbstractItemView *>(area);
        const bool wrong = widget && widget->property(errorProperty).toBool();
        const Token outline = wrong     ? Token::DangerMark
                              : focused ? Token::Accent
                              : area    ? Token::BorderControl
                                        : Token::Border;
        paintBox(*painter, option->rect, {}, color(outline), 4, focused ? 2 : 1);
        return;
    }
    case PE_FrameGroupBox:
        paintBox(*painter, option->rect, {}, color(Token::Border), 6);
        return;
    case PE_PanelToolBar:
        painter->fillRect(option->rect, color(Token::Toolbar));
        return;
    case PE_IndicatorToolBarSeparator: {
        const QRect rect = option->rect;
        const QPoint center = rect.center();
        if (option->state & State_Horizontal)
            painter->fillRect(center.x(), center.y() - 8, 1, 16, color(Token::BorderButton));
        else
            painter->fillRect(center.x() - 8, center.y(), 16, 1, color(Token::BorderButton));
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CountersignStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            paintPushButton(*painter, *button, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            paintPushButtonLabel(*painter, *button, widget, *this);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            paintMenuItem(*painter, *item, widget);
        return;
    case CE_MenuEmptyArea:
        painter->fillRect(option->rect, color(Token::Base));
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, color(Token::Toolbar));
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, color(Token::Toolbar));
        painter->fillRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1,
                          color(Token::Border));
        return;
    case CE_TabBarTabShape:
    case CE_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paintTab(*painter, *tab);
        return;
    case CE_TabBarTabLabel:
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paintHeaderSection(*painter, *header);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paintHeaderLabel(*painter, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::AltBase));
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            paintProgress(*painter, *bar);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, color(Token::Border));
        return;
    case CE_FocusFrame:
        return;
    case CE_RubberBand:
        paintBox(*painter, option->rect, color(Token::AccentSoft), color(Token::AccentLine), 0);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void CountersignStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                          QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            paintComboBox(*painter, *combo, widget, *this);
        return;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            paintSpinBox(*painter, *spin, widget, *this);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            paintScrollBar(*painter, *bar, widget, *this);
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            paintToolButton(*painter, *button, widget, *this);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect CountersignStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return QProxyStyle::subControlRect(control, option, subControl, widget);
        // No arrow buttons: the groove is the whole bar.
        const QRect rect = bar->rect;
        const bool horizontal = bar->orientation == Qt::Horizontal;
        const int length = horizontal ? rect.width() : rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int thumb = length;
        if (range > 0)
            thumb = qBound(qMin(28, length), int(qint64(length) * bar->pageStep / (range + bar->pageStep)),
                           length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - thumb, bar->upsideDown);
        const auto part = [&](int from, int size) {
            return horizontal ? QRect(rect.x() + from, rect.y(), size, rect.height())
                              : QRect(rect.x(), rect.y() + from, rect.width(), size);
        };
        switch (subControl) {
        case SC_ScrollBarGroove:
            return rect;
        case SC_ScrollBarSlider:
            return part(start, thumb);
        case SC_ScrollBarSubPage:
            return part(0, start);
        case SC_ScrollBarAddPage:
            return part(start + thumb, length - start - thumb);
        default:
            return {};
        }
    }
    if (control == CC_ToolButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (button && hasSplitArrow(*button)) {
            QRect main = button->rect;
            QRect arrow = button->rect;
            main.setWidth(qMax(0, main.width() - 24));
            arrow.setLeft(arrow.right() - 23);
            return visualRect(button->direction, button->rect,
                              subControl == SC_ToolButtonMenu ? arrow : main);
        }
        return option->rect;
    }
    if (control == CC_ComboBox) {
        const int arrow = 22;
        QRect rect = option->rect;
        if (subControl == SC_ComboBoxArrow)
            rect.setLeft(rect.right() - arrow + 1);
        else if (subControl == SC_ComboBoxEditField)
            rect.adjust(isCompact(widget) ? 7 : 9, 1, -arrow, -1);
        else if (subControl == SC_ComboBoxListBoxPopup)
            return rect;
        return visualRect(option->direction, option->rect, rect);
    }
    if (control == CC_SpinBox) {
        const QRect all = option->rect;
        QRect rect = all;
        const int half = (all.height() - 2) / 2;
        if (subControl == SC_SpinBoxUp)
            rect = QRect(all.right() - 20, all.y() + 1, 20, half);
        else if (subControl == SC_SpinBoxDown)
            rect = QRect(all.right() - 20, all.y() + 1 + half, 20, half);
        else if (subControl == SC_SpinBoxEditField)
            rect = all.adjusted(5, 2, -22, -2);
        return visualRect(option->direction, all, rect);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect CountersignStyle::subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth == 0 ? option->rect : option->rect.adjusted(6, 1, -6, -1);
    }
    case SE_PushButtonContents: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int pad = button && button->text.isEmpty() ? 0 : isCompact(widget) ? 8 : 12;
        return option->rect.adjusted(pad, 0, -pad, 0);
    }
    case SE_ProgressBarContents:
    case SE_ProgressBarGroove:
        return option->rect;
    case SE_ItemViewItemFocusRect:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize CountersignStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const
{
    // Heights are minimums: larger text makes the control taller.
    const bool compact = isCompact(widget);
    const int textHeight = option ? option->fontMetrics.height() : contents.height();
    const int height = qMax(compact ? 24 : 28, textHeight + (compact ? 6 : 8));
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        int width = 0;
        if (!button->text.isEmpty()) {
            QFont strong = widget ? widget->font() : font(TextStyle::Body);
            if (variant(widget) == ButtonVariant::Primary)
                strong.setWeight(QFont::DemiBold);
            width = QFontMetrics(strong).size(Qt::TextShowMnemonic, button->text).width();
        }
        if (!button->icon.isNull())
            width += button->iconSize.width() + (button->text.isEmpty() ? 0 : 8);
        if (button->features & QStyleOptionButton::HasMenu)
            width += 20;
        const int pad = compact ? 8 : 12;
        return QSize(qMax(button->text.isEmpty() ? height : 0, width + 2 * pad), height);
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button)
            break;
        const bool segment = widget && widget->property(segmentProperty).toInt() != 0;
        const bool showsText = !button->text.isEmpty() && button->toolButtonStyle != Qt::ToolButtonIconOnly;
        const bool showsIcon = !button->icon.isNull() && button->toolButtonStyle != Qt::ToolButtonTextOnly;
        int width = 0;
        if (showsText) {
            QFont strong = widget ? widget->font() : font(TextStyle::Body);
            strong.setWeight(QFont::DemiBold);
            width = QFontMetrics(strong).size(Qt::TextShowMnemonic, button->text).width();
        }
        if (showsIcon)
            width += button->iconSize.width() + (showsText ? 6 : 0);
        const int pad = segment || compact ? 8 : showsText ? 12 : 6;
        width += 2 * pad;
        if (hasSplitArrow(*button))
            width += 24;
        else if ((button->features & QStyleOptionToolButton::HasMenu) && showsText)
            width += 18;
        const int minimum = segment ? qMax(24, textHeight + 6) : height;
        return QSize(qMax(minimum, width), minimum);
    }
    case CT_ComboBox:
        return QSize(contents.width() + (compact ? 7 : 9) + 26, height);
    case CT_LineEdit:
        return QSize(contents.width() + 12, height);
    case CT_SpinBox:
        return QSize(contents.width() + 30, height);
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item);
        break;
    case CT_TabBarTab:
        return QSize(contents.width(), qMax(34, textHeight + 14));
    case CT_HeaderSection: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const int text = header ? header->fontMetrics.horizontalAdvance(header->text) : contents.width();
        return QSize(text + 36, qMax(26, textHeight + 8));
    }
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return QSize(size.width(), qMax(size.height(), qMax(26, textHeight + 8)));
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return QSize(size.width(), qMax(24, size.height()));
    }
    case CT_ProgressBar:
        return QSize(contents.width(), 4);
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int CountersignStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
        return isSwitch(widget) ? 28 : 14;
    case PM_IndicatorHeight:
        return isSwitch(widget) ? 16 : 14;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 14;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return 16;
    case PM_MessageBoxIconSize:
        return 32;
    case PM_ButtonMargin:
        return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuHMargin:
        return 0;
    case PM_SubMenuOverlap:
        return -2;
    case PM_ToolTipLabelFrameWidth:
        return 5;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea *>(widget) || qobject_cast<const QLineEdit *>(widget)
                   ? 1
                   : 1;
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth:
        return 1;
    case PM_FocusFrameHMargin:
        // Views take this as the room beside the text of a cell.
        return qobject_cast<const QAbstractItemView *>(widget) ? 7 : 3;
    case PM_FocusFrameVMargin:
        return 3;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ToolBarItemMargin:
        return 0;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarSeparatorExtent:
        return 9;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_TabBarBaseOverlap:
    case PM_TabBarBaseHeight:
        return 0;
    case PM_HeaderMargin:
        return 8;
    case PM_HeaderMarkSize:
        return 10;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_TreeViewIndentation:
        return 16;
    case PM_TextCursorWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CountersignStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ToolTip_FallAsleepDelay:
        return 200;
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_FormLayoutFieldGrowthPolicy:
        return 2;
    case SH_FormLayoutFormAlignment:
        return Qt::AlignLeft | Qt::AlignTop;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ItemView_MovementWithoutUpdatingSelection:
        return 1;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ComboBox_UseNativePopup:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_UnderlineShortcut:
        return 1;
    case SH_Menu_MouseTracking:
    case SH_Menu_SloppySubMenus:
        return 1;
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_MessageBox_TextInteractionFlags:
        return Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon CountersignStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                                     const QWidget *widget) const
{
    const Theme &theme = Theme::instance();
    switch (pixmap) {
    case SP_LineEditClearButton:
        return theme.icon(QStringLiteral("cross"), Token::Muted);
    case SP_MessageBoxWarning:
        return theme.icon(QStringLiteral("state-warning"), Token::WarningText);
    case SP_MessageBoxCritical:
        return theme.icon(QStringLiteral("state-danger"), Token::DangerText);
    case SP_MessageBoxInformation:
        return theme.icon(QStringLiteral("state-info"), Token::ChangedText);
    case SP_TitleBarCloseButton:
        return theme.icon(QStringLiteral("cross"));
    case SP_ToolBarHorizontalExtensionButton:
        return theme.icon(QStringLiteral("more"));
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace countersign::theme
