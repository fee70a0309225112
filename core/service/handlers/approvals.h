// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_approvals.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::CreatePullRequestApprovalRule::Output> handle(Call &,
                                                          const api::CreatePullRequestApprovalRule::Input &);
Result<api::UpdatePullRequestApprovalRuleContent::Output>
handle(Call &, const api::UpdatePullRequestApprovalRuleContent::Input &);
Result<api::DeletePullRequestApprovalRule::Output> handle(Call &,
                                                          const api::DeletePullRequestApprovalRule::Input &);
Result<api::EvaluatePullRequestApprovalRules::Output>
handle(Call &, const api::EvaluatePullRequestApprovalRules::Input &);
Result<api::UpdatePullRequestApprovalState::Output>
handle(Call &, const api::UpdatePullRequestApprovalState::Input &);
Result<api::GetPullRequestApprovalStates::Output> handle(Call &,
                                                         const api::GetPullRequestApprovalStates::Input &);
Result<api::OverridePullRequestApprovalRules::Output>
handle(Call &, const api::OverridePullRequestApprovalRules::Input &);
Result<api::GetPullRequestOverrideState::Output> handle(Call &,
                                                        const api::GetPullRequestOverrideState::Input &);

} // namespace countersign::service
