// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/measure.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEventLoop>
#include <QScrollBar>

#include <ctime>
#include <functional>
#include <string>

namespace countersign::bench {

/// What the calling thread ran so far.
inline double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// An application that knows for how long its thread was last kept from the next event: by the clock on the
/// wall, and by what the thread itself ran (which other programs of the machine do not lengthen).
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const QEvent::Type type = event->type();
        const double started = threadMilliseconds();
        const Stopwatch watch;
        const bool done = QApplication::notify(receiver, event);
        const double wall = watch.milliseconds();
        --m_depth;
        if (wall > m_longest) {
            m_longest = wall;
            m_longestOf = type;
            m_longestOn = receiver ? receiver->metaObject()->className() : "";
        }
        m_longestOwn = std::max(m_longestOwn, threadMilliseconds() - started);
        return done;
    }
    void forgetBlocks() { m_longest = m_longestOwn = 0; }
    void printBlocks(const char *of) const
    {
        print(qPrintable(QStringLiteral("%1: longest block").arg(QLatin1String(of))), m_longest, "ms");
        print(qPrintable(QStringLiteral("%1: longest block, own time").arg(QLatin1String(of))), m_longestOwn,
              "ms");
        std::fprintf(stderr, "%s: longest block was event %d of %s\n", of, int(m_longestOf), m_longestOn);
    }

private:
    int m_depth = 0;
    double m_longest = 0;
    double m_longestOwn = 0;
    QEvent::Type m_longestOf = QEvent::None;
    const char *m_longestOn = "";
};

/// Runs the event loop until `done`; ends the program after `limit` milliseconds.
inline void runUntil(const std::function<bool()> &done, double limit = 120'000)
{
    const Stopwatch watch;
    QEventLoop loop;
    while (!done()) {
        loop.processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
        if (watch.milliseconds() > limit) {
            std::fprintf(stderr, "gave up waiting\n");
            std::exit(1);
        }
    }
}

/// Counts the paintings of a widget.
class Paints : public QObject
{
public:
    explicit Paints(QWidget *widget)
        : m_widget(widget)
    {
        widget->installEventFilter(this);
    }
    int count() const { return m_count; }
    bool eventFilter(QObject *, QEvent *event) override
    {
        // The painting itself comes after the filter: seen when control is back in the loop.
        m_count += event->type() == QEvent::Paint;
        return false;
    }

private:
    QWidget *m_widget;
    int m_count = 0;
};

/// How long the steps of a scroll bar took, in milliseconds: from moving it to the view being painted, by the
/// clock on the wall and by what the thread itself ran.
struct Frames
{
    std::vector<double> wall;
    std::vector<double> own;
    void print(const std::string &of) const
    {
        bench::print((of + ", median").c_str(), quantile(wall, 0.5), "ms");
        bench::print((of + ", 99 %").c_str(), quantile(wall, 0.99), "ms");
        bench::print((of + ", median, own time").c_str(), quantile(own, 0.5), "ms");
        bench::print((of + ", 99 %, own time").c_str(), quantile(own, 0.99), "ms");
    }
};

inline Frames frames(QAbstractScrollArea *view, const std::vector<int> &positions)
{
    Paints paints(view->viewport());
    Frames times;
    QEventLoop loop;
    for (const int position : positions) {
        if (view->verticalScrollBar()->value() == position)
            continue;
        const int before = paints.count();
        const Stopwatch watch;
        const double own = threadMilliseconds();
        view->verticalScrollBar()->setValue(position);
        runUntil([&] { return paints.count() > before; });
        times.wall.push_back(watch.milliseconds());
        times.own.push_back(threadMilliseconds() - own);
        // What the movement caused besides, such as loading, goes on between two frames.
        const Stopwatch pause;
        while (pause.milliseconds() < 16)
            loop.processEvents(QEventLoop::AllEvents, 2);
    }
    return times;
}

} // namespace countersign::bench
