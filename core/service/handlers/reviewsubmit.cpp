// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/enums.h"
#include "core/review/lifecycle.h"
#include "core/service/approvalchange.h"
#include "core/service/commentplace.h"
#include "core/service/commentwriting.h"
#include "core/service/events.h"
#include "core/service/handlers/review.h"
#include "core/service/idempotent.h"
#include "core/service/pullrequestchange.h"
#include "core/service/threads.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

/// The rows of a review's comments, checked against Git and the threads they answer to.
Result<QList<store::CommentRow>> commentRows(const Call &call, const LoadedPullRequest &loaded,
                                             const SubmitPullRequestReview::Input &input,
                                             const QString &reviewId)
{
    const auto repository = call.open(loaded.repository);
    if (!repository)
        return std::unexpected(repository.error());
    QList<store::CommentRow> rows;
    for (const ReviewComment &comment : input.comments) {
        store::CommentRow row = newComment(call, comment.content, std::nullopt);
        row.reviewId = reviewId;
        if (comment.inReplyTo) {
            const auto parent = commentById(call, *comment.inReplyTo);
            if (!parent)
                return std::unexpected(parent.error());
            if (parent->pullRequestId != loaded.row.id)
                return wireFailure("CommentDoesNotExistException",
                                   u"The comment %1 is not of this pull request."_s.arg(*comment.inReplyTo));
            placeBelow(row, *parent);
        } else {
            // What was looked at, unless the comment says otherwise: the revision against its merge base.
            const QString base = loaded.revision.mergeBase.isEmpty() ? loaded.revision.destinationCommit
                                                                     : loaded.revision.mergeBase;
            const QString before = comment.beforeCommitId.value_or(base);
            const QString after = comment.afterCommitId.value_or(loaded.revision.sourceCommit);
            row.repositoryId = loaded.repository.id;
            row.pullRequestId = loaded.row.id;
            const auto place = commentPlace(*repository, before, after, comment.location);
            if (!place)
                return std::unexpected(place.error());
            placeAt(row, *place);
            const auto number = store::revisions::numberOf(call.db(), loaded.row.id, after);
            if (!number)
                return std::unexpected(number.error());
            row.revision = *number ? *number : loaded.row.revision;
        }
        rows.append(row);
    }
    return rows;
}

Result<void> writeReview(Call &call, store::Connection &tx, const LoadedPullRequest &loaded,
                         const store::ReviewRow &review, const QList<store::CommentRow> &comments)
{
    Result<void> done = store::reviews::insert(tx, review).and_then([&] {
        return recordOwnEvent(tx, loaded.row.id, call.now, call.caller.arn, OwnEvent::Review,
                              {{u"reviewId"_s, review.id}});
    });
    if (!done)
        return done;
    for (const store::CommentRow &comment : comments)
        if (auto written = writeComment(call, tx, comment); !written)
            return written;
    if (review.verdict == ReviewVerdict::Approve)
        done = approve(call, tx, loaded);
    else if (review.verdict == ReviewVerdict::Return)
        done = revoke(call, tx, loaded);
    if (!done)
        return done;
    return store::pullrequests::touch(tx, loaded.row.id, call.now);
}

} // namespace

Result<SubmitPullRequestReview::Output> handle(Call &call, const SubmitPullRequestReview::Input &input)
{
    using Output = SubmitPullRequestReview::Output;
    return withPullRequest(call, input.pullRequestId, [&](const LoadedPullRequest &loaded) -> Result<Output> {
        auto kept = replay<SubmitPullRequestReview>(call, input, input.clientRequestToken);
        if (!kept)
            return std::unexpected(kept.error());
        if (*kept)
            return std::move(**kept);
        if (auto allowed =
                review::checkVerdict(loaded.toApi(), call.caller.arn, input.revisionId, input.verdict);
            !allowed)
            return std::unexpected(allowed.error());
        if (input.verdict == ReviewVerdict::Comment && input.content.value_or(QString()).isEmpty() &&
            input.comments.isEmpty())
            return wireFailure("CommentContentRequiredException", u"The review says nothing."_s);
        store::ReviewRow row;
        row.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        row.pullRequestId = loaded.row.id;
        row.revisionId = input.revisionId;
        const auto revision = store::revisions::byRevisionId(call.db(), loaded.row.id, input.revisionId);
        if (!revision)
            return std::unexpected(revision.error());
        row.revision = *revision ? (*revision)->number : loaded.row.revision;
        row.author = call.caller.arn;
        row.verdict = input.verdict;
        if (input.content && !input.content->isEmpty())
            row.content = input.content;
        row.date = call.now;
        const auto comments = commentRows(call, loaded, input, row.id);
        if (!comments)
            return std::unexpected(comments.error());
        return call.write(
            loaded.repository.id, pullRequestDetail(loaded), [&](store::Connection &tx) -> Result<Output> {
                if (auto done = writeReview(call, tx, loaded, row, *comments); !done)
                    return std::unexpected(done.error());
                Output output{toReview(row), {}};
                QStringList changed;
                for (const store::CommentRow &comment : *comments)
                    if (!changed.contains(comment.threadId))
                        changed.append(comment.threadId);
                for (const QString &id : std::as_const(changed)) {
                    auto thread = threadById(tx, id);
                    if (!thread)
                        return std::unexpected(thread.error());
                    output.threads.append(std::move(*thread));
                }
                return remember<SubmitPullRequestReview>(call, tx, input, input.clientRequestToken, output)
                    .transform([&] { return output; });
            });
    });
}

} // namespace countersign::service
