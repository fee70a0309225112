// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/commitdetails.h"

#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/people.h"
#include "ui/widgets/relativetime.h"

#include <QHBoxLayout>

namespace countersign::code {

using theme::TextStyle;
using theme::Token;

CommitDetails::CommitDetails(ui::People *people, QWidget *parent)
    : QWidget(parent)
    , m_people(people)
    , m_subject(new ui::StyledLabel({}, TextStyle::Head, Token::Text, this))
    , m_signed(new ui::Chip({tr("Signed"), QStringLiteral("lock"), ui::ChipKind::Approval}, this))
    , m_body(new ui::StyledLabel({}, TextStyle::Body, Token::Muted, this))
    , m_avatar(new ui::Avatar(16, this))
    , m_author(new ui::StyledLabel({}, TextStyle::BodyStrong, Token::Text, this))
    , m_when(new ui::StyledLabel({}, TextStyle::Body, Token::Muted, this))
    , m_committer(new ui::StyledLabel({}, TextStyle::Small, Token::Muted, this))
    , m_id(new ui::CommitIdLabel(this))
    , m_parents(new QHBoxLayout)
{
    m_subject->setWordWrap(true);
    m_subject->setSelectable(true);
    m_body->setWordWrap(true);
    m_body->setSelectable(true);
    m_committer->setWordWrap(true);
    m_signed->setToolTip(tr("The commit carries a signature; it was not checked"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->addWidget(m_subject, 1);
    head->addWidget(m_signed, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_body);
    auto *person = new QHBoxLayout;
    person->setSpacing(6);
    person->addWidget(m_avatar);
    person->addWidget(m_author);
    person->addWidget(m_when, 1);
    person->addWidget(m_id);
    column->addLayout(person);
    column->addWidget(m_committer);
    m_parents->setSpacing(6);
    column->addLayout(m_parents);
    clear();
}

void CommitDetails::clear() { setVisible(false); }

void CommitDetails::setParents(const QList<git::Oid> &parents)
{
    while (QLayoutItem *item = m_parents->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_parents->addWidget(new ui::StyledLabel(parents.isEmpty() ? tr("No parent") : tr("Parent", nullptr),
                                             TextStyle::Small, Token::Muted, this));
    for (const git::Oid &parent : parents) {
        auto *label = new ui::CommitIdLabel(this);
        label->setId(parent.toString());
        connect(label, &ui::CommitIdLabel::opened, this, &CommitDetails::commitRequested);
        m_parents->addWidget(label);
    }
    m_parents->addStretch(1);
}

void CommitDetails::setCommit(const git::CommitInfo &commit)
{
    setVisible(true);
    const QString subject = commit.subject();
    m_subject->setText(subject.isEmpty() ? tr("(no message)") : subject);
    m_signed->setVisible(commit.isSigned());
    const QString body = commit.body().trimmed();
    m_body->setText(body);
    m_body->setVisible(!body.isEmpty());
    ui::PersonInfo person;
    if (m_people)
        person = m_people->byEmail(commit.author.email, commit.author.name);
    person.name = commit.author.name;
    m_avatar->setPerson(person);
    m_avatar->show();
    m_author->setText(commit.author.name);
    m_author->setToolTip(QStringLiteral("%1 <%2>").arg(commit.author.name, commit.author.email));
    m_when->setText(ui::relativeTime(commit.author.when * 1000));
    m_when->setToolTip(ui::fullTime(commit.author.when * 1000));
    const bool other =
        commit.committer.email != commit.author.email || commit.committer.name != commit.author.name;
    m_committer->setVisible(other);
    m_committer->setText(
        tr("Committed by %1, %2").arg(commit.committer.name, ui::relativeTime(commit.committer.when * 1000)));
    m_id->setId(commit.id.toString());
    m_id->show();
    setParents(commit.parents);
}

void CommitDetails::setComparison(const git::CommitInfo &before, const git::CommitInfo &after)
{
    setCommit(after);
    m_subject->setText(tr("%1 compared with %2").arg(after.id.shortString(), before.id.shortString()));
    m_signed->hide();
    m_body->setText(tr("From “%1” to “%2”").arg(before.subject(), after.subject()));
    m_body->show();
    m_committer->hide();
    setParents({before.id});
}

} // namespace countersign::code
