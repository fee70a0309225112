// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/replyfield.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keycap.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace countersign::reviewui {

using theme::Token;

ReplyField::ReplyField(const QString &text, const QKeySequence &key, QWidget *parent)
    : QAbstractButton(parent)
    , m_key(key)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(ui::toolTipText(text, key));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 6, 0);
    row->addStretch(1);
    row->addWidget(new ui::KeyCap(key, this));
}

QSize ReplyField::sizeHint() const { return QSize(160, std::max(28, fontMetrics().height() + 10)); }

void ReplyField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    theme::paintBox(painter, rect(), theme::color(Token::Base),
                    theme::color(hasFocus() ? Token::Accent : Token::BorderControl), 4, hasFocus() ? 2 : 1);
    painter.setFont(theme::font(theme::TextStyle::Body));
    painter.setPen(theme::color(Token::Faint));
    painter.drawText(rect().adjusted(8, 0, -36, 0), Qt::AlignLeading | Qt::AlignVCenter, text());
}

} // namespace countersign::reviewui
