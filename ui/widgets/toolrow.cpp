// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/toolrow.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace countersign::ui {

using theme::Token;

ToolRow::ToolRow(QWidget *parent)
    : QWidget(parent)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
    , m_more(new QToolButton(this))
{
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 5);
    row->setSpacing(8);
    m_left->setSpacing(8);
    m_right->setSpacing(4);
    row->addLayout(m_left, 1);
    row->addWidget(m_more);
    row->addLayout(m_right);
    m_more->setAutoRaise(true);
    m_more->setIcon(theme::Theme::instance().icon(QStringLiteral("more")));
    m_more->setToolTip(tr("More options"));
    m_more->setAccessibleName(tr("More options"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    connect(m_more->menu(), &QMenu::aboutToShow, this, &ToolRow::fillMenu);
    m_more->hide();
    m_left->addStretch(1);
}

void ToolRow::addOption(QWidget *widget, bool stretches)
{
    Option option{widget, stretches};
    if (auto *button = qobject_cast<QToolButton *>(widget))
        option.style = button->toolButtonStyle();
    m_options.append(option);
    // A stretching option takes the room; otherwise the room stays free at the end.
    m_left->insertWidget(m_left->count() - 1, widget, stretches ? 1 : 0);
    if (stretches)
        m_left->setStretch(m_left->count() - 1, 0);
    fold();
}

void ToolRow::addSpacing() { m_left->insertSpacing(m_left->count() - 1, 8); }

void ToolRow::addTrailing(QWidget *widget)
{
    m_right->addWidget(widget);
    fold();
}

QToolButton *ToolRow::toolButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(theme::Theme::instance().icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QSize ToolRow::minimumSizeHint() const
{
    const int height = qMax(40, fontMetrics().height() + 20);
    return QSize(m_right->minimumSize().width() + 60, height);
}

void ToolRow::fold()
{
    if (m_folding)
        return;
    m_folding = true;
    const int room = width() - 16 - (m_right->count() ? m_right->sizeHint().width() + 8 : 0);
    const auto widthOf = [this] {
        int sum = 0;
        for (const Option &option : std::as_const(m_options)) {
            if (!option.folded && !option.widget->isHidden())
                sum += (option.stretches ? qMax(120, option.widget->minimumSizeHint().width())
                                         : option.widget->sizeHint().width()) +
                       8;
        }
        return sum;
    };
    for (Option &option : m_options) {
        if (option.folded) {
            option.folded = false;
            option.widget->show();
        }
        if (auto *button = qobject_cast<QToolButton *>(option.widget))
            button->setToolButtonStyle(option.style);
    }
    for (qsizetype i = m_options.size() - 1; i >= 0 && widthOf() > room; --i) {
        auto *button = qobject_cast<QToolButton *>(m_options[i].widget);
        if (button && !button->icon().isNull() && m_options[i].style == Qt::ToolButtonTextBesideIcon)
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    bool folded = false;
    for (qsizetype i = m_options.size() - 1; i > 0 && widthOf() > room - 36; --i) {
        if (m_options[i].stretches || m_options[i].widget->isHidden() ||
            widthOf() <= room - (folded ? 36 : 0))
            continue;
        m_options[i].folded = true;
        m_options[i].widget->hide();
        folded = true;
    }
    m_more->setVisible(folded);
    m_folding = false;
}

void ToolRow::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    for (const Option &option : std::as_const(m_options)) {
        if (!option.folded)
            continue;
        auto *button = qobject_cast<QAbstractButton *>(option.widget);
        const QString name = option.widget->accessibleName().isEmpty() && button
                                 ? button->text()
                                 : option.widget->accessibleName();
        auto *tool = qobject_cast<QToolButton *>(option.widget);
        if (tool && tool->menu()) {
            QAction *action = menu->addMenu(tool->menu());
            action->setText(name);
        } else if (button) {
            QAction *action = menu->addAction(button->icon(), name);
            action->setCheckable(button->isCheckable());
            action->setChecked(button->isChecked());
            action->setEnabled(button->isEnabled());
            connect(action, &QAction::triggered, button, &QAbstractButton::click);
        } else {
            QWidget *widget = option.widget;
            menu->addAction(name.isEmpty() ? tr("Option") : name, this, [this, widget] {
                // Shown in place of the others until focus leaves it.
                widget->show();
                widget->setFocus(Qt::PopupFocusReason);
            });
        }
    }
}

void ToolRow::resizeEvent(QResizeEvent *) { fold(); }

bool ToolRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && !m_folding) {
        const bool handled = QWidget::event(event);
        fold();
        return handled;
    }
    return QWidget::event(event);
}

void ToolRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(Token::Border));
}

} // namespace countersign::ui
