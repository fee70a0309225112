// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/call.h"
#include "core/store/templates.h"

namespace countersign::service {

/// ApprovalRuleTemplateDoesNotExist when there is none.
Result<store::TemplateRow> templateByName(const Call &, const QString &name);
/// Doing it again succeeds. InvalidRepositoryName, RepositoryDoesNotExist,
/// MaximumRuleTemplatesAssociatedWithRepository.
Result<void> associate(Call &, const store::TemplateRow &, const QString &repositoryName);
Result<void> disassociate(Call &, const store::TemplateRow &, const QString &repositoryName);

} // namespace countersign::service
