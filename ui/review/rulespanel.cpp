// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/rulespanel.h"

#include "core/review/evaluation.h"
#include "ui/review/queuerules.h"
#include "ui/theme/theme.h"
#include "ui/widgets/approvalsegments.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

QString poolMemberName(const QString &member, const PersonOfArn &personOf)
{
    if (member.contains(QLatin1Char('*')) || member.contains(QLatin1Char('?')))
        return member.section(QLatin1Char(':'), -1);
    if (member.startsWith(QStringLiteral("CodeCommitApprovers:"))) {
        const QString name = member.section(QLatin1Char(':'), 2);
        const QString arn =
            QStringLiteral("arn:aws:iam::%1:user/%2").arg(member.section(QLatin1Char(':'), 1, 1), name);
        return personOf(arn).name;
    }
    return personOf(member).name;
}

PoolWords poolWords(const api::RuleState &rule, const PersonOfArn &personOf)
{
    PoolWords words;
    words.lead = RulesPanel::tr("%n approval(s) from ", nullptr, rule.needed);
    QStringList names;
    for (const QString &member : rule.poolDescription)
        names.append(poolMemberName(member, personOf));
    if (names.isEmpty())
        words.strong = RulesPanel::tr("anyone who can write");
    else if (names.size() > 4)
        words.strong = RulesPanel::tr("a pool of %1").arg(names.size());
    else
        words.strong = names.join(QStringLiteral(", "));
    return words;
}

RuleRow::RuleRow(const api::RuleState &rule, bool overridden, int revision, const PersonOfArn &personOf,
                 QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 9);
    row->setSpacing(8);
    const bool waiting = !rule.satisfied;
    const bool never = waiting && !overridden && review::canNeverBeSatisfied(rule);
    row->addWidget(new ui::IconLabel(!waiting     ? QStringLiteral("state-passed")
                                     : overridden ? QStringLiteral("state-warning")
                                     : never      ? QStringLiteral("state-failed")
                                                  : QStringLiteral("state-waiting"),
                                     !waiting ? Token::ApprovalText
                                     : never  ? Token::DangerText
                                              : Token::WarningText,
                                     16, this),
                   0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    row->addLayout(column, 1);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *name = new ui::ElidedLabel(rule.approvalRuleName, Qt::ElideRight, this);
    name->setFont(theme::font(TextStyle::BodyStrong));
    head->addWidget(name, 1);
    const int given = std::min(static_cast<int>(rule.approvals.size()), rule.needed);
    auto *segments = new ui::ApprovalSegments(this);
    segments->setApprovals(given, rule.needed);
    head->addWidget(segments);
    head->addWidget(
        new ui::StyledLabel(tr("%1 of %2").arg(given).arg(rule.needed), TextStyle::Body, Token::Text, this));
    column->addLayout(head);

    const PoolWords words = poolWords(rule, personOf);
    auto *pool = new QHBoxLayout;
    pool->setSpacing(0);
    pool->addWidget(new ui::StyledLabel(words.lead, TextStyle::Small, Token::Muted, this));
    auto *strong = new ui::ElidedLabel(words.strong, Qt::ElideRight, this);
    QFont font = theme::font(TextStyle::Small);
    font.setWeight(QFont::DemiBold);
    strong->setFont(font);
    strong->setToolTip(rule.poolDescription.join(QLatin1Char('\n')));
    pool->addWidget(strong, 1);
    column->addLayout(pool);

    auto *who = new QHBoxLayout;
    who->setSpacing(4);
    const auto avatar = [&](const QString &arn) {
        auto *picture = new ui::Avatar(16, this);
        picture->setPerson(personOf(arn));
        who->addWidget(picture);
    };
    QStringList spoken;
    for (const QString &arn : rule.approvals.mid(0, 6)) {
        avatar(arn);
        spoken.append(personOf(arn).name);
    }
    const auto say = [&](const QString &text, Token token) {
        who->addWidget(new ui::StyledLabel(text, TextStyle::Small, token, this));
    };
    if (!waiting) {
        if (revision > 0 && !rule.approvals.isEmpty())
            say(tr("approved revision %1").arg(revision), Token::Muted);
    } else if (overridden) {
        say(tr("overridden"), Token::WarningText);
    } else if (never) {
        say(tr("fewer people than approvals: nobody can satisfy it"), Token::DangerText);
    } else if (!rule.eligible.isEmpty()) {
        const int missing = rule.needed - given;
        say(revision <= 0 ? tr("from")
            : rule.eligible.size() > missing
                ? tr("waiting for %1 of").arg(missing == 1 ? tr("one") : QString::number(missing))
                : tr("waiting for"),
            Token::Muted);
        for (const QString &arn : rule.eligible.mid(0, 6))
            avatar(arn);
        if (rule.eligible.size() > 6)
            say(tr("and %1 more").arg(rule.eligible.size() - 6), Token::Muted);
    }
    who->addStretch(1);
    if (who->count() > 1)
        column->addLayout(who);
    setAccessibleName(tr("%1: %2 of %3, %4%5")
                          .arg(rule.approvalRuleName)
                          .arg(given)
                          .arg(rule.needed)
                          .arg(words.lead, words.strong));
}

RulesPanel::RulesPanel(PersonOfArn personOf, QWidget *parent)
    : Panel(tr("Approval rules"), parent, true)
    , m_personOf(std::move(personOf))
{
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
}

void RulesPanel::setRules(const QList<api::RuleState> &rules, bool overridden, int revision)
{
    if (rules == m_rules && overridden == m_overridden && revision == m_revision)
        return;
    m_rules = rules;
    m_overridden = overridden;
    m_revision = revision;
    while (auto *item = body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto satisfied = std::ranges::count(rules, true, &api::RuleState::satisfied);
    setTitle(tr("Approval rules"), rules.isEmpty() ? QString()
                                   : overridden    ? tr("overridden")
                                   : revision <= 0
                                       ? tr("%n will apply", nullptr, static_cast<int>(rules.size()))
                                       : tr("%1 of %2 satisfied").arg(satisfied).arg(rules.size()));
    for (const auto &rule : rules)
        body()->addWidget(new RuleRow(rule, overridden, revision, m_personOf, this));
    if (rules.isEmpty()) {
        auto *none = new ui::StyledLabel(tr("No rule applies."), TextStyle::Body, Token::Muted, this);
        none->setContentsMargins(12, 8, 12, 8);
        body()->addWidget(none);
    }
}

} // namespace countersign::reviewui
