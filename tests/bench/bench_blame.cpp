// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// First hunks of a blame and all of them.
// usage: bench_blame REPOSITORY PATH

#include "core/git/repository.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>

using namespace countersign;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_blame REPOSITORY PATH\n");
        return 2;
    }
    const bench::Stopwatch watch;
    auto repository = git::Repository::open(QString::fromLocal8Bit(argv[1]));
    const auto head =
        repository ? git::resolveCommit(*repository, "HEAD") : std::unexpected(repository.error());
    if (!head) {
        std::fprintf(stderr, "%s\n", qPrintable(head.error().message));
        return 1;
    }
    double first = 0;
    qint64 hunks = 0;
    const auto done = git::blame(*repository, *head, argv[2], [&](QList<git::BlameHunk> batch) {
        if (hunks == 0)
            first = watch.milliseconds();
        hunks += batch.size();
        return true;
    });
    if (!done) {
        std::fprintf(stderr, "%s\n", qPrintable(done.error().message));
        return 1;
    }
    bench::print("blame: first lines", first, "ms");
    bench::print("blame: all lines", watch.milliseconds(), "ms");
    bench::print("blame: hunks", static_cast<double>(hunks), "");
    return 0;
}
