// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operation.h"
#include "core/api/types_approvals.h"

namespace countersign::api {

struct CreateApprovalRuleTemplate
{
    static constexpr OperationRow row{
        "CreateApprovalRuleTemplate",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "ApprovalRuleTemplateNameRequired InvalidApprovalRuleTemplateName "
        "ApprovalRuleTemplateNameAlreadyExists ApprovalRuleTemplateContentRequired "
        "InvalidApprovalRuleTemplateContent InvalidApprovalRuleTemplateDescription "
        "NumberOfRuleTemplatesExceeded",
        "Creates an approval rule template."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        QString approvalRuleTemplateContent;
        std::optional<QString> approvalRuleTemplateDescription;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateName", s.approvalRuleTemplateName);
            v("approvalRuleTemplateContent", s.approvalRuleTemplateContent);
            v("approvalRuleTemplateDescription", s.approvalRuleTemplateDescription);
        }
    };
    struct Output
    {
        ApprovalRuleTemplate approvalRuleTemplate;
        static void fields(auto &s, auto &&v) { v("approvalRuleTemplate", s.approvalRuleTemplate); }
    };
};

struct GetApprovalRuleTemplate
{
    static constexpr OperationRow row{"GetApprovalRuleTemplate",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{},
                                      "@TPL",
                                      "Describes one approval rule template."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        static void fields(auto &s, auto &&v) { v("approvalRuleTemplateName", s.approvalRuleTemplateName); }
    };
    struct Output
    {
        ApprovalRuleTemplate approvalRuleTemplate;
        static void fields(auto &s, auto &&v) { v("approvalRuleTemplate", s.approvalRuleTemplate); }
    };
};

struct ListApprovalRuleTemplates
{
    static constexpr OperationRow row{"ListApprovalRuleTemplates",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{"nextToken", "maxResults", 100, 1000},
                                      "@PAG",
                                      "Lists the approval rule templates of the hub by name."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<QString> approvalRuleTemplateNames;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateNames", s.approvalRuleTemplateNames);
            v("nextToken", s.nextToken);
        }
    };
};

struct UpdateApprovalRuleTemplateName
{
    static constexpr OperationRow row{"UpdateApprovalRuleTemplateName",
                                      Family::CodeCommit,
                                      Effect::Write,
                                      Paging{},
                                      "@TPL ApprovalRuleTemplateNameAlreadyExists",
                                      "Renames an approval rule template."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString oldApprovalRuleTemplateName;
        QString newApprovalRuleTemplateName;
        static void fields(auto &s, auto &&v)
        {
            v("oldApprovalRuleTemplateName", s.oldApprovalRuleTemplateName);
            v("newApprovalRuleTemplateName", s.newApprovalRuleTemplateName);
        }
    };
    struct Output
    {
        ApprovalRuleTemplate approvalRuleTemplate;
        static void fields(auto &s, auto &&v) { v("approvalRuleTemplate", s.approvalRuleTemplate); }
    };
};

struct UpdateApprovalRuleTemplateDescription
{
    static constexpr OperationRow row{"UpdateApprovalRuleTemplateDescription",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@TPL InvalidApprovalRuleTemplateDescription",
                                      "Changes the description of an approval rule template."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        QString approvalRuleTemplateDescription;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateName", s.approvalRuleTemplateName);
            v("approvalRuleTemplateDescription", s.approvalRuleTemplateDescription);
        }
    };
    struct Output
    {
        ApprovalRuleTemplate approvalRuleTemplate;
        static void fields(auto &s, auto &&v) { v("approvalRuleTemplate", s.approvalRuleTemplate); }
    };
};

struct UpdateApprovalRuleTemplateContent
{
    static constexpr OperationRow row{
        "UpdateApprovalRuleTemplateContent",
        Family::CodeCommit,
        Effect::Write,
        Paging{},
        "@TPL InvalidApprovalRuleTemplateContent InvalidRuleContentSha256 "
        "ApprovalRuleTemplateContentRequired",
        "Replaces the content of a template; rules it made before stay as they are."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        QString newRuleContent;
        std::optional<QString> existingRuleContentSha256;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateName", s.approvalRuleTemplateName);
            v("newRuleContent", s.newRuleContent);
            v("existingRuleContentSha256", s.existingRuleContentSha256);
        }
    };
    struct Output
    {
        ApprovalRuleTemplate approvalRuleTemplate;
        static void fields(auto &s, auto &&v) { v("approvalRuleTemplate", s.approvalRuleTemplate); }
    };
};

