// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_review.h"
#include "core/review/conditions.h"
#include "ui/review/queuerules.h"

namespace countersign::reviewui {

/// One line of the merge box: what must hold before a merge, whether it does, and who can meet it.
struct MergeCondition
{
    enum class Kind { Rule, Override, Threads, Conflicts, Branch, Nothing };
    Kind kind = Kind::Rule;
    QString icon;
    bool isSatisfied = false;
    /// The hub refuses the merge while it does not hold. An open thread only asks for attention.
    bool blocks = false;
    QString text;
    /// The name at the end of the text.
    QString strong;
    /// People who can meet it, as ARNs.
    QList<QString> who;
    /// Files that conflict.
    QList<QString> files;

    bool operator==(const MergeCondition &) const = default;
};
/// The conditions by the rules of core/review, from what the hub answered.
QList<review::Condition> conditionsOf(const api::GetPullRequestReview::Output &answer);
/// The same in words, approvals first.
QList<MergeCondition> mergeConditions(const api::GetPullRequestReview::Output &answer);
/// Conditions that do not hold.
int missingCount(const QList<MergeCondition> &conditions);
bool isBlocked(const QList<MergeCondition> &conditions);

/// One strategy as its menu row shows it.
struct StrategyChoice
{
    QString option;
    QString text;
    /// What it does, or why it cannot.
    QString detail;
    bool isPossible = false;
    bool isDefault = false;
};
QList<StrategyChoice> strategyChoices(const api::GetPullRequestReview::Output &review);
/// "Squash and merge".
QString mergeVerb(const QString &option);
/// Title, description and the commits' authors as the message of a merge by `option`.
QString proposedMessage(const QString &option, const api::PullRequest &pullRequest);

} // namespace countersign::reviewui
