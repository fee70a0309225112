// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/enums.h"
#include "core/service/events.h"
#include "core/service/handlers/review.h"
#include "core/service/loadedpullrequest.h"
#include "core/service/paging.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

/// What entries refer to, read once.
struct ActivitySources
{
    QHash<QString, store::CommentRow> comments;
    QHash<QString, store::ReviewRow> reviews;
    QList<store::RevisionRow> revisions;
};

Result<ActivitySources> readSources(store::Connection &db, qint64 pullRequestId)
{
    ActivitySources sources;
    const auto comments = store::comments::ofPullRequest(db, pullRequestId);
    if (!comments)
        return std::unexpected(comments.error());
    for (const store::CommentRow &row : *comments)
        sources.comments.insert(row.id, row);
    const auto reviews = store::reviews::all(db, pullRequestId);
    if (!reviews)
        return std::unexpected(reviews.error());
    for (const store::ReviewRow &row : *reviews)
        sources.reviews.insert(row.id, row);
    auto revisions = store::revisions::all(db, pullRequestId);
    if (!revisions)
        return std::unexpected(revisions.error());
    sources.revisions = std::move(*revisions);
    return sources;
}

QLatin1StringView kindOf(const PullRequestEvent &event)
{
    const QString &type = event.pullRequestEventType;
    if (type == PullRequestEventType::Created)
        return ActivityKind::Created;
    if (type == PullRequestEventType::SourceReferenceUpdated)
        return ActivityKind::Revision;
    if (type == PullRequestEventType::StatusChanged)
        return ActivityKind::Status;
    if (type == PullRequestEventType::MergeStateChanged)
        return ActivityKind::Merged;
    if (type == PullRequestEventType::ApprovalRuleCreated)
        return ActivityKind::RuleCreated;
    if (type == PullRequestEventType::ApprovalRuleUpdated)
        return ActivityKind::RuleUpdated;
    if (type == PullRequestEventType::ApprovalRuleDeleted)
        return ActivityKind::RuleDeleted;
    if (type == PullRequestEventType::ApprovalRuleOverridden)
        return event.approvalRuleOverriddenEventMetadata &&
                       event.approvalRuleOverriddenEventMetadata->overrideStatus == OverrideStatus::Revoke
                   ? ActivityKind::OverrideRevoked
                   : ActivityKind::Overridden;
    return event.approvalStateChangedEventMetadata &&
                   event.approvalStateChangedEventMetadata->approvalStatus == ApprovalState::Revoke
               ? ActivityKind::ApprovalRevoked
               : ActivityKind::Approved;
}

QList<QString> strings(const QJsonValue &value)
{
    QList<QString> list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

ActivityEntry fromWireEvent(const store::EventRow &row, const ActivitySources &sources)
{
    ActivityEntry entry;
    entry.event = toEvent(row);
    entry.kind = kindOf(*entry.event);
    QString source;
    if (entry.event->pullRequestSourceReferenceUpdatedEventMetadata)
        source = entry.event->pullRequestSourceReferenceUpdatedEventMetadata->afterCommitId;
    else if (entry.event->pullRequestCreatedEventMetadata)
        source = entry.event->pullRequestCreatedEventMetadata->sourceCommitId;
    for (const store::RevisionRow &revision : sources.revisions)
        if (!source.isEmpty() && revision.sourceCommit == source && revision.date == row.date)
            entry.revision = toRevision(revision);
    return entry;
}

ActivityEntry toEntry(const store::EventRow &row, const ActivitySources &sources)
{
    ActivityEntry entry;
    if (row.kind == OwnEvent::Review) {
        entry.kind = ActivityKind::Review;
        const auto review = sources.reviews.constFind(row.payload.value(u"reviewId"_s).toString());
        if (review != sources.reviews.cend())
            entry.review = toReview(*review);
    } else if (row.kind == OwnEvent::Comment) {
        entry.kind = ActivityKind::Comment;
        const auto comment = sources.comments.constFind(row.payload.value(u"commentId"_s).toString());
        if (comment != sources.comments.cend()) {
            entry.comment = toComment(*comment);
            entry.threadId = comment->threadId;
        }
    } else if (row.kind == OwnEvent::Thread) {
        entry.kind = ActivityKind::Thread;
        entry.threadId = row.payload.value(u"threadId"_s).toString();
        entry.resolved = row.payload.value(u"resolved"_s).toBool();
    } else if (row.kind == OwnEvent::Reviewers) {
        entry.kind = ActivityKind::Reviewers;
        entry.reviewersAdded = strings(row.payload.value(u"added"_s));
        entry.reviewersRemoved = strings(row.payload.value(u"removed"_s));
    } else {
        entry = fromWireEvent(row, sources);
    }
    entry.date = {row.date};
    entry.actorArn = row.actor;
    return entry;
}

} // namespace

Result<ListPullRequestActivity::Output> handle(Call &call, const ListPullRequestActivity::Input &input)
{
    using Output = ListPullRequestActivity::Output;
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto position = readToken(call.row, input.nextToken, 1);
    if (!position)
        return std::unexpected(position.error());
    const int size = pageSize(call.row, input.maxResults);
    return call.hub.database->read([&](store::Connection &db) -> Result<Output> {
        store::events::Filter filter;
        filter.after = *position ? (*position)->first().toLongLong() : 0;
        filter.limit = size + 1;
        auto rows = store::events::list(db, loaded->row.id, filter);
        if (!rows)
            return std::unexpected(rows.error());
        const auto sources = readSources(db, loaded->row.id);
        if (!sources)
            return std::unexpected(sources.error());
        Output output;
        if (rows->size() > size) {
            rows->resize(size);
            output.nextToken = makeToken(call.row, {QString::number(rows->last().seq)});
        }
        for (const store::EventRow &row : *rows)
            output.entries.append(toEntry(row, *sources));
        return output;
    });
}

} // namespace countersign::service
