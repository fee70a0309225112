// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/dispatcher.h"
#include "core/base/clock.h"
#include "core/git/repository.h"
#include "core/service/hubsettings.h"
#include "core/service/mergeability.h"
#include "core/service/repositorylocks.h"
#include "core/store/database.h"
#include "core/store/hubfolder.h"

#include <functional>
#include <memory>

namespace countersign::service {

/// The parts of an open hub that handlers use. Owned by the Hub; any thread.
struct HubContext
{
    HubSettings settings;
    Clock clock;
    std::unique_ptr<store::HubFolder> folder;
    std::unique_ptr<store::Database> database;
    RepositoryLocks locks;
    MergeabilityCache mergeability;
    std::function<void(const api::HubChange &)> announce;

    Result<git::Repository> open(const QString &repositoryId) const
    {
        return git::Repository::open(folder->repository(repositoryId));
    }
    QString userArn(const QString &userName) const;
    QString repositoryArn(const QString &repositoryName) const;
    /// The name in a repository's ARN; empty when it is no ARN of this hub.
    QString repositoryOfArn(const QString &arn) const;
};

} // namespace countersign::service
