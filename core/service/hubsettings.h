// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace countersign::service {

/// What is fixed while a hub is open. The limits are CodeCommit's, where it has one.
struct HubSettings
{
    QString partition = QStringLiteral("aws");
    QString region = QStringLiteral("local");
    QString accountId = QStringLiteral("000000000000");

    /// The person that a new hub begins with; ignored when the hub has people.
    struct FirstPerson
    {
        QString userName = QStringLiteral("owner");
        QString displayName = QStringLiteral("Owner");
        QString email;
    };
    FirstPerson firstPerson;

    /// False only for tests and throw-away hubs: a power cut may then lose the last changes. Repositories
    /// made in that time stay so.
    bool durable = true;
    /// Days that a deleted repository can be restored.
    int trashDays = 30;
    int idempotencyHours = 24 * 7;

    int maximumRepositories = 1000;
    int maximumOpenPullRequests = 1000;
    int maximumRulesPerPullRequest = 30;
    int maximumApprovals = 200;
    int maximumTemplates = 1000;
    int maximumTemplatesPerRepository = 25;
    int maximumTags = 50;
    int maximumFileEntries = 100;
    qint64 maximumFileSize = 6'291'456;
    qint64 maximumCommitSize = 7'340'032;
    int maximumReviewComments = 500;
    int maximumReviewers = 100;
};

} // namespace countersign::service
