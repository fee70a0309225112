// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/hubs.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

namespace countersign::accounts {

namespace {

/// Begins the names of folders that are no hubs. Ids of hubs never begin with a dot.
const QString leftoverPrefix = QStringLiteral(".removed-");
const QString unfinishedName = QStringLiteral(".unfinished-sample");

Result<void> makeFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return failure(ErrorKind::Internal, QStringLiteral("The folder %1 cannot be made.").arg(path));
    return {};
}

/// Out of sight in one step, then away file by file.
Result<void> removeFolder(const QString &path)
{
    if (!QFileInfo::exists(path))
        return {};
    const QFileInfo info(path);
    const QString aside =
        info.path() + u'/' + leftoverPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!QDir().rename(path, aside))
        return failure(ErrorKind::Internal, QStringLiteral("The folder %1 cannot be removed.").arg(path));
    if (!QDir(aside).removeRecursively())
        return failure(ErrorKind::Internal,
                       QStringLiteral("Not everything in %1 could be removed.").arg(aside));
    return {};
}

} // namespace

QString Hubs::defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/countersign");
}

Hubs::Hubs(QString dataFolder)
    : m_dataFolder(std::move(dataFolder))
{
}

QList<HubInfo> Hubs::known() const
{
    QList<HubInfo> hubs{local()};
    if (hasSample())
        hubs.append(sample());
    return hubs;
}

HubInfo Hubs::local() const
{
    return {QStringLiteral("local"), HubInfo::Kind::Local, hubsFolder() + QStringLiteral("/local"), false};
}

HubInfo Hubs::sample() const
{
    return {QStringLiteral("sample"), HubInfo::Kind::Sample, hubsFolder() + QStringLiteral("/sample"), true};
}

bool Hubs::hasSample() const { return QFileInfo(sample().folder).isDir(); }

Result<QString> Hubs::prepareSample() const
{
    const QString folder = hubsFolder() + u'/' + unfinishedName;
    if (auto removed = removeFolder(folder); !removed)
        return std::unexpected(removed.error());
    if (auto made = makeFolder(folder); !made)
        return std::unexpected(made.error());
    return folder;
}

Result<void> Hubs::finishSample() const
{
    if (hasSample())
        return failure(ErrorKind::AlreadyExists, QStringLiteral("There is a sample team already."));
    if (!QDir().rename(hubsFolder() + u'/' + unfinishedName, sample().folder))
        return failure(ErrorKind::Internal, QStringLiteral("The sample team cannot be moved to its place."));
    return {};
}

Result<void> Hubs::removeSample() const { return removeFolder(sample().folder); }

void Hubs::cleanUp() const
{
    const QDir folder(hubsFolder());
    const QStringList names = folder.entryList({leftoverPrefix + u'*', unfinishedName},
                                               QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        QDir(folder.filePath(name)).removeRecursively();
}

} // namespace countersign::accounts
