// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_repositories.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::CreateRepository::Output> handle(Call &, const api::CreateRepository::Input &);
Result<api::GetRepository::Output> handle(Call &, const api::GetRepository::Input &);
Result<api::BatchGetRepositories::Output> handle(Call &, const api::BatchGetRepositories::Input &);
Result<api::ListRepositories::Output> handle(Call &, const api::ListRepositories::Input &);
Result<api::UpdateRepositoryDescription::Output> handle(Call &,
                                                        const api::UpdateRepositoryDescription::Input &);
Result<api::UpdateRepositoryName::Output> handle(Call &, const api::UpdateRepositoryName::Input &);
Result<api::DeleteRepository::Output> handle(Call &, const api::DeleteRepository::Input &);

} // namespace countersign::service
