// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "ui/review/queuerules.h"
#include "ui/widgets/pagecontext.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace countersign::reviewui {

/// What waits for the person in every hub. Owned by the inbox page; screen's thread. What was put away (done,
/// snoozed, muted) is kept on this computer, in the settings.
class InboxPresenter : public QObject
{
    Q_OBJECT
public:
    struct HubState
    {
        QString id;
        QString name;
        bool isLoading = false;
        /// When its rows were last complete; 0 for never.
        qint64 loadedMs = 0;
        std::optional<Error> error;
    };
    explicit InboxPresenter(const QList<ui::PageContext> &hubs, QObject *parent = nullptr);

    void reload();
    /// Only rows that match `text`, and only of hub `hubId` where not empty.
    void setFilter(const QString &text, const QString &hubId);
    /// Rows of one group, the latest activity first.
    QList<QueueEntry> entries(QueueGroup group) const;
    /// Counts before the filter.
    int count(QueueGroup group) const;
    int hiddenCount() const;
    bool isLoaded() const;
    QList<HubState> hubs() const;
    const ui::PageContext *context(const QString &hubId) const;

    enum class PutAway { Done, Snoozed, Muted };
    /// Until there is something new (done), until tomorrow morning (snoozed), or for good (muted).
    void putAway(const QueueEntry &entry, PutAway how);
    void bringBack(const QString &key);
    void bringAllBack();
    void markSeen(const QueueEntry &entry);
    void markAllSeen();

Q_SIGNALS:
    void changed();
    void announced(const QString &text, const std::function<void()> &undo);

private:
    struct Hub
    {
        ui::PageContext context;
        HubState state;
        QList<api::PullRequestSummary> summaries;
        int loadNumber = 0;
    };
    void load(qsizetype hub);
    void loadPage(qsizetype hub, int number, const QString &token, QList<api::PullRequestSummary> soFar);
    void classify();
    bool isHidden(const QueueEntry &entry) const;
    QVariantMap stored(const QString &name) const;
    void store(const QString &name, const QVariantMap &map);
    accounts::Settings *settings() const;

    std::vector<Hub> m_hubs;
    QList<QueueEntry> m_entries;
    int m_hidden = 0;
    QString m_text;
    QString m_hubId;
    QTimer m_reload;
};

/// Icon of a hub by what it is.
QString hubIcon(const QString &hubId);

} // namespace countersign::reviewui
