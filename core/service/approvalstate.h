// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "core/base/result.h"
#include "core/store/approvals.h"
#include "core/store/people.h"
#include "core/store/rules.h"

namespace countersign::service {

/// Where the rules of a pull request stand, by core/review's evaluation.
QList<api::RuleState> ruleStates(const QList<store::RuleRow> &rules,
                                 const QList<store::ApprovalRow> &approvals, const QString &authorArn,
                                 const QList<store::PersonRow> &people);
bool allSatisfied(const QList<api::RuleState> &states);

/// The message of what is wrong with the content of a rule or, with destination references, of a template.
Result<void> checkRuleContent(const QString &content);
Result<void> checkTemplateContent(const QString &content);
/// Whether a template makes a rule for pull requests into the ref.
bool templateApplies(const QString &content, const QString &destinationRef);
/// Lower-case hexadecimal SHA-256 of the content as it was sent.
QString contentHash(const QString &content);

} // namespace countersign::service
