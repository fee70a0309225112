// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pullrequestlistpresenter.h"

#include "core/accounts/drafts.h"
#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/review/inboxpresenter.h"
#include "ui/review/reviewdrafts.h"
#include "ui/widgets/people.h"

#include <QSet>

#include <algorithm>

namespace countersign::reviewui {

PullRequestListPresenter::PullRequestListPresenter(const QList<ui::PageContext> &hubs, QObject *parent)
    : QObject(parent)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(100);
    connect(&m_reload, &QTimer::timeout, this, &PullRequestListPresenter::reload);
    for (const auto &context : hubs) {
        Part part;
        part.context = context;
        m_parts.push_back(std::move(part));
        auto &backend = context.session->backend();
        const auto ours = [this](const QString &name) {
            if (isLoaded() && (m_repository.isEmpty() || m_repository == name))
                m_reload.start();
        };
        connect(&backend, &client::Backend::pullRequestChanged, this,
                [ours](const QString &, const QString &name) { ours(name); });
        connect(&backend, &client::Backend::repositoryChanged, this, ours);
        connect(&backend, &client::Backend::principalChanged, this, [this] { m_reload.start(); });
    }
}

void PullRequestListPresenter::setRepository(const QString &name)
{
    if (m_repository == name && isLoaded())
        return;
    m_repository = name;
    for (auto &part : m_parts) {
        part.isLoaded = false;
        part.entries.clear();
    }
    reload();
}

void PullRequestListPresenter::reload()
{
    for (size_t i = 0; i < m_parts.size(); ++i)
        loadPage(i, ++m_parts[i].loadNumber, {}, {});
}

void PullRequestListPresenter::loadPage(size_t index, int number, const QString &token,
                                        QList<api::PullRequestSummary> soFar)
{
    api::ListPullRequestSummaries::Input input;
    if (!m_repository.isEmpty())
        input.repositoryName = m_repository;
    if (!token.isEmpty())
        input.nextToken = token;
    m_parts[index].context.session->call<api::ListPullRequestSummaries>(
        input, this,
        [this, index, number,
         soFar = std::move(soFar)](Result<api::ListPullRequestSummaries::Output> answer) mutable {
            Part &part = m_parts[index];
            if (number != part.loadNumber)
                return;
            if (!answer) {
                part.error = answer.error();
                part.isLoaded = true;
                for (auto &entry : part.entries)
                    entry.cached = true;
                Q_EMIT changed();
                return;
            }
            soFar += answer->summaries;
            if (answer->nextToken)
                return loadPage(index, number, *answer->nextToken, std::move(soFar));
            part.error.reset();
            part.isLoaded = true;
            take(part, soFar);
            Q_EMIT changed();
        });
}

void PullRequestListPresenter::take(Part &part, const QList<api::PullRequestSummary> &summaries)
{
    auto &session = *part.context.session;
    const QString me = session.principal();
    const NameOf nameOf = [&part](const QString &arn) {
        return part.context.people ? part.context.people->name(arn) : accountOf(arn);
    };
    part.entries.clear();
    for (const auto &summary : summaries) {
        QueueEntry entry;
        entry.hubId = session.hubId();
        entry.hubName = session.displayName();
        entry.hubIcon = m_parts.size() > 1 ? hubIcon(entry.hubId) : QStringLiteral("repository");
        entry.summary = summary;
        entry.drafts = ReviewDrafts::countIn(part.context.drafts,
                                             draftScope(entry.hubId, me, summary.pullRequest.pullRequestId));
        entry.group = groupOf(summary, me, 0);
        entry.reason = reasonFor(summary, entry.group, me, 0, nameOf);
        entry.authorName = nameOf(summary.pullRequest.authorArn);
        part.entries.append(entry);
    }
}

void PullRequestListPresenter::setFilter(const Filter &filter)
{
    m_filter = filter;
    Q_EMIT changed();
}

bool PullRequestListPresenter::isLoaded() const { return std::ranges::all_of(m_parts, &Part::isLoaded); }

std::optional<Error> PullRequestListPresenter::error() const
{
    for (const auto &part : m_parts) {
        if (part.error)
            return part.error;
    }
    return std::nullopt;
}

QList<QueueEntry> PullRequestListPresenter::entries() const
{
    QList<QueueEntry> found;
    for (const auto &part : m_parts) {
        for (const auto &entry : part.entries) {
            if (stateOf(entry.summary.pullRequest) != m_filter.state || !matchesText(entry, m_filter.text))
                continue;
            if (!m_filter.author.isEmpty() && entry.summary.pullRequest.authorArn != m_filter.author)
                continue;
            if (!m_filter.reviewer.isEmpty() && !reviewerState(entry.summary, m_filter.reviewer))
                continue;
            found.append(entry);
        }
    }
    sortEntries(found, m_filter.order);
    return found;
}

int PullRequestListPresenter::count(PullRequestState state) const
{
    int count = 0;
    for (const auto &part : m_parts)
        count += static_cast<int>(std::ranges::count_if(part.entries, [state](const QueueEntry &entry) {
            return stateOf(entry.summary.pullRequest) == state;
        }));
    return count;
}

QList<QString> PullRequestListPresenter::authors() const
{
    QSet<QString> found;
    for (const auto &part : m_parts) {
        for (const auto &entry : part.entries)
            found.insert(entry.summary.pullRequest.authorArn);
    }
    QList<QString> sorted = found.values();
    std::ranges::sort(sorted);
    return sorted;
}

QList<QString> PullRequestListPresenter::reviewers() const
{
    QSet<QString> found;
    for (const auto &part : m_parts) {
        for (const auto &entry : part.entries) {
            for (const auto &reviewer : entry.summary.reviewers)
                found.insert(reviewer.userArn);
        }
    }
    QList<QString> sorted = found.values();
    std::ranges::sort(sorted);
    return sorted;
}

const ui::PageContext *PullRequestListPresenter::context(const QString &hubId) const
{
    for (const auto &part : m_parts) {
        if (part.context.session->hubId() == hubId)
            return &part.context;
    }
    return nullptr;
}

} // namespace countersign::reviewui
