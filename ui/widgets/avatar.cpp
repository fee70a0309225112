// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/avatar.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

void paintAvatar(QPainter &painter, const QRect &rect, const PersonInfo &person)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!person.picture.isNull()) {
        QPainterPath circle;
        circle.addEllipse(rect);
        painter.setClipPath(circle);
        painter.drawImage(rect, person.picture);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::Theme::instance().avatarColor(person.arn));
        painter.drawEllipse(rect);
        QFont initials = theme::font(TextStyle::CaptionStrong);
        initials.setLetterSpacing(QFont::AbsoluteSpacing, 0);
        initials.setPixelSize(qMax(7, rect.height() * 2 / 5));
        painter.setFont(initials);
        painter.setPen(theme::color(Token::AccentOn));
        painter.drawText(rect, Qt::AlignCenter, person.initials());
    }
    painter.restore();
}

int personWidth(const PersonInfo &person, int avatarSide)
{
    return avatarSide + 6 + QFontMetrics(theme::font(TextStyle::Body)).horizontalAdvance(person.name) + 1;
}

QRect paintPerson(QPainter &painter, const QRect &area, const PersonInfo &person, const QColor &ink,
                  int avatarSide)
{
    const int width = qMin(area.width(), personWidth(person, avatarSide));
    const QRect rect(area.x(), area.y(), width, area.height());
    const QRect picture(rect.x(), rect.y() + (rect.height() - avatarSide) / 2, avatarSide, avatarSide);
    paintAvatar(painter, picture, person);
    painter.save();
    const QFont labelled = theme::font(avatarSide <= 16 ? TextStyle::Small : TextStyle::Body);
    painter.setFont(labelled);
    painter.setPen(ink.isValid() ? ink : theme::color(Token::Muted));
    const QRect text = rect.adjusted(avatarSide + 6, 0, 0, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(labelled).elidedText(person.name, Qt::ElideRight, text.width()));
    painter.restore();
    return rect;
}

Avatar::Avatar(int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setFixedSize(side, side);
}

void Avatar::setPerson(const PersonInfo &person)
{
    m_person = person;
    setToolTip(person.name);
    setAccessibleName(person.name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_person);
}

} // namespace countersign::ui
