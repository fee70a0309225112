// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/pageheader.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSet>
#include <QToolButton>

#include <algorithm>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

namespace {

constexpr int narrowestTitle = 120;
/// What the title gets before anything else beside it stays.
constexpr int readableTitle = 300;

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

void PageHeader::setState(const ChipContent &state)
{
    m_state->setContent(state);
    m_state->setMinimumWidth(m_state->sizeHint().width());
}

void PageHeader::setTitle(const QString &title, const QString &number)
{
    m_title->setText(title);
    m_title->setMinimumWidth(qMin(m_title->sizeHint().width(), narrowestTitle));
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

// A widget that its page hides must stay hidden when the header has room again, so folding hides what is
// around it.
QWidget *PageHeader::hold(QWidget *widget, int fold)
{
    if (fold <= 0)
        return widget;
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(widget);
    m_foldable.append({holder, widget, fold});
    return holder;
}

void PageHeader::addMetaWidget(QWidget *widget, int fold) { m_metaRow->addWidget(hold(widget, fold)); }

void PageHeader::addAction(QWidget *button, int fold)
{
    m_actions->insertWidget(m_more ? m_actions->count() - 1 : m_actions->count(), hold(button, fold));
}

void PageHeader::foldToFit()
{
    const auto widthOf = [](const Foldable &item) { return item.holder->minimumSizeHint().width() + 8; };
    QList<Foldable> wanted;
    int needed = layout()->minimumSize().width() +
                 qMax(0, qMin(m_title->sizeHint().width(), readableTitle) - m_title->minimumWidth());
    for (const Foldable &item : std::as_const(m_foldable)) {
        if (!item.holder->isHidden())
            needed -= widthOf(item);
        if (!item.widget->isHidden()) {
            wanted.append(item);
            needed += widthOf(item);
        }
    }
    std::ranges::stable_sort(wanted, std::ranges::greater(), &Foldable::fold);
    QSet<QWidget *> shown;
    for (const Foldable &item : std::as_const(wanted)) {
        if (needed > width())
            needed -= widthOf(item);
        else
            shown.insert(item.holder);
    }
    // Only what changes is touched: each change asks for another layout, which comes back here.
    for (const Foldable &item : std::as_const(m_foldable)) {
        if (shown.contains(item.holder) == item.holder->isHidden())
            item.holder->setVisible(shown.contains(item.holder));
    }
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldToFit();
}

bool PageHeader::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest && !m_foldable.isEmpty())
        foldToFit();
    return handled;
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
