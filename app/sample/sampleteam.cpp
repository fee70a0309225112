// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/sample/sampleteam.h"

#include "app/sample/player.h"
#include "core/service/hub.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>

namespace countersign::sample {

namespace {

Result<QList<Step>> readStory(const QString &name)
{
    QFile file(QStringLiteral(":/sample/content/%1.story").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Internal, QStringLiteral("The story %1 is missing.").arg(name));
    return parseStory(file.readAll());
}

Result<void> playAll(const QString &directory, const ProgressSink &progress, std::stop_token stop)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    auto time = std::make_shared<std::atomic<qint64>>(now);
    service::HubSettings settings;
    settings.firstPerson = {samplePerson(), QStringLiteral("Grace Okafor"),
                            QStringLiteral("grace@harbour.example")};
    // It can be made again at any time, so it need not survive a power cut while it is made.
    settings.durable = false;
    auto hub = service::Hub::open(directory, settings, [time] { return time->load(); });
    if (!hub)
        return std::unexpected(hub.error());
    Player player(
        [&hub, time, stop](const QString &person, qint64 atMs, const QString &operation,
                           const QJsonObject &input) {
            time->store(atMs);
            return (*hub)->dispatch({(*hub)->userArn(person)}, operation, input, {stop, {}});
        },
        now);
    const QStringList stories{QStringLiteral("team"), QStringLiteral("payments-api"),
                              QStringLiteral("ledger-batch"), QStringLiteral("web-console")};
    for (qsizetype i = 0; i < stories.size(); ++i) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress({QStringLiteral("making the sample team"), i, stories.size()});
        const auto steps = readStory(stories[i]);
        const auto played = steps ? player.play(*steps) : std::unexpected(steps.error());
        if (!played) {
            Error error = played.error();
            error.message = QStringLiteral("%1: %2").arg(stories[i], error.message);
            return std::unexpected(error);
        }
    }
    return {};
}

} // namespace

QString samplePerson() { return QStringLiteral("grace"); }

Result<void> createSampleTeam(const QString &directory, const ProgressSink &progress, std::stop_token stop)
{
    if (QFileInfo::exists(directory))
        return failure(ErrorKind::AlreadyExists,
                       QStringLiteral("The folder %1 exists already.").arg(directory));
    const QString beside = directory + QStringLiteral(".making");
    QDir(beside).removeRecursively();
    const auto played = playAll(beside, progress, stop);
    if (!played || !QDir().rename(beside, directory)) {
        QDir(beside).removeRecursively();
        return played ? failure(ErrorKind::Internal,
                                QStringLiteral("The folder %1 could not be made.").arg(directory))
                      : played;
    }
    return {};
}

} // namespace countersign::sample
