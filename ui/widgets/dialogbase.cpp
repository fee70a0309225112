// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/dialogbase.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busyring.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/labels.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWindow>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

DialogBase::DialogBase(const QString &title, const QString &verb, QWidget *parent)
    : QDialog(parent)
    , m_header(new QWidget(this))
    , m_body(new QWidget(this))
    , m_footer(new QWidget(this))
    , m_column(new QVBoxLayout(this))
    , m_content(new QVBoxLayout(m_body))
    , m_side(new QHBoxLayout)
    , m_submit(new QPushButton(verb, m_footer))
    , m_cancel(new QPushButton(tr("Cancel"), m_footer))
    , m_ring(new BusyRing(16, m_footer))
{
    setWindowTitle(title);
    // Its own header stands where the system's title bar would be.
    setWindowFlag(Qt::FramelessWindowHint);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(460);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);

    m_header->setMinimumHeight(36);
    auto *head = new QHBoxLayout(m_header);
    head->setContentsMargins(16, 0, 8, 0);
    head->addWidget(new StyledLabel(title, TextStyle::BodyStrong, Token::Text, m_header), 1);
    auto *close = new QToolButton(m_header);
    close->setAutoRaise(true);
    close->setIcon(theme::Theme::instance().icon(QStringLiteral("cross")));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QToolButton::clicked, this, &QDialog::reject);
    head->addWidget(close);

    m_content->setContentsMargins(16, 12, 16, 16);
    m_content->setSpacing(8);

    m_footer->setMinimumHeight(44);
    auto *foot = new QHBoxLayout(m_footer);
    foot->setContentsMargins(16, 8, 16, 8);
    foot->setSpacing(8);
    // Alone, it keeps the buttons at the right.
    m_side->addStretch(0);
    foot->addLayout(m_side, 1);
    foot->addWidget(m_ring);
    foot->addWidget(m_cancel);
    foot->addWidget(m_submit);
    m_ring->hide();
    theme::setVariant(m_submit, theme::ButtonVariant::Primary);
    m_submit->setDefault(true);
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &DialogBase::submitted);

    m_column->addWidget(m_header);
    m_column->addWidget(m_body, 1);
    m_column->addWidget(m_footer);
}

QFormLayout *DialogBase::form()
{
    if (!m_form) {
        m_form = new QFormLayout;
        m_form->setHorizontalSpacing(12);
        m_form->setVerticalSpacing(8);
        m_content->addLayout(m_form);
    }
    return m_form;
}

FieldError *DialogBase::addField(const QString &label, QWidget *field)
{
    auto *text = new QLabel(label, m_body);
    text->setMinimumWidth(104);
    text->setFixedHeight(qMax(28, fontMetrics().height() + 8));
    text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QWidget *taker = field->focusProxy() ? field->focusProxy() : field;
    text->setBuddy(taker);
    // Qt looks for the label of a field among its siblings only, and this one stands in a cell of its own.
    if (taker->accessibleName().isEmpty())
        taker->setAccessibleName(QString(label).remove(u'&'));
    auto *cell = new QWidget(m_body);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(field);
    auto *error = new FieldError(field, cell);
    column->addWidget(error);
    form()->addRow(text, cell);
    return error;
}

void DialogBase::setVariant(theme::ButtonVariant variant)
{
    theme::setVariant(m_submit, variant);
    if (variant == theme::ButtonVariant::Danger) {
        // What cannot be undone is never what Enter does.
        m_submit->setDefault(false);
        m_submit->setAutoDefault(false);
        m_cancel->setDefault(true);
    }
}

void DialogBase::setVerb(const QString &verb) { m_submit->setText(verb); }

void DialogBase::setSideWidget(QWidget *widget) { m_side->addWidget(widget, 1); }

void DialogBase::setConsequence(const QString &text)
{
    if (!m_consequence) {
        m_consequence = new StyledLabel({}, TextStyle::Small, Token::Muted, m_footer);
        m_consequence->setWordWrap(true);
        m_side->addWidget(m_consequence, 1);
    }
    m_consequence->setText(text);
}

void DialogBase::setSubmitEnabled(bool enabled, const QString &reason)
{
    m_submit->setEnabled(enabled);
    m_submit->setToolTip(enabled ? QString() : reason);
    m_submit->setAccessibleDescription(enabled ? QString() : reason);
}

void DialogBase::setBusy(bool busy)
{
    m_body->setEnabled(!busy);
    m_submit->setEnabled(!busy);
    m_ring->setVisible(busy);
    if (busy && m_failure) {
        m_failure->deleteLater();
        m_failure = nullptr;
    }
}

void DialogBase::fail(const QString &text, const QString &originalWords)
{
    setBusy(false);
    if (m_failure)
        m_failure->deleteLater();
    auto *banner = new Banner(BannerKind::Danger, text, {}, m_body);
    banner->setOriginalWords(originalWords);
    m_failure = banner;
    m_content->insertWidget(0, banner);
}

void DialogBase::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        if (m_submit->isEnabled())
            m_submit->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

void DialogBase::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::Window));
    painter.fillRect(m_header->geometry(), theme::color(Token::Toolbar));
    painter.fillRect(m_footer->geometry(), theme::color(Token::Toolbar));
    painter.fillRect(0, m_header->geometry().bottom(), width(), 1, theme::color(Token::Border));
    painter.fillRect(0, m_footer->y(), width(), 1, theme::color(Token::Border));
    theme::paintBox(painter, rect(), {}, theme::color(Token::BorderControl), 0);
}

void DialogBase::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_header->geometry().contains(event->position().toPoint()) &&
        windowHandle()) {
        m_moved = true;
        windowHandle()->startSystemMove();
    } else {
        QDialog::mousePressEvent(event);
    }
}

void DialogBase::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fit();
}

bool DialogBase::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        fit();
    return handled;
}

void DialogBase::fit()
{
    // A size hint knows nothing of text that wraps at the width the dialog has got.
    m_column->activate();
    const int needed = qMax(m_column->totalMinimumSize().height(),
                            m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width()) : 0);
    if (height() < needed)
        resize(width(), qMin(needed, screen()->availableSize().height()));
    // Without a title bar some desktops leave it in a corner.
    const QWidget *under = parentWidget() ? parentWidget()->window() : nullptr;
    if (under && !m_moved)
        move(under->frameGeometry().center() - rect().center());
}

} // namespace countersign::ui
