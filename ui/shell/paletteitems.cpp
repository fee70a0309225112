// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/paletteitems.h"

#include "ui/shell/commandregistry.h"
#include "ui/shell/hubmodel.h"

#include <QCoreApplication>

namespace countersign::shell {

using ui::Address;
using Kind = PaletteItem::Kind;

QList<PaletteItem> paletteItems(const QList<HubModel *> &hubs, CommandRegistry *commands,
                                const Navigate &navigate)
{
    QList<PaletteItem> items;
    for (HubModel *hub : hubs) {
        for (const QString &name : hub->repositories()) {
            const Address target{hub->id(), Address::Page::Repository, name, {}, QStringLiteral("code"), {}};
            items.append({Kind::Repository,
                          name,
                          hub->name(),
                          {},
                          QStringLiteral("repository"),
                          {},
                          {},
                          [navigate, target] { navigate(target); }});
        }
        for (const api::PullRequestSummary &summary : hub->openPullRequests()) {
            const api::PullRequest &request = summary.pullRequest;
            const QString repository = request.pullRequestTargets.isEmpty()
                                           ? QString()
                                           : request.pullRequestTargets.first().repositoryName;
            const Address target{hub->id(), Address::Page::PullRequest, repository, request.pullRequestId, {},
                                 {}};
            items.append({Kind::PullRequest,
                          request.title,
                          QStringLiteral("#%1 · %2").arg(request.pullRequestId, repository),
                          hub->people()->name(request.authorArn),
                          QStringLiteral("pull-request"),
                          {},
                          {},
                          [navigate, target] { navigate(target); }});
        }
        for (const ui::PersonInfo &person : hub->people()->all()) {
            Address target{{}, Address::Page::PullRequests, {}, {}, {}, {}};
            target.query.insert(QStringLiteral("author"), person.arn);
            items.append({Kind::Person,
                          person.name,
                          QCoreApplication::translate("countersign::shell::Palette", "pull requests by %1")
                              .arg(person.firstName()),
                          {},
                          QStringLiteral("person"),
                          {},
                          {},
                          [navigate, target] { navigate(target); }});
        }
    }
    for (const ui::Command &command : commands->available()) {
        PaletteItem item{
            Kind::Command, command.text, {}, {}, command.icon, commands->shortcuts(command).value(0), {}, {}};
        if (command.unavailable)
            item.reason = command.unavailable();
        item.run = [commands, id = command.id] { commands->run(id); };
        items.append(item);
    }
    return items;
}

QList<PaletteItem> paletteFiles(const QList<FoundFile> &files, const Address &place, const QString &ref,
                                const Navigate &navigate)
{
    QList<PaletteItem> items;
    items.reserve(files.size());
    for (const FoundFile &file : files) {
        Address target{place.hub, Address::Page::Repository, place.repository,
                       {},        QStringLiteral("code"),    {}};
        target.query.insert(QStringLiteral("path"), file.address);
        if (!ref.isEmpty())
            target.query.insert(QStringLiteral("ref"), ref);
        items.append(
            {Kind::File, file.name, file.folder, {}, QStringLiteral("file"), {}, {}, [navigate, target] {
                 navigate(target);
             }});
    }
    return items;
}

} // namespace countersign::shell
