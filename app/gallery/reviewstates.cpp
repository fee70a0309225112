// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/gallery/reviewstates.h"

#include "app/desktop/console.h"
#include "app/gallery/camera.h"
#include "core/accounts/drafts.h"
#include "core/accounts/settings.h"
#include "core/accounts/viewedmarks.h"
#include "core/api/operations.h"
#include "core/client/inprocessbackend.h"
#include "core/client/session.h"
#include "core/service/hub.h"
#include "ui/review/pages.h"
#include "ui/shell/hubmodel.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/page.h"
#include "ui/widgets/people.h"

#include <QTemporaryDir>

namespace countersign::gallery {

namespace {

enum class Answer { Never, Denied, Offline };

// A hub that gives one kind of answer to everything.
class StateBackend : public client::Backend
{
public:
    explicit StateBackend(Answer answer)
        : m_answer(answer)
    {
    }
    QFuture<Result<QJsonObject>> invoke(const QString &, const QJsonObject &,
                                        const client::CallContext &) override
    {
        if (m_answer == Answer::Never) {
            m_held.emplace_back(std::make_unique<QPromise<Result<QJsonObject>>>());
            m_held.back()->start();
            return m_held.back()->future();
        }
        const Error error =
            m_answer == Answer::Denied
                ? Error{ErrorKind::PermissionDenied,
                        QStringLiteral("AccessDeniedException"),
                        QStringLiteral("Not allowed."),
                        {}}
                : Error{ErrorKind::Unreachable, {}, QStringLiteral("The hub does not answer."), {}};
        return QtFuture::makeReadyValueFuture(Result<QJsonObject>(std::unexpected(error)));
    }
    bool supports(const QString &) const override { return true; }
    Result<QString> gitDirectory(const QString &) const override
    {
        return failure(ErrorKind::Unreachable, QStringLiteral("The hub does not answer."));
    }
    QString principal() const override { return QStringLiteral("arn:aws:iam::000000000000:user/grace"); }
    bool setPrincipal(const QString &) override { return false; }

private:
    Answer m_answer;
    std::vector<std::unique_ptr<QPromise<Result<QJsonObject>>>> m_held;
};

// What a page needs besides the hub.
struct Desk
{
    explicit Desk(std::unique_ptr<client::Backend> backend)
        : session(QStringLiteral("local"), QStringLiteral("This computer"), std::move(backend))
        , settings(folder.filePath(QStringLiteral("settings.ini")))
        , drafts(folder.filePath(QStringLiteral("drafts")))
        , viewed(folder.filePath(QStringLiteral("viewed")))
        , context{&session, &settings, &drafts, &viewed, &tasks, nullptr, &people}
    {
    }
    QTemporaryDir folder;
    client::Session session;
    accounts::Settings settings;
    accounts::Drafts drafts;
    accounts::ViewedMarks viewed;
    ui::BackgroundTasks tasks;
    ui::People people;
    ui::PageContext context;
};

ui::Address pullRequest(const QString &id, const QString &tab)
{
    return {
        QStringLiteral("local"), ui::Address::Page::PullRequest, QStringLiteral("payments-api"), id, tab, {}};
}

void take(Camera &camera, const QString &screen, ui::Page *made, const ui::Address &address)
{
    const std::unique_ptr<ui::Page> page(made);
    if (!camera.wants(screen))
        return;
    for (const QSize &size : {QSize(1200, 860), QSize(976, 600)}) {
        page->resize(size);
        page->show();
        page->open(address);
        settle(nullptr, 2500);
        camera.takeWidget(size.width() > 1000 ? screen : screen + QStringLiteral("-narrow"), *page);
    }
}

void takeAnswers(Camera &camera)
{
    const std::pair<Answer, const char *> answers[] = {
        {Answer::Never, "loading"}, {Answer::Denied, "denied"}, {Answer::Offline, "offline"}};
    for (const auto &[answer, name] : answers) {
        Desk desk(std::make_unique<StateBackend>(answer));
        const auto screen = [name](const char *page) {
            return QStringLiteral("state-%1-%2").arg(QLatin1StringView(page), QLatin1StringView(name));
        };
        const ui::Address repository{QStringLiteral("local"),
                                     ui::Address::Page::Repository,
                                     QStringLiteral("payments-api"),
                                     {},
                                     {},
                                     {}};
        take(camera, screen("inbox"), reviewui::makeInboxPage({desk.context}), {});
        take(camera, screen("pullrequests"), reviewui::makePullRequestListPage(desk.context), repository);
        take(camera, screen("pullrequest"), reviewui::makePullRequestPage(desk.context),
             pullRequest(QStringLiteral("42"), QStringLiteral("overview")));
        take(camera, screen("newpullrequest"), reviewui::makeNewPullRequestPage(desk.context), repository);
        take(camera, screen("rules"), reviewui::makeApprovalRulesPage(desk.context), repository);
    }
}

// Operations of a hub as Ada or another person; the gallery ends where one fails.
class Script
{
public:
    explicit Script(service::Hub &hub)
        : m_hub(hub)
    {
    }
    template <class Op>
    typename Op::Output run(const QString &person, const typename Op::Input &input)
    {
        const auto answer = m_hub.dispatch({m_hub.userArn(person)}, Op::name(), api::encode(input), {});
        if (!answer)
            qFatal("%s: %s", qPrintable(Op::name()), qPrintable(answer.error().message));
        return api::decode<typename Op::Output>(*answer).value();
    }

private:
    service::Hub &m_hub;
};

QByteArray manyLines(const QByteArray &word)
{
    QByteArray text;
    for (int line = 1; line <= 400; ++line)
        text += word + ' ' + QByteArray::number(line) + '\n';
    return text;
}

const char *const hostile = R"(- [x] done
- [ ] open

<script>alert(1)</script> and <img src=x onerror=alert(1)>

[click](javascript:alert(1)) [file](file:///etc/passwd) ![giant](https://harbour.example/99999x99999.png)

Safe name: `invoice)"
                            "\xe2\x80\xae"
                            R"(fdp.exe` and **)"
                            "\xe2\x80\xae"
                            R"(desrever**

> > > > > > quoted very deeply

| a | b |
|---|---|
| )";

void takeTooMuch(Camera &camera)
{
    const QTemporaryDir folder;
    service::HubSettings settings;
    settings.durable = false;
    settings.firstPerson = {
        QStringLiteral("ada"),
        QStringLiteral("Adalbertina Wolfeschlegelsteinhausen-Bergerdorff von und zu Marchetti"),
        QStringLiteral("ada@harbour.example")};
    auto hub = service::Hub::open(folder.filePath(QStringLiteral("hub")), settings);
    if (!hub)
        return;
    const std::shared_ptr<service::Hub> shared = std::move(*hub);
    Script script(*shared);
    const QString ada = QStringLiteral("ada");
    const QString grace = QStringLiteral("grace");
    const QString repository = QStringLiteral("payments-api");
    const QString main = QStringLiteral("main");
    const QString branch = QStringLiteral("feature/") + QString(140, u'w');
    script.run<api::CreatePerson>(
        ada, {grace, QStringLiteral("Grace Okafor"), QStringLiteral("grace@harbour.example")});
    api::CreateRepository::Input create;
    create.repositoryName = repository;
    script.run<api::CreateRepository>(ada, create);
    const auto commit = [&](const QString &to, const QString &parent, const QByteArray &content) {
        api::CreateCommit::Input input;
        input.repositoryName = repository;
        input.branchName = to;
        if (!parent.isEmpty())
            input.parentCommitId = parent;
        input.commitMessage = QString(300, u'm');
        input.putFiles = {{QStringLiteral("src/lines.txt"), {}, content, {}}};
        return script.run<api::CreateCommit>(ada, input).commitId;
    };
    const QString base = commit(main, {}, manyLines("line"));
    script.run<api::CreateBranch>(ada, {repository, branch, base});
    const QString head = commit(branch, base, manyLines("changed line"));
    api::CreatePullRequest::Input open;
    open.title = QString(40, u'W') + QStringLiteral(" \u202etxet desrever ") + QString(90, u'i');
    open.description = QString::fromUtf8(hostile) + QString(400, u'x');
    open.targets = {{repository, branch, main}};
    open.clientRequestToken = QStringLiteral("token");
    const QString id = script.run<api::CreatePullRequest>(ada, open).pullRequest.pullRequestId;
    for (int i = 0; i < 500; ++i) {
        api::PostCommentForPullRequest::Input input;
        input.pullRequestId = id;
        input.repositoryName = repository;
        input.beforeCommitId = base;
        input.afterCommitId = head;
        if (i < 200)
            input.location =
                api::Location{QStringLiteral("src/lines.txt"), 2 * i + 1, QStringLiteral("AFTER")};
        input.content = i % 3 == 0 ? QString::fromUtf8(hostile)
                                   : QStringLiteral("Comment %1\n\n```suggestion\nbetter line\n```").arg(i);
        input.clientRequestToken = QString::number(i);
        script.run<api::PostCommentForPullRequest>(grace, input);
    }
    Desk desk(std::make_unique<client::InProcessBackend>(shared, shared->userArn(grace), false));
    desk.people.setPeople({{shared->userArn(ada), ada, settings.firstPerson.displayName, {}, {}},
                           {shared->userArn(grace), grace, QStringLiteral("Grace Okafor"), {}, {}}});
    take(camera, QStringLiteral("state-inbox-long"), reviewui::makeInboxPage({desk.context}), {});
    for (const char *tab : {"overview", "changes", "commits", "approvals", "activity"})
        take(camera, QStringLiteral("state-pullrequest-long-") + QLatin1StringView(tab),
             reviewui::makePullRequestPage(desk.context), pullRequest(id, QLatin1StringView(tab)));
}

} // namespace

void takeReviewStates(Camera &camera, desktop::Console &console)
{
    // The camera also takes what stands above a widget.
    console.window().hide();
    takeAnswers(camera);
    if (camera.wants(QStringLiteral("state-pullrequest-long")) ||
        camera.wants(QStringLiteral("state-inbox-long")))
        takeTooMuch(camera);
    console.window().show();
}

} // namespace countersign::gallery
