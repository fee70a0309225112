// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

/// Small pieces that the benchmark programs share. Each figure is one line "name TAB value TAB unit", which
/// the script `run` reads by its name.
namespace countersign::bench {

class Stopwatch
{
public:
    double milliseconds() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// A figure of /proc/self/status in MiB, such as "VmHWM" (most memory ever) or "VmRSS"; 0 where unknown.
inline double memoryMiB(const char *name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(QByteArray(name) + ':'))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

/// The value below which `share` (0 to 1) of the sorted values lie.
inline double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
}

inline void print(const char *what, double value, const char *unit)
{
    std::printf("%s\t%.2f\t%s\n", what, value, unit);
    std::fflush(stdout);
}

} // namespace countersign::bench
