// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"

namespace countersign::api {

struct Approval
{
    QString userArn;
    QString approvalState;
    static void fields(auto &s, auto &&v)
    {
        v("userArn", s.userArn);
        v("approvalState", s.approvalState);
    }
    bool operator==(const Approval &) const = default;
};

struct OriginApprovalRuleTemplate
{
    QString approvalRuleTemplateId;
    QString approvalRuleTemplateName;
    static void fields(auto &s, auto &&v)
    {
        v("approvalRuleTemplateId", s.approvalRuleTemplateId);
        v("approvalRuleTemplateName", s.approvalRuleTemplateName);
    }
    bool operator==(const OriginApprovalRuleTemplate &) const = default;
};

/// A rule of one pull request.
struct ApprovalRule
{
    QString approvalRuleId;
    QString approvalRuleName;
    /// JSON text exactly as it was given, see core/review/rulecontent.h.
    QString approvalRuleContent;
    QString ruleContentSha256;
    Timestamp lastModifiedDate;
    Timestamp creationDate;
    QString lastModifiedUser;
    /// Present when a template made the rule.
    std::optional<OriginApprovalRuleTemplate> originApprovalRuleTemplate;
    static void fields(auto &s, auto &&v)
    {
        v("approvalRuleId", s.approvalRuleId);
        v("approvalRuleName", s.approvalRuleName);
        v("approvalRuleContent", s.approvalRuleContent);
        v("ruleContentSha256", s.ruleContentSha256);
        v("lastModifiedDate", s.lastModifiedDate);
        v("creationDate", s.creationDate);
        v("lastModifiedUser", s.lastModifiedUser);
        v("originApprovalRuleTemplate", s.originApprovalRuleTemplate);
    }
    bool operator==(const ApprovalRule &) const = default;
};

/// Makes rules on pull requests of the repositories it is associated with.
struct ApprovalRuleTemplate
{
    QString approvalRuleTemplateId;
    QString approvalRuleTemplateName;
    std::optional<QString> approvalRuleTemplateDescription;
    QString approvalRuleTemplateContent;
    QString ruleContentSha256;
    Timestamp lastModifiedDate;
    Timestamp creationDate;
    QString lastModifiedUser;
    static void fields(auto &s, auto &&v)
    {
        v("approvalRuleTemplateId", s.approvalRuleTemplateId);
        v("approvalRuleTemplateName", s.approvalRuleTemplateName);
        v("approvalRuleTemplateDescription", s.approvalRuleTemplateDescription);
        v("approvalRuleTemplateContent", s.approvalRuleTemplateContent);
        v("ruleContentSha256", s.ruleContentSha256);
        v("lastModifiedDate", s.lastModifiedDate);
        v("creationDate", s.creationDate);
        v("lastModifiedUser", s.lastModifiedUser);
    }
    bool operator==(const ApprovalRuleTemplate &) const = default;
};

struct Evaluation
{
    /// The rules alone, an override does not change it.
    bool approved = false;
    bool overridden = false;
    QList<QString> approvalRulesSatisfied;
    QList<QString> approvalRulesNotSatisfied;
    static void fields(auto &s, auto &&v)
    {
        v("approved", s.approved);
        v("overridden", s.overridden);
        v("approvalRulesSatisfied", s.approvalRulesSatisfied);
        v("approvalRulesNotSatisfied", s.approvalRulesNotSatisfied);
    }
    bool operator==(const Evaluation &) const = default;
};

struct BatchAssociateApprovalRuleTemplateWithRepositoriesError
{
    QString repositoryName;
    QString errorCode;
    QString errorMessage;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("errorCode", s.errorCode);
        v("errorMessage", s.errorMessage);
    }
    bool operator==(const BatchAssociateApprovalRuleTemplateWithRepositoriesError &) const = default;
};

struct BatchDisassociateApprovalRuleTemplateFromRepositoriesError
{
    QString repositoryName;
    QString errorCode;
    QString errorMessage;
    static void fields(auto &s, auto &&v)
    {
        v("repositoryName", s.repositoryName);
        v("errorCode", s.errorCode);
        v("errorMessage", s.errorMessage);
    }
    bool operator==(const BatchDisassociateApprovalRuleTemplateFromRepositoriesError &) const = default;
};

} // namespace countersign::api
