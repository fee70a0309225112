// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_files.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::PutFile::Output> handle(Call &, const api::PutFile::Input &);
Result<api::DeleteFile::Output> handle(Call &, const api::DeleteFile::Input &);
Result<api::GetFile::Output> handle(Call &, const api::GetFile::Input &);
Result<api::GetBlob::Output> handle(Call &, const api::GetBlob::Input &);
Result<api::GetFolder::Output> handle(Call &, const api::GetFolder::Input &);

} // namespace countersign::service
