// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/emptystate.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel({}, Token::Muted, 32, this))
    , m_sentence(new StyledLabel({}, TextStyle::Head, Token::Text, this))
    , m_detail(new StyledLabel({}, TextStyle::Body, Token::Muted, this))
    , m_actions(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    for (QLabel *label : {m_sentence, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(8);
    m_actions->setSpacing(8);
    column->addLayout(m_actions);
    column->addStretch(3);
    clearActions();
}

EmptyState::EmptyState(const QString &icon, const QString &sentence, const QString &detail, QWidget *parent)
    : EmptyState(parent)
{
    setContent(icon, sentence, detail);
}

void EmptyState::setContent(const QString &icon, const QString &sentence, const QString &detail)
{
    m_icon->setIcon(icon, Token::Muted);
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(detail);
}

void EmptyState::addAction(const QString &text, const QString &icon, const std::function<void()> &action)
{
    auto *button = new QPushButton(text, this);
    // Between the two stretches.
    const int at = m_actions->count() - 1;
    if (at == 1)
        theme::setVariant(button, theme::ButtonVariant::Primary);
    if (!icon.isEmpty())
        button->setIcon(theme::Theme::instance().icon(icon));
    m_actions->insertWidget(at, button);
    connect(button, &QPushButton::clicked, this, action);
}

void EmptyState::clearActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_actions->addStretch();
    m_actions->addStretch();
}

} // namespace countersign::ui
