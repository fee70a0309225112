// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_repositories.h"
#include "core/api/types_review.h"
#include "core/client/session.h"
#include "ui/widgets/people.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace countersign::shell {

/// What the shell knows of one hub: its repositories, its open pull requests, its people. Reloads what the
/// hub says has changed. Owned by the main window; screen's thread.
class HubModel : public QObject
{
    Q_OBJECT
public:
    HubModel(std::unique_ptr<client::Session> session, const QString &icon, QObject *parent = nullptr);
    ~HubModel() override;

    client::Session *session() const { return m_session.get(); }
    QString id() const { return m_session->hubId(); }
    QString name() const { return m_session->displayName(); }
    QString icon() const { return m_icon; }
    ui::People *people() { return &m_people; }
    /// Whether the acting person can be changed (the sample team).
    bool canSwitchPerson() const { return m_canSwitch; }

    QStringList repositories() const { return m_repositories; }
    QList<api::PullRequestSummary> openPullRequests() const { return m_open; }
    int openCount(const QString &repository) const;
    /// How many open pull requests wait for the acting person's review.
    int waitingForMe() const;
    bool isLoaded() const { return m_loaded; }
    QString error() const { return m_error; }

    void reload();

Q_SIGNALS:
    void changed();

private:
    void loadPeople();
    void loadRepositories();
    void loadPullRequests(const QString &nextToken = {}, QList<api::PullRequestSummary> before = {});

    std::unique_ptr<client::Session> m_session;
    QString m_icon;
    ui::People m_people;
    QStringList m_repositories;
    QList<api::PullRequestSummary> m_open;
    QTimer m_later;
    bool m_canSwitch = false;
    bool m_loaded = false;
    QString m_error;
    int m_generation = 0;
};

} // namespace countersign::shell
