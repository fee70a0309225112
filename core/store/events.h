// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QJsonObject>

/// What happened to pull requests, oldest first: CodeCommit's nine event types, and kinds of our own for
/// reviews, comments, threads and reviewers.
namespace countersign::store {

struct EventRow
{
    qint64 seq = 0;
    qint64 pullRequestId = 0;
    qint64 date = 0;
    QString actor;
    QString kind;
    /// For the nine types the wire form of their metadata; for ours the ids of what they speak of.
    QJsonObject payload;
};

namespace events {

Result<void> append(Connection &, const EventRow &);
struct Filter
{
    /// Empty for all kinds.
    QStringList kinds;
    std::optional<QString> actor;
    qint64 after = 0;
    qint64 limit = 100;
};
Result<QList<EventRow>> list(Connection &, qint64 pullRequestId, const Filter &filter);

} // namespace events
} // namespace countersign::store
