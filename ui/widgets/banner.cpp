// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/banner.h"

#include "ui/theme/style.h"
#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkbutton.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimerEvent>
#include <QToolButton>
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

Look lookOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Warning:
        return {Token::WarningBg, Token::WarningLine, Token::WarningText, "state-warning"};
    case BannerKind::Danger:
        return {Token::DangerBg, Token::DangerLine, Token::DangerText, "state-danger"};
    case BannerKind::Success:
        return {Token::ApprovalBg, Token::ApprovalLine, Token::ApprovalText, "state-passed"};
    case BannerKind::Info:
        break;
    }
    return {Token::ChangedBg, Token::ChangedLine, Token::ChangedText, "state-info"};
}

} // namespace

Banner::Banner(BannerKind kind, const QString &text, const QString &detail, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_text(new StyledLabel({}, TextStyle::Body, Token::Text, this))
    , m_detail(new StyledLabel({}, TextStyle::Body, Token::Muted, this))
    , m_countDown(new StyledLabel({}, TextStyle::Body, Token::Muted, this))
    , m_actions(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 8, 4);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const Look look = lookOf(kind);
    row->addWidget(new IconLabel(QLatin1StringView(look.icon), look.ink, 16, this));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_text);
    row->addWidget(m_detail, 1);
    row->addWidget(m_countDown);
    m_actions->setSpacing(4);
    row->addLayout(m_actions);
    column->addLayout(row);
    setMinimumHeight(36);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_countDown->hide();
    setText(text, detail);
}

void Banner::setText(const QString &text, const QString &detail)
{
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    auto *row = static_cast<QHBoxLayout *>(layout()->itemAt(0)->layout());
    row->setStretchFactor(m_text, detail.isEmpty() ? 1 : 0);
    setAccessibleName(detail.isEmpty() ? text : text + QStringLiteral(". ") + detail);
    QAccessibleEvent event(this,
                           m_kind == BannerKind::Danger ? QAccessible::Alert : QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void Banner::addAction(const QString &text, const std::function<void()> &action)
{
    auto *button = new QPushButton(text, this);
    theme::setCompact(button);
    m_actions->addWidget(button);
    if (!m_first)
        m_first = action;
    connect(button, &QPushButton::clicked, this, [this, action] {
        if (m_timer.isActive())
            close();
        action();
    });
}

void Banner::setOriginalWords(const QString &words)
{
    if (words.isEmpty() || m_words)
        return;
    auto *label = new StyledLabel(words, TextStyle::Code, Token::Text, this);
    label->setSelectable(true);
    label->setWordWrap(true);
    label->setContentsMargins(24, 0, 0, 4);
    label->hide();
    layout()->addWidget(label);
    m_words = label;
    auto *link = new LinkButton(tr("Details"), this);
    link->setCheckable(true);
    m_actions->insertWidget(0, link);
    connect(link, &QToolButton::toggled, label, &QWidget::setVisible);
}

void Banner::setDismissable()
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(theme::Theme::instance().icon(QStringLiteral("cross")));
    button->setToolTip(tr("Close"));
    button->setAccessibleName(tr("Close"));
    m_actions->addWidget(button);
    connect(button, &QToolButton::clicked, this, &Banner::close);
}

void Banner::closeAfter(int seconds)
{
    m_seconds = seconds;
    m_countDown->setText(tr("%1 s").arg(seconds));
    m_countDown->show();
    m_timer.start(1000, this);
}

bool Banner::runFirstAction()
{
    if (!m_first || m_closing)
        return false;
    close();
    m_first();
    return true;
}

void Banner::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_countDown->setText(tr("%1 s").arg(--m_seconds));
    if (m_seconds <= 0)
        close();
}

void Banner::close()
{
    if (m_closing)
        return;
    m_closing = true;
    m_timer.stop();
    hide();
    Q_EMIT closed();
    deleteLater();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Look look = lookOf(m_kind);
    theme::paintBox(painter, rect(), theme::color(look.fill), theme::color(look.outline), 4);
}

} // namespace countersign::ui