struct DeleteApprovalRuleTemplate
{
    static constexpr OperationRow row{"DeleteApprovalRuleTemplate",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "ApprovalRuleTemplateNameRequired InvalidApprovalRuleTemplateName "
                                      "ApprovalRuleTemplateInUse",
                                      "Deletes a template that no repository is associated with."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        static void fields(auto &s, auto &&v) { v("approvalRuleTemplateName", s.approvalRuleTemplateName); }
    };
    struct Output
    {
        /// Empty when there was no such template.
        QString approvalRuleTemplateId;
        static void fields(auto &s, auto &&v) { v("approvalRuleTemplateId", s.approvalRuleTemplateId); }
    };
};

struct AssociateApprovalRuleTemplateWithRepository
{
    static constexpr OperationRow row{
        "AssociateApprovalRuleTemplateWithRepository",
        Family::CodeCommit,
        Effect::Idempotent,
        Paging{},
        "@REPO @TPL MaximumRuleTemplatesAssociatedWithRepository @ENC",
        "Makes a template add its rule to later pull requests of a repository."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        QString repositoryName;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateName", s.approvalRuleTemplateName);
            v("repositoryName", s.repositoryName);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct DisassociateApprovalRuleTemplateFromRepository
{
    static constexpr OperationRow row{"DisassociateApprovalRuleTemplateFromRepository",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@REPO @TPL @ENC",
                                      "Ends an association; rules made before stay."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        QString repositoryName;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateName", s.approvalRuleTemplateName);
            v("repositoryName", s.repositoryName);
        }
    };
    struct Output
    {
        static void fields(auto &, auto &&) {}
    };
};

struct BatchAssociateApprovalRuleTemplateWithRepositories
{
    static constexpr OperationRow row{"BatchAssociateApprovalRuleTemplateWithRepositories",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@TPL RepositoryNamesRequired MaximumRepositoryNamesExceeded @ENC",
                                      "Associates a template with up to 100 repositories."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        QList<QString> repositoryNames;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateName", s.approvalRuleTemplateName);
            v("repositoryNames", s.repositoryNames);
        }
    };
    struct Output
    {
        QList<QString> associatedRepositoryNames;
        QList<BatchAssociateApprovalRuleTemplateWithRepositoriesError> errors;
        static void fields(auto &s, auto &&v)
        {
            v("associatedRepositoryNames", s.associatedRepositoryNames);
            v("errors", s.errors);
        }
    };
};

struct BatchDisassociateApprovalRuleTemplateFromRepositories
{
    static constexpr OperationRow row{"BatchDisassociateApprovalRuleTemplateFromRepositories",
                                      Family::CodeCommit,
                                      Effect::Idempotent,
                                      Paging{},
                                      "@TPL RepositoryNamesRequired MaximumRepositoryNamesExceeded @ENC",
                                      "Ends the association of a template with up to 100 repositories."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        QList<QString> repositoryNames;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateName", s.approvalRuleTemplateName);
            v("repositoryNames", s.repositoryNames);
        }
    };
    struct Output
    {
        QList<QString> disassociatedRepositoryNames;
        QList<BatchDisassociateApprovalRuleTemplateFromRepositoriesError> errors;
        static void fields(auto &s, auto &&v)
        {
            v("disassociatedRepositoryNames", s.disassociatedRepositoryNames);
            v("errors", s.errors);
        }
    };
};

struct ListAssociatedApprovalRuleTemplatesForRepository
{
    static constexpr OperationRow row{"ListAssociatedApprovalRuleTemplatesForRepository",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{"nextToken", "maxResults", 100, 1000},
                                      "@REPO @PAG @ENC",
                                      "Lists the templates associated with a repository."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString repositoryName;
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryName", s.repositoryName);
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<QString> approvalRuleTemplateNames;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateNames", s.approvalRuleTemplateNames);
            v("nextToken", s.nextToken);
        }
    };
};

struct ListRepositoriesForApprovalRuleTemplate
{
    static constexpr OperationRow row{"ListRepositoriesForApprovalRuleTemplate",
                                      Family::CodeCommit,
                                      Effect::Read,
                                      Paging{"nextToken", "maxResults", 100, 1000},
                                      "@TPL @PAG @ENC",
                                      "Lists the repositories a template is associated with."};
    static QString name() { return QString::fromLatin1(row.name); }

    struct Input
    {
        QString approvalRuleTemplateName;
        std::optional<QString> nextToken;
        std::optional<int> maxResults;
        static void fields(auto &s, auto &&v)
        {
            v("approvalRuleTemplateName", s.approvalRuleTemplateName);
            v("nextToken", s.nextToken);
            v("maxResults", s.maxResults);
        }
    };
    struct Output
    {
        QList<QString> repositoryNames;
        std::optional<QString> nextToken;
        static void fields(auto &s, auto &&v)
        {
            v("repositoryNames", s.repositoryNames);
            v("nextToken", s.nextToken);
        }
    };
};

} // namespace countersign::api
