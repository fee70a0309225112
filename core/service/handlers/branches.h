// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_branches.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::CreateBranch::Output> handle(Call &, const api::CreateBranch::Input &);
Result<api::GetBranch::Output> handle(Call &, const api::GetBranch::Input &);
Result<api::ListBranches::Output> handle(Call &, const api::ListBranches::Input &);
Result<api::UpdateDefaultBranch::Output> handle(Call &, const api::UpdateDefaultBranch::Input &);
Result<api::DeleteBranch::Output> handle(Call &, const api::DeleteBranch::Input &);

} // namespace countersign::service
