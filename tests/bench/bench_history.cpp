// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// First rows of a history and its whole stream, through the reader that the Commits page uses.
// usage: bench_history REPOSITORY

#include "core/git/repository.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>

using namespace countersign;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_history REPOSITORY\n");
        return 2;
    }
    const bench::Stopwatch watch;
    auto repository = git::Repository::open(QString::fromLocal8Bit(argv[1]));
    if (!repository) {
        std::fprintf(stderr, "%s\n", qPrintable(repository.error().message));
        return 1;
    }
    double first = 0;
    qint64 rows = 0;
    const auto done = git::log(*repository, {}, [&](QList<git::CommitInfo> batch) {
        rows += batch.size();
        if (first == 0 && rows >= 100)
            first = watch.milliseconds();
        return true;
    });
    if (!done) {
        std::fprintf(stderr, "%s\n", qPrintable(done.error().message));
        return 1;
    }
    bench::print("history: first 100 rows", first, "ms");
    bench::print("history: all rows streamed", watch.milliseconds(), "ms");
    bench::print("history: rows", static_cast<double>(rows), "");
    bench::print("history: most memory of the reader", bench::memoryMiB("VmHWM"), "MiB");
    return 0;
}
