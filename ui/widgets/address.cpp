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

} // namespace

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
