// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pullrequestpresenter.h"

#include "core/accounts/viewedmarks.h"
#include "core/api/enums.h"
#include "core/client/session.h"
#include "ui/review/queuerules.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/people.h"

#include <QUuid>

#include <algorithm>

namespace countersign::reviewui {

/// One load: three answers that are shown together or not at all.
struct PullRequestLoad
{
    int number = 0;
    std::optional<PullRequestPresenter::Review> review;
    std::optional<QList<api::Thread>> threads;
    QList<api::ActivityEntry> activity;
    bool activityComplete = false;
    std::optional<Error> error;
    int open = 3;
};

QString PullRequestPresenter::State::repository() const
{
    const auto *first = target();
    return first ? first->repositoryName : QString();
}

const api::PullRequestTarget *PullRequestPresenter::State::target() const
{
    const auto &targets = review.summary.pullRequest.pullRequestTargets;
    return targets.isEmpty() ? nullptr : &targets.first();
}

const api::Revision *PullRequestPresenter::State::revision(int number) const
{
    const auto it = std::ranges::find(review.revisions, number, &api::Revision::number);
    return it == review.revisions.end() ? nullptr : &*it;
}

const api::Thread *PullRequestPresenter::State::thread(const QString &id) const
{
    const auto it = std::ranges::find(threads, id, &api::Thread::threadId);
    return it == threads.end() ? nullptr : &*it;
}

PullRequestPresenter::PullRequestPresenter(const ui::PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_lane(std::make_unique<Lane>(QStringLiteral("review")))
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(60);
    connect(&m_reload, &QTimer::timeout, this, &PullRequestPresenter::load);
    auto &backend = m_context.session->backend();
    connect(&backend, &client::Backend::pullRequestChanged, this, [this](const QString &id, const QString &) {
        if (id == m_state.pullRequestId)
            m_reload.start();
    });
    connect(&backend, &client::Backend::repositoryChanged, this, [this](const QString &name) {
        if (m_state.isLoaded && name == m_state.repository())
            m_reload.start();
    });
    connect(&backend, &client::Backend::principalChanged, this, [this] {
        if (m_state.pullRequestId.isEmpty())
            return;
        // Another person sees the pull request with other eyes: other drafts, other marks.
        const QString id = m_state.pullRequestId;
        m_state = {};
        open(id);
    });
}

PullRequestPresenter::~PullRequestPresenter() = default;

QString PullRequestPresenter::me() const { return m_context.session->principal(); }

bool PullRequestPresenter::isAuthor() const { return m_state.pullRequest().authorArn == me(); }

ui::PersonInfo PullRequestPresenter::person(const QString &arn) const
{
    if (m_context.people)
        return m_context.people->person(arn);
    ui::PersonInfo person;
    person.arn = arn;
    person.account = accountOf(arn);
    person.name = person.account;
    return person;
}

void PullRequestPresenter::open(const QString &pullRequestId)
{
    if (m_state.pullRequestId == pullRequestId && (m_state.isLoaded || m_state.isLoading))
        return;
    m_state = {};
    m_state.pullRequestId = pullRequestId;
    m_drafts = std::make_unique<ReviewDrafts>(m_context.drafts,
                                              draftScope(m_context.session->hubId(), me(), pullRequestId));
    connect(m_drafts.get(), &ReviewDrafts::changed, this, &PullRequestPresenter::draftsChanged);
    load();
}

void PullRequestPresenter::reload() { load(); }

void PullRequestPresenter::load()
{
    if (m_state.pullRequestId.isEmpty())
        return;
    if (m_state.isLoading) {
        m_reloadAgain = true;
        return;
    }
    m_state.isLoading = true;
    auto load = std::make_shared<PullRequestLoad>();
    load->number = ++m_loadNumber;
    auto &session = *m_context.session;
    session.call<api::GetPullRequestReview>({m_state.pullRequestId}, this,
                                            [this, load](Result<Review> answer) {
                                                if (answer)
                                                    load->review = std::move(*answer);
                                                else
                                                    load->error = answer.error();
                                                finishLoad(load);
                                            });
    session.call<api::ListPullRequestThreads>(
        {m_state.pullRequestId}, this, [this, load](Result<api::ListPullRequestThreads::Output> answer) {
            if (answer)
                load->threads = std::move(answer->threads);
            else
                load->error = answer.error();
            finishLoad(load);
        });
    loadActivity(load, {});
    if (!m_state.isLoaded)
        Q_EMIT changed();
}

void PullRequestPresenter::loadActivity(const std::shared_ptr<PullRequestLoad> &load, const QString &token)
{
    api::ListPullRequestActivity::Input input;
    input.pullRequestId = m_state.pullRequestId;
    if (!token.isEmpty())
        input.nextToken = token;
    input.maxResults = 500;
    m_context.session->call<api::ListPullRequestActivity>(
        input, this, [this, load](Result<api::ListPullRequestActivity::Output> answer) {
            if (!answer) {
                load->error = answer.error();
                return finishLoad(load);
            }
            load->activity += answer->entries;
            if (answer->nextToken)
                return loadActivity(load, *answer->nextToken);
            finishLoad(load);
        });
}

void PullRequestPresenter::finishLoad(const std::shared_ptr<PullRequestLoad> &load)
{
    if (--load->open > 0 || load->number != m_loadNumber)
        return;
    m_state.isLoading = false;
    m_state.error = load->error;
    if (!load->error) {
        m_state.threads = *load->threads;
        m_state.activity = load->activity;
        const bool moved = m_state.isLoaded &&
                           load->review->summary.revisionNumber > m_state.review.summary.revisionNumber &&
                           stateOf(load->review->summary.pullRequest) == PullRequestState::Open;
        if (moved) {
            m_state.waiting = std::move(load->review);
        } else {
            m_state.review = std::move(*load->review);
            m_state.waiting.reset();
        }
        m_state.isLoaded = true;
    }
    Q_EMIT changed();
    if (std::exchange(m_reloadAgain, false))
        this->load();
}

void PullRequestPresenter::loadWaiting()
{
    if (!m_state.waiting)
        return;
    m_state.review = std::move(*m_state.waiting);
    m_state.waiting.reset();
    Q_EMIT changed();
}

void PullRequestPresenter::report(const QString &text, const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT failed(text, error);
}

template <class Op>
void PullRequestPresenter::act(const typename Op::Input &input, const QString &failure,
                               const std::function<void()> &done)
{
    m_context.session->call<Op>(input, this, [this, failure, done](Result<typename Op::Output> answer) {
        if (!answer)
            report(failure, answer.error());
        else if (done)
            done();
        load();
    });
}

QString PullRequestPresenter::verdictUnavailable(const QString &verdict) const
{
    if (!m_state.isLoaded)
        return tr("The pull request is still being loaded");
    if (stateOf(m_state.pullRequest()) != PullRequestState::Open)
        return tr("The pull request is closed");
    if (verdict != api::ReviewVerdict::Comment && isAuthor())
        return tr("An author’s own verdict never counts");
    if (m_state.isSubmitting)
        return tr("The review is being sent");
    return {};
}

void PullRequestPresenter::postGeneralComment(const QString &text)
{
    const auto *target = m_state.target();
    if (!target || m_state.isPosting || text.trimmed().isEmpty())
        return;
    api::PostCommentForPullRequest::Input input;
    input.pullRequestId = m_state.pullRequestId;
    input.repositoryName = target->repositoryName;
    input.beforeCommitId = target->mergeBase.value_or(target->destinationCommit);
    input.afterCommitId = target->sourceCommit;
    input.content = text;
    // The same text sent again after a lost answer is one comment; after something arrived it is another.
    input.clientRequestToken =
        QUuid::createUuidV5(QUuid(), m_drafts->scope() + QString::number(m_state.activity.size()) + text)
            .toString(QUuid::WithoutBraces);
    m_state.isPosting = true;
    Q_EMIT changed();
    m_context.session->call<api::PostCommentForPullRequest>(
        input, this, [this](Result<api::PostCommentForPullRequest::Output> answer) {
            m_state.isPosting = false;
            if (!answer) {
                report(tr("The comment was not posted. Its text is kept."), answer.error());
                Q_EMIT changed();
                return;
            }
            m_drafts->setText(QStringLiteral("general"), {});
            Q_EMIT commentPosted();
            load();
        });
}

void PullRequestPresenter::postComment(const PendingComment &comment)
{
    if (comment.text.trimmed().isEmpty())
        return;
    const auto failed = [this, key = comment.key](const Error &error) {
        report(tr("The comment was not posted. Its text is kept."), error);
        Q_UNUSED(key);
    };
    if (comment.inReplyTo) {
        api::PostCommentReply::Input input;
        input.inReplyTo = *comment.inReplyTo;
        input.content = comment.text;
        input.clientRequestToken = comment.key;
        m_context.session->call<api::PostCommentReply>(
            input, this, [this, failed, key = comment.key](Result<api::PostCommentReply::Output> answer) {
                if (!answer)
                    return failed(answer.error());
                m_drafts->remove(key);
                Q_EMIT commentPosted();
                load();
            });
        return;
    }
    api::PostCommentForPullRequest::Input input;
    input.pullRequestId = m_state.pullRequestId;
    input.repositoryName = m_state.repository();
    input.beforeCommitId = comment.beforeCommitId;
    input.afterCommitId = comment.afterCommitId;
    input.location = comment.location;
    input.content =
        withRange(comment.text, comment.firstLine,
                  comment.location ? static_cast<int>(comment.location->filePosition.value_or(0)) : 0);
    input.clientRequestToken = comment.key;
    m_context.session->call<api::PostCommentForPullRequest>(
        input, this,
        [this, failed, key = comment.key](Result<api::PostCommentForPullRequest::Output> answer) {
            if (!answer)
                return failed(answer.error());
            m_drafts->remove(key);
            Q_EMIT commentPosted();
            load();
        });
}

void PullRequestPresenter::reply(const QString &threadId, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    PendingComment comment;
    comment.key = ReviewDrafts::newKey();
    comment.inReplyTo = threadId;
    comment.text = text;
    m_drafts->save(comment);
    postComment(comment);
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
    QList<QString> sent;
    for (const auto &comment : m_drafts->comments()) {
        if (!comment.isPending || comment.text.trimmed().isEmpty())
            continue;
        api::ReviewComment part;
        part.content =
            withRange(comment.text, comment.firstLine,
                      comment.location ? static_cast<int>(comment.location->filePosition.value_or(0)) : 0);
        if (comment.inReplyTo) {
            part.inReplyTo = comment.inReplyTo;
        } else {
            part.location = comment.location;
            part.beforeCommitId = comment.beforeCommitId;
            part.afterCommitId = comment.afterCommitId;
        }
        input.comments.append(part);
        sent.append(comment.key);
    }
    if (verdict == api::ReviewVerdict::Comment && input.comments.isEmpty() && !input.content) {
        report(tr("There is nothing to submit: write a summary or add a comment."), {});
        return;
    }
    input.clientRequestToken = m_drafts->submissionToken();
    m_state.isSubmitting = true;
    Q_EMIT changed();
    m_context.session->call<api::SubmitPullRequestReview>(
        input, this,
        [this, sent, verdict, summary, revisionId](Result<api::SubmitPullRequestReview::Output> answer) {
            m_state.isSubmitting = false;
            if (!answer) {
                // A refusal is final and the next press is another review; without an answer it may have
                // arrived.
                if (answer.error().kind != ErrorKind::Unreachable &&
                    answer.error().kind != ErrorKind::Cancelled)
                    m_drafts->forgetSubmission();
                if (answer.error().code.startsWith(QLatin1StringView("RevisionNotCurrent"))) {
                    Q_EMIT revisionMoved(verdict, summary, m_state.review.summary.revisionNumber + 1);
                    Q_EMIT changed();
                    load();
                    return;
                }
                report(tr("The review was not sent. Your comments are kept."), answer.error());
                Q_EMIT changed();
                return;
            }
            for (const QString &key : sent)
                m_drafts->remove(key);
            m_drafts->setText(QStringLiteral("summary"), {});
            m_drafts->forgetSubmission();
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

void PullRequestPresenter::revokeApproval()
{
    act<api::UpdatePullRequestApprovalState>(
        {m_state.pullRequestId, m_state.pullRequest().revisionId, api::ApprovalState::Revoke},
        tr("The approval was not taken back."), [this] { Q_EMIT announced(tr("Approval taken back."), {}); });
}

void PullRequestPresenter::setTitle(const QString &title)
{
    m_drafts->setText(QStringLiteral("title"), title);
    act<api::UpdatePullRequestTitle>({m_state.pullRequestId, title},
                                     tr("The title was not changed. Your text is kept."),
                                     [this] { m_drafts->setText(QStringLiteral("title"), {}); });
}

void PullRequestPresenter::setDescription(const QString &description)
{
    m_drafts->setText(QStringLiteral("description"), description);
    act<api::UpdatePullRequestDescription>({m_state.pullRequestId, description},
                                           tr("The description was not changed. Your text is kept."),
                                           [this] { m_drafts->setText(QStringLiteral("description"), {}); });
}

void PullRequestPresenter::closePullRequest()
{
    act<api::UpdatePullRequestStatus>({m_state.pullRequestId, api::PullRequestStatus::Closed},
                                      tr("The pull request was not closed."),
                                      [this] { Q_EMIT announced(tr("Pull request closed."), {}); });
}

void PullRequestPresenter::updateReviewers(const QList<QString> &add, const QList<QString> &remove)
{
    act<api::UpdatePullRequestReviewers>(
        {m_state.pullRequestId, add, remove}, tr("The reviewers were not changed."), [this, add, remove] {
            if (!remove.isEmpty())
                Q_EMIT announced(tr("Reviewer removed."), [this, remove] { updateReviewers(remove, {}); });
        });
}

void PullRequestPresenter::setOverridden(bool overridden)
{
    act<api::OverridePullRequestApprovalRules>(
        {m_state.pullRequestId, m_state.pullRequest().revisionId,
         overridden ? api::OverrideStatus::Override : api::OverrideStatus::Revoke},
        overridden ? tr("The rules were not overridden.") : tr("The override was not taken back."),
        [this, overridden] {
            Q_EMIT announced(overridden ? tr("Approval rules overridden.") : tr("Override taken back."),
                             [this, overridden] { setOverridden(!overridden); });
        });
}

void PullRequestPresenter::merge(const QString &option, const QString &message, bool deleteSource)
{
    if (m_state.isMerging || !m_state.target())
        return;
    m_state.isMerging = true;
    m_state.mergeConflicts.clear();
    Q_EMIT changed();
    const int task =
        m_context.tasks ? m_context.tasks->begin(tr("Merging #%1").arg(m_state.pullRequestId), {}) : 0;
    const auto finished = [this, task, deleteSource](Result<api::PullRequest> answer) {
        m_state.isMerging = false;
        if (m_context.tasks)
            m_context.tasks->end(
                task, answer ? ui::BackgroundTasks::State::Done : ui::BackgroundTasks::State::Failed,
                answer ? tr("Merged #%1").arg(m_state.pullRequestId) : answer.error().message);
        if (!answer) {
            if (answer.error().kind == ErrorKind::Conflict &&
                answer.error().code.startsWith(QLatin1StringView("ManualMergeRequired")))
                m_state.mergeConflicts = m_state.review.conflicts;
            report(tr("The pull request was not merged. Nothing has changed."), answer.error());
            Q_EMIT changed();
            load();
            return;
        }
        Q_EMIT announced(tr("Merged into %1.").arg(shortRef(m_state.target()->destinationReference)), {});
        if (deleteSource)
            deleteSourceBranch();
        load();
    };
    const auto input = [&](auto merge) {
        merge.pullRequestId = m_state.pullRequestId;
        merge.repositoryName = m_state.repository();
        // What the person saw is what is merged: the hub refuses when the source moved.
        merge.sourceCommitId = m_state.target()->sourceCommit;
        if constexpr (requires { merge.commitMessage; }) {
            // As the page judged it: the wire's default calls every file that both sides changed a conflict.
            merge.conflictDetailLevel = QString(api::ConflictDetailLevel::Line);
            if (!message.trimmed().isEmpty())
                merge.commitMessage = message;
            const ui::PersonInfo author = person(me());
            merge.authorName = author.name;
            if (!author.email.isEmpty())
                merge.email = author.email;
        }
        return merge;
    };
    const auto answered = [finished](auto answer) {
        finished(answer ? Result<api::PullRequest>(answer->pullRequest)
                        : Result<api::PullRequest>(std::unexpected(answer.error())));
    };
    auto &session = *m_context.session;
    if (option == api::MergeOption::FastForward)
        session.call<api::MergePullRequestByFastForward>(input(api::MergePullRequestByFastForward::Input()),
                                                         this, answered);
    else if (option == api::MergeOption::Squash)
        session.call<api::MergePullRequestBySquash>(input(api::MergePullRequestBySquash::Input()), this,
                                                    answered);
    else
        session.call<api::MergePullRequestByThreeWay>(input(api::MergePullRequestByThreeWay::Input()), this,
                                                      answered);
}

void PullRequestPresenter::deleteSourceBranch()
{
    const QString repository = m_state.repository();
    const QString branch = shortRef(m_state.target()->sourceReference);
    m_context.session->call<api::DeleteBranch>(
        {repository, branch}, this, [this, repository, branch](Result<api::DeleteBranch::Output> answer) {
            if (!answer)
                return report(tr("Merged, but %1 was not deleted.").arg(branch), answer.error());
            if (!answer->deletedBranch)
                return;
            const QString commit = answer->deletedBranch->commitId;
            Q_EMIT announced(tr("Merged, and %1 deleted.").arg(branch), [this, repository, branch, commit] {
                act<api::CreateBranch>({repository, branch, commit}, tr("%1 was not restored.").arg(branch));
            });
        });
}

void PullRequestPresenter::createRule(const QString &name, const QString &content)
{
    act<api::CreatePullRequestApprovalRule>({m_state.pullRequestId, name, content},
                                            tr("The approval rule was not added."));
}

void PullRequestPresenter::updateRule(const QString &name, const QString &content, const QString &sha256)
{
    act<api::UpdatePullRequestApprovalRuleContent>({m_state.pullRequestId, name, sha256, content},
                                                   tr("The approval rule was not changed."));
}

void PullRequestPresenter::deleteRule(const QString &name)
{
    QString content;
    for (const auto &rule : m_state.pullRequest().approvalRules) {
        if (rule.approvalRuleName == name)
            content = rule.approvalRuleContent;
    }
    act<api::DeletePullRequestApprovalRule>(
        {m_state.pullRequestId, name}, tr("The approval rule was not deleted."), [this, name, content] {
            Q_EMIT announced(tr("Approval rule deleted."),
                             [this, name, content] { createRule(name, content); });
        });
}

} // namespace countersign::reviewui
