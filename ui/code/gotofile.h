// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace countersign::code {

/// How well a path answers what was typed; higher is better, 0 for not at all. Each letter must occur in
/// order; runs, beginnings of words and the file's own name count more. Upper and lower case are the same.
int pathScore(QByteArrayView path, QByteArrayView typed);

/// The best paths for what was typed, best first.
QList<QByteArray> bestPaths(const QList<QByteArray> &paths, const QString &typed, int limit);

} // namespace countersign::code
