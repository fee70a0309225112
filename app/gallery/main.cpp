// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/console.h"
#include "app/desktop/startup.h"
#include "app/gallery/camera.h"
#include "app/gallery/componentsheet.h"
#include "app/gallery/reviewstates.h"
#include "app/gallery/screens.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

using namespace countersign;

namespace {

// The gallery is a program of pictures: it may wait in a loop, the screens never do.
void waitUntilOpened(desktop::Console &console)
{
    QEventLoop loop;
    QObject::connect(&console, &desktop::Console::opened, &loop, &QEventLoop::quit);
    QTimer::singleShot(180'000, &loop, &QEventLoop::quit);
    console.start();
    loop.exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "qt.qpa.*=false");
    QApplication application(argc, argv);
    desktop::prepareApplication(application);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty() || arguments.first().startsWith(QLatin1Char('-'))) {
        qInfo("Usage: countersign-gallery FOLDER [NAME…]\n"
              "Renders every screen, or those whose name begins with one of the names, to PNG files.");
        return arguments.isEmpty() ? 2 : 0;
    }
    gallery::Camera camera(QDir(arguments.first()), arguments.mid(1));
    {
        std::unique_ptr<QWidget> sheet(gallery::makeComponentSheet());
        sheet->show();
        camera.takeWidget(QStringLiteral("components"), *sheet);
    }
    {
        const QTemporaryDir data;
        desktop::Console console({data.path(), {}, false, false, {}});
        waitUntilOpened(console);
        gallery::takeFirstStart(camera, console);
        gallery::takeReviewStates(camera, console);
    }
    {
        const QTemporaryDir data;
        desktop::Console console({data.path(), {}, true, false, {}});
        waitUntilOpened(console);
        gallery::takeSampleTeam(camera, console);
    }
    qInfo("%d pictures in %s", camera.count(), qPrintable(QDir(arguments.first()).absolutePath()));
    return camera.count() > 0 ? 0 : 1;
}
