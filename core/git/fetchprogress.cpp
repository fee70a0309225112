// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/fetchprogress.h"

namespace countersign::git {

namespace {

struct Stage
{
    QByteArrayView title;
    const char *key;
};
constexpr Stage stages[] = {
    {"Enumerating objects", "counting objects"},    {"Counting objects", "counting objects"},
    {"Compressing objects", "compressing objects"}, {"Receiving objects", "receiving objects"},
    {"Unpacking objects", "receiving objects"},     {"Resolving deltas", "resolving deltas"},
    {"Checking objects", "checking objects"},       {"Checking connectivity", "checking objects"},
};

qint64 leadingNumber(QByteArrayView text)
{
    qint64 number = 0;
    for (const char c : text.trimmed()) {
        if (c < '0' || c > '9')
            break;
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace

FetchProgress::FetchProgress(ProgressSink sink)
    : m_sink(std::move(sink))
{
}

void FetchProgress::feed(QByteArrayView bytes)
{
    // Progress overwrites itself with carriage returns.
    for (const char c : bytes) {
        if (c != '\r' && c != '\n') {
            if (m_buffer.size() < 4096)
                m_buffer += c;
        } else if (!m_buffer.isEmpty()) {
            line(m_buffer);
            m_buffer.clear();
        }
    }
}

// "Receiving objects:  12% (34/280), 1.20 MiB | 2.40 MiB/s", "Enumerating objects: 280, done."
void FetchProgress::line(QByteArrayView text)
{
    if (text.startsWith("remote: "))
        text = text.sliced(8);
    const qsizetype colon = text.indexOf(':');
    for (const Stage &stage : stages) {
        if (colon != stage.title.size() || !text.startsWith(stage.title))
            continue;
        if (!m_sink)
            return;
        Progress progress{QString::fromLatin1(stage.key), 0, 0};
        const qsizetype open = text.indexOf('(', colon);
        const qsizetype slash = open < 0 ? -1 : text.indexOf('/', open);
        if (slash > 0) {
            progress.done = leadingNumber(text.sliced(open + 1));
            progress.total = leadingNumber(text.sliced(slash + 1));
        } else {
            progress.done = leadingNumber(text.sliced(colon + 1));
        }
        m_sink(progress);
        return;
    }
    if (m_other.size() < 16384)
        m_other.append(text).append('\n');
}

} // namespace countersign::git
