// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_tags.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::TagResource::Output> handle(Call &, const api::TagResource::Input &);
Result<api::UntagResource::Output> handle(Call &, const api::UntagResource::Input &);
Result<api::ListTagsForResource::Output> handle(Call &, const api::ListTagsForResource::Input &);

} // namespace countersign::service
