// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

#include <functional>

namespace countersign::service {

class Call;

/// One row of the dispatch: decodes and checks the input, authorises, runs the handler, encodes the answer.
using Handler = std::function<Result<QJsonObject>(Call &, const QJsonObject &)>;

/// Null for an unknown operation. Every row of the operation table has one: a missing handle() does not
/// compile.
const Handler *findHandler(const QString &operation);

} // namespace countersign::service
