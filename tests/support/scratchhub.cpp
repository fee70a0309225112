// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/scratchhub.h"

#include "core/api/operations_branches.h"
#include "core/api/operations_commits.h"
#include "core/api/operations_hosting.h"
#include "core/api/operations_pullrequests.h"
#include "core/api/operations_repositories.h"

using namespace Qt::StringLiterals;

namespace countersign::test {

service::HubSettings ScratchHub::defaults()
{
    service::HubSettings settings;
    settings.durable = false;
    settings.firstPerson = {u"ada"_s, u"Ada Marchetti"_s, u"ada@harbour.example"_s};
    return settings;
}

ScratchHub::ScratchHub(service::HubSettings settings, const QString &directory)
    : m_directory(directory.isEmpty() ? m_folder.path() + u"/hub"_s : directory)
    , m_settings(std::move(settings))
{
    reopen();
}

void ScratchHub::reopen()
{
    m_hub.reset();
    auto hub = service::Hub::open(directory(), m_settings, [this] { return now += 1000; });
    if (!hub)
        qFatal("the hub does not open: %s %s", qPrintable(hub.error().message),
               qPrintable(hub.error().detail));
    m_hub = std::move(*hub);
}

QString ScratchHub::arn(const QString &userName) const { return m_hub->userArn(userName); }

void ScratchHub::addPerson(const QString &userName)
{
    must<api::CreatePerson>({userName, userName, userName + u"@harbour.example"_s});
}

Result<QJsonObject> ScratchHub::invoke(const QString &userName, const QString &operation,
                                       const QJsonObject &input)
{
    return m_hub->dispatch({arn(userName)}, operation, input, {});
}

void ScratchHub::createRepository(const QString &name)
{
    must<api::CreateRepository>({name, std::nullopt, {}, std::nullopt});
}

QString ScratchHub::commit(const QString &repository, const QString &branch,
                           const QMap<QString, QByteArray> &files, const QString &userName)
{
    api::CreateCommit::Input input;
    input.repositoryName = repository;
    input.branchName = branch;
    const auto found = call<api::GetBranch>(userName, {repository, branch});
    if (found)
        input.parentCommitId = found->branch.commitId;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        api::PutFileEntry entry;
        entry.filePath = it.key();
        entry.fileContent = it.value();
        input.putFiles.append(entry);
    }
    return mustAs<api::CreateCommit>(userName, input).commitId;
}

void ScratchHub::createBranch(const QString &repository, const QString &branch, const QString &commit)
{
    must<api::CreateBranch>({repository, branch, commit});
}

QString ScratchHub::tip(const QString &repository, const QString &branch)
{
    return must<api::GetBranch>({repository, branch}).branch.commitId;
}

QString ScratchHub::openPullRequest(const QString &repository, const QString &source, const QString &userName)
{
    api::CreatePullRequest::Input input;
    input.title = u"Change of "_s + source;
    input.targets = {{repository, source, std::nullopt}};
    return mustAs<api::CreatePullRequest>(userName, input).pullRequest.pullRequestId;
}

QString ScratchHub::revisionId(const QString &pullRequestId)
{
    return must<api::GetPullRequest>({pullRequestId}).pullRequest.revisionId;
}

QString ScratchHub::gitDirectory(const QString &repository)
{
    return m_hub->gitDirectory({arn(u"ada"_s)}, repository).value_or(QString());
}

} // namespace countersign::test
