// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"

#include <QByteArray>

namespace countersign::git {

/// Makes Progress of what `git fetch --progress` writes to its error channel. Fed in pieces of any size.
class FetchProgress
{
public:
    explicit FetchProgress(ProgressSink sink);
    void feed(QByteArrayView bytes);
    /// Lines that are no progress, such as errors; for messages to people.
    const QByteArray &otherLines() const { return m_other; }

private:
    void line(QByteArrayView text);

    ProgressSink m_sink;
    QByteArray m_buffer;
    QByteArray m_other;
};

} // namespace countersign::git
