// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/people.h"

#include <QWidget>

class QPainter;

namespace countersign::ui {

/// The one look of a person's picture: the hub's picture, otherwise initials on a colour of their own.
/// `rect` is square; 16, 20 or 28 px are the design's sizes.
void paintAvatar(QPainter &painter, const QRect &rect, const PersonInfo &person);
/// Avatar and full name at the left of `area`; returns the rectangle used. `ink` invalid means muted text.
QRect paintPerson(QPainter &painter, const QRect &area, const PersonInfo &person, const QColor &ink = {},
                  int avatarSide = 20);
int personWidth(const PersonInfo &person, int avatarSide = 20);

/// An avatar beside other widgets; the tool tip is the full name.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(int side = 20, QWidget *parent = nullptr);
    void setPerson(const PersonInfo &person);
    PersonInfo person() const { return m_person; }
    QSize sizeHint() const override { return QSize(m_side, m_side); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PersonInfo m_person;
    int m_side;
};

} // namespace countersign::ui
