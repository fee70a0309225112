// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/oid.h"

#include <algorithm>

namespace countersign::git {

namespace {

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<Oid> Oid::fromHex(QByteArrayView hex)
{
    if (hex.size() != 40 && hex.size() != 64)
        return std::nullopt;
    Oid id;
    id.m_size = static_cast<unsigned char>(hex.size() / 2);
    for (qsizetype i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        id.m_bytes[static_cast<size_t>(i / 2)] = static_cast<unsigned char>(high * 16 + low);
    }
    return id;
}

std::optional<Oid> Oid::fromHex(QStringView hex)
{
    if (hex.size() != 40 && hex.size() != 64)
        return std::nullopt;
    return fromHex(QByteArrayView(hex.toLatin1()));
}

std::optional<Oid> Oid::fromRaw(QByteArrayView raw)
{
    if (raw.size() != 20 && raw.size() != 32)
        return std::nullopt;
    Oid id;
    id.m_size = static_cast<unsigned char>(raw.size());
    std::copy(raw.begin(), raw.end(), reinterpret_cast<char *>(id.m_bytes.data()));
    return id;
}

bool Oid::isNull() const
{
    return std::ranges::all_of(m_bytes, [](unsigned char byte) { return byte == 0; });
}

QByteArray Oid::hex() const { return raw().toByteArray().toHex(); }

QString Oid::toString() const { return QString::fromLatin1(hex()); }

QString Oid::shortString() const { return toString().left(7); }

} // namespace countersign::git
