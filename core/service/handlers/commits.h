// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_commits.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::CreateCommit::Output> handle(Call &, const api::CreateCommit::Input &);
Result<api::GetCommit::Output> handle(Call &, const api::GetCommit::Input &);
Result<api::BatchGetCommits::Output> handle(Call &, const api::BatchGetCommits::Input &);
Result<api::GetDifferences::Output> handle(Call &, const api::GetDifferences::Input &);

} // namespace countersign::service
