// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/panel.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QVBoxLayout>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

Panel::Panel(const QString &title, QWidget *parent, bool flush)
    : QFrame(parent)
    , m_header(new QWidget(this))
    , m_twisty(new QToolButton(m_header))
    , m_title(new StyledLabel(title, TextStyle::BodyStrong, Token::Text, m_header))
    , m_meta(new StyledLabel({}, TextStyle::Body, Token::Muted, m_header))
    , m_row(new QHBoxLayout(m_header))
    , m_content(new QWidget(this))
    , m_body(new QVBoxLayout(m_content))
    , m_flush(flush)
{
    auto *column = new QVBoxLayout(this);
    const int edge = flush ? 0 : 1;
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(0);
    m_header->setMinimumHeight(32);
    m_row->setContentsMargins(12, 0, 4, 0);
    m_row->setSpacing(8);
    m_twisty->setAutoRaise(true);
    m_twisty->setFixedSize(20, 24);
    m_twisty->setIconSize(QSize(12, 12));
    m_twisty->hide();
    m_row->addWidget(m_twisty);
    m_row->addWidget(m_title);
    m_row->addWidget(m_meta);
    m_row->addStretch(1);
    m_meta->hide();
    m_body->setContentsMargins(12, 8, 12, 12);
    m_body->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_content, 1);
    setTitle(title);
    connect(m_twisty, &QToolButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
}

void Panel::setTitle(const QString &title, const QString &meta)
{
    m_title->setText(title);
    m_meta->setText(meta);
    m_meta->setVisible(!meta.isEmpty());
    setAccessibleName(title);
    setCollapsed(m_collapsed);
}

void Panel::setCollapsible(bool collapsible)
{
    m_twisty->setVisible(collapsible);
    if (!collapsible)
        setCollapsed(false);
    m_row->setContentsMargins(collapsible ? 6 : 12, 0, 4, 0);
}

void Panel::setCollapsed(bool collapsed)
{
    const bool changed = m_collapsed != collapsed;
    m_collapsed = collapsed;
    m_content->setVisible(!collapsed);
    m_twisty->setIcon(theme::Theme::instance().icon(
        collapsed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), Token::Muted));
    m_twisty->setAccessibleName(collapsed ? tr("Show %1").arg(m_title->text())
                                          : tr("Hide %1").arg(m_title->text()));
    update();
    if (changed)
        Q_EMIT collapsedChanged(collapsed);
}

void Panel::addHeaderWidget(QWidget *widget) { m_row->addWidget(widget); }

QToolButton *Panel::addHeaderAction(const QString &icon, const QString &name)
{
    auto *button = new QToolButton(m_header);
    button->setAutoRaise(true);
    button->setIcon(theme::Theme::instance().icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    m_row->addWidget(button);
    return button;
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect head(m_header->geometry());
    if (m_flush) {
        painter.fillRect(rect(), theme::color(Token::Base));
        painter.fillRect(head, theme::color(Token::AltBase));
        painter.fillRect(0, head.bottom(), width(), 1, theme::color(Token::Border));
        return;
    }
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
    painter.fillPath(outline, theme::color(Token::Base));
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(head.adjusted(-1, -1, 1, 0), theme::color(Token::AltBase));
    if (!m_collapsed)
        painter.fillRect(0, head.bottom(), width(), 1, theme::color(Token::Border));
    painter.restore();
    painter.setPen(theme::color(Token::Border));
    painter.drawPath(outline);
}

} // namespace countersign::ui
