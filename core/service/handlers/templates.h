// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_templates.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::CreateApprovalRuleTemplate::Output> handle(Call &,
                                                       const api::CreateApprovalRuleTemplate::Input &);
Result<api::GetApprovalRuleTemplate::Output> handle(Call &, const api::GetApprovalRuleTemplate::Input &);
Result<api::ListApprovalRuleTemplates::Output> handle(Call &, const api::ListApprovalRuleTemplates::Input &);
Result<api::UpdateApprovalRuleTemplateName::Output>
handle(Call &, const api::UpdateApprovalRuleTemplateName::Input &);
Result<api::UpdateApprovalRuleTemplateDescription::Output>
handle(Call &, const api::UpdateApprovalRuleTemplateDescription::Input &);
Result<api::UpdateApprovalRuleTemplateContent::Output>
handle(Call &, const api::UpdateApprovalRuleTemplateContent::Input &);
Result<api::DeleteApprovalRuleTemplate::Output> handle(Call &,
                                                       const api::DeleteApprovalRuleTemplate::Input &);
Result<api::AssociateApprovalRuleTemplateWithRepository::Output>
handle(Call &, const api::AssociateApprovalRuleTemplateWithRepository::Input &);
Result<api::DisassociateApprovalRuleTemplateFromRepository::Output>
handle(Call &, const api::DisassociateApprovalRuleTemplateFromRepository::Input &);
Result<api::BatchAssociateApprovalRuleTemplateWithRepositories::Output>
handle(Call &, const api::BatchAssociateApprovalRuleTemplateWithRepositories::Input &);
Result<api::BatchDisassociateApprovalRuleTemplateFromRepositories::Output>
handle(Call &, const api::BatchDisassociateApprovalRuleTemplateFromRepositories::Input &);
Result<api::ListAssociatedApprovalRuleTemplatesForRepository::Output>
handle(Call &, const api::ListAssociatedApprovalRuleTemplatesForRepository::Input &);
Result<api::ListRepositoriesForApprovalRuleTemplate::Output>
handle(Call &, const api::ListRepositoriesForApprovalRuleTemplate::Input &);

} // namespace countersign::service
