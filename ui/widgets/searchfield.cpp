// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/searchfield.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"

#include <QKeyEvent>
#include <QMetaMethod>
#include <QPainter>
#include <QTimer>

namespace countersign::ui {

SearchField::SearchField(const QString &placeholder, Purpose purpose, QWidget *parent)
    : QLineEdit(parent)
    , m_icon(purpose == Purpose::Search ? QStringLiteral("search") : QStringLiteral("filter"))
    , m_rest(new QTimer(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    setTextMargins(22, 0, 0, 0);
    m_rest->setSingleShot(true);
    m_rest->setInterval(150);
    connect(m_rest, &QTimer::timeout, this, [this] { Q_EMIT searchChanged(text()); });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Clearing shows everything at once.
        if (text.isEmpty()) {
            m_rest->stop();
            Q_EMIT searchChanged(text);
        } else {
            m_rest->start();
        }
    });
}

void SearchField::setKey(const QKeySequence &key)
{
    m_key = key.toString(QKeySequence::NativeText);
    update();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!text().isEmpty())
            clear();
        else
            Q_EMIT leftForList();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_rest->isActive()) {
            m_rest->stop();
            Q_EMIT searchChanged(text());
        }
        // Enter belongs to who listens to it; otherwise it leads to the list as Down does.
        if (event->key() != Qt::Key_Down &&
            isSignalConnected(QMetaMethod::fromSignal(&QLineEdit::returnPressed)))
            Q_EMIT returnPressed();
        else
            Q_EMIT leftForList();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    theme::drawIcon(painter, QRect(mirrored ? width() - 24 : 8, (height() - 16) / 2, 16, 16), m_icon,
                    theme::color(theme::Token::Muted));
    if (text().isEmpty() && !m_key.isEmpty() && !hasFocus() && width() > 140)
        paintKeyCap(painter, rect().adjusted(8, 0, -8, 0), m_key, !mirrored);
}

} // namespace countersign::ui
