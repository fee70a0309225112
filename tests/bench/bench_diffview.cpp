// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// Time from asking for a comparison to its first lines on the screen, and of a frame while scrolling: for one
// file of 100,000 lines with one in a hundred changed, for a change of 2,000 files with 200,000 removed and
// 200,000 added lines, and for a new file of 100,000 lines.
// usage: bench_diffview [file|files|new]

#include "tests/bench/screen.h"
#include "ui/diff/changespanel.h"
#include "ui/diff/diffview.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>

#include <functional>

using namespace countersign;
using namespace countersign::diffview;

namespace {

QByteArray git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"),
                  QStringList{QStringLiteral("-c"), QStringLiteral("user.name=Ada Marchetti"),
                              QStringLiteral("-c"), QStringLiteral("user.email=ada@harbour.example")} +
                      arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("git: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed();
}

QByteArray lines(int count, int every, int salt)
{
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        text += "    const auto value" + QByteArray::number(i) + " = ledger.balance(account, " +
                QByteArray::number(i);
        text += every > 0 && i % every == every / 2 ? ", Rounding::Bank);\n"
                                                    : "); // " + QByteArray::number(salt) + "\n";
    }
    return text;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(content);
}

ChangeSource commitBoth(const QString &folder, const std::function<void(bool after)> &fill)
{
    git(folder, {QStringLiteral("init"), QStringLiteral("-q")});
    ChangeSource source;
    source.gitDirectory = folder + QStringLiteral("/.git");
    for (const bool after : {false, true}) {
        fill(after);
        git(folder, {QStringLiteral("add"), QStringLiteral("-A")});
        git(folder, {QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("--allow-empty"),
                     QStringLiteral("-m"), QStringLiteral("State")});
        (after ? source.after : source.before) = *git::Oid::fromHex(
            QByteArrayView(git(folder, {QStringLiteral("rev-parse"), QStringLiteral("HEAD")})));
    }
    return source;
}

std::vector<int> steps(int from, int by, int count)
{
    std::vector<int> positions;
    for (int i = 1; i <= count; ++i)
        positions.push_back(from + i * by);
    return positions;
}

void report(const QByteArray &name, const char *what, double value, const char *unit)
{
    bench::print((name + ": " + what).constData(), value, unit);
}

void measure(bench::Application &application, const char *title, const ChangeSource &source, double bytes)
{
    const QByteArray name = title;
    ChangesPanel panel(ChangesPanel::Role::Review, nullptr);
    panel.resize(1160, 760);
    panel.show();
    DiffView *view = panel.view();
    bench::Paints paints(view->viewport());
    bench::runUntil([&] { return panel.isVisible(); });
    bool counted = false;
    QObject::connect(view, &DiffView::countingDone, view, [&] { counted = true; });
    const double memory = bench::memoryMiB("VmRSS");
    application.forgetBlocks();
    const bench::Stopwatch watch;
    panel.setSource(source);
    bench::runUntil([&] { return view->fileCount() > 0; });
    report(name, "list of files", watch.milliseconds(), "ms");
    bench::runUntil([&] { return view->content(0) != nullptr; });
    const int before = paints.count();
    bench::runUntil([&] { return paints.count() > before; });
    report(name, "first paint", watch.milliseconds(), "ms");
    bench::runUntil([&] { return counted; });
    report(name, "every file counted, moved lines found", watch.milliseconds(), "ms");

    QScrollBar *bar = view->verticalScrollBar();
    const auto reading = bench::frames(view, steps(bar->value(), 60, 400));
    std::vector<int> places;
    for (int i = 1; i <= 100; ++i)
        places.push_back(static_cast<int>(static_cast<qint64>(bar->maximum()) * (i * 37 % 100) / 100));
    const auto jumps = bench::frames(view, places);
    reading.print((name + ": scrolling").toStdString());
    jumps.print((name + ": jumps").toStdString());
    report(name, "memory growth", bench::memoryMiB("VmRSS") - memory, "MiB");
    report(name, "both files", bytes / 1024 / 1024, "MiB");
    application.printBlocks(title);

    application.forgetBlocks();
    view->setSplit(false);
    bench::runUntil([start = bench::Stopwatch()] { return start.milliseconds() > 200; });
    view->setWrap(true);
    bench::runUntil([start = bench::Stopwatch()] { return start.milliseconds() > 200; });
    const bench::Stopwatch wrapping;
    view->setSplit(true);
    report(name, "side by side with wrapping", wrapping.milliseconds(), "ms");
    const auto wrapped = bench::frames(view, steps(bar->maximum() / 3, 60, 100));
    wrapped.print((name + ": scrolling with wrapping").toStdString());
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "qt.qpa.*=false");
    bench::Application application(argc, argv);
    theme::Theme::instance().apply();
    theme::Theme::instance().setScheme(theme::Scheme::Light);
    const QString only = QCoreApplication::arguments().value(1);
    if (only.isEmpty() || only == QLatin1String("file")) {
        QTemporaryDir folder;
        const ChangeSource source = commitBoth(folder.path(), [&](bool after) {
            write(folder.filePath(QStringLiteral("ledger.cpp")), lines(100'000, after ? 100 : 0, 1));
        });
        measure(application, "100,000 lines", source,
                static_cast<double>(lines(100'000, 0, 1).size() + lines(100'000, 100, 1).size()));
    }
    if (only.isEmpty() || only == QLatin1String("files")) {
        QTemporaryDir folder;
        const ChangeSource source = commitBoth(folder.path(), [&](bool after) {
            for (int i = 0; i < 2000; ++i) {
                const QString sub = folder.filePath(QStringLiteral("part%1").arg(i / 50));
                QDir().mkpath(sub);
                write(sub + QStringLiteral("/file%1.cpp").arg(i), lines(100, after ? 1 : 0, i));
            }
        });
        measure(application, "2,000 files", source, 0);
    }
    if (only.isEmpty() || only == QLatin1String("new")) {
        QTemporaryDir folder;
        const ChangeSource source = commitBoth(folder.path(), [&](bool after) {
            if (after)
                write(folder.filePath(QStringLiteral("ledger.cpp")), lines(100'000, 0, 1));
        });
        measure(application, "100,000 new lines", source, static_cast<double>(lines(100'000, 0, 1).size()));
    }
    return 0;
}
