// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

/// The content of an approval rule: a JSON text in the format of CodeCommit, version 2018-11-08. Pure; safe
/// from any thread.
namespace countersign::review {

/// Decides the wire's name of the error.
enum class RuleOwner { PullRequest, Template };

struct RuleContent
{
    /// Full names, with * for any run of characters; empty for every branch. Only templates look at it.
    QList<QString> destinationReferences;
    /// At least 1.
    int approvalsNeeded = 1;
    /// As written; see poolMemberMatches(). Empty: everybody counts.
    QList<QString> poolMembers;

    bool operator==(const RuleContent &) const = default;
};

inline constexpr int maxDestinationReferences = 100;
inline constexpr int maxPoolMembers = 50;

/// InvalidApprovalRuleContentException or InvalidApprovalRuleTemplateContentException with a sentence that
/// says what is wrong. Stricter than JSON in one point: a member with an unknown name is refused, since a
/// misspelt pool would let everybody approve.
Result<RuleContent> parseRuleContent(const QString &text, RuleOwner owner);
/// The text for a content that a dialog made; parseRuleContent() gives the content back.
QString writeRuleContent(const RuleContent &content);

/// Lower-case hexadecimal SHA-256 of the text exactly as stored: the wire's ruleContentSha256.
QString contentDigest(const QString &text);

/// Whether a template's rule is for pull requests into `destinationReference`, a full name.
bool appliesTo(const RuleContent &content, QStringView destinationReference);

} // namespace countersign::review
