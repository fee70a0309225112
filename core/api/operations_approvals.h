// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_approvals.h"

namespace countersign::api {

struct CreatePullRequestApprovalRule
{
    static constexpr OperationRow row{
        "CreatePullRequestApprovalRule",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@PR ApprovalRuleNameRequired InvalidApprovalRuleName ApprovalRuleNameAlreadyExists "
        "ApprovalRuleContentRequired InvalidApprovalRuleContent NumberOfRulesExceeded "
        "PullRequestAlreadyClosed @ENC",
        "Adds an approval rule to an open pull request."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString approvalRuleName;
        QString approvalRuleContent;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("approvalRuleName", s.approvalRuleName);
            v("approvalRuleContent", s.approvalRuleContent);
        }
    };
    struct Output
    {
        ApprovalRule approvalRule;
        static void fields(auto &s, auto &&v) { v("approvalRule", s.approvalRule); }
    };
};

struct UpdatePullRequestApprovalRuleContent
{
    static constexpr OperationRow row{
        "UpdatePullRequestApprovalRuleContent",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@PR PullRequestAlreadyClosed ApprovalRuleNameRequired InvalidApprovalRuleName "
        "ApprovalRuleDoesNotExist InvalidRuleContentSha256 ApprovalRuleContentRequired "
        "InvalidApprovalRuleContent CannotModifyApprovalRuleFromTemplate @ENC",
        "Replaces the content of an approval rule."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString approvalRuleName;
        std::optional<QString> existingRuleContentSha256;
        QString newRuleContent;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("approvalRuleName", s.approvalRuleName);
            v("existingRuleContentSha256", s.existingRuleContentSha256);
            v("newRuleContent", s.newRuleContent);
        }
    };
    struct Output
    {
        ApprovalRule approvalRule;
        static void fields(auto &s, auto &&v) { v("approvalRule", s.approvalRule); }
    };
};

struct DeletePullRequestApprovalRule
{
    static constexpr OperationRow row{
        "DeletePullRequestApprovalRule",
        Family::CodeCommit,
        Effect::Idempotent,
        Paging{},
        "@PR PullRequestAlreadyClosed ApprovalRuleNameRequired InvalidApprovalRuleName "
        "CannotDeleteApprovalRuleFromTemplate @ENC",
        "Removes an approval rule that no template made."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString approvalRuleName;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("approvalRuleName", s.approvalRuleName);
        }
    };
    struct Output
    {
        /// Absent when there was no such rule.
        std::optional<QString> approvalRuleId;
        static void fields(auto &s, auto &&v) { v("approvalRuleId", s.approvalRuleId); }
    };
};

struct EvaluatePullRequestApprovalRules
{
    static constexpr OperationRow row{"EvaluatePullRequestApprovalRules",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{},
                                      "@PR @REV RevisionNotCurrent @ENC",
                                      "Tells which approval rules the current revision satisfies."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString revisionId;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("revisionId", s.revisionId);
        }
    };
    struct Output
    {
        Evaluation evaluation;
        static void fields(auto &s, auto &&v) { v("evaluation", s.evaluation); }
    };
};

struct UpdatePullRequestApprovalState
{
    static constexpr OperationRow row{
        "UpdatePullRequestApprovalState",
        Family::CodeCommit,
        Effect::Idempotent,
        Paging{},
        "@PR @REV InvalidApprovalState ApprovalStateRequired "
        "PullRequestCannotBeApprovedByAuthor RevisionNotCurrent PullRequestAlreadyClosed "
        "MaximumNumberOfApprovalsExceeded @ENC",
        "Gives or takes back the caller's approval of the current revision."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString revisionId;
        QString approvalState;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("revisionId", s.revisionId);
            v("approvalState", s.approvalState);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct GetPullRequestApprovalStates
{
    static constexpr OperationRow row{
        "GetPullRequestApprovalStates",  Family::CodeCommit, Effect::Read, Paging{}, "@PR @REV @ENC",
        "Lists who approved a revision."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString revisionId;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("revisionId", s.revisionId);
        }
    };
    struct Output
    {
        QList<Approval> approvals;
        static void fields(auto &s, auto &&v) { v("approvals", s.approvals); }
    };
};

struct OverridePullRequestApprovalRules
{
    static constexpr OperationRow row{
        "OverridePullRequestApprovalRules",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@PR @REV InvalidOverrideStatus OverrideStatusRequired OverrideAlreadySet "
        "RevisionNotCurrent PullRequestAlreadyClosed @ENC",
        "Sets all approval rules of the current revision aside, or ends that."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString revisionId;
        QString overrideStatus;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("revisionId", s.revisionId);
            v("overrideStatus", s.overrideStatus);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct GetPullRequestOverrideState
{
    static constexpr OperationRow row{"GetPullRequestOverrideState",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{},
                                      "@PR @REV @ENC",
                                      "Tells whether the rules of a revision were set aside, and by whom."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString pullRequestId;
        QString revisionId;
        static void fields(auto &s, auto &&v)
        {
            v("pullRequestId", s.pullRequestId);
            v("revisionId", s.revisionId);
        }
    };
    struct Output
    {
        bool overridden = false;
        std::optional<QString> overrider;
        static void fields(auto &s, auto &&v)
        {
            v("overridden", s.overridden);
            v("overrider", s.overrider);
        }
    };
};

} // namespace countersign::api
