// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/recents.h"

#include "core/accounts/settings.h"

namespace countersign::reviewui {

namespace {
const QString key = QStringLiteral("inbox/recent");
constexpr qsizetype kept = 10;
} // namespace

QList<Recent> recents(const accounts::Settings *settings)
{
    QList<Recent> list;
    if (!settings)
        return list;
    for (const QVariant &value : settings->value(key).toList()) {
        const QVariantMap map = value.toMap();
        list.append(
            {ui::Address::fromString(map.value(QStringLiteral("address")).toString()),
             map.value(QStringLiteral("title")).toString(), map.value(QStringLiteral("detail")).toString(),
             map.value(QStringLiteral("icon")).toString(), map.value(QStringLiteral("opened")).toLongLong()});
    }
    return list;
}

void noteRecent(accounts::Settings *settings, const Recent &recent)
{
    if (!settings)
        return;
    QList<Recent> list = recents(settings);
    list.removeIf([&](const Recent &other) { return other.address == recent.address; });
    list.prepend(recent);
    QVariantList values;
    for (const auto &item : list.mid(0, kept))
        values.append(QVariantMap{{QStringLiteral("address"), item.address.toString()},
                                  {QStringLiteral("title"), item.title},
                                  {QStringLiteral("detail"), item.detail},
                                  {QStringLiteral("icon"), item.icon},
                                  {QStringLiteral("opened"), item.openedMs}});
    settings->setValue(key, values);
}

} // namespace countersign::reviewui
