// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/sample/player.h"

#include "app/sample/generated.h"
#include "core/api/operations.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign::sample {

namespace {

QString trimmedText(const QByteArray &body) { return QString::fromUtf8(body).trimmed(); }

std::unexpected<Error> at(const Step &step, Error error)
{
    error.message =
        QStringLiteral("Line %1 of the story (%2): %3").arg(step.line).arg(step.verb, error.message);
    return std::unexpected(std::move(error));
}

bool describesChange(const Step &step)
{
    static const QStringList verbs{QStringLiteral("file"), QStringLiteral("edit"), QStringLiteral("delete"),
                                   QStringLiteral("move"), QStringLiteral("generate")};
    return verbs.contains(step.verb);
}

} // namespace

Player::Player(Invoke invoke, qint64 nowMs)
    : m_invoke(std::move(invoke))
    , m_nowMs(nowMs)
{
}

template <class Op>
Result<typename Op::Output> Player::call(const QString &person, qint64 atMs, const typename Op::Input &input)
{
    return m_invoke(person, atMs, Op::name(), api::encode(input)).and_then([](const QJsonObject &answer) {
        return api::decode<typename Op::Output>(answer);
    });
}

Result<qint64> Player::timeOf(const QString &age) const
{
    return parseAge(age).transform([this](qint64 ms) { return m_nowMs - ms; });
}

Result<void> Player::play(const QList<Step> &steps)
{
    for (qsizetype i = 0; i < steps.size();) {
        const Step &step = steps[i];
        if (const auto done = playStep(steps, i); !done)
            return at(step, done.error());
    }
    return {};
}

Result<void> Player::playStep(const QList<Step> &steps, qsizetype &at)
{
    using Handler = Result<void> (Player::*)(const Step &);
    struct Verb
    {
        Handler handler;
        int words;
    };
    static const QHash<QString, Verb> verbs{
        {QStringLiteral("person"), {&Player::person, 3}},
        {QStringLiteral("template"), {&Player::approvalTemplate, 5}},
        {QStringLiteral("repository"), {&Player::repository, 3}},
        {QStringLiteral("associate"), {&Player::associate, 2}},
        {QStringLiteral("branch"), {&Player::branch, 4}},
        {QStringLiteral("tag"), {&Player::tag, 3}},
        {QStringLiteral("open"), {&Player::open, 6}},
        {QStringLiteral("reviewers"), {&Player::reviewers, 2}},
        {QStringLiteral("thread"), {&Player::thread, 7}},
        {QStringLiteral("reply"), {&Player::reply, 3}},
        {QStringLiteral("resolve"), {&Player::resolve, 3}},
        {QStringLiteral("comment"), {&Player::comment, 3}},
        {QStringLiteral("review"), {&Player::review, 4}},
        {QStringLiteral("approve"), {&Player::approve, 3}},
        {QStringLiteral("override"), {&Player::overrideRules, 3}},
        {QStringLiteral("merge"), {&Player::merge, 4}},
        {QStringLiteral("close"), {&Player::close, 3}},
    };
    const Step &step = steps[at];
    if (step.verb == QLatin1StringView("commit"))
        return commit(steps, at);
    ++at;
    const auto verb = verbs.constFind(step.verb);
    if (verb == verbs.cend() || step.words.size() < verb->words)
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("This is no directive, or words are missing."));
    return (this->*verb->handler)(step);
}

Result<void> Player::person(const Step &step)
{
    const QString name = step.words[0];
    // The hub made its first person itself; the others are added.
    if (m_first.isEmpty())
        m_first = name;
    const auto people = call<api::ListPeople>(m_first, m_nowMs, {});
    if (!people)
        return std::unexpected(people.error());
    for (const api::Person &known : people->people) {
        if (known.userName == name) {
            m_people.insert(name, {known.userArn, known.displayName, known.email});
            return {};
        }
    }
    const auto made = call<api::CreatePerson>(m_first, m_nowMs, {name, step.rest(2), step.words[1]});
    if (!made)
        return std::unexpected(made.error());
    m_people.insert(name, {made->person.userArn, made->person.displayName, made->person.email});
    return {};
}

Result<void> Player::approvalTemplate(const Step &step)
{
    const auto time = timeOf(step.words[1]);
    if (!time)
        return std::unexpected(time.error());
    QJsonArray pool;
    for (const QString &member : step.words.mid(5))
        pool.append(m_people.value(member).arn);
    const QJsonObject statement{{QStringLiteral("Type"), QStringLiteral("Approvers")},
                                {QStringLiteral("NumberOfApprovalsNeeded"), step.words[3].toInt()},
                                {QStringLiteral("ApprovalPoolMembers"), pool}};
    const QJsonObject content{
        {QStringLiteral("Version"), QStringLiteral("2018-11-08")},
        {QStringLiteral("DestinationReferences"), QJsonArray{QStringLiteral("refs/heads/") + step.words[4]}},
        {QStringLiteral("Statements"), QJsonArray{statement}}};
    api::CreateApprovalRuleTemplate::Input input;
    input.approvalRuleTemplateName = step.words[2];
    input.approvalRuleTemplateContent =
        QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
    input.approvalRuleTemplateDescription = trimmedText(step.body);
    return call<api::CreateApprovalRuleTemplate>(step.words[0], *time, input).transform([](const auto &) {});
}

