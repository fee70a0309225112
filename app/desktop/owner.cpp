// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/owner.h"

#include <QProcess>
#include <QRegularExpression>

namespace countersign::desktop {

namespace {

QString configured(const QString &key)
{
    QProcess git;
    git.start(QStringLiteral("git"),
              {QStringLiteral("config"), QStringLiteral("--global"), QStringLiteral("--get"), key});
    if (!git.waitForFinished(2000)) {
        git.kill();
        git.waitForFinished(500);
        return {};
    }
    return QString::fromUtf8(git.readAllStandardOutput()).trimmed();
}

} // namespace

service::HubSettings::FirstPerson ownerOfThisComputer()
{
    service::HubSettings::FirstPerson person;
    static const QRegularExpression unusual(QStringLiteral("[^A-Za-z0-9+=,.@_-]"));
    const QString account = QString::fromLocal8Bit(qgetenv("USER")).remove(unusual).left(64);
    if (!account.isEmpty())
        person.userName = account;
    const QString name = configured(QStringLiteral("user.name"));
    person.displayName = name.isEmpty() ? person.userName : name;
    person.email = configured(QStringLiteral("user.email"));
    return person;
}

} // namespace countersign::desktop
