// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_pullrequests.h"
#include "core/store/events.h"

namespace countersign::service {

/// Kinds of stored events beyond CodeCommit's nine.
struct OwnEvent
{
    static constexpr QLatin1StringView Review{"REVIEW"};
    static constexpr QLatin1StringView Comment{"COMMENT"};
    static constexpr QLatin1StringView Thread{"THREAD"};
    static constexpr QLatin1StringView Reviewers{"REVIEWERS"};
};

/// Stores one of the nine; `event` needs its type, actor and metadata only.
Result<void> recordEvent(store::Connection &tx, qint64 pullRequestId, qint64 now,
                         const api::PullRequestEvent &event);
/// Stores one of ours.
Result<void> recordOwnEvent(store::Connection &tx, qint64 pullRequestId, qint64 now, const QString &actor,
                            QLatin1StringView kind, const QJsonObject &payload);
/// Back to the wire's form.
api::PullRequestEvent toEvent(const store::EventRow &row);

} // namespace countersign::service
