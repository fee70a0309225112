// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "ui/review/queuerules.h"
#include "ui/widgets/pagecontext.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace countersign::reviewui {

/// The pull requests of one repository, or of all repositories of all hubs, in three states. Owned by its
/// page; screen's thread.
class PullRequestListPresenter : public QObject
{
    Q_OBJECT
public:
    struct Filter
    {
        PullRequestState state = PullRequestState::Open;
        QString text;
        /// ARNs; empty for anybody.
        QString author;
        QString reviewer;
        QueueOrder order = QueueOrder::LatestActivity;
        bool isNarrow() const { return !text.isEmpty() || !author.isEmpty() || !reviewer.isEmpty(); }
    };
    explicit PullRequestListPresenter(const QList<ui::PageContext> &hubs, QObject *parent = nullptr);

    /// Empty: all repositories.
    void setRepository(const QString &name);
    QString repository() const { return m_repository; }
    void reload();
    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }

    bool isLoaded() const;
    std::optional<Error> error() const;
    QList<QueueEntry> entries() const;
    int count(PullRequestState state) const;
    /// ARNs of those who wrote, or review, any of them.
    QList<QString> authors() const;
    QList<QString> reviewers() const;
    const ui::PageContext *context(const QString &hubId) const;

Q_SIGNALS:
    void changed();

private:
    struct Part
    {
        ui::PageContext context;
        bool isLoaded = false;
        int loadNumber = 0;
        std::optional<Error> error;
        QList<QueueEntry> entries;
    };
    void loadPage(size_t part, int number, const QString &token, QList<api::PullRequestSummary> soFar);
    void take(Part &part, const QList<api::PullRequestSummary> &summaries);

    std::vector<Part> m_parts;
    QString m_repository;
    Filter m_filter;
    QTimer m_reload;
};

} // namespace countersign::reviewui
