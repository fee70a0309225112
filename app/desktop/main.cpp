// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/console.h"
#include "app/desktop/startup.h"
#include "app/sample/sampleteam.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

using namespace countersign;

namespace {

int makeSample(const QString &dataFolder)
{
    const accounts::Hubs hubs(dataFolder.isEmpty() ? accounts::Hubs::defaultDataFolder() : dataFolder);
    if (hubs.hasSample())
        return 0;
    const QString folder = hubs.sample().folder;
    QDir().mkpath(QFileInfo(folder).path());
    const Result<void> made = sample::createSampleTeam(folder);
    if (!made)
        qCritical("%s", qPrintable(made.error().message));
    return made ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    desktop::prepareApplication(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Git repositories and code review on your own computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto text = [](const char *words) { return QCoreApplication::translate("main", words); };
    const QCommandLineOption hub(QStringLiteral("hub"),
                                 text(QT_TRANSLATE_NOOP("main", "Open the hub in this folder.")),
                                 QStringLiteral("folder"));
    const QCommandLineOption data(
        QStringLiteral("data"),
        text(QT_TRANSLATE_NOOP("main", "Keep hubs, drafts and settings in this folder.")),
        QStringLiteral("folder"));
    const QCommandLineOption sample(
        QStringLiteral("sample"),
        text(QT_TRANSLATE_NOOP("main", "Open the sample team; make it when it is not there.")));
    const QCommandLineOption firstSample(
        QStringLiteral("sample-at-first-start"),
        text(QT_TRANSLATE_NOOP("main", "Open the sample team when the program runs for the first time.")));
    const QCommandLineOption picture(
        QStringLiteral("picture"),
        text(QT_TRANSLATE_NOOP("main", "Write a PNG of the window once it has settled.")),
        QStringLiteral("file"));
    const QCommandLineOption makeOnly(
        QStringLiteral("make-sample"),
        text(QT_TRANSLATE_NOOP("main", "Make the sample team, open nothing, and end.")));
    parser.addOptions({makeOnly, hub, data, sample, firstSample, picture});
    parser.process(application);

    if (parser.isSet(makeOnly))
        return makeSample(parser.value(data));
    desktop::Options options;
    options.hubFolder = parser.value(hub);
    options.dataFolder = parser.value(data);
    options.sample = parser.isSet(sample);
    options.sampleAtFirstStart = parser.isSet(firstSample);
    options.picture = parser.value(picture);
    desktop::Console console(options);
    console.start();
    return QApplication::exec();
}
