// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/gallery/screens.h"

#include "app/desktop/console.h"
#include "app/gallery/camera.h"
#include "core/api/operations.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/hubmodel.h"
#include "ui/shell/mainwindow.h"

#include <QEventLoop>

namespace countersign::gallery {

using ui::Address;
using Page = Address::Page;

namespace {

Address only(Page page) { return {{}, page, {}, {}, {}, {}}; }

QList<api::PullRequestSummary> pullRequests(shell::HubModel &hub, const QString &status)
{
    QList<api::PullRequestSummary> closed;
    QEventLoop loop;
    api::ListPullRequestSummaries::Input input;
    input.pullRequestStatus = status;
    hub.session()->call<api::ListPullRequestSummaries>(
        input, &loop, [&](const Result<api::ListPullRequestSummaries::Output> &answer) {
            if (answer)
                closed = answer->summaries;
            loop.quit();
        });
    loop.exec();
    return closed;
}

Address addressOf(const shell::HubModel &hub, const api::PullRequestSummary &summary, const QString &tab)
{
    const auto &targets = summary.pullRequest.pullRequestTargets;
    return {hub.id(),
            Page::PullRequest,
            targets.isEmpty() ? QString() : targets.first().repositoryName,
            summary.pullRequest.pullRequestId,
            tab,
            {}};
}

// The one with most to see.
const api::PullRequestSummary *richest(const QList<api::PullRequestSummary> &all,
                                       const std::function<bool(const api::PullRequestSummary &)> &which)
{
    const api::PullRequestSummary *best = nullptr;
    for (const api::PullRequestSummary &one : all) {
        if (which(one) && (!best || one.commentCount + 5 * one.openThreadCount >
                                        best->commentCount + 5 * best->openThreadCount))
            best = &one;
    }
    return best;
}

void takePullRequests(Camera &camera, shell::MainWindow &window, shell::HubModel &hub)
{
    const QList<api::PullRequestSummary> open = hub.openPullRequests();
    const QList<api::PullRequestSummary> closed =
        pullRequests(hub, QStringLiteral("CLOSED")) + pullRequests(hub, QStringLiteral("MERGED"));
    const auto take = [&](const QString &screen, const api::PullRequestSummary *summary, const QString &tab) {
        if (summary)
            camera.takeWindow(screen, window, [&] { window.navigate(addressOf(hub, *summary, tab)); });
    };
    const auto *main = richest(open, [](const auto &) { return true; });
    for (const char *tab : {"overview", "changes", "commits", "approvals", "activity"})
        take(QStringLiteral("pullrequest-") + QLatin1StringView(tab), main, QLatin1StringView(tab));
    const QString overview = QStringLiteral("overview");
    take(QStringLiteral("pullrequest-conflicts"),
         richest(open, [](const auto &one) { return one.mergeability == QLatin1StringView("CONFLICTS"); }),
         overview);
    take(QStringLiteral("pullrequest-ready"),
         richest(open,
                 [](const auto &one) {
                     return one.mergeability == QLatin1StringView("MERGEABLE") &&
                            std::ranges::all_of(one.rules, &api::RuleState::satisfied);
                 }),
         overview);
    const auto isMerged = [](const api::PullRequestSummary &one) {
        const auto &targets = one.pullRequest.pullRequestTargets;
        return !targets.isEmpty() && targets.first().mergeMetadata.isMerged;
    };
    take(QStringLiteral("pullrequest-merged"), richest(closed, isMerged), overview);
    take(QStringLiteral("pullrequest-closed"),
         richest(closed, [&](const auto &one) { return !isMerged(one); }), overview);
}

} // namespace

void takeFirstStart(Camera &camera, desktop::Console &console)
{
    shell::MainWindow &window = console.window();
    camera.takeWindow(QStringLiteral("welcome"), window, [&] { window.navigate(only(Page::Welcome)); });
    camera.takeWindow(QStringLiteral("inbox-empty"), window, [&] { window.navigate(only(Page::Inbox)); });
    camera.takeWindow(QStringLiteral("pullrequests-empty"), window,
                      [&] { window.navigate(only(Page::PullRequests)); });
}

void takeSampleTeam(Camera &camera, desktop::Console &console)
{
    shell::MainWindow &window = console.window();
    settle(&window, 1500);
    if (window.hubs().isEmpty()) {
        qWarning("The sample team could not be opened; its screens are missing.");
        return;
    }
    shell::HubModel &hub = *window.hubs().first();
    const QString repository = hub.repositories().contains(QStringLiteral("payments-api"))
                                   ? QStringLiteral("payments-api")
                                   : hub.repositories().value(0);
    const auto at = [&](const QString &tab, const QMap<QString, QString> &query = {}) {
        return Address{hub.id(), Page::Repository, repository, {}, tab, query};
    };
    const auto take = [&](const char *screen, const Address &address) {
        camera.takeWindow(QLatin1StringView(screen), window, [&] { window.navigate(address); });
    };
    const QString readme = QStringLiteral("README.md");
    take("inbox", {});
    take("pullrequests", only(Page::PullRequests));
    take("repository-code", at(QStringLiteral("code")));
    take("repository-file", at(QStringLiteral("code"), {{QStringLiteral("path"), readme}}));
    take("repository-blame", at(QStringLiteral("code"), {{QStringLiteral("path"), readme},
                                                         {QStringLiteral("view"), QStringLiteral("blame")}}));
    take("repository-missing-file",
         at(QStringLiteral("code"), {{QStringLiteral("path"), QStringLiteral("no/such/file.cpp")}}));
    take("repository-commits", at(QStringLiteral("commits")));
    take("repository-branches", at(QStringLiteral("branches")));
    take("repository-pullrequests", at(QStringLiteral("pullrequests")));
    take("repository-rules", at(QStringLiteral("rules")));
    take("repository-settings", at(QStringLiteral("settings")));
    take("repository-gone", Address{hub.id(),
                                    Page::Repository,
                                    QStringLiteral("no-such-repository"),
                                    {},
                                    QStringLiteral("code"),
                                    {}});
    takePullRequests(camera, window, hub);
    take("newpullrequest", Address{hub.id(), Page::NewPullRequest, repository, {}, {}, {}});
    take("settings", only(Page::Settings));
    take("about", only(Page::About));
    window.navigate(at(QStringLiteral("code")));
    camera.takeWindow(QStringLiteral("palette"), window, [&] { window.openPalette(QStringLiteral("re")); });
    const auto command = [&](const char *screen, const char *id) {
        camera.takeWindow(QLatin1StringView(screen), window,
                          [&] { window.commands()->run(QLatin1StringView(id)); });
    };
    command("dialog-keys", "shell.keys");
    command("dialog-create", "shell.newRepository");
    command("dialog-import", "shell.importRepository");
    command("dialog-deleted", "shell.deletedRepositories");
    command("dialog-remove-sample", "shell.removeSampleTeam");
    camera.takeWindow(QStringLiteral("banners"), window, [&] {
        window.showError(QStringLiteral("The source branch has moved. Load the new revision and try again."),
                         QStringLiteral("TipOfSourceReferenceIsDifferentException"));
        window.showUndo(QStringLiteral("Thread resolved."), [] {});
    });
}

} // namespace countersign::gallery
