// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/paging.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace countersign::service {

QString makeToken(const api::OperationRow &row, const QStringList &position)
{
    QJsonArray parts{QString::fromLatin1(row.name)};
    for (const QString &part : position)
        parts.append(part);
    return QString::fromLatin1(QJsonDocument(parts)
                                   .toJson(QJsonDocument::Compact)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<std::optional<QStringList>> readToken(const api::OperationRow &row,
                                             const std::optional<QString> &token, int parts)
{
    if (!token)
        return std::nullopt;
    const auto bytes = QByteArray::fromBase64Encoding(
        token->toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonArray array = bytes ? QJsonDocument::fromJson(*bytes).array() : QJsonArray();
    QStringList position;
    for (const QJsonValue &value : array)
        position.append(value.toString());
    if (position.size() != parts + 1 || position.first() != QLatin1StringView(row.name))
        return api::wireFailure("InvalidContinuationTokenException",
                                u"The continuation token is not valid."_s);
    position.removeFirst();
    return position;
}

} // namespace countersign::service
