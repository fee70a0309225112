// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/inboxpresenter.h"

#include "core/accounts/drafts.h"
#include "core/accounts/settings.h"
#include "core/api/enums.h"
#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/review/reviewdrafts.h"
#include "ui/widgets/people.h"
#include "ui/widgets/relativetime.h"

#include <QDateTime>

#include <algorithm>

namespace countersign::reviewui {

namespace {

const QString putAwayKey = QStringLiteral("inbox/putAway");
const QString seenKey = QStringLiteral("inbox/seen");

} // namespace

QString hubIcon(const QString &hubId)
{
    if (hubId == QStringLiteral("sample"))
        return QStringLiteral("sample-team");
    if (hubId.startsWith(QStringLiteral("aws")))
        return QStringLiteral("cloud");
    if (hubId.startsWith(QStringLiteral("server")))
        return QStringLiteral("server");
    return QStringLiteral("computer");
}

InboxPresenter::InboxPresenter(const QList<ui::PageContext> &hubs, QObject *parent)
    : QObject(parent)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(100);
    connect(&m_reload, &QTimer::timeout, this, &InboxPresenter::reload);
    const auto later = [this] { m_reload.start(); };
    for (const auto &context : hubs) {
        Hub hub;
        hub.context = context;
        hub.state.id = context.session->hubId();
        hub.state.name = context.session->displayName();
        m_hubs.push_back(std::move(hub));
        auto &backend = context.session->backend();
        connect(&backend, &client::Backend::pullRequestChanged, this, later);
        connect(&backend, &client::Backend::repositoryChanged, this, later);
        connect(&backend, &client::Backend::repositoriesChanged, this, later);
        connect(&backend, &client::Backend::principalChanged, this, later);
        if (context.people)
            connect(context.people, &ui::People::changed, this, &InboxPresenter::classify);
        if (context.drafts)
            connect(context.drafts, &accounts::Drafts::changed, this, &InboxPresenter::classify,
                    Qt::UniqueConnection);
    }
}

void InboxPresenter::reload()
{
    for (qsizetype hub = 0; hub < static_cast<qsizetype>(m_hubs.size()); ++hub)
        load(hub);
}

void InboxPresenter::load(qsizetype index)
{
    Hub &hub = m_hubs[static_cast<size_t>(index)];
    hub.state.isLoading = true;
    loadPage(index, ++hub.loadNumber, {}, {});
}

void InboxPresenter::loadPage(qsizetype index, int number, const QString &token,
                              QList<api::PullRequestSummary> soFar)
{
    api::ListPullRequestSummaries::Input input;
    input.pullRequestStatus = api::StatusFilter::Open;
    if (!token.isEmpty())
        input.nextToken = token;
    m_hubs[static_cast<size_t>(index)].context.session->call<api::ListPullRequestSummaries>(
        input, this,
        [this, index, number,
         soFar = std::move(soFar)](Result<api::ListPullRequestSummaries::Output> answer) mutable {
            Hub &hub = m_hubs[static_cast<size_t>(index)];
            if (number != hub.loadNumber)
                return;
            if (!answer) {
                hub.state.isLoading = false;
                hub.state.error = answer.error();
                return classify();
            }
            soFar += answer->summaries;
            if (answer->nextToken)
                return loadPage(index, number, *answer->nextToken, std::move(soFar));
            hub.state.isLoading = false;
            hub.state.error.reset();
            hub.state.loadedMs = ui::presentTime();
            hub.summaries = std::move(soFar);
            classify();
        });
}

void InboxPresenter::classify()
{
    m_entries.clear();
    m_hidden = 0;
    const QVariantMap seen = stored(seenKey);
    for (const auto &hub : m_hubs) {
        const QString me = hub.context.session->principal();
        const NameOf nameOf = [&hub](const QString &arn) {
            return hub.context.people ? hub.context.people->name(arn) : accountOf(arn);
        };
        for (const auto &summary : hub.summaries) {
            QueueEntry entry;
            entry.hubId = hub.state.id;
            entry.hubName = hub.state.name;
            entry.hubIcon = hubIcon(hub.state.id);
            entry.summary = summary;
            entry.drafts =
                ReviewDrafts::countIn(hub.context.drafts, draftScope(hub.context.session->hubId(), me,
                                                                     summary.pullRequest.pullRequestId));
            entry.group = groupOf(summary, me, entry.drafts);
            if (entry.group == QueueGroup::None)
                continue;
            entry.reason = reasonFor(summary, entry.group, me, entry.drafts, nameOf);
            entry.authorName = nameOf(summary.pullRequest.authorArn);
            entry.cached = hub.state.error.has_value();
            entry.unread = seen.value(entry.key()).toLongLong() < summary.pullRequest.lastActivityDate.ms;
            if (isHidden(entry))
                ++m_hidden;
            else
                m_entries.append(entry);
        }
    }
    sortEntries(m_entries, QueueOrder::LatestActivity);
    Q_EMIT changed();
}

