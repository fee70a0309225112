// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/timelinecard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/relativetime.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

class CardFrame : public QFrame
{
public:
    using QFrame::QFrame;
    int headHeight = 32;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Token::Base));
        painter.drawRoundedRect(frame, 6, 6);
        painter.save();
        painter.setClipRect(0, 0, width(), headHeight);
        painter.setBrush(theme::color(Token::AltBase));
        painter.drawRoundedRect(frame, 6, 6);
        painter.restore();
        painter.setPen(theme::color(Token::Border));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame, 6, 6);
        painter.drawLine(1, headHeight, width() - 2, headHeight);
    }
};

} // namespace

TimelineCard::TimelineCard(const ui::PersonInfo &author, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(8);
    auto *avatar = new ui::Avatar(28, this);
    avatar->setPerson(author);
    row->addWidget(avatar, 0, Qt::AlignTop);
    auto *frame = new CardFrame(this);
    row->addWidget(frame, 1);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *head = new QWidget(frame);
    m_head = new QHBoxLayout(head);
    m_head->setContentsMargins(11, 0, 4, 0);
    m_head->setSpacing(8);
    m_head->addWidget(new ui::StyledLabel(author.name, TextStyle::BodyStrong, Token::Text, head));
    m_head->addStretch(1);
    frame->headHeight = std::max(32, head->fontMetrics().height() + 12);
    head->setFixedHeight(frame->headHeight - 1);
    column->addWidget(head);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(12, 9, 12, 10);
    m_body->setSpacing(8);
    column->addLayout(m_body);
}

void TimelineCard::addChip(const ui::ChipContent &chip)
{
    m_head->insertWidget(m_head->count() - 1, new ui::Chip(chip, this));
}

void TimelineCard::setTime(const QString &words, qint64 ms)
{
    auto *label = new ui::StyledLabel(words, TextStyle::Body, Token::Muted, this);
    label->setToolTip(ui::fullTime(ms));
    m_head->insertWidget(m_head->count() - 1, label);
}

QMenu *TimelineCard::menu()
{
    if (m_menu)
        return m_menu;
    auto *more = new QToolButton(this);
    more->setAutoRaise(true);
    more->setIcon(theme::Theme::instance().icon(QStringLiteral("more")));
    more->setAccessibleName(tr("Actions"));
    more->setToolTip(tr("More"));
    more->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(more);
    more->setMenu(m_menu);
    m_head->addWidget(more);
    return m_menu;
}

TimelineEvent::TimelineEvent(const QString &icon, int token, const ui::PersonInfo &actor, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(6, 0, 0, 0);
    m_row->setSpacing(5);
    m_row->addWidget(new ui::IconLabel(icon, static_cast<Token>(token), 16, this));
    m_row->addSpacing(10);
    auto *avatar = new ui::Avatar(16, this);
    avatar->setPerson(actor);
    m_row->addWidget(avatar);
    m_row->addWidget(new ui::StyledLabel(actor.firstName(), TextStyle::BodyStrong, Token::Text, this));
    m_row->addStretch(1);
    setMinimumHeight(std::max(30, fontMetrics().height() + 10));
}

void TimelineEvent::addText(const QString &text, bool muted)
{
    m_row->insertWidget(m_row->count() - 1,
                        new ui::StyledLabel(text, TextStyle::Body, muted ? Token::Muted : Token::Text, this));
}

void TimelineEvent::addWidget(QWidget *widget) { m_row->insertWidget(m_row->count() - 1, widget); }

void TimelineEvent::setTime(qint64 ms)
{
    auto *label = new ui::StyledLabel(ui::relativeTime(ms), TextStyle::Body, Token::Muted, this);
    label->setToolTip(ui::fullTime(ms));
    m_row->addWidget(label);
}

} // namespace countersign::reviewui
