// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/hubmodel.h"

#include "core/api/operations.h"
#include "ui/widgets/errortext.h"

#include <QCollator>

#include <algorithm>

namespace countersign::shell {

HubModel::HubModel(std::unique_ptr<client::Session> session, const QString &icon, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_icon(icon)
{
    client::Backend &backend = m_session->backend();
    // Being allowed to become oneself is being allowed to change.
    m_canSwitch = backend.setPrincipal(backend.principal());
    m_later.setSingleShot(true);
    m_later.setInterval(100);
    connect(&m_later, &QTimer::timeout, this, [this] { loadPullRequests(); });
    connect(&backend, &client::Backend::repositoriesChanged, this, [this] {
        loadRepositories();
        m_later.start();
    });
    connect(&backend, &client::Backend::repositoryChanged, &m_later, qOverload<>(&QTimer::start));
    connect(&backend, &client::Backend::pullRequestChanged, &m_later, qOverload<>(&QTimer::start));
    connect(&backend, &client::Backend::principalChanged, this, [this] {
        Q_EMIT changed();
        m_later.start();
    });
    reload();
}

HubModel::~HubModel() = default;

void HubModel::reload()
{
    loadPeople();
    loadRepositories();
    loadPullRequests();
}

void HubModel::loadPeople()
{
    if (!m_session->supports<api::ListPeople>())
        return;
    m_session->call<api::ListPeople>({}, this, [this](const Result<api::ListPeople::Output> &answer) {
        if (!answer)
            return;
        QList<ui::PersonInfo> people;
        for (const api::Person &person : answer->people) {
            ui::PersonInfo info;
            info.arn = person.userArn;
            info.account = person.userName;
            info.name = person.displayName.isEmpty() ? person.userName : person.displayName;
            info.email = person.email;
            people.append(info);
        }
        m_people.setPeople(people);
        Q_EMIT changed();
    });
}

void HubModel::loadRepositories()
{
    m_session->call<api::ListRepositories>(
        {}, this, [this](const Result<api::ListRepositories::Output> &answer) {
            m_loaded = true;
            m_error = answer ? QString() : ui::errorSentence(answer.error());
            if (answer) {
                m_repositories.clear();
                for (const api::RepositoryNameIdPair &pair : answer->repositories)
                    m_repositories.append(pair.repositoryName);
                QCollator collator;
                collator.setNumericMode(true);
                collator.setCaseSensitivity(Qt::CaseInsensitive);
                std::ranges::sort(m_repositories,
                                  [&](const QString &a, const QString &b) { return collator(a, b); });
            }
            Q_EMIT changed();
        });
}

void HubModel::loadPullRequests(const QString &nextToken, QList<api::PullRequestSummary> before)
{
    if (!m_session->supports<api::ListPullRequestSummaries>())
        return;
    api::ListPullRequestSummaries::Input input;
    input.pullRequestStatus = QStringLiteral("OPEN");
    if (!nextToken.isEmpty())
        input.nextToken = nextToken;
    else
        ++m_generation;
    m_session->call<api::ListPullRequestSummaries>(
        input, this,
        [this, before,
         generation = m_generation](const Result<api::ListPullRequestSummaries::Output> &answer) {
            if (!answer || generation != m_generation)
                return;
            const QList<api::PullRequestSummary> all = before + answer->summaries;
            if (answer->nextToken && !answer->nextToken->isEmpty() && all.size() < 2000) {
                loadPullRequests(*answer->nextToken, all);
                return;
            }
            m_open = all;
            Q_EMIT changed();
        });
}

int HubModel::openCount(const QString &repository) const
{
    return static_cast<int>(std::ranges::count_if(m_open, [&](const api::PullRequestSummary &summary) {
        const auto &targets = summary.pullRequest.pullRequestTargets;
        return !targets.isEmpty() && targets.first().repositoryName == repository;
    }));
}

int HubModel::waitingForMe() const
{
    const QString me = m_session->principal();
    return static_cast<int>(std::ranges::count_if(m_open, [&](const api::PullRequestSummary &summary) {
        if (summary.pullRequest.authorArn == me)
            return false;
        for (const api::ReviewerState &reviewer : summary.reviewers) {
            if (reviewer.userArn != me)
                continue;
            const bool current =
                !reviewer.verdict.isEmpty() && reviewer.revisionNumber.value_or(0) >= summary.revisionNumber;
            return !current;
        }
        return std::ranges::any_of(summary.rules, [&](const api::RuleState &rule) {
            return !rule.satisfied && rule.eligible.contains(me) && !rule.poolDescription.isEmpty();
        });
    }));
}

} // namespace countersign::shell
