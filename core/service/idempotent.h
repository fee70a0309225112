// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"
#include "core/service/call.h"
#include "core/store/idempotency.h"

#include <QCryptographicHash>
#include <QJsonDocument>

/// Answers kept for clientRequestToken. Both functions are called under a lock that all calls with the same
/// input share (the repository's), so that a repeated call finds what the first one left.
namespace countersign::service {

namespace detail {
template <class Op>
QString inputHash(const typename Op::Input &input)
{
    const QByteArray json = QJsonDocument(api::encode(input)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
}
} // namespace detail

/// The answer that an earlier call with this token gave; IdempotencyParameterMismatch when its input was
/// another one.
template <class Op>
Result<std::optional<typename Op::Output>> replay(const Call &call, const typename Op::Input &input,
                                                  const std::optional<QString> &token)
{
    if (!token)
        return std::nullopt;
    const auto kept = store::idempotency::find(call.db(), call.caller.arn, call.operation(), *token);
    if (!kept)
        return std::unexpected(kept.error());
    if (!*kept)
        return std::nullopt;
    if ((*kept)->inputHash != detail::inputHash<Op>(input))
        return api::wireFailure("IdempotencyParameterMismatchException",
                                QStringLiteral("The client request token was used with other parameters."));
    auto output =
        api::decode<typename Op::Output>(QJsonDocument::fromJson((*kept)->output.toUtf8()).object());
    if (!output)
        return std::unexpected(output.error());
    return std::optional(std::move(*output));
}

/// Keeps the answer, in the transaction of the change.
template <class Op>
Result<void> remember(const Call &call, store::Connection &tx, const typename Op::Input &input,
                      const std::optional<QString> &token, const typename Op::Output &output)
{
    if (!token)
        return {};
    const QByteArray json = QJsonDocument(api::encode(output)).toJson(QJsonDocument::Compact);
    return store::idempotency::keep(tx, call.caller.arn, call.operation(), *token,
                                    {detail::inputHash<Op>(input), QString::fromUtf8(json)}, call.now);
}

} // namespace countersign::service
