// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/codec.h"

#include "core/api/errors.h"

#include <cmath>
#include <limits>

namespace countersign::api::detail {

namespace {

/// Doubles carry integers exactly up to here.
constexpr double exactInteger = 9007199254740992.0;

template <class T>
bool readInteger(const QJsonValue &json, T &value)
{
    if (!json.isDouble())
        return false;
    const double number = json.toDouble();
    if (number != std::floor(number) || std::fabs(number) > exactInteger ||
        number < double(std::numeric_limits<T>::min()) || number > double(std::numeric_limits<T>::max()))
        return false;
    value = T(json.toInteger());
    return true;
}

} // namespace

QJsonValue toJson(const QString &value) { return value; }
QJsonValue toJson(bool value) { return value; }
QJsonValue toJson(int value) { return value; }
QJsonValue toJson(qint64 value) { return value; }
QJsonValue toJson(const QByteArray &value) { return QString::fromLatin1(value.toBase64()); }
QJsonValue toJson(const Timestamp &value)
{
    return value.ms % 1000 == 0 ? QJsonValue(value.ms / 1000) : QJsonValue(double(value.ms) / 1000.0);
}

bool fromJson(const QJsonValue &json, QString &value)
{
    value = json.toString();
    return json.isString();
}

bool fromJson(const QJsonValue &json, bool &value)
{
    value = json.toBool();
    return json.isBool();
}

bool fromJson(const QJsonValue &json, int &value) { return readInteger(json, value); }
bool fromJson(const QJsonValue &json, qint64 &value) { return readInteger(json, value); }

bool fromJson(const QJsonValue &json, QByteArray &value)
{
    if (!json.isString())
        return false;
    auto decoded = QByteArray::fromBase64Encoding(
        json.toString().toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return false;
    value = std::move(decoded.decoded);
    return true;
}

bool fromJson(const QJsonValue &json, Timestamp &value)
{
    if (!json.isDouble())
        return false;
    const double seconds = json.toDouble();
    if (!std::isfinite(seconds) || std::fabs(seconds) > exactInteger / 1000.0)
        return false;
    value.ms = std::llround(seconds * 1000.0);
    return true;
}

std::unexpected<Error> wrongType(const char *member)
{
    return wireFailure("SerializationException",
                       QStringLiteral("The member %1 has the wrong type.").arg(QLatin1StringView(member)));
}

} // namespace countersign::api::detail
