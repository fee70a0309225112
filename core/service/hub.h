// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/dispatcher.h"
#include "core/base/clock.h"
#include "core/service/hubsettings.h"

#include <memory>

namespace countersign::service {

struct HubContext;
class WritePath;

/// A hub in this process: repositories, pull requests and people in one folder, behind the operation table.
/// Owned by whoever opened it, usually shared with a client::InProcessBackend. Blocking; any thread.
class Hub : public api::Dispatcher
{
public:
    /// Opens the hub of a folder, making it when the folder is new or empty, and finishes or undoes what a
    /// crash left. `clock` gives the time of every call, also of commits.
    /// Conflict: open in another process. Unsupported: made by a newer program.
    static Result<std::unique_ptr<Hub>> open(const QString &directory, const HubSettings &settings = {},
                                             Clock clock = systemClock());
    ~Hub() override;

    Result<QJsonObject> dispatch(const api::Caller &caller, const QString &operation,
                                 const QJsonObject &input, const api::CallControls &controls = {}) override;
    Result<QString> gitDirectory(const api::Caller &caller, const QString &repositoryName) override;

    QString directory() const;
    /// The ARN of the hub's first person, who acts at a console of one's own.
    QString firstPerson() const;
    /// The ARN of a user name, whether or not there is such a person.
    QString userArn(const QString &userName) const;
    /// Ids of repositories that could not be brought in order and take no changes.
    QStringList brokenRepositories() const;

    /// The parts of the hub, for tests and maintenance.
    HubContext &context() { return *m_context; }

private:
    Hub();

    std::unique_ptr<HubContext> m_context;
    std::unique_ptr<WritePath> m_writes;
    QString m_firstPerson;
    QStringList m_broken;
};

} // namespace countersign::service
