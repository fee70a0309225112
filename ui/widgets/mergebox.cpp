// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/mergebox.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

namespace {

struct Look
{
    Token fill;
    Token outline;
    Token ink;
    const char *icon;
};

Look lookOf(MergeBoxKind kind)
{
    switch (kind) {
    case MergeBoxKind::Ready:
        return {Token::ApprovalBg, Token::ApprovalLine, Token::ApprovalText, "state-ready"};
    case MergeBoxKind::Missing:
        return {Token::WarningBg, Token::WarningLine, Token::WarningText, "state-waiting"};
    case MergeBoxKind::Conflicts:
        return {Token::DangerBg, Token::DangerLine, Token::DangerText, "state-danger"};
    case MergeBoxKind::Merging:
        return {Token::ChangedBg, Token::ChangedLine, Token::ChangedText, "state-info"};
    case MergeBoxKind::Merged:
        return {Token::ApprovalBg, Token::ApprovalLine, Token::ApprovalText, "pull-request-merged"};
    case MergeBoxKind::Closed:
        break;
    }
    return {Token::AltBase, Token::Border, Token::Muted, "cross"};
}

} // namespace

MergeBox::MergeBox(QWidget *parent)
    : QFrame(parent)
    , m_header(new QWidget(this))
    , m_icon(new IconLabel({}, Token::Text, 16, m_header))
    , m_title(new StyledLabel({}, TextStyle::BodyStrong, Token::Text, m_header))
    , m_meta(new StyledLabel({}, TextStyle::Body, Token::Muted, m_header))
    , m_row(new QHBoxLayout(m_header))
    , m_conditions(new QVBoxLayout)
    , m_body(new QVBoxLayout)
    , m_actions(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_header->setMinimumHeight(34);
    m_row->setContentsMargins(12, 0, 12, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_title);
    m_row->addWidget(m_meta);
    m_row->addStretch(1);
    column->addWidget(m_header);
    m_body->setContentsMargins(12, 8, 12, 12);
    m_body->setSpacing(8);
    m_conditions->setSpacing(4);
    m_body->addLayout(m_conditions);
    m_actions->setSpacing(8);
    m_body->addLayout(m_actions);
    column->addLayout(m_body);
}

void MergeBox::setState(MergeBoxKind kind, const QString &title, const QString &meta)
{
    m_kind = kind;
    m_icon->setIcon(QLatin1StringView(lookOf(kind).icon), lookOf(kind).ink);
    m_title->setText(title);
    m_meta->setText(meta);
    setAccessibleName(meta.isEmpty() ? title : title + QStringLiteral(", ") + meta);
    update();
}

void MergeBox::addHeaderWidget(QWidget *widget) { m_row->addWidget(widget); }

void MergeBox::clearConditions()
{
    while (QLayoutItem *item = m_conditions->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void MergeBox::addCondition(const QString &icon, bool satisfied, const QString &text, QWidget *trailing)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    line->setMinimumHeight(24);
    const Look look = lookOf(m_kind);
    row->addWidget(new IconLabel(icon, satisfied ? Token::ApprovalText : look.ink, 16, line));
    auto *label = new StyledLabel(text, TextStyle::Body, Token::Text, line);
    label->setWordWrap(true);
    row->addWidget(label, trailing ? 0 : 1);
    if (trailing) {
        row->addWidget(trailing);
        row->addStretch(1);
    }
    m_conditions->addWidget(line);
}

void MergeBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look look = lookOf(m_kind);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
    painter.fillPath(outline, theme::color(Token::Base));
    painter.save();
    painter.setClipPath(outline);
    const QRect head = m_header->geometry();
    painter.fillRect(head.adjusted(-1, -1, 1, 0), theme::color(look.fill));
    painter.fillRect(0, head.bottom(), width(), 1, theme::color(look.outline));
    painter.restore();
    painter.setPen(theme::color(look.outline));
    painter.drawPath(outline);
}

} // namespace countersign::ui
