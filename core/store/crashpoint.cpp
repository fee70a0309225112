// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/crashpoint.h"

#include <QByteArray>

#include <atomic>
#include <csignal>
#include <unistd.h>

namespace countersign::store {

namespace {

struct Target
{
    QByteArray name;
    std::atomic<int> remaining = 0;

    Target()
    {
        const QByteArray wanted = qgetenv("COUNTERSIGN_CRASH_AT");
        const qsizetype colon = wanted.lastIndexOf(':');
        if (colon > 0) {
            name = wanted.left(colon);
            remaining = wanted.sliced(colon + 1).toInt();
        }
    }
};

} // namespace

void crashPoint(const char *name)
{
    static Target target;
    if (!target.name.isEmpty() && target.name == name && --target.remaining == 0)
        ::kill(::getpid(), SIGKILL);
}

} // namespace countersign::store
