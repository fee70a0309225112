// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// Blame on the Code page: first lines in the margin after the click, and all of them.
// usage: bench_blamepage REPOSITORY PATH

#include "tests/bench/onepage.h"
#include "ui/code/blamemargin.h"
#include "ui/code/codepage.h"
#include "ui/diff/codeview.h"

#include <QTimer>

using namespace countersign;

int main(int argc, char **argv)
{
    bench::TimedApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_blamepage REPOSITORY PATH\n");
        return 2;
    }
    bench::OnePage host(QString::fromLocal8Bit(argv[1]));
    code::CodePage page(host.context());
    page.resize(1200, 800);
    page.show();
    auto *view = page.findChild<diffview::CodeView *>();
    auto *blame = page.findChild<code::BlameMargin *>();
    QMap<QString, QString> query{{QStringLiteral("path"), QString::fromLocal8Bit(argv[2])}};
    page.open(bench::OnePage::address(QStringLiteral("code"), query));
    QTimer tick;
    tick.start(5);
    if (!bench::runUntil([&] { return view->text() && view->text()->lineCount() > 0; }))
        return 1;
    bool done = false;
    QObject::connect(blame, &code::BlameMargin::finished, &page, [&] { done = true; });
    application.forget();
    const bench::Stopwatch watch;
    query.insert(QStringLiteral("view"), QStringLiteral("blame"));
    page.open(bench::OnePage::address(QStringLiteral("code"), query));
    double first = 0;
    const bool ended = bench::runUntil([&] {
        if (first == 0 && blame->knownLines() > 0) {
            page.repaint();
            first = watch.milliseconds();
        }
        return done;
    });
    bench::print("blame on the page: first lines painted after the click", first, "ms");
    bench::print("blame on the page: all lines", watch.milliseconds(), "ms");
    bench::print("blame on the page: lines", blame->knownLines(), "");
    bench::print("blame on the page: longest block of the screen's thread", application.longest(), "ms");
    std::printf("    in %s\n", application.longestWhat().constData());
    return ended ? 0 : 1;
}
