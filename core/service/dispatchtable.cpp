// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/dispatchtable.h"

#include "core/api/operations.h"
#include "core/api/validate.h"
#include "core/service/authorise.h"
#include "core/service/handlers/approvals.h"
#include "core/service/handlers/branches.h"
#include "core/service/handlers/comments.h"
#include "core/service/handlers/commits.h"
#include "core/service/handlers/files.h"
#include "core/service/handlers/hosting.h"
#include "core/service/handlers/merges.h"
#include "core/service/handlers/pullrequests.h"
#include "core/service/handlers/repositories.h"
#include "core/service/handlers/review.h"
#include "core/service/handlers/tags.h"
#include "core/service/handlers/templates.h"

#include <QHash>

namespace countersign::service {

namespace {

template <class Op>
Result<QJsonObject> perform(Call &call, const QJsonObject &json)
{
    const auto input = api::decode<typename Op::Input>(json);
    if (!input)
        return std::unexpected(input.error());
    if (auto valid = api::validate<Op>(*input); !valid)
        return std::unexpected(valid.error());
    if (auto allowed = authorise(call.caller, call.row, nullptr); !allowed)
        return std::unexpected(allowed.error());
    return handle(call, *input).transform([](const typename Op::Output &output) {
        return api::encode(output);
    });
}

QHash<QString, Handler> makeTable()
{
    QHash<QString, Handler> table;
    api::Operations::forEach([&table]<class Op>() { table.insert(Op::name(), perform<Op>); });
    return table;
}

} // namespace

const Handler *findHandler(const QString &operation)
{
    static const QHash<QString, Handler> table = makeTable();
    const auto found = table.constFind(operation);
    return found == table.cend() ? nullptr : &*found;
}

} // namespace countersign::service
