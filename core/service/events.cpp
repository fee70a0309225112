// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/events.h"

namespace countersign::service {

Result<void> recordEvent(store::Connection &tx, qint64 pullRequestId, qint64 now,
                         const api::PullRequestEvent &event)
{
    return store::events::append(
        tx, {0, pullRequestId, now, event.actorArn, event.pullRequestEventType, api::encode(event)});
}

Result<void> recordOwnEvent(store::Connection &tx, qint64 pullRequestId, qint64 now, const QString &actor,
                            QLatin1StringView kind, const QJsonObject &payload)
{
    return store::events::append(tx, {0, pullRequestId, now, actor, QString(kind), payload});
}

api::PullRequestEvent toEvent(const store::EventRow &row)
{
    api::PullRequestEvent event =
        api::decode<api::PullRequestEvent>(row.payload).value_or(api::PullRequestEvent());
    event.pullRequestId = QString::number(row.pullRequestId);
    event.eventDate = {row.date};
    event.pullRequestEventType = row.kind;
    event.actorArn = row.actor;
    return event;
}

} // namespace countersign::service
