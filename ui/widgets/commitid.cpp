// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/commitid.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

QString shortCommitId(const QString &id) { return id.left(7); }

int commitIdWidth()
{
    return QFontMetrics(theme::font(TextStyle::CodeSmall)).horizontalAdvance(QStringLiteral("0000000")) + 1;
}

QRect paintCommitId(QPainter &painter, const QRect &area, const QString &id, const QColor &ink)
{
    const QRect rect(area.x(), area.y(), qMin(area.width(), commitIdWidth()), area.height());
    painter.save();
    painter.setFont(theme::font(TextStyle::CodeSmall));
    painter.setPen(ink.isValid() ? ink : theme::color(Token::Faint));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shortCommitId(id));
    painter.restore();
    return rect;
}

CommitIdLabel::CommitIdLabel(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QToolButton::clicked, this, [this] { Q_EMIT opened(m_id); });
}

void CommitIdLabel::setId(const QString &id)
{
    m_id = id;
    setText(shortCommitId(id));
    setToolTip(id);
    setAccessibleName(tr("Commit %1").arg(shortCommitId(id)));
    setVisible(!id.isEmpty());
    updateGeometry();
}

QSize CommitIdLabel::sizeHint() const { return QSize(commitIdWidth() + 4, 24); }

void CommitIdLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCommitId(painter, rect().adjusted(2, 0, 0, 0), m_id, theme::color(Token::Accent));
    if (underMouse())
        painter.fillRect(2, height() / 2 + 8, width() - 4, 1, theme::color(Token::Accent));
}

void CommitIdLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Open commit"), this, [this] { Q_EMIT opened(m_id); });
    menu->addAction(tr("&Copy commit id"), this, [id = m_id] { QGuiApplication::clipboard()->setText(id); });
    menu->popup(event->globalPos());
}

} // namespace countersign::ui
