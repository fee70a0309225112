// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_hosting.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::ImportRepository::Output> handle(Call &, const api::ImportRepository::Input &);
Result<api::ListDeletedRepositories::Output> handle(Call &, const api::ListDeletedRepositories::Input &);
Result<api::RestoreRepository::Output> handle(Call &, const api::RestoreRepository::Input &);
Result<api::CreateTag::Output> handle(Call &, const api::CreateTag::Input &);
Result<api::DeleteTag::Output> handle(Call &, const api::DeleteTag::Input &);
Result<api::ListPeople::Output> handle(Call &, const api::ListPeople::Input &);
Result<api::CreatePerson::Output> handle(Call &, const api::CreatePerson::Input &);

} // namespace countersign::service
