// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/dispatcher.h"
#include "core/base/lane.h"
#include "core/client/backend.h"

#include <QThreadPool>

#include <memory>
#include <set>

namespace countersign::client {

/// The backend of a hub that lives in this process. Reads run side by side in a small pool, writes one after
/// another in a lane, long operations in a lane of their own. The hub's changes are collected and announced
/// on the screen's thread, each once in a turn of its event loop.
/// Screen's thread. Its end stops what runs and waits for it; the hub is kept alive until then.
class InProcessBackend : public Backend
{
    Q_OBJECT
public:
    /// `principal`: the ARN that acts. `canSwitch`: whether setPrincipal() is allowed (the sample team).
    InProcessBackend(std::shared_ptr<api::Dispatcher> hub, QString principal, bool canSwitch,
                     QObject *parent = nullptr);
    ~InProcessBackend() override;

    QFuture<Result<QJsonObject>> invoke(const QString &operation, const QJsonObject &input,
                                        const CallContext &context) override;
    bool supports(const QString &operation) const override;
    Result<QString> gitDirectory(const QString &repositoryName) const override;
    QString principal() const override;
    bool setPrincipal(const QString &arn) override;

private:
    struct Changes
    {
        std::mutex mutex;
        std::set<api::HubChange> waiting;
        bool scheduled = false;
    };
    void collect(const api::HubChange &change);
    void deliver();

    std::shared_ptr<api::Dispatcher> m_hub;
    mutable std::mutex m_principalMutex;
    QString m_principal;
    bool m_canSwitch;
    Changes m_changes;
    int m_listener = 0;
    std::stop_source m_closing;
    QThreadPool m_reads;
    std::unique_ptr<Lane> m_writes;
    std::unique_ptr<Lane> m_long;
};

} // namespace countersign::client
