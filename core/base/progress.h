// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

namespace countersign {

/// How far a long piece of work has come. `total` is 0 while the length is unknown.
struct Progress
{
    /// What is being done, as an English key that the screens translate, such as "receiving objects".
    QString stage;
    qint64 done = 0;
    qint64 total = 0;
};

/// Receives progress on the working thread; wrap with deliverTo() to receive it elsewhere. May be empty.
using ProgressSink = std::function<void(const Progress &)>;

} // namespace countersign
