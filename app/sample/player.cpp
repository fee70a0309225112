// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/sample/player.h"

#include "app/sample/generated.h"
#include "core/api/operations.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign::sample {

namespace {

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
        {QStringLiteral("approve"), {&Player::approve, 3}},
        {QStringLiteral("override"), {&Player::overrideRules, 3}},
        {QStringLiteral("merge"), {&Player::merge, 4}},
        {QStringLiteral("close"), {&Player::close, 3}},
    };
    const Step &step = steps[at];
    if (step.verb == QLatin1StringView("commit"))
        return commit(steps, at);
    if (step.verb == QLatin1StringView("review"))
        return review(steps, at);
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

} // namespace countersign::sample
