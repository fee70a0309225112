// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

/// JSON for plain structs. A struct has one visitor, used for encoding, decoding and validation:
///     template <class S, class V> static void fields(S &s, V &&v) { v("branchName", s.branchName); … }
/// Plain member: required; std::optional: may be absent; QList and QMap: empty when absent. Supported:
/// QString, bool, int, qint64, QByteArray (base64), Timestamp, structs with fields(), and QList,
/// QMap<QString, …>, optional of these. Unknown members are ignored, null counts as absent, a wrong JSON type
/// is SerializationException.
namespace countersign::api {

/// Milliseconds since 1970 UTC; on the wire seconds as a JSON number with up to three decimals.
struct Timestamp
{
    qint64 ms = 0;
    auto operator<=>(const Timestamp &) const = default;
};

template <class T>
concept Struct = requires(T &value) { T::fields(value, [](const char *, auto &) {}); };

namespace detail {

template <class T>
struct IsOptional : std::false_type
{
};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type
{
};
template <class T>
struct IsList : std::false_type
{
};
template <class T>
struct IsList<QList<T>> : std::true_type
{
};
template <class T>
struct IsMap : std::false_type
{
};
template <class T>
struct IsMap<QMap<QString, T>> : std::true_type
{
};

QJsonValue toJson(const QString &value);
QJsonValue toJson(bool value);
QJsonValue toJson(int value);
QJsonValue toJson(qint64 value);
QJsonValue toJson(const QByteArray &value);
QJsonValue toJson(const Timestamp &value);
bool fromJson(const QJsonValue &json, QString &value);
bool fromJson(const QJsonValue &json, bool &value);
bool fromJson(const QJsonValue &json, int &value);
bool fromJson(const QJsonValue &json, qint64 &value);
bool fromJson(const QJsonValue &json, QByteArray &value);
bool fromJson(const QJsonValue &json, Timestamp &value);
std::unexpected<Error> wrongType(const char *member);

template <class T>
QJsonValue write(const T &value);
template <class T>
bool read(const QJsonValue &json, T &value);

template <Struct T>
QJsonObject writeStruct(const T &value)
{
    QJsonObject object;
    T::fields(value, [&object](const char *name, const auto &member) {
        using M = std::remove_cvref_t<decltype(member)>;
        const QLatin1StringView key(name);
        if constexpr (IsOptional<M>::value) {
            if (member)
                object.insert(key, write(*member));
        } else {
            object.insert(key, write(member));
        }
    });
    return object;
}

/// The name of the first member whose JSON type is wrong; null when all is well.
template <Struct T>
const char *readStruct(const QJsonObject &object, T &value)
{
    const char *wrong = nullptr;
    T::fields(value, [&](const char *name, auto &member) {
        using M = std::remove_cvref_t<decltype(member)>;
        const QJsonValue json = object.value(QLatin1StringView(name));
        if (json.isUndefined() || json.isNull())
            return;
        bool ok = true;
        if constexpr (IsOptional<M>::value) {
            typename M::value_type inner{};
            ok = read(json, inner);
            if (ok)
                member = std::move(inner);
        } else {
            ok = read(json, member);
        }
        if (!ok && !wrong)
            wrong = name;
    });
    return wrong;
}

template <class T>
QJsonValue write(const T &value)
{
    if constexpr (Struct<T>) {
        return writeStruct(value);
    } else if constexpr (IsList<T>::value) {
        QJsonArray array;
        for (const auto &item : value)
            array.append(write(item));
        return array;
    } else if constexpr (IsMap<T>::value) {
        QJsonObject object;
        for (auto it = value.cbegin(); it != value.cend(); ++it)
            object.insert(it.key(), write(it.value()));
        return object;
    } else {
        return toJson(value);
    }
}

template <class T>
bool read(const QJsonValue &json, T &value)
{
    if constexpr (Struct<T>) {
        return json.isObject() && !readStruct(json.toObject(), value);
    } else if constexpr (IsList<T>::value) {
        if (!json.isArray())
            return false;
        const QJsonArray array = json.toArray();
        value.reserve(array.size());
        for (const QJsonValue &item : array) {
            typename T::value_type inner{};
            if (!read(item, inner))
                return false;
            value.append(std::move(inner));
        }
        return true;
    } else if constexpr (IsMap<T>::value) {
        if (!json.isObject())
            return false;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            typename T::mapped_type inner{};
            if (!read(it.value(), inner))
                return false;
            value.insert(it.key(), std::move(inner));
        }
        return true;
    } else {
        return fromJson(json, value);
    }
}

} // namespace detail

template <Struct T>
QJsonObject encode(const T &value)
{
    return detail::writeStruct(value);
}

/// Absent required members stay at their default: "…Required" errors are the field rules' business
/// (core/api/rules.h).
template <Struct T>
Result<T> decode(const QJsonObject &object)
{
    T value{};
    if (const char *wrong = detail::readStruct(object, value))
        return detail::wrongType(wrong);
    return value;
}

} // namespace countersign::api
