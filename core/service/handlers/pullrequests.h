// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_pullrequests.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::CreatePullRequest::Output> handle(Call &, const api::CreatePullRequest::Input &);
Result<api::GetPullRequest::Output> handle(Call &, const api::GetPullRequest::Input &);
Result<api::ListPullRequests::Output> handle(Call &, const api::ListPullRequests::Input &);
Result<api::UpdatePullRequestTitle::Output> handle(Call &, const api::UpdatePullRequestTitle::Input &);
Result<api::UpdatePullRequestDescription::Output> handle(Call &,
                                                         const api::UpdatePullRequestDescription::Input &);
Result<api::UpdatePullRequestStatus::Output> handle(Call &, const api::UpdatePullRequestStatus::Input &);
Result<api::DescribePullRequestEvents::Output> handle(Call &, const api::DescribePullRequestEvents::Input &);
Result<api::MergePullRequestByFastForward::Output> handle(Call &,
                                                          const api::MergePullRequestByFastForward::Input &);
Result<api::MergePullRequestBySquash::Output> handle(Call &, const api::MergePullRequestBySquash::Input &);
Result<api::MergePullRequestByThreeWay::Output> handle(Call &,
                                                       const api::MergePullRequestByThreeWay::Input &);

} // namespace countersign::service
