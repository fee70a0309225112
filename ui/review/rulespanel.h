// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/people.h"

#include <functional>

namespace countersign::reviewui {

using PersonOfArn = std::function<ui::PersonInfo(const QString &arn)>;

/// One approval rule: name, segments, "1 of 2", the pool in words, who approved and who can. A value's look.
class RuleRow : public QWidget
{
    Q_OBJECT
public:
    /// `revision`: what the approvals are for; 0 for a rule that is not in force yet.
    RuleRow(const api::RuleState &rule, bool overridden, int revision, const PersonOfArn &personOf,
            QWidget *parent = nullptr);
};

/// The approval rules beside a pull request. Owned by the overview, and by the page that creates one.
class RulesPanel : public ui::Panel
{
    Q_OBJECT
public:
    explicit RulesPanel(PersonOfArn personOf, QWidget *parent = nullptr);
    void setRules(const QList<api::RuleState> &rules, bool overridden, int revision);

private:
    PersonOfArn m_personOf;
    QList<api::RuleState> m_rules;
    bool m_overridden = false;
    int m_revision = -1;
};

/// "2 approvals from grace and tomas": the pool of a rule in words, its strong part apart.
struct PoolWords
{
    QString lead;
    QString strong;
};
PoolWords poolWords(const api::RuleState &rule, const PersonOfArn &personOf);
/// A pool member as people read it: a person's name, or the pattern.
QString poolMemberName(const QString &member, const PersonOfArn &personOf);

} // namespace countersign::reviewui
