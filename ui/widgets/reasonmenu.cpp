// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/reasonmenu.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QWidgetAction>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

namespace {

class RowWidget : public QWidget
{
public:
    RowWidget(const MenuRow &row, QWidgetAction *action, QWidget *parent)
        : QWidget(parent)
        , m_row(row)
        , m_action(action)
    {
        setMouseTracking(true);
        setAccessibleName(row.text);
        setAccessibleDescription(row.detail);
        // The menu tells only the old and the new row's actions of a move, not their widgets.
        if (auto *menu = qobject_cast<QMenu *>(parent))
            QObject::connect(menu, &QMenu::hovered, this, [this] { update(); });
    }

    QSize sizeHint() const override
    {
        const QFontMetrics body(theme::font(TextStyle::BodyStrong));
        const QFontMetrics small(theme::font(TextStyle::Small));
        const int first = body.horizontalAdvance(m_row.text) +
                          (m_row.trailing.isEmpty() ? 0 : 24 + small.horizontalAdvance(m_row.trailing));
        const int width = 36 + qMax(first, small.horizontalAdvance(m_row.detail)) + 20;
        const int height = m_row.detail.isEmpty() ? qMax(28, body.height() + 8)
                                                  : qMax(44, body.height() + small.height() + 12);
        return QSize(width, height);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto *menu = qobject_cast<QMenu *>(parentWidget());
        const bool current = menu && menu->activeAction() == m_action;
        painter.fillRect(
            rect(), theme::color(current ? (m_row.enabled ? Token::AccentSoft : Token::Hover) : Token::Base));
        const QFont first = theme::font(m_row.checked ? TextStyle::BodyStrong : TextStyle::Body);
        const int lineHeight = QFontMetrics(first).height();
        const int top = m_row.detail.isEmpty() ? (height() - lineHeight) / 2 : 6;
        const QRect mark(10, top + (lineHeight - 16) / 2, 16, 16);
        if (m_row.checkable) {
            QStyle::State state = m_row.enabled ? QStyle::State_Enabled : QStyle::State_None;
            state.setFlag(QStyle::State_On, m_row.checked);
            theme::paintRadio(painter, place(mark), state);
        } else if (!m_row.icon.isEmpty()) {
            theme::drawIcon(painter, place(mark), m_row.icon,
                            theme::color(m_row.enabled ? Token::Text : Token::Disabled));
        }
        const QRect line(36, top, width() - 36 - 12, lineHeight);
        painter.setFont(first);
        painter.setPen(theme::color(m_row.enabled ? Token::Text : Token::Disabled));
        painter.drawText(place(line), Qt::AlignLeft | Qt::AlignVCenter, m_row.text);
        painter.setFont(theme::font(TextStyle::Small));
        painter.setPen(theme::color(Token::Muted));
        painter.drawText(place(line), Qt::AlignRight | Qt::AlignVCenter, m_row.trailing);
        if (!m_row.detail.isEmpty())
            painter.drawText(
                place(QRect(36, top + lineHeight + 1, width() - 48, height() - top - lineHeight - 6)),
                Qt::AlignLeft | Qt::AlignTop, m_row.detail);
    }

    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (!m_row.enabled || !rect().contains(event->position().toPoint()))
            return;
        for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
            if (auto *menu = qobject_cast<QMenu *>(up))
                menu->close();
        }
        m_action->trigger();
    }

private:
    QRect place(const QRect &part) const { return style()->visualRect(layoutDirection(), rect(), part); }

    MenuRow m_row;
    QWidgetAction *m_action;
};

class RowAction : public QWidgetAction
{
public:
    RowAction(const MenuRow &row, QObject *parent)
        : QWidgetAction(parent)
        , m_row(row)
    {
        setText(row.text);
    }

protected:
    QWidget *createWidget(QWidget *parent) override { return new RowWidget(m_row, this, parent); }

private:
    MenuRow m_row;
};

} // namespace

QAction *addMenuRow(QMenu *menu, const MenuRow &row, const std::function<void()> &run)
{
    auto *action = new RowAction(row, menu);
    if (row.enabled && run)
        QObject::connect(action, &QAction::triggered, menu, run);
    menu->addAction(action);
    return action;
}

} // namespace countersign::ui