Result<void> Player::repository(const Step &step)
{
    const auto time = timeOf(step.words[2]);
    if (!time)
        return std::unexpected(time.error());
    m_repository = step.words[0];
    api::CreateRepository::Input input;
    input.repositoryName = m_repository;
    input.repositoryDescription = step.rest(3);
    return call<api::CreateRepository>(step.words[1], *time, input).transform([](const auto &) {});
}

Result<void> Player::associate(const Step &step)
{
    for (const QString &name : step.words.mid(1)) {
        const auto done =
            call<api::AssociateApprovalRuleTemplateWithRepository>(m_first, m_nowMs, {name, step.words[0]});
        if (!done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<QString> Player::tip(const QString &branch)
{
    api::GetBranch::Input input;
    input.repositoryName = m_repository;
    input.branchName = branch;
    return call<api::GetBranch>(m_first, m_nowMs, input).transform([](const auto &found) {
        return found.branch.commitId;
    });
}

Result<void> Player::branch(const Step &step)
{
    const auto time = timeOf(step.words[3]);
    const auto from = tip(step.words[1]);
    if (!time || !from)
        return std::unexpected(time ? from.error() : time.error());
    return call<api::CreateBranch>(step.words[2], *time, {m_repository, step.words[0], *from})
        .transform([](const auto &) {});
}

Result<void> Player::tag(const Step &step)
{
    const auto time = timeOf(step.words[2]);
    const auto target = tip(QStringLiteral("main"));
    if (!time || !target)
        return std::unexpected(time ? target.error() : time.error());
    return call<api::CreateTag>(step.words[1], *time, {m_repository, step.words[0], *target, step.rest(3)})
        .transform([](const auto &) {});
}

Result<QByteArray> Player::file(const QString &repository, const QString &specifier, const QString &path)
{
    api::GetFile::Input input;
    input.repositoryName = repository;
    input.commitSpecifier = specifier;
    input.filePath = path;
    return call<api::GetFile>(m_first, m_nowMs, input).transform([](const auto &found) {
        return found.fileContent;
    });
}

Result<void> Player::commit(const QList<Step> &steps, qsizetype &at)
{
    const Step &step = steps[at++];
    if (step.words.size() < 4)
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("A commit needs a branch, an author, a time and a subject."));
    const auto time = timeOf(step.words[2]);
    if (!time)
        return std::unexpected(time.error());
    const QString branch = step.words[0];
    const QString author = step.words[1];

    api::CreateCommit::Input input;
    input.repositoryName = m_repository;
    input.branchName = branch;
    // An empty repository has no branch yet: its first commit has no parent.
    if (const auto parent = tip(branch))
        input.parentCommitId = *parent;
    input.authorName = m_people.value(author).displayName;
    input.email = m_people.value(author).email;
    const QString body = trimmedText(step.body);
    input.commitMessage = step.rest(3) + (body.isEmpty() ? QString() : QStringLiteral("\n\n") + body) + u'\n';

    // A file may be moved and edited, or edited twice, in one commit: what it holds in the end is what is
    // sent.
    QMap<QString, api::PutFileEntry> puts;
    QStringList deletes;
    const auto current = [&](const QString &path) -> Result<QByteArray> {
        if (const auto it = puts.constFind(path); it != puts.cend())
            return it->fileContent.value_or(QByteArray());
        return file(m_repository, branch, path);
    };
    const auto put = [&](const QString &path, const QByteArray &content,
                         const std::optional<QString> &mode = {}) {
        api::PutFileEntry &entry = puts[path];
        entry.filePath = path;
        entry.fileContent = content;
        if (mode)
            entry.fileMode = *mode;
    };
    while (at < steps.size() && describesChange(steps[at])) {
        const Step &change = steps[at++];
        const QString path = change.words.value(0);
        if (change.verb == QLatin1StringView("file")) {
            const bool executable = change.words.value(1) == QLatin1StringView("executable");
            put(path, change.body, executable ? std::optional(QStringLiteral("EXECUTABLE")) : std::nullopt);
        } else if (change.verb == QLatin1StringView("edit")) {
            const bool complete = at + 1 < steps.size() && steps[at].verb == QLatin1StringView("old") &&
                                  steps[at + 1].verb == QLatin1StringView("new");
            if (!complete)
                return failure(ErrorKind::InvalidInput,
                               QStringLiteral("An edit needs an old and a new text."));
            const QByteArray before = steps[at].body;
            const QByteArray after = steps[at + 1].body;
            at += 2;
            const auto changed = current(path).and_then(
                [&](const QByteArray &content) { return replaceOnce(content, before, after); });
            if (!changed)
                return std::unexpected(changed.error());
            put(path, *changed);
        } else if (change.verb == QLatin1StringView("delete")) {
            deletes.append(path);
        } else if (change.verb == QLatin1StringView("move")) {
            const auto content = current(path);
            if (!content)
                return std::unexpected(content.error());
            deletes.append(path);
            put(change.words.value(1), *content);
        } else {
            const auto content = generatedContent(change.words.value(1), change.words.value(2).toInt());
            if (!content)
                return std::unexpected(content.error());
            put(path, *content);
        }
    }
    input.putFiles = puts.values();
    for (const QString &path : deletes)
        input.deleteFiles.append({path});
    return call<api::CreateCommit>(author, *time, input).transform([](const auto &) {});
}

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

Result<void> Player::thread(const Step &step)
{
    const PullRequestHandle handle = m_pullRequests.value(step.words[0]);
    const auto time = timeOf(step.words[2]);
    const QString path = step.words[3];
    const auto pullRequest = call<api::GetPullRequest>(step.words[1], time.value_or(m_nowMs), {handle.id});
    if (!time || !pullRequest)
        return std::unexpected(time ? pullRequest.error() : time.error());
    const api::PullRequestTarget target = pullRequest->pullRequest.pullRequestTargets.value(0);
    const bool after = step.words[4] == QLatin1StringView("AFTER");
    const QString match = QStringList(step.words.mid(5, step.words.size() - 6)).join(u' ');

    api::PostCommentForPullRequest::Input input;
    input.pullRequestId = handle.id;
    input.repositoryName = handle.repository;
    input.beforeCommitId = target.destinationCommit;
    input.afterCommitId = target.sourceCommit;
    const auto line =
        file(handle.repository, after ? input.afterCommitId : input.beforeCommitId, path)
            .and_then([&](const QByteArray &content) { return lineOf(content, match.toUtf8()); });
    if (!line)
        return std::unexpected(line.error());
    input.location = api::Location{path, *line, step.words[4]};
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
    const PullRequestHandle handle = m_pullRequests.value(step.words[0]);
    const auto time = timeOf(step.words[2]);
    const auto pullRequest = call<api::GetPullRequest>(step.words[1], time.value_or(m_nowMs), {handle.id});
    if (!time || !pullRequest)
        return std::unexpected(time ? pullRequest.error() : time.error());
    const api::PullRequestTarget target = pullRequest->pullRequest.pullRequestTargets.value(0);
    api::PostCommentForPullRequest::Input input;
    input.pullRequestId = handle.id;
    input.repositoryName = handle.repository;
    input.beforeCommitId = target.destinationCommit;
    input.afterCommitId = target.sourceCommit;
    input.content = trimmedText(step.body);
    input.clientRequestToken = QStringLiteral("story-%1").arg(++m_tokens);
    return call<api::PostCommentForPullRequest>(step.words[1], *time, input).transform([](const auto &) {});
}

Result<void> Player::review(const Step &step)
{
    const auto time = timeOf(step.words[2]);
    const QString id = m_pullRequests.value(step.words[0]).id;
    const auto pullRequest = call<api::GetPullRequest>(step.words[1], time.value_or(m_nowMs), {id});
    if (!time || !pullRequest)
        return std::unexpected(time ? pullRequest.error() : time.error());
    api::SubmitPullRequestReview::Input input;
    input.pullRequestId = id;
    input.revisionId = pullRequest->pullRequest.revisionId;
    input.verdict = step.words[3];
    input.content = trimmedText(step.body);
    input.clientRequestToken = QStringLiteral("story-%1").arg(++m_tokens);
    return call<api::SubmitPullRequestReview>(step.words[1], *time, input).transform([](const auto &) {});
}

Result<void> Player::approve(const Step &step)
{
    const auto time = timeOf(step.words[2]);
    const QString id = m_pullRequests.value(step.words[0]).id;
    const auto pullRequest = call<api::GetPullRequest>(step.words[1], time.value_or(m_nowMs), {id});
    if (!time || !pullRequest)
        return std::unexpected(time ? pullRequest.error() : time.error());
    const QString revision = pullRequest->pullRequest.revisionId;
    return call<api::UpdatePullRequestApprovalState>(step.words[1], *time,
                                                     {id, revision, QStringLiteral("APPROVE")})
        .transform([](const auto &) {});
}

Result<void> Player::overrideRules(const Step &step)
{
    const auto time = timeOf(step.words[2]);
    const QString id = m_pullRequests.value(step.words[0]).id;
    const auto pullRequest = call<api::GetPullRequest>(step.words[1], time.value_or(m_nowMs), {id});
    if (!time || !pullRequest)
        return std::unexpected(time ? pullRequest.error() : time.error());
    const QString revision = pullRequest->pullRequest.revisionId;
    return call<api::OverridePullRequestApprovalRules>(step.words[1], *time,
                                                       {id, revision, QStringLiteral("OVERRIDE")})
        .transform([](const auto &) {});
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
