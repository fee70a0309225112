// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/mergeorder.h"

#include "core/api/enums.h"
#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/people.h"

#include <QCoreApplication>
#include <QPointer>

namespace countersign::reviewui {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::reviewui::MergeOrder)
};
} // namespace

void mergeNow(const ui::PageContext &context, const MergeOrder &order, QObject *receiver,
              const std::function<void(const Result<api::PullRequest> &)> &finished)
{
    const int task =
        context.tasks ? context.tasks->begin(Words::tr("Merging #%1").arg(order.pullRequestId), {}) : 0;
    const auto input = [&](auto merge) {
        merge.pullRequestId = order.pullRequestId;
        merge.repositoryName = order.repository;
        merge.sourceCommitId = order.sourceCommit;
        if constexpr (requires { merge.commitMessage; }) {
            // As the page judged it: the wire's default calls every file that both sides changed a conflict.
            merge.conflictDetailLevel = QString(api::ConflictDetailLevel::Line);
            if (!order.message.trimmed().isEmpty())
                merge.commitMessage = order.message;
            if (context.people) {
                const ui::PersonInfo author = context.people->person(context.session->principal());
                merge.authorName = author.name;
                if (!author.email.isEmpty())
                    merge.email = author.email;
            }
        }
        return merge;
    };
    const auto answered = [tasks = QPointer(context.tasks), task, id = order.pullRequestId,
                           finished](const auto &answer) {
        if (tasks)
            tasks->end(task, answer ? ui::BackgroundTasks::State::Done : ui::BackgroundTasks::State::Failed,
                       answer ? Words::tr("Merged #%1").arg(id) : answer.error().message);
        finished(answer ? Result<api::PullRequest>(answer->pullRequest)
                        : Result<api::PullRequest>(std::unexpected(answer.error())));
    };
    auto &session = *context.session;
    if (order.option == api::MergeOption::FastForward)
        session.call<api::MergePullRequestByFastForward>(input(api::MergePullRequestByFastForward::Input()),
                                                         receiver, answered);
    else if (order.option == api::MergeOption::Squash)
        session.call<api::MergePullRequestBySquash>(input(api::MergePullRequestBySquash::Input()), receiver,
                                                    answered);
    else
        session.call<api::MergePullRequestByThreeWay>(input(api::MergePullRequestByThreeWay::Input()),
                                                      receiver, answered);
}

} // namespace countersign::reviewui
