// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_merges.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::GetMergeOptions::Output> handle(Call &, const api::GetMergeOptions::Input &);
Result<api::GetMergeConflicts::Output> handle(Call &, const api::GetMergeConflicts::Input &);
Result<api::MergeBranchesByFastForward::Output> handle(Call &,
                                                       const api::MergeBranchesByFastForward::Input &);
Result<api::MergeBranchesBySquash::Output> handle(Call &, const api::MergeBranchesBySquash::Input &);
Result<api::MergeBranchesByThreeWay::Output> handle(Call &, const api::MergeBranchesByThreeWay::Input &);

} // namespace countersign::service
