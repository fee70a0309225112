// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/pageheader.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

namespace {

void restyle(ElidedLabel *label, TextStyle style, Token token)
{
    const auto apply = [label, style, token] {
        label->setFont(theme::font(style));
        QPalette colors = theme::Theme::instance().palette();
        colors.setColor(QPalette::WindowText, theme::color(token));
        label->setPalette(colors);
    };
    apply();
    QObject::connect(&theme::Theme::instance(), &theme::Theme::changed, label, apply);
}

} // namespace

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel({}, Token::Text, 22, this))
    , m_state(new Chip({}, this))
    , m_title(new ElidedLabel({}, Qt::ElideRight, this))
    , m_number(new StyledLabel({}, TextStyle::Title, Token::Muted, this))
    , m_meta(new ElidedLabel({}, Qt::ElideRight, this))
    , m_metaRow(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    setMinimumHeight(44);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_state);
    row->addWidget(m_title);
    row->addWidget(m_number);
    m_metaRow->setSpacing(8);
    row->addLayout(m_metaRow);
    row->addWidget(m_meta);
    row->addStretch(1);
    m_actions->setSpacing(8);
    row->addLayout(m_actions);
    restyle(m_title, TextStyle::Title, Token::Text);
    restyle(m_meta, TextStyle::Body, Token::Muted);
    // The title takes what it needs and no more, so that the meta stays beside it.
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_meta->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_icon->hide();
    m_meta->hide();
    m_number->hide();
}

void PageHeader::setIcon(const QString &icon)
{
    m_icon->setIcon(icon, Token::Text);
    m_icon->setVisible(!icon.isEmpty());
}

void PageHeader::setState(const ChipContent &state) { m_state->setContent(state); }

void PageHeader::setTitle(const QString &title, const QString &number)
{
    m_title->setText(title);
    m_title->updateGeometry();
    m_number->setText(number);
    m_number->setVisible(!number.isEmpty());
    setAccessibleName(number.isEmpty() ? title : title + QLatin1Char(' ') + number);
}

void PageHeader::setMeta(const QString &meta)
{
    m_meta->setText(meta);
    m_meta->updateGeometry();
    m_meta->setVisible(!meta.isEmpty());
}

void PageHeader::addMetaWidget(QWidget *widget) { m_metaRow->addWidget(widget); }

void PageHeader::addAction(QWidget *button)
{
    m_actions->insertWidget(m_more ? m_actions->count() - 1 : m_actions->count(), button);
}

QToolButton *PageHeader::moreButton()
{
    if (!m_more) {
        m_more = new QToolButton(this);
        m_more->setAutoRaise(true);
        m_more->setIcon(theme::Theme::instance().icon(QStringLiteral("more")));
        m_more->setToolTip(tr("More actions"));
        m_more->setAccessibleName(tr("More actions"));
        m_more->setPopupMode(QToolButton::InstantPopup);
        m_actions->addWidget(m_more);
    }
    return m_more;
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::Window));
}

} // namespace countersign::ui
