// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/breadcrumb.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace countersign::shell {

using theme::TextStyle;
using theme::Token;

namespace {

/// One part: icon and text, the last one strong.
class Part : public QToolButton
{
public:
    Part(const ui::Crumb &crumb, bool last, QWidget *parent)
        : QToolButton(parent)
        , m_last(last)
    {
        setText(crumb.text);
        setAccessibleName(crumb.text);
        setAutoRaise(true);
        setFocusPolicy(Qt::TabFocus);
        if (!crumb.icon.isEmpty())
            setIcon(theme::Theme::instance().icon(crumb.icon));
        setSizePolicy(last ? QSizePolicy::Preferred : QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme::font(m_last ? TextStyle::BodyStrong : TextStyle::Body));
        const int arrow = menu() ? 8 : 0;
        return QSize(metrics.horizontalAdvance(text()) + (icon().isNull() ? 0 : 22) + arrow + 13,
                     qMax(28, metrics.height() + 8));
    }
    QSize minimumSizeHint() const override
    {
        return QSize(m_last ? 60 : sizeHint().width(), sizeHint().height());
    }

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int fromEnd =
            mirrored ? qRound(event->position().x()) : width() - qRound(event->position().x());
        if (menu() && event->button() == Qt::LeftButton && fromEnd < 16)
            showMenu();
        else
            QToolButton::mousePressEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (menu() && event->key() == Qt::Key_Down)
            showMenu();
        else
            QToolButton::keyPressEvent(event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme::color(isDown() ? Token::Pressed : Token::Hover));
            painter.drawRoundedRect(rect(), 4, 4);
        }
        int x = 6;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const auto place = [&](const QRect &part) {
            return mirrored ? QRect(width() - part.right() - 1, part.y(), part.width(), part.height()) : part;
        };
        const QColor ink = theme::color(m_last || underMouse() ? Token::Text : Token::Muted);
        if (!icon().isNull()) {
            theme::drawIcon(painter, place(QRect(x, (height() - 16) / 2, 16, 16)), icon().name(), ink);
            x += 22;
        }
        const int arrow = menu() ? 8 : 0;
        painter.setFont(theme::font(m_last ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(ink);
        const QRect room(x, 0, width() - x - arrow - 5, height());
        painter.drawText(place(room), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
        if (arrow && (underMouse() || hasFocus()))
            theme::drawIcon(painter, place(QRect(width() - 13, (height() - 10) / 2, 10, 10)),
                            QStringLiteral("chevron-down"), theme::color(Token::Muted));
    }

private:
    bool m_last;
};

} // namespace

Breadcrumb::Breadcrumb(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_folded(new QToolButton(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Path"));
    m_folded->setText(QStringLiteral("…"));
    m_folded->setAccessibleName(tr("Hidden parts of the path"));
    m_folded->setAutoRaise(true);
    m_folded->setPopupMode(QToolButton::InstantPopup);
    m_folded->setMenu(new QMenu(m_folded));
    m_folded->hide();
}

void Breadcrumb::setCrumbs(const QList<ui::Crumb> &crumbs)
{
    m_crumbs = crumbs;
    for (QWidget *widget : m_parts + m_slashes)
        widget->deleteLater();
    m_parts.clear();
    m_slashes.clear();
    while (QLayoutItem *item = m_row->takeAt(0))
        delete item;
    for (qsizetype i = 0; i < crumbs.size(); ++i) {
        const ui::Crumb &crumb = crumbs[i];
        if (i > 0) {
            auto *slash = new ui::StyledLabel(QStringLiteral("/"), TextStyle::Body, Token::Faint, this);
            m_row->addWidget(slash);
            m_slashes.append(slash);
        }
        if (i == 1)
            m_row->addWidget(m_folded);
        auto *part = new Part(crumb, i + 1 == crumbs.size(), this);
        connect(part, &QToolButton::clicked, this,
                [this, address = crumb.address] { Q_EMIT activated(address); });
        if (!crumb.siblings.isEmpty()) {
            auto *menu = new QMenu(part);
            for (const ui::Crumb &sibling : crumb.siblings) {
                QAction *action = menu->addAction(
                    sibling.text, this, [this, address = sibling.address] { Q_EMIT activated(address); });
                if (!sibling.icon.isEmpty())
                    action->setIcon(theme::Theme::instance().icon(sibling.icon));
                if (sibling.text == crumb.text)
                    menu->setDefaultAction(action);
            }
            part->setMenu(menu);
            // A click opens the part; its menu comes by its end, the arrow key or the context menu.
            part->setPopupMode(QToolButton::DelayedPopup);
            part->setContextMenuPolicy(Qt::CustomContextMenu);
            connect(part, &QWidget::customContextMenuRequested, part, [part] { part->showMenu(); });
        }
        m_row->addWidget(part);
        m_parts.append(part);
    }
    m_row->addStretch(1);
    fold();
}

QSize Breadcrumb::sizeHint() const
{
    int width = 0;
    for (const QWidget *part : m_parts)
        width += part->sizeHint().width() + 10;
    return QSize(width, 28);
}

QSize Breadcrumb::minimumSizeHint() const { return QSize(100, 28); }

void Breadcrumb::resizeEvent(QResizeEvent *) { fold(); }

void Breadcrumb::fold()
{
    if (m_parts.isEmpty())
        return;
    m_folded->menu()->clear();
    for (QWidget *part : std::as_const(m_parts))
        part->show();
    for (QWidget *slash : std::as_const(m_slashes))
        slash->show();
    int wanted = 0;
    for (const QWidget *part : std::as_const(m_parts))
        wanted += part->sizeHint().width() + 11;
    bool folded = false;
    for (qsizetype i = 1; i + 1 < m_parts.size() && wanted + (folded ? 32 : 0) > width(); ++i) {
        wanted -= m_parts[i]->sizeHint().width() + 11;
        m_parts[i]->hide();
        m_slashes[i]->hide();
        folded = true;
        const ui::Crumb &crumb = m_crumbs[i];
        m_folded->menu()->addAction(theme::Theme::instance().icon(crumb.icon), crumb.text, this,
                                    [this, address = crumb.address] { Q_EMIT activated(address); });
    }
    m_folded->setVisible(folded);
    if (folded && !m_slashes.isEmpty())
        m_slashes.last()->show();
}

} // namespace countersign::shell
