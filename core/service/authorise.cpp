// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/authorise.h"

#include "core/api/errors.h"
#include "core/api/optable.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

Result<void> authorise(const store::PersonRow &caller, const api::OperationRow &row,
                       const store::RepositoryRow *repository)
{
    if (caller.active)
        return {};
    return api::wireFailure(
        "AccessDeniedException",
        u"User: %1 is not authorized to perform: %2 on resource: %3 because the user is"
        " not active"_s.arg(caller.arn, api::iamAction(row), repository ? repository->name : u"*"_s));
}

} // namespace countersign::service
