// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <optional>

namespace countersign::git {

/// The id of a Git object: SHA-1 (20 bytes) or SHA-256 (32 bytes). A value of 33 bytes, copied freely, any
/// thread.
class Oid
{
public:
    /// The null id: no object.
    constexpr Oid() = default;

    /// Reads 40 or 64 hexadecimal digits; anything else is no id.
    static std::optional<Oid> fromHex(QByteArrayView hex);
    static std::optional<Oid> fromHex(QStringView hex);
    /// Reads 20 or 32 raw bytes.
    static std::optional<Oid> fromRaw(QByteArrayView raw);

    bool isNull() const;
    /// 20 or 32; 0 for the null id made by the default constructor.
    int size() const { return m_size; }
    QByteArrayView raw() const { return {reinterpret_cast<const char *>(m_bytes.data()), m_size}; }
    /// All digits, lower case.
    QByteArray hex() const;
    QString toString() const;
    /// The first seven digits, as the screens show an id.
    QString shortString() const;

    bool operator==(const Oid &) const = default;
    auto operator<=>(const Oid &) const = default;

private:
    std::array<unsigned char, 32> m_bytes{};
    unsigned char m_size = 0;
};

inline size_t qHash(const Oid &id, size_t seed = 0) noexcept { return ::qHash(id.raw(), seed); }

} // namespace countersign::git
