// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reviewerspanel.h"

#include "ui/review/statelook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

ReviewersPanel::ReviewersPanel(PersonOfArn personOf, QWidget *parent)
    : Panel(tr("Reviewers"), parent, true)
    , m_personOf(std::move(personOf))
{
    body()->setContentsMargins(0, 2, 0, 2);
    body()->setSpacing(0);
    m_add = addHeaderAction(QStringLiteral("list-add"), tr("Ask somebody for a review"));
    m_menu = new QMenu(this);
    m_add->setMenu(m_menu);
    m_add->setPopupMode(QToolButton::InstantPopup);
    connect(m_menu, &QMenu::aboutToShow, this, &ReviewersPanel::fillMenu);
}

void ReviewersPanel::setCandidates(const QList<ui::PersonInfo> &people) { m_candidates = people; }

void ReviewersPanel::fillMenu()
{
    m_menu->clear();
    for (const auto &person : std::as_const(m_candidates)) {
        const auto it = std::ranges::find(m_reviewers, person.arn, &api::ReviewerState::userArn);
        if (it != m_reviewers.end() && it->requested)
            continue;
        m_menu->addAction(person.name, this, [this, arn = person.arn] { Q_EMIT addAsked(arn); });
    }
    if (m_menu->isEmpty())
        m_menu->addAction(tr("Everybody is asked already"))->setEnabled(false);
}

void ReviewersPanel::setReviewers(const QList<api::ReviewerState> &reviewers, const QString &me, int revision,
                                  bool editable)
{
    m_reviewers = reviewers;
    m_add->setVisible(editable);
    while (auto *item = body()->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const auto &reviewer : reviewers) {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(12, 0, 12, 0);
        line->setSpacing(6);
        const ui::PersonInfo person = m_personOf(reviewer.userArn);
        auto *avatar = new ui::Avatar(20, row);
        avatar->setPerson(person);
        line->addWidget(avatar);
        line->addWidget(new ui::ElidedLabel(person.name, Qt::ElideRight, row), 1);
        QStringList notes;
        if (reviewer.userArn == me)
            notes.append(tr("you"));
        if (reviewer.revisionNumber)
            notes.append(*reviewer.revisionNumber < revision
                             ? tr("rev %1, outdated").arg(*reviewer.revisionNumber)
                             : tr("rev %1").arg(*reviewer.revisionNumber));
        line->addWidget(
            new ui::StyledLabel(notes.join(QStringLiteral(", ")), TextStyle::Small, Token::Muted, row));
        const StateLook look = verdictLook(reviewer.verdict);
        line->addWidget(new ui::IconLabel(look.icon, look.token, 16, row));
        line->addWidget(new ui::StyledLabel(look.word, TextStyle::Small, look.token, row));
        if (editable && reviewer.requested && reviewer.verdict.isEmpty()) {
            auto *remove = new QToolButton(row);
            remove->setAutoRaise(true);
            remove->setIcon(theme::Theme::instance().icon(QStringLiteral("cross")));
            remove->setAccessibleName(tr("No longer ask %1").arg(person.name));
            remove->setToolTip(remove->accessibleName());
            connect(remove, &QToolButton::clicked, this,
                    [this, arn = reviewer.userArn] { Q_EMIT removeAsked(arn); });
            line->addWidget(remove);
        }
        row->setMinimumHeight(std::max(26, row->fontMetrics().height() + 8));
        row->setAccessibleName(
            tr("%1, %2, %3").arg(person.name, look.word, notes.join(QStringLiteral(", "))));
        body()->addWidget(row);
    }
    if (reviewers.isEmpty()) {
        auto *none = new ui::StyledLabel(tr("Nobody is asked."), TextStyle::Body, Token::Muted, this);
        none->setContentsMargins(12, 6, 12, 6);
        body()->addWidget(none);
    }
}

} // namespace countersign::reviewui
