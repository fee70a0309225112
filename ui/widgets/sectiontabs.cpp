// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/sectiontabs.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"

#include <QPainter>
#include <QStyleOptionTab>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

SectionTabs::SectionTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_quiet && index >= 0)
            Q_EMIT chosen(tabData(index).toString());
    });
}

void SectionTabs::addSection(const QString &id, const QString &text)
{
    m_quiet = true;
    setTabData(addTab(text), id);
    m_quiet = false;
}

void SectionTabs::setBadge(const QString &id, const QString &text, bool bad)
{
    m_badges[id] = {text, bad};
    // A tab's size is asked for again only when its text or icon changes.
    for (int i = 0; i < count(); ++i) {
        if (tabData(i).toString() == id) {
            setTabText(i, tabText(i));
            setAccessibleTabName(i, text.isEmpty() ? tabText(i) : tabText(i) + QStringLiteral(", ") + text);
        }
    }
    update();
}

void SectionTabs::setCurrentId(const QString &id)
{
    m_quiet = true;
    for (int i = 0; i < count(); ++i) {
        if (tabData(i).toString() == id)
            setCurrentIndex(i);
    }
    m_quiet = false;
}

QString SectionTabs::currentId() const { return tabData(currentIndex()).toString(); }

void SectionTabs::setMeta(const QString &meta)
{
    m_meta = meta;
    update();
}

QSize SectionTabs::tabSizeHint(int index) const
{
    const QFontMetrics metrics(theme::font(TextStyle::BodyStrong));
    int width = metrics.horizontalAdvance(tabText(index)) + 24;
    if (const QString badge = m_badges.value(tabData(index).toString()).text; !badge.isEmpty())
        width += countBadgeWidth(badge) + 6;
    return QSize(width, qMax(34, metrics.height() + 14));
}

void SectionTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(Token::Border));
    int right = 0;
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        right = qMax(right, tab.right());
        QStyleOptionTab option;
        initStyleOption(&option, i);
        const bool selected = i == currentIndex();
        const bool hover = tab.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        const QFont labelled = theme::font(selected ? TextStyle::BodyStrong : TextStyle::Body);
        painter.setFont(labelled);
        painter.setPen(theme::color(!isTabEnabled(i)    ? Token::Disabled
                                    : selected || hover ? Token::Text
                                                        : Token::Muted));
        const Badge badge = m_badges.value(tabData(i).toString());
        const int badgeWidth = badge.text.isEmpty() ? 0 : countBadgeWidth(badge.text);
        const QRect text = tab.adjusted(12, 0, badgeWidth ? -12 - badgeWidth - 6 : -12, 0);
        painter.drawText(text, Qt::AlignCenter | Qt::TextHideMnemonic, tabText(i));
        if (badgeWidth)
            paintCountBadge(painter, tab.adjusted(0, 0, -12, 0), badge.text,
                            badge.bad ? BadgeKind::Bad : BadgeKind::Neutral);
        if (selected)
            painter.fillRect(tab.x() + 4, tab.bottom() - 1, tab.width() - 8, 2, theme::color(Token::Accent));
        if (selected && hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            theme::paintBox(painter, tab.adjusted(3, 4, -3, -5), {}, theme::color(Token::Accent), 4, 2);
    }
    if (!m_meta.isEmpty()) {
        painter.setFont(theme::font(TextStyle::Small));
        painter.setPen(theme::color(Token::Muted));
        const QRect room(right + 24, 0, width() - right - 36, height());
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_meta, Qt::ElideRight, room.width()));
    }
}

} // namespace countersign::ui
