// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// Pull requests, reviews and merges of a story.
#include "app/sample/player.h"

#include "core/api/operations.h"

namespace countersign::sample {

Result<void> Player::open(const Step &step)
{
    const auto time = timeOf(step.words[4]);
    if (!time)
        return std::unexpected(time.error());
    api::CreatePullRequest::Input input;
    input.title = step.rest(5);
    input.description = trimmedText(step.body);
    input.targets = {{m_repository, step.words[1], step.words[2]}};
    input.clientRequestToken = QStringLiteral("story-%1").arg(++m_tokens);
    const auto made = call<api::CreatePullRequest>(step.words[3], *time, input);
    if (!made)
        return std::unexpected(made.error());
    m_pullRequests.insert(step.words[0],
                          {made->pullRequest.pullRequestId, m_repository, step.words[1], step.words[3]});
    return {};
}

Result<void> Player::reviewers(const Step &step)
{
    api::UpdatePullRequestReviewers::Input input;
    const PullRequestHandle handle = m_pullRequests.value(step.words[0]);
    input.pullRequestId = handle.id;
    for (const QString &name : step.words.mid(1))
        input.addUserArns.append(m_people.value(name).arn);
    const auto pullRequest = call<api::GetPullRequest>(handle.author, m_nowMs, {input.pullRequestId});
    if (!pullRequest)
        return std::unexpected(pullRequest.error());
    const qint64 created = pullRequest->pullRequest.creationDate.ms;
    return call<api::UpdatePullRequestReviewers>(handle.author, created, input).transform([](const auto &) {
    });
}

// Words: path, side, the text of the line (several words), a label.
Result<api::Location> Player::locate(const QString &repository, const api::PullRequestTarget &target,
                                     const QStringList &words)
{
    if (words.size() < 4)
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("A thread needs a path, a side, a text and a label."));
    const bool after = words[1] == QLatin1StringView("AFTER");
    const QString match = QStringList(words.mid(2, words.size() - 3)).join(u' ');
    const QString commit = after ? target.sourceCommit : target.mergeBase.value_or(target.destinationCommit);
    return file(repository, commit, words[0])
        .and_then([&](const QByteArray &content) { return lineOf(content, match.toUtf8()); })
        .transform([&](qint64 line) { return api::Location{words[0], line, words[1]}; });
}

Result<void> Player::thread(const Step &step)
{
    const PullRequestHandle handle = m_pullRequests.value(step.words[0]);
    const auto time = timeOf(step.words[2]);
    if (!time)
        return std::unexpected(time.error());
    const auto pullRequest = pullRequestAt(step, *time);
    if (!pullRequest)
        return std::unexpected(pullRequest.error());
    const api::PullRequestTarget target = pullRequest->pullRequestTargets.value(0);
    const auto location = locate(handle.repository, target, step.words.mid(3));
    if (!location)
        return std::unexpected(location.error());
    api::PostCommentForPullRequest::Input input;
    input.pullRequestId = handle.id;
    input.repositoryName = handle.repository;
    input.beforeCommitId = target.destinationCommit;
    input.afterCommitId = target.sourceCommit;
    input.location = *location;
    input.content = trimmedText(step.body);
    input.clientRequestToken = QStringLiteral("story-%1").arg(++m_tokens);
    const auto posted = call<api::PostCommentForPullRequest>(step.words[1], *time, input);
    if (!posted)
        return std::unexpected(posted.error());
    m_threads.insert(step.words.last(), posted->comment.commentId);
    return {};
}

Result<void> Player::reply(const Step &step)
{
    const auto time = timeOf(step.words[2]);
    if (!time)
        return std::unexpected(time.error());
    api::PostCommentReply::Input input;
    input.inReplyTo = m_threads.value(step.words[0]);
    input.content = trimmedText(step.body);
    input.clientRequestToken = QStringLiteral("story-%1").arg(++m_tokens);
    return call<api::PostCommentReply>(step.words[1], *time, input).transform([](const auto &) {});
}

Result<void> Player::resolve(const Step &step)
{
    return timeOf(step.words[2]).and_then([&](qint64 time) {
        return call<api::UpdateThreadState>(step.words[1], time, {m_threads.value(step.words[0]), true})
            .transform([](const auto &) {});
    });
}

Result<void> Player::comment(const Step &step)
{
    const auto time = timeOf(step.words[2]);
    if (!time)
        return std::unexpected(time.error());
    const auto pullRequest = pullRequestAt(step, *time);
    if (!pullRequest)
        return std::unexpected(pullRequest.error());
    const api::PullRequestTarget target = pullRequest->pullRequestTargets.value(0);
    api::PostCommentForPullRequest::Input input;
    input.pullRequestId = pullRequest->pullRequestId;
    input.repositoryName = target.repositoryName;
    input.beforeCommitId = target.destinationCommit;
    input.afterCommitId = target.sourceCommit;
    input.content = trimmedText(step.body);
    input.clientRequestToken = QStringLiteral("story-%1").arg(++m_tokens);
    return call<api::PostCommentForPullRequest>(step.words[1], *time, input).transform([](const auto &) {});
}

