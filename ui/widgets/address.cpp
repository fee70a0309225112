// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/address.h"

#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace countersign::ui {

namespace {

constexpr std::array<std::pair<Address::Page, const char *>, 8> pages{{
    {Address::Page::Welcome, "welcome"},
    {Address::Page::Inbox, "inbox"},
    {Address::Page::PullRequests, "pullrequests"},
    {Address::Page::Repository, "repository"},
    {Address::Page::PullRequest, "pullrequest"},
    {Address::Page::NewPullRequest, "newpullrequest"},
    {Address::Page::Settings, "settings"},
    {Address::Page::About, "about"},
}};

QString part(const QString &text) { return QString::fromUtf8(QUrl::toPercentEncoding(text)); }

QString text(QStringView part) { return QUrl::fromPercentEncoding(part.toUtf8()); }

// The characters at the front of `bytes` as text that gives the same bytes again; empty where there is none.
QString characterAt(QByteArrayView bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const qsizetype length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first == '%' || length > bytes.size() || !bytes.first(length).isValidUtf8())
        return {};
    // A byte order mark is valid and yet dropped in conversion.
    const QString character = QString::fromUtf8(bytes.first(length));
    return character.toUtf8() == bytes.first(length) ? character : QString();
}

int digit(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'A' && c <= u'F')
        return c.unicode() - u'A' + 10;
    return c >= u'a' && c <= u'f' ? c.unicode() - u'a' + 10 : -1;
}

} // namespace

QString addressText(QByteArrayView bytes)
{
    QString result;
    result.reserve(bytes.size());
    while (!bytes.isEmpty()) {
        const QString character = characterAt(bytes);
        if (character.isEmpty())
            result += QLatin1Char('%') + QString::fromLatin1(bytes.first(1).toByteArray().toHex().toUpper());
        else
            result += character;
        bytes = bytes.sliced(character.isEmpty() ? 1 : character.toUtf8().size());
    }
    return result;
}

QByteArray addressBytes(QStringView text)
{
    QByteArray result;
    while (!text.isEmpty()) {
        const int high = text.size() > 2 && text.front() == u'%' ? digit(text[1]) : -1;
        const int low = high < 0 ? -1 : digit(text[2]);
        if (low >= 0) {
            result += static_cast<char>(high * 16 + low);
            text = text.sliced(3);
            continue;
        }
        const qsizetype next = text.indexOf(u'%', 1);
        const QStringView plain = next < 0 ? text : text.first(next);
        result += plain.toUtf8();
        text = text.sliced(plain.size());
    }
    return result;
}

QString Address::toString() const
{
    QString name;
    for (const auto &[value, known] : pages) {
        if (value == page)
            name = QLatin1StringView(known);
    }
    QString result =
        QStringList{part(hub), name, part(repository), part(item), part(tab)}.join(QLatin1Char('/'));
    QStringList pairs;
    for (auto it = query.begin(); it != query.end(); ++it)
        pairs.append(part(it.key()) + QLatin1Char('=') + part(it.value()));
    if (!pairs.isEmpty())
        result += QLatin1Char('?') + pairs.join(QLatin1Char('&'));
    return result;
}

Address Address::fromString(const QString &whole)
{
    Address address;
    const qsizetype mark = whole.indexOf(QLatin1Char('?'));
    const QList<QStringView> parts =
        QStringView(whole).left(mark < 0 ? whole.size() : mark).split(QLatin1Char('/'));
    const auto at = [&](qsizetype i) { return i < parts.size() ? text(parts[i]) : QString(); };
    address.hub = at(0);
    for (const auto &[value, known] : pages) {
        if (at(1) == QLatin1StringView(known))
            address.page = value;
    }
    address.repository = at(2);
    address.item = at(3);
    address.tab = at(4);
    if (mark >= 0) {
        for (const QStringView pair :
             QStringView(whole).mid(mark + 1).split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
            const qsizetype equal = pair.indexOf(QLatin1Char('='));
            if (equal > 0)
                address.query.insert(text(pair.left(equal)), text(pair.mid(equal + 1)));
        }
    }
    return address;
}

} // namespace countersign::ui
