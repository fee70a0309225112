// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/gotofile.h"

#include <algorithm>
#include <vector>

namespace countersign::code {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool beginsWord(QByteArrayView path, qsizetype at)
{
    if (at == 0)
        return true;
    const char before = path[at - 1];
    const char here = path[at];
    return before == '/' || before == '_' || before == '-' || before == '.' || before == ' ' ||
           (before >= 'a' && before <= 'z' && here >= 'A' && here <= 'Z');
}

} // namespace

int pathScore(QByteArrayView path, QByteArrayView typed)
{
    if (typed.isEmpty())
        return 1;
    const qsizetype nameStart = path.lastIndexOf('/') + 1;
    // From the end, so that the file's own name is preferred to its folders.
    qsizetype at = path.size() - 1;
    int score = 1;
    qsizetype last = -1;
    for (qsizetype i = typed.size() - 1; i >= 0; --i) {
        const char wanted = lower(typed[i]);
        while (at >= 0 && lower(path[at]) != wanted)
            --at;
        if (at < 0)
            return 0;
        score += at >= nameStart ? 4 : 1;
        if (last == at + 1)
            score += 6;
        if (beginsWord(path, at))
            score += 5;
        last = at--;
    }
    // Of equal matches the shorter path is meant.
    return score * 256 + 255 - static_cast<int>(std::min<qsizetype>(path.size(), 255));
}

QList<QByteArray> bestPaths(const QList<QByteArray> &paths, const QString &typed, int limit)
{
    const QByteArray wanted = QString(typed).remove(u' ').toUtf8();
    std::vector<std::pair<int, qsizetype>> scored;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        if (const int score = pathScore(paths[i], wanted); score > 0)
            scored.emplace_back(score, i);
    }
    const auto count = std::min<size_t>(scored.size(), static_cast<size_t>(limit));
    std::ranges::partial_sort(scored, scored.begin() + static_cast<std::ptrdiff_t>(count),
                              [](const auto &a, const auto &b) {
                                  return a.first != b.first ? a.first > b.first : a.second < b.second;
                              });
    QList<QByteArray> best;
    for (size_t i = 0; i < count; ++i)
        best.append(paths[scored[i].second]);
    return best;
}

} // namespace countersign::code
