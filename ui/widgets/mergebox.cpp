// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/mergebox.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

namespace {

/// Narrower, and the actions go below the conditions.
constexpr int sideBySide = 680;

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
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_actions(new QHBoxLayout)
    , m_options(new QVBoxLayout)
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
    m_body->setContentsMargins(12, 8, 12, 10);
    m_body->setSpacing(12);
    m_conditions->setSpacing(2);
    m_conditions->addStretch(1);
    m_body->addLayout(m_conditions, 1);
    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    m_actions->setSpacing(8);
    m_actions->setAlignment(Qt::AlignTrailing);
    m_options->setSpacing(6);
    side->addLayout(m_actions);
    side->addLayout(m_options);
    side->addStretch(1);
    m_body->addLayout(side);
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
    // The last item is the stretch.
    while (m_conditions->count() > 1) {
        QLayoutItem *item = m_conditions->takeAt(0);
        if (QWidget *line = item->widget()) {
            // A link of the line may be what asked for this.
            line->hide();
            line->deleteLater();
        }
        delete item;
    }
}

void MergeBox::addCondition(const Condition &condition)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    line->setMinimumHeight(qMax(24, fontMetrics().height() + 6));
    const Look look = lookOf(m_kind);
    row->addWidget(
        new IconLabel(condition.icon, condition.satisfied ? Token::ApprovalText : look.ink, 16, line));
    auto *words = new QHBoxLayout;
    words->setSpacing(4);
    words->addWidget(new StyledLabel(condition.text.trimmed(), TextStyle::Body, Token::Text, line));
    if (!condition.strong.isEmpty()) {
        auto *strong = new ElidedLabel(condition.strong, Qt::ElideRight, line);
        strong->setFont(theme::font(TextStyle::BodyStrong));
        strong->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        words->addWidget(strong);
    }
    if (condition.subject)
        words->addWidget(condition.subject);
    row->addLayout(words);
    if (condition.action)
        row->addWidget(condition.action);
    if (!condition.who.isEmpty()) {
        auto *who = new ElidedLabel(condition.who, Qt::ElideRight, line);
        QPalette muted = theme::Theme::instance().palette();
        muted.setColor(QPalette::WindowText, theme::color(Token::Muted));
        who->setPalette(muted);
        who->setFont(theme::font(TextStyle::Small));
        row->addWidget(who, 1);
    } else {
        row->addStretch(1);
    }
    line->setAccessibleName(condition.text + condition.strong);
    m_conditions->insertWidget(m_conditions->count() - 1, line);
}

void MergeBox::setFlush(bool flush)
{
    m_flush = flush;
    if (flush)
        layout()->setContentsMargins(0, 1, 0, 0);
    update();
}

QSize MergeBox::minimumSizeHint() const
{
    const QSize size = QFrame::minimumSizeHint();
    return QSize(qMin(size.width(), 400), size.height());
}

void MergeBox::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool narrow = width() < sideBySide;
    m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void MergeBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Look look = lookOf(m_kind);
    const QRect head = m_header->geometry();
    if (m_flush) {
        painter.fillRect(rect(), theme::color(Token::Base));
        painter.fillRect(head, theme::color(look.fill));
        painter.fillRect(0, 0, width(), 1, theme::color(look.outline));
        painter.fillRect(0, head.bottom(), width(), 1, theme::color(look.outline));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
    painter.fillPath(outline, theme::color(Token::Base));
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(head.adjusted(-1, -1, 1, 0), theme::color(look.fill));
    painter.fillRect(0, head.bottom(), width(), 1, theme::color(look.outline));
    painter.restore();
    painter.setPen(theme::color(look.outline));
    painter.drawPath(outline);
}

} // namespace countersign::ui
