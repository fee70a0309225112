// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"

/// Where the approval rules of a pull request stand. Pure; safe from any thread.
namespace countersign::review {

/// What the rules are judged by.
struct ApprovalFacts
{
    QString authorArn;
    /// ARNs of everybody whose approval of the current revision stands. The author's never counts.
    QList<QString> approverArns;
    /// ARNs of the people of the hub, in the order in which they are to be shown.
    QList<QString> peopleArns;
};

/// A rule whose content cannot be read is never satisfied.
api::RuleState evaluateRule(const api::ApprovalRule &rule, const ApprovalFacts &facts);
QList<api::RuleState> evaluateRules(const QList<api::ApprovalRule> &rules, const ApprovalFacts &facts);

/// The wire's summary. `approved` is the rules' own result: an override does not change it.
api::Evaluation summarize(const QList<api::RuleState> &states, bool overridden);
/// Whether the rules let the pull request be merged.
bool allowsMerge(const api::Evaluation &evaluation);

/// Whether the number of people who ever could approve is less than the rule needs.
bool canNeverBeSatisfied(const api::RuleState &state);

} // namespace countersign::review