void InboxPresenter::setFilter(const QString &text, const QString &hubId)
{
    m_text = text;
    m_hubId = hubId;
    Q_EMIT changed();
}

QList<QueueEntry> InboxPresenter::entries(QueueGroup group) const
{
    QList<QueueEntry> found;
    for (const auto &entry : m_entries) {
        if (entry.group == group && (m_hubId.isEmpty() || entry.hubId == m_hubId) &&
            matchesText(entry, m_text))
            found.append(entry);
    }
    return found;
}

int InboxPresenter::count(QueueGroup group) const
{
    return static_cast<int>(std::ranges::count(m_entries, group, &QueueEntry::group));
}

int InboxPresenter::hiddenCount() const { return m_hidden; }

bool InboxPresenter::isLoaded() const
{
    return std::ranges::all_of(
        m_hubs, [](const Hub &hub) { return hub.state.loadedMs > 0 || hub.state.error.has_value(); });
}

QList<InboxPresenter::HubState> InboxPresenter::hubs() const
{
    QList<HubState> states;
    for (const auto &hub : m_hubs)
        states.append(hub.state);
    return states;
}

const ui::PageContext *InboxPresenter::context(const QString &hubId) const
{
    for (const auto &hub : m_hubs) {
        if (hub.state.id == hubId)
            return &hub.context;
    }
    return nullptr;
}

accounts::Settings *InboxPresenter::settings() const
{
    return m_hubs.empty() ? nullptr : m_hubs.front().context.settings;
}

// The key of what was put away names the person too: each of the sample team has an inbox of one's own.
QVariantMap InboxPresenter::stored(const QString &name) const
{
    return settings() ? settings()->value(name).toMap() : QVariantMap();
}

void InboxPresenter::store(const QString &name, const QVariantMap &map)
{
    if (settings())
        settings()->setValue(name, map);
    classify();
}

bool InboxPresenter::isHidden(const QueueEntry &entry) const
{
    const auto *hub = context(entry.hubId);
    const QVariantMap map =
        stored(putAwayKey).value(hub->session->principal() + QLatin1Char('|') + entry.key()).toMap();
    if (map.isEmpty())
        return false;
    const QString how = map.value(QStringLiteral("how")).toString();
    if (how == QStringLiteral("muted"))
        return true;
    if (how == QStringLiteral("snoozed"))
        return ui::presentTime() < map.value(QStringLiteral("until")).toLongLong();
    return entry.summary.pullRequest.lastActivityDate.ms <= map.value(QStringLiteral("until")).toLongLong();
}

void InboxPresenter::putAway(const QueueEntry &entry, PutAway how)
{
    const auto *hub = context(entry.hubId);
    if (!hub)
        return;
    QVariantMap map = stored(putAwayKey);
    QVariantMap item;
    QString text;
    switch (how) {
    case PutAway::Done:
        item = {{QStringLiteral("how"), QStringLiteral("done")},
                {QStringLiteral("until"), entry.summary.pullRequest.lastActivityDate.ms}};
        text = tr("#%1 is done until something happens.");
        break;
    case PutAway::Snoozed: {
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(ui::presentTime());
        const QDateTime morning(now.date().addDays(1), QTime(8, 0));
        item = {{QStringLiteral("how"), QStringLiteral("snoozed")},
                {QStringLiteral("until"), morning.toMSecsSinceEpoch()}};
        text = tr("#%1 is snoozed until tomorrow, 8:00.");
        break;
    }
    case PutAway::Muted:
        item = {{QStringLiteral("how"), QStringLiteral("muted")}};
        text = tr("#%1 is muted.");
        break;
    }
    map.insert(hub->session->principal() + QLatin1Char('|') + entry.key(), item);
    store(putAwayKey, map);
    Q_EMIT announced(text.arg(entry.summary.pullRequest.pullRequestId),
                     [this, key = entry.key()] { bringBack(key); });
}

void InboxPresenter::bringBack(const QString &key)
{
    QVariantMap map = stored(putAwayKey);
    for (auto it = map.begin(); it != map.end();) {
        if (it.key().section(QLatin1Char('|'), -1) == key)
            it = map.erase(it);
        else
            ++it;
    }
    store(putAwayKey, map);
}

void InboxPresenter::bringAllBack() { store(putAwayKey, {}); }

void InboxPresenter::markSeen(const QueueEntry &entry)
{
    QVariantMap map = stored(seenKey);
    map.insert(entry.key(), entry.summary.pullRequest.lastActivityDate.ms);
    store(seenKey, map);
}

void InboxPresenter::markAllSeen()
{
    QVariantMap map = stored(seenKey);
    for (const auto &entry : std::as_const(m_entries))
        map.insert(entry.key(), entry.summary.pullRequest.lastActivityDate.ms);
    store(seenKey, map);
}

} // namespace countersign::reviewui
