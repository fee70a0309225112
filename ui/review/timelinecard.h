// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/chippainter.h"
#include "ui/widgets/people.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QVBoxLayout;

namespace countersign::reviewui {

/// A card of the timeline: avatar at the left, a head with name, chip and time, then its body. Owned by the
/// timeline.
class TimelineCard : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineCard(const ui::PersonInfo &author, QWidget *parent = nullptr);
    void addChip(const ui::ChipContent &chip);
    void setTime(const QString &words, qint64 ms);
    /// Makes the ⋮ button.
    QMenu *menu();
    QVBoxLayout *body() const { return m_body; }

private:
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
    QMenu *m_menu = nullptr;
};

/// One line of the timeline: icon, avatar, words and what they are about, time at the right.
class TimelineEvent : public QWidget
{
    Q_OBJECT
public:
    TimelineEvent(const QString &icon, int token, const ui::PersonInfo &actor, QWidget *parent = nullptr);
    void addText(const QString &text, bool muted = false);
    void addWidget(QWidget *widget);
    void setTime(qint64 ms);

private:
    QHBoxLayout *m_row;
};

} // namespace countersign::reviewui
