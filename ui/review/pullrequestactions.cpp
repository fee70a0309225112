// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// What changes the pull request itself: title, state, reviewers, rules and the merge.
#include "ui/review/pullrequestpresenter.h"

#include "core/api/enums.h"
#include "ui/review/mergewhenready.h"
#include "ui/review/pullrequestact.h"
#include "ui/review/queuerules.h"

#include <algorithm>

namespace countersign::reviewui {

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

MergeOrder PullRequestPresenter::orderFor(const QString &option, const QString &message,
                                          bool deleteSource) const
{
    const auto *target = m_state.target();
    MergeOrder order;
    order.pullRequestId = m_state.pullRequestId;
    order.repository = m_state.repository();
    order.sourceCommit = target->sourceCommit;
    order.sourceBranch = shortRef(target->sourceReference);
    order.destinationBranch = shortRef(target->destinationReference);
    order.option = option;
    order.message = message;
    order.deleteSource = deleteSource;
    return order;
}

void PullRequestPresenter::merge(const QString &option, const QString &message, bool deleteSource)
{
    if (m_state.isMerging || !m_state.target())
        return;
    m_state.isMerging = true;
    m_state.mergeConflicts.clear();
    Q_EMIT changed();
    const MergeOrder order = orderFor(option, message, deleteSource);
    mergeNow(m_context, order, this, [this, order](const Result<api::PullRequest> &answer) {
        m_state.isMerging = false;
        if (!answer) {
            if (answer.error().kind == ErrorKind::Conflict &&
                answer.error().code.startsWith(QLatin1StringView("ManualMergeRequired")))
                m_state.mergeConflicts = m_state.review.conflicts;
            report(tr("The pull request was not merged. Nothing has changed."), answer.error());
            Q_EMIT changed();
            load();
            return;
        }
        Q_EMIT announced(tr("Merged into %1.").arg(order.destinationBranch), {});
        if (order.deleteSource)
            deleteSourceBranch();
        load();
    });
}

void PullRequestPresenter::mergeWhenReady(const QString &option, const QString &message, bool deleteSource)
{
    if (!m_state.target() || m_state.waiting)
        return;
    MergeWhenReady::of(m_context)->start(orderFor(option, message, deleteSource));
}

void PullRequestPresenter::cancelMergeWhenReady()
{
    MergeWhenReady::of(m_context)->cancel(m_state.pullRequestId);
}

std::optional<MergeOrder> PullRequestPresenter::waitingMerge() const
{
    return MergeWhenReady::of(m_context)->order(m_state.pullRequestId);
}

void PullRequestPresenter::remind(const QString &text, const QList<QString> &arns)
{
    QList<QString> add;
    for (const QString &arn : arns) {
        const auto &reviewers = m_state.review.summary.reviewers;
        const auto known = std::ranges::find(reviewers, arn, &api::ReviewerState::userArn);
        if (known == reviewers.end() || !known->requested)
            add.append(arn);
    }
    const auto *target = m_state.target();
    api::PostCommentForPullRequest::Input comment;
    comment.pullRequestId = m_state.pullRequestId;
    comment.repositoryName = target->repositoryName;
    comment.beforeCommitId = target->mergeBase.value_or(target->destinationCommit);
    comment.afterCommitId = target->sourceCommit;
    comment.content = text;
    const QString draft = QStringLiteral("remind");
    comment.clientRequestToken = m_drafts->token(draft);
    m_context.session->call<api::PostCommentForPullRequest>(
        comment, this, [this, draft, add](const Result<api::PostCommentForPullRequest::Output> &answer) {
            if (!answer) {
                if (answer.error().kind != ErrorKind::Unreachable)
                    m_drafts->forgetToken(draft);
                return report(tr("Nobody was reminded."), answer.error());
            }
            m_drafts->forgetToken(draft);
            const QString done = tr("Reminded.");
            Q_EMIT reminded();
            if (add.isEmpty()) {
                Q_EMIT announced(done, {});
                return load();
            }
            act<api::UpdatePullRequestReviewers>(
                {m_state.pullRequestId, add, {}},
                tr("The comment was posted, but nobody was asked to review."),
                [this, done] { Q_EMIT announced(done, {}); });
        });
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
