// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/segmentedcontrol.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace countersign::ui {

namespace {
constexpr char idProperty[] = "segmentId";
}

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { Q_EMIT chosen(button->property(idProperty).toString()); });
}

void SegmentedControl::addSegment(const QString &id, const QString &text, const QString &icon, bool iconOnly)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setText(text);
    button->setAccessibleName(text);
    button->setFont(theme::font(theme::TextStyle::Small));
    button->setProperty(idProperty, id);
    if (!icon.isEmpty())
        button->setIcon(theme::Theme::instance().icon(icon));
    if (iconOnly)
        button->setToolTip(text);
    button->setToolButtonStyle(iconOnly         ? Qt::ToolButtonIconOnly
                               : icon.isEmpty() ? Qt::ToolButtonTextOnly
                                                : Qt::ToolButtonTextBesideIcon);
    m_group->addButton(button);
    layout()->addWidget(button);
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        theme::setSegment(buttons[i], buttons.size() == 1       ? theme::Segment::Only
                                      : i == 0                  ? theme::Segment::First
                                      : i == buttons.size() - 1 ? theme::Segment::Last
                                                                : theme::Segment::Middle);
    }
    if (buttons.size() == 1)
        button->setChecked(true);
}

void SegmentedControl::setSegmentText(const QString &id, const QString &text)
{
    for (QAbstractButton *button : m_group->buttons()) {
        if (button->property(idProperty).toString() == id) {
            button->setText(text);
            button->setAccessibleName(text);
        }
    }
}

void SegmentedControl::setCurrent(const QString &id)
{
    for (QAbstractButton *button : m_group->buttons()) {
        if (button->property(idProperty).toString() == id)
            button->setChecked(true);
    }
}

QString SegmentedControl::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->property(idProperty).toString() : QString();
}

} // namespace countersign::ui
