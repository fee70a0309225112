// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// Time from asking for a comparison to its first lines on the screen, and of a frame while scrolling: for one
// file of 100,000 lines with one in a hundred changed, and for a change of 2,000 files and 200,000 lines.

#include "tests/bench/measure.h"
#include "ui/diff/changespanel.h"
#include "ui/diff/diffview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
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

void measure(const char *name, const ChangeSource &source)
{
    ChangesPanel panel(ChangesPanel::Role::Review, nullptr);
    panel.resize(1160, 760);
    panel.show();
    QEventLoop loop;
    const auto until = [&](const std::function<bool()> &done) {
        while (!done())
            loop.processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    };
    loop.processEvents();
    bool counted = false;
    QObject::connect(panel.view(), &DiffView::countingDone, &loop, [&] { counted = true; });
    bench::Stopwatch watch;
    panel.setSource(source);
    until([&] { return panel.view()->fileCount() > 0; });
    const double files = watch.milliseconds();
    until([&] { return panel.view()->content(0) != nullptr; });
    panel.view()->viewport()->repaint();
    const double painted = watch.milliseconds();
    until([&] { return counted; });
    const double all = watch.milliseconds();

    QScrollBar *bar = panel.view()->verticalScrollBar();
    std::vector<double> frames;
    for (int i = 0; i < 400; ++i) {
        bench::Stopwatch frame;
        bar->setValue(bar->value() + 60);
        panel.view()->viewport()->repaint();
        frames.push_back(frame.milliseconds());
        loop.processEvents();
    }
    std::vector<double> jumps;
    for (int i = 0; i < 100; ++i) {
        bench::Stopwatch frame;
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * (i * 37 % 100) / 100));
        panel.view()->viewport()->repaint();
        jumps.push_back(frame.milliseconds());
        loop.processEvents();
    }
    std::printf("%s\n", name);
    bench::print("  list of files", files, "ms");
    bench::print("  first lines painted", painted, "ms");
    bench::print("  every file counted, moved lines found", all, "ms");
    bench::print("  frame while scrolling, median", bench::quantile(frames, 0.5), "ms");
    bench::print("  frame while scrolling, 99 %", bench::quantile(frames, 0.99), "ms");
    bench::print("  jump to another place, median", bench::quantile(jumps, 0.5), "ms");
    bench::print("  jump to another place, 99 %", bench::quantile(jumps, 0.99), "ms");
    bench::print("  memory", bench::memoryMiB("VmRSS"), "MiB");
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    theme::Theme::instance().setScheme(theme::Scheme::Light);
    {
        QTemporaryDir folder;
        measure("one file, 100,000 lines, 1 % changed", commitBoth(folder.path(), [&](bool after) {
                    write(folder.filePath(QStringLiteral("ledger.cpp")), lines(100'000, after ? 100 : 0, 1));
                }));
    }
    {
        QTemporaryDir folder;
        measure("2,000 files, 200,000 lines", commitBoth(folder.path(), [&](bool after) {
                    for (int i = 0; i < 2000; ++i) {
                        const QString sub = folder.filePath(QStringLiteral("part%1").arg(i / 50));
                        QDir().mkpath(sub);
                        write(sub + QStringLiteral("/file%1.cpp").arg(i), lines(100, after ? 10 : 0, i));
                    }
                }));
    }
    return 0;
}