Result<api::PullRequest> Player::pullRequestAt(const Step &step, qint64 time)
{
    return call<api::GetPullRequest>(step.words[1], time, {m_pullRequests.value(step.words[0]).id})
        .transform([](const auto &found) { return found.pullRequest; });
}

Result<void> Player::review(const QList<Step> &steps, qsizetype &at)
{
    const Step &step = steps[at++];
    if (step.words.size() < 4)
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("A review needs a pull request, a person, a time and a verdict."));
    const auto time = timeOf(step.words[2]);
    if (!time)
        return std::unexpected(time.error());
    const auto pullRequest = pullRequestAt(step, *time);
    if (!pullRequest)
        return std::unexpected(pullRequest.error());
    api::SubmitPullRequestReview::Input input;
    input.pullRequestId = pullRequest->pullRequestId;
    input.revisionId = pullRequest->revisionId;
    input.verdict = step.words[3];
    input.content = trimmedText(step.body);
    input.clientRequestToken = QStringLiteral("story-%1").arg(++m_tokens);
    const QString repository = m_pullRequests.value(step.words[0]).repository;
    const api::PullRequestTarget target = pullRequest->pullRequestTargets.value(0);
    QStringList labels;
    while (at < steps.size() && steps[at].verb == QLatin1StringView("with")) {
        const Step &part = steps[at++];
        const auto location = locate(repository, target, part.words);
        if (!location)
            return std::unexpected(location.error());
        input.comments.append({{},
                               *location,
                               target.mergeBase.value_or(target.destinationCommit),
                               target.sourceCommit,
                               trimmedText(part.body)});
        labels.append(part.words.last());
    }
    const auto sent = call<api::SubmitPullRequestReview>(step.words[1], *time, input);
    if (!sent)
        return std::unexpected(sent.error());
    for (qsizetype i = 0; i < labels.size(); ++i) {
        for (const api::Thread &thread : sent->threads) {
            if (thread.location == input.comments[i].location)
                m_threads.insert(labels[i], thread.threadId);
        }
    }
    return {};
}

template <class Op>
Result<void> Player::decide(const Step &step, const QString &decision)
{
    return timeOf(step.words[2]).and_then([&](qint64 time) {
        return pullRequestAt(step, time).and_then([&](const api::PullRequest &pullRequest) {
            return call<Op>(step.words[1], time,
                            {pullRequest.pullRequestId, pullRequest.revisionId, decision})
                .transform([](const auto &) {});
        });
    });
}

Result<void> Player::approve(const Step &step)
{
    return decide<api::UpdatePullRequestApprovalState>(step, QStringLiteral("APPROVE"));
}

Result<void> Player::overrideRules(const Step &step)
{
    return decide<api::OverridePullRequestApprovalRules>(step, QStringLiteral("OVERRIDE"));
}

Result<void> Player::merge(const Step &step)
{
    const PullRequestHandle handle = m_pullRequests.value(step.words[0]);
    const auto time = timeOf(step.words[2]);
    if (!time)
        return std::unexpected(time.error());
    const QString how = step.words[3];
    const auto fill = [&](auto input) {
        input.pullRequestId = handle.id;
        input.repositoryName = handle.repository;
        input.conflictDetailLevel = QStringLiteral("LINE_LEVEL");
        input.authorName = m_people.value(step.words[1]).displayName;
        input.email = m_people.value(step.words[1]).email;
        if (step.words.size() > 4)
            input.commitMessage = step.rest(4) + u'\n';
        return input;
    };
    Result<void> merged;
    if (how == QLatin1StringView("fast-forward")) {
        api::MergePullRequestByFastForward::Input input;
        input.pullRequestId = handle.id;
        input.repositoryName = handle.repository;
        merged =
            call<api::MergePullRequestByFastForward>(step.words[1], *time, input).transform([](const auto &) {
            });
    } else if (how == QLatin1StringView("squash")) {
        merged = call<api::MergePullRequestBySquash>(step.words[1], *time,
                                                     fill(api::MergePullRequestBySquash::Input{}))
                     .transform([](const auto &) {});
    } else {
        merged = call<api::MergePullRequestByThreeWay>(step.words[1], *time,
                                                       fill(api::MergePullRequestByThreeWay::Input{}))
                     .transform([](const auto &) {});
    }
    if (!merged)
        return merged;
    return call<api::DeleteBranch>(step.words[1], *time, {handle.repository, handle.source})
        .transform([](const auto &) {});
}

Result<void> Player::close(const Step &step)
{
    return timeOf(step.words[2]).and_then([&](qint64 time) {
        return call<api::UpdatePullRequestStatus>(
                   step.words[1], time, {m_pullRequests.value(step.words[0]).id, QStringLiteral("CLOSED")})
            .transform([](const auto &) {});
    });
}

} // namespace countersign::sample
