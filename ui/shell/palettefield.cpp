// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/palettefield.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"

#include <QPainter>

namespace countersign::shell {

using theme::Token;

PaletteField::PaletteField(QWidget *parent)
    : QToolButton(parent)
{
    setText(tr("Search or run…"));
    setAccessibleName(tr("Search or run a command"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PaletteField::setKey(const QString &key)
{
    m_key = key;
    update();
}

QSize PaletteField::sizeHint() const { return QSize(300, qMax(28, fontMetrics().height() + 8)); }

void PaletteField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    theme::paintBox(painter, rect(), theme::color(underMouse() ? Token::Hover : Token::Base),
                    theme::color(Token::BorderControl), 4);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    theme::drawIcon(painter, QRect(mirrored ? width() - 26 : 10, (height() - 16) / 2, 16, 16),
                    QStringLiteral("search"), theme::color(Token::Muted));
    painter.setFont(theme::font(theme::TextStyle::Body));
    painter.setPen(theme::color(Token::Muted));
    painter.drawText(rect().adjusted(34, 0, -34, 0),
                     (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text());
    if (!m_key.isEmpty())
        ui::paintKeyCap(painter, rect().adjusted(6, 0, -6, 0), m_key, !mirrored);
}

} // namespace countersign::shell
