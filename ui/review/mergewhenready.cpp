// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/mergewhenready.h"

#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/review/mergeconditions.h"
#include "ui/review/queuerules.h"
#include "ui/widgets/backgroundtasks.h"

#include <algorithm>

namespace countersign::reviewui {

MergeWhenReady *MergeWhenReady::of(const ui::PageContext &context)
{
    if (auto *made = context.session->findChild<MergeWhenReady *>(Qt::FindDirectChildrenOnly))
        return made;
    return new MergeWhenReady(context);
}

MergeWhenReady::MergeWhenReady(const ui::PageContext &context)
    : QObject(context.session)
    , m_context(context)
{
    m_look.setSingleShot(true);
    m_look.setInterval(100);
    connect(&m_look, &QTimer::timeout, this, &MergeWhenReady::look);
    auto &backend = context.session->backend();
    const auto soon = [this] {
        if (!m_waiting.isEmpty())
            m_look.start();
    };
    connect(&backend, &client::Backend::pullRequestChanged, this, soon);
    connect(&backend, &client::Backend::repositoryChanged, this, soon);
    connect(&backend, &client::Backend::principalChanged, this, soon);
}

std::optional<MergeOrder> MergeWhenReady::order(const QString &pullRequestId) const
{
    const auto it = m_waiting.constFind(pullRequestId);
    if (it == m_waiting.cend() || it->arn != m_context.session->principal())
        return std::nullopt;
    return it->order;
}

void MergeWhenReady::start(const MergeOrder &order)
{
    m_waiting.insert(order.pullRequestId, {order, m_context.session->principal(), false});
    Q_EMIT changed(order.pullRequestId);
    m_look.start();
}

void MergeWhenReady::cancel(const QString &pullRequestId)
{
    const auto it = m_waiting.constFind(pullRequestId);
    if (it == m_waiting.cend() || it->isMerging)
        return;
    m_waiting.erase(it);
    Q_EMIT changed(pullRequestId);
}

void MergeWhenReady::look()
{
    const QStringList ids = m_waiting.keys();
    for (const QString &id : ids) {
        const Waiting &waiting = m_waiting[id];
        if (waiting.isMerging || waiting.arn != m_context.session->principal())
            continue;
        m_context.session->call<api::GetPullRequestReview>(
            {id}, this, [this, id](const Result<api::GetPullRequestReview::Output> &answer) {
                // A hub that does not answer now may answer at the next change.
                if (answer)
                    judge(id, *answer);
            });
    }
}

void MergeWhenReady::judge(const QString &pullRequestId, const api::GetPullRequestReview::Output &review)
{
    const auto it = m_waiting.find(pullRequestId);
    if (it == m_waiting.end() || it->isMerging || it->arn != m_context.session->principal())
        return;
    const auto &targets = review.summary.pullRequest.pullRequestTargets;
    if (stateOf(review.summary.pullRequest) != PullRequestState::Open || targets.isEmpty()) {
        m_waiting.erase(it);
        Q_EMIT changed(pullRequestId);
        return;
    }
    if (targets.first().sourceCommit != it->order.sourceCommit)
        return end(pullRequestId, false,
                   tr("Revision %1 was pushed, so #%2 is no longer merged by itself.")
                       .arg(review.summary.revisionNumber)
                       .arg(pullRequestId));
    const auto choices = strategyChoices(review);
    const auto choice = std::ranges::find(choices, it->order.option, &StrategyChoice::option);
    if (missingCount(mergeConditions(review)) > 0 || choice == choices.end()) {
        Q_EMIT lookedAt(pullRequestId);
        return;
    }
    // Only another push could make it possible, and that ends the order anyway.
    if (!choice->isPossible)
        return end(pullRequestId, false,
                   tr("#%1 is ready but was not merged. %2").arg(pullRequestId, choice->detail));
    it->isMerging = true;
    Q_EMIT changed(pullRequestId);
    mergeNow(m_context, it->order, this, [this, pullRequestId](const Result<api::PullRequest> &answer) {
        if (!answer)
            return end(pullRequestId, false,
                       tr("#%1 was ready but was not merged: %2").arg(pullRequestId, answer.error().message));
        const MergeOrder order = m_waiting.value(pullRequestId).order;
        if (order.deleteSource)
            m_context.session->call<api::DeleteBranch>({order.repository, order.sourceBranch}, this,
                                                       [](const Result<api::DeleteBranch::Output> &) {});
        end(pullRequestId, true,
            tr("#%1 was ready and is merged into %2.").arg(pullRequestId, order.destinationBranch));
    });
}

void MergeWhenReady::end(const QString &pullRequestId, bool merged, const QString &text)
{
    m_waiting.remove(pullRequestId);
    // Its page may be closed; the list of tasks tells in any case.
    if (m_context.tasks && !merged)
        m_context.tasks->end(m_context.tasks->begin(text, {}), ui::BackgroundTasks::State::Failed, text);
    Q_EMIT changed(pullRequestId);
    Q_EMIT ended(pullRequestId, merged, text);
}

} // namespace countersign::reviewui
