// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// The Commits page: first rows on the screen after the click, the whole history streamed, memory, and how
// long the screen stood still. usage: bench_commitspage REPOSITORY

#include "tests/bench/onepage.h"
#include "ui/code/commitspage.h"
#include "ui/code/historymodel.h"

#include <QTimer>

using namespace countersign;

int main(int argc, char **argv)
{
    bench::TimedApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_commitspage REPOSITORY\n");
        return 2;
    }
    bench::OnePage host(QString::fromLocal8Bit(argv[1]));
    code::CommitsPage page(host.context());
    page.resize(1200, 800);
    page.show();
    const double before = bench::memoryMiB("VmRSS");
    auto *model = page.findChild<code::HistoryModel *>();
    bool done = false;
    double first = 0;
    const auto click = [&] {
        done = false;
        first = 0;
        page.open(bench::OnePage::address(QStringLiteral("commits")));
    };
    bench::Stopwatch watch;
    QObject::connect(model, &code::HistoryModel::firstRowsShown, &page, [&] {
        page.repaint();
        if (first == 0)
            first = watch.milliseconds();
    });
    QObject::connect(model, &code::HistoryModel::finished, &page, [&] { done = true; });
    QObject::connect(model, &code::HistoryModel::failed, &page, [&](const Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.message));
        done = true;
    });
    // Keeps the loop turning, so that a still screen is noticed.
    QTimer tick;
    tick.start(5);
    QCoreApplication::processEvents();
    application.forget();
    watch = {};
    click();
    if (!bench::runUntil([&] { return done; }))
        return 1;
    const double all = watch.milliseconds();
    bench::print("commits page: first rows painted after the click", first, "ms");
    bench::print("commits page: whole history streamed", all, "ms");
    bench::print("commits page: rows", model->rowCount(), "");
    bench::print("commits page: longest block of the screen's thread", application.longest(), "ms");
    std::printf("    in %s\n", application.longestWhat().constData());
    bench::print("commits page: memory before", before, "MiB");
    bench::print("commits page: memory after", bench::memoryMiB("VmRSS"), "MiB");
    bench::print("commits page: of it files mapped", bench::memoryMiB("RssFile"), "MiB");
    bench::print("commits page: most memory ever", bench::memoryMiB("VmHWM"), "MiB");
    return 0;
}
