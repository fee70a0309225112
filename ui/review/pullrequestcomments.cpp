// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// Comments, threads and the review of the pull request's presenter.
#include "ui/review/pullrequestpresenter.h"

#include "core/accounts/viewedmarks.h"
#include "core/api/enums.h"
#include "ui/review/pullrequestact.h"
#include "ui/review/queuerules.h"

namespace countersign::reviewui {

namespace {

// Everything but a clear refusal: the hub may have done it before the answer was lost.
bool mayHaveArrived(const Error &error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::Cancelled ||
           error.kind == ErrorKind::Internal;
}

// The token was used with another text: the earlier one arrived.
bool isOlderText(const Error &error)
{
    return error.code.startsWith(QLatin1StringView("IdempotencyParameterMismatch"));
}

QString notPosted(const Error &error)
{
    return isOlderText(error)
               ? PullRequestPresenter::tr("An earlier text of this comment had arrived. The new one is kept.")
               : PullRequestPresenter::tr("The comment was not posted. Its text is kept.");
}

QString sentText(const PendingComment &comment)
{
    return withRange(comment.text, comment.firstLine,
                     comment.location ? static_cast<int>(comment.location->filePosition.value_or(0)) : 0);
}

} // namespace

void PullRequestPresenter::postGeneralComment(const QString &text)
{
    const auto *target = m_state.target();
    if (!target || m_state.isPosting || text.trimmed().isEmpty())
        return;
    const QString draft = QStringLiteral("general");
    api::PostCommentForPullRequest::Input input;
    input.pullRequestId = m_state.pullRequestId;
    input.repositoryName = target->repositoryName;
    input.beforeCommitId = target->mergeBase.value_or(target->destinationCommit);
    input.afterCommitId = target->sourceCommit;
    input.content = text;
    input.clientRequestToken = m_drafts->token(draft);
    m_state.isPosting = true;
    Q_EMIT changed();
    m_context.session->call<api::PostCommentForPullRequest>(
        input, this, [this, draft](const Result<api::PostCommentForPullRequest::Output> &answer) {
            m_state.isPosting = false;
            if (!answer) {
                if (!mayHaveArrived(answer.error()))
                    m_drafts->forgetToken(draft);
                report(notPosted(answer.error()), answer.error());
                Q_EMIT postFailed(draft);
                Q_EMIT changed();
                if (isOlderText(answer.error()))
                    load();
                return;
            }
            m_drafts->setText(draft, {});
            m_drafts->forgetToken(draft);
            Q_EMIT commentPosted(draft);
            load();
        });
}

void PullRequestPresenter::postComment(const PendingComment &comment)
{
    if (comment.text.trimmed().isEmpty())
        return;
    // The token lives as long as the draft: a second press after a lost answer posts nothing twice.
    const QString token = m_drafts->token(comment.key);
    const auto answered = [this, key = comment.key](const auto &answer) {
        if (answer) {
            m_drafts->remove(key);
            m_drafts->forgetToken(key);
            Q_EMIT commentPosted(key);
            return load();
        }
        if (!mayHaveArrived(answer.error()))
            m_drafts->forgetToken(key);
        report(notPosted(answer.error()), answer.error());
        Q_EMIT postFailed(key);
        if (isOlderText(answer.error()))
            load();
    };
    if (comment.inReplyTo) {
        m_context.session->call<api::PostCommentReply>({*comment.inReplyTo, token, comment.text}, this,
                                                       answered);
        return;
    }
    api::PostCommentForPullRequest::Input input;
    input.pullRequestId = m_state.pullRequestId;
    input.repositoryName = m_state.repository();
    input.beforeCommitId = comment.beforeCommitId;
    input.afterCommitId = comment.afterCommitId;
    input.location = comment.location;
    input.content = sentText(comment);
    input.clientRequestToken = token;
    m_context.session->call<api::PostCommentForPullRequest>(input, this, answered);
}

void PullRequestPresenter::editComment(const QString &commentId, const QString &text)
{
    const QString draft = QStringLiteral("edit:") + commentId;
    m_drafts->setText(draft, text);
    act<api::UpdateComment>({commentId, text}, tr("The comment was not changed. Its new text is kept."),
                            [this, draft] { m_drafts->setText(draft, {}); });
}

void PullRequestPresenter::deleteComment(const QString &commentId)
{
    act<api::DeleteCommentContent>({commentId}, tr("The comment was not deleted."),
                                   [this] { Q_EMIT announced(tr("Comment deleted."), {}); });
}

void PullRequestPresenter::replaceThread(const api::Thread &thread)
{
    for (auto &old : m_state.threads) {
        if (old.threadId == thread.threadId)
            old = thread;
    }
    Q_EMIT changed();
}

void PullRequestPresenter::setResolved(const QString &threadId, bool resolved)
{
    m_context.session->call<api::UpdateThreadState>(
        {threadId, resolved}, this,
        [this, threadId, resolved](Result<api::UpdateThreadState::Output> answer) {
            if (!answer) {
                report(resolved ? tr("The thread was not resolved.") : tr("The thread was not reopened."),
                       answer.error());
                return;
            }
            replaceThread(answer->thread);
            Q_EMIT announced(resolved ? tr("Thread resolved.") : tr("Thread reopened."),
                             [this, threadId, resolved] { setResolved(threadId, !resolved); });
            load();
        });
}

void PullRequestPresenter::submitReview(const QString &verdict, const QString &summary,
                                        bool acceptNewRevision)
{
    if (const QString reason = verdictUnavailable(verdict); !reason.isEmpty())
        return;
    if (m_state.waiting && !acceptNewRevision) {
        Q_EMIT revisionMoved(verdict, summary, m_state.waiting->summary.revisionNumber);
        return;
    }
    const auto &review = m_state.waiting ? *m_state.waiting : m_state.review;
    send(verdict, summary, review.summary.pullRequest.revisionId);
}

void PullRequestPresenter::send(const QString &verdict, const QString &summary, const QString &revisionId)
{
    api::SubmitPullRequestReview::Input input;
    input.pullRequestId = m_state.pullRequestId;
    input.revisionId = revisionId;
    input.verdict = verdict;
    if (!summary.trimmed().isEmpty())
        input.content = summary.trimmed();
    QList<PendingComment> sent;
    for (const auto &comment : m_drafts->comments()) {
        if (!comment.isPending || comment.text.trimmed().isEmpty())
            continue;
        api::ReviewComment part;
        part.content = sentText(comment);
        if (comment.inReplyTo) {
            part.inReplyTo = comment.inReplyTo;
        } else {
            part.location = comment.location;
            part.beforeCommitId = comment.beforeCommitId;
            part.afterCommitId = comment.afterCommitId;
        }
        input.comments.append(part);
        sent.append(comment);
    }
    if (verdict == api::ReviewVerdict::Comment && input.comments.isEmpty() && !input.content) {
        report(tr("There is nothing to submit: write a summary or add a comment."), {});
        return;
    }
    input.clientRequestToken = m_drafts->beginSubmission(sent, summary);
    m_state.isSubmitting = true;
    Q_EMIT changed();
    m_context.session->call<api::SubmitPullRequestReview>(
        input, this,
        [this, sent, verdict, summary,
         revisionId](const Result<api::SubmitPullRequestReview::Output> &answer) {
            m_state.isSubmitting = false;
            if (!answer)
                return refused(answer.error(), verdict, summary);
            m_drafts->finishSubmission(sent, summary);
            if (m_context.viewed)
                m_context.viewed->setLastReviewedRevision(m_drafts->scope(), revisionId);
            Q_EMIT reviewSubmitted();
            Q_EMIT announced(verdict == api::ReviewVerdict::Approve  ? tr("Revision approved.")
                             : verdict == api::ReviewVerdict::Return ? tr("Returned to the author.")
                                                                     : tr("Review submitted."),
                             {});
            load();
        });
}

void PullRequestPresenter::refused(const Error &error, const QString &verdict, const QString &summary)
{
    Q_EMIT changed();
    if (isOlderText(error)) {
        // The answer to an earlier press was lost, and the review was changed since.
        m_drafts->finishFirstSubmission();
        report(tr("Your review had arrived as it was before. What you changed since is kept and not sent."),
               {});
        return load();
    }
    // A refusal is final and the next press is another review; without an answer it may have arrived.
    if (!mayHaveArrived(error))
        m_drafts->forgetSubmission();
    if (error.code.startsWith(QLatin1StringView("RevisionNotCurrent"))) {
        Q_EMIT revisionMoved(verdict, summary, m_state.review.summary.revisionNumber + 1);
        return load();
    }
    report(mayHaveArrived(error)
               ? tr("It is not known whether the review arrived. Your comments are kept; submit again, "
                    "nothing is sent twice.")
               : tr("The review was not sent. Your comments are kept."),
           error);
}

void PullRequestPresenter::discardReview()
{
    const QList<PendingComment> taken = m_drafts->takeAll();
    const QString summary = m_drafts->text(QStringLiteral("summary"));
    m_drafts->setText(QStringLiteral("summary"), {});
    Q_EMIT announced(tr("%n pending comment(s) discarded.", nullptr, static_cast<int>(taken.size())),
                     [this, taken, summary] {
                         m_drafts->restore(taken);
                         m_drafts->setText(QStringLiteral("summary"), summary);
                     });
}

} // namespace countersign::reviewui
