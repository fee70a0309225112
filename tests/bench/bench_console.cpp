// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// The real window on a real repository: imports it into a hub of its own, opens its history, scrolls through
// it, and opens a file with blame. Leaves the data folder for the caller to look at with git. usage:
// bench_console DATA-FOLDER REPOSITORY PATH-TO-BLAME

#include "app/desktop/console.h"
#include "app/desktop/startup.h"
#include "core/api/operations.h"
#include "core/client/session.h"
#include "tests/bench/screen.h"
#include "ui/code/blamemargin.h"
#include "ui/shell/hubmodel.h"
#include "ui/shell/mainwindow.h"

#include <QTableView>

using namespace countersign;

namespace {

const QString name = QStringLiteral("measured");

ui::Address at(const QString &hub, const QString &tab, const QMap<QString, QString> &query = {})
{
    ui::Address address;
    address.hub = hub;
    address.page = ui::Address::Page::Repository;
    address.repository = name;
    address.tab = tab;
    address.query = query;
    return address;
}

void rest(double milliseconds)
{
    bench::runUntil(
        [milliseconds, watch = bench::Stopwatch()] { return watch.milliseconds() > milliseconds; });
}

QString import(shell::HubModel *hub, const QString &source)
{
    bool done = false;
    api::ImportRepository::Input input;
    input.repositoryName = name;
    input.source = source;
    const auto stop = hub->session()->call<api::ImportRepository>(
        input, hub, [&](const Result<api::ImportRepository::Output> &answer) {
            if (!answer)
                std::fprintf(stderr, "%s %s\n", qPrintable(answer.error().message),
                             qPrintable(answer.error().detail));
            done = true;
        });
    bench::runUntil([&] { return done; }, 1'800'000);
    const auto directory = hub->session()->backend().gitDirectory(name);
    return directory.value_or(QString());
}

/// The history's table once it is there and in sight.
QTableView *historyOf(shell::MainWindow &window)
{
    const QList<QTableView *> tables =
        window.currentPage() ? window.currentPage()->findChildren<QTableView *>() : QList<QTableView *>();
    for (QTableView *table : tables) {
        if (table->isVisible() && table->model() && table->model()->columnCount() == 5)
            return table;
    }
    return nullptr;
}

void showHistory(bench::Application &application, shell::MainWindow &window, const QString &hub)
{
    application.forgetBlocks();
    const bench::Stopwatch watch;
    window.navigate(at(hub, QStringLiteral("commits")));
    bench::runUntil([&] {
        const QTableView *table = historyOf(window);
        return table && table->model()->rowCount() >= 100;
    });
    QTableView *table = historyOf(window);
    const bench::Paints paints(table->viewport());
    bench::runUntil([&] { return paints.count() > 0; });
    bench::print("history: first 100 rows painted", watch.milliseconds(), "ms");
    bench::print("history: memory of the process, first rows", bench::memoryMiB("VmRSS"), "MiB");
    int rows = -1;
    bench::Stopwatch still;
    bench::runUntil([&] {
        if (table->model()->rowCount() != rows) {
            rows = table->model()->rowCount();
            still = {};
        }
        return still.milliseconds() > 3000;
    });
    bench::print("history: rows", rows, "");
    bench::print("history: all rows streamed", watch.milliseconds() - 3000, "ms");
    bench::print("history: memory of the process, all rows", bench::memoryMiB("VmRSS"), "MiB");
    bench::print("history: most memory", bench::memoryMiB("VmHWM"), "MiB");
    std::vector<int> positions;
    for (int i = 1; i <= 100; ++i)
        positions.push_back(table->verticalScrollBar()->value() + 3 * i);
    const auto times = bench::frames(table, positions);
    times.print("history: scrolling");
    application.printBlocks("history");
}

void showBlame(bench::Application &application, shell::MainWindow &window, const QString &hub,
               const QString &path)
{
    application.forgetBlocks();
    const bench::Stopwatch watch;
    window.navigate(at(hub, QStringLiteral("code"),
                       {{QStringLiteral("path"), path}, {QStringLiteral("view"), QStringLiteral("blame")}}));
    const code::BlameMargin *margin = nullptr;
    const auto known = [&] {
        if (!margin && window.currentPage())
            margin = window.currentPage()->findChild<code::BlameMargin *>();
        for (int line = 0; margin && line < 40; ++line) {
            if (!margin->hunkAt(line).commit.isNull())
                return true;
        }
        return false;
    };
    bench::runUntil(known);
    bench::print("blame in the window: a line in sight", watch.milliseconds(), "ms");
    rest(8000);
    application.printBlocks("blame in the window");
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    bench::Application application(argc, argv);
    desktop::prepareApplication(application);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fprintf(stderr, "usage: bench_console DATA-FOLDER REPOSITORY PATH-TO-BLAME\n");
        return 2;
    }
    desktop::Options options;
    options.hubFolder = arguments[1] + QStringLiteral("/hub");
    options.dataFolder = arguments[1];
    desktop::Console console(options);
    console.window().resize(1440, 900);
    bool opened = false;
    QObject::connect(&console, &desktop::Console::opened, &console, [&] { opened = true; });
    console.start();
    bench::runUntil([&] { return opened && !console.window().hubs().isEmpty(); });
    shell::HubModel *hub = console.window().hubs().constFirst();
    bench::print("console: memory of the process, no repository", bench::memoryMiB("VmRSS"), "MiB");
    const QString directory = import(hub, arguments[2]);
    if (directory.isEmpty())
        return 1;
    std::printf("directory\t%s\t\n", qPrintable(directory));
    rest(3000);
    showHistory(application, console.window(), hub->id());
    showBlame(application, console.window(), hub->id(), arguments[3]);
    return 0;
}
