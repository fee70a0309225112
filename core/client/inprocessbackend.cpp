// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/client/inprocessbackend.h"

#include "core/api/errors.h"
#include "core/api/optable.h"

#include <QPromise>
#include <QThread>

#include <algorithm>

namespace countersign::client {

namespace {

using Answer = Result<QJsonObject>;

/// One call on its way: finishes its future exactly once, whatever becomes of the queue it waits in.
class PendingCall
{
public:
    PendingCall(std::shared_ptr<api::Dispatcher> hub, QString caller, QString operation, QJsonObject input,
                CallContext context)
        : m_hub(std::move(hub))
        , m_caller(std::move(caller))
        , m_operation(std::move(operation))
        , m_input(std::move(input))
        , m_context(std::move(context))
    {
        m_promise.start();
    }

    ~PendingCall()
    {
        if (!m_answered)
            answer(cancelled());
    }

    QFuture<Answer> future() { return m_promise.future(); }

    void run(const std::stop_token &closing)
    {
        if (m_context.stop.stop_requested() || closing.stop_requested())
            return answer(cancelled());
        std::stop_source stop;
        const auto forward = [&stop] { stop.request_stop(); };
        const std::stop_callback byCaller(m_context.stop, forward);
        const std::stop_callback byEnd(closing, forward);
        answer(m_hub->dispatch({m_caller}, m_operation, m_input, {stop.get_token(), m_context.progress}));
    }

private:
    void answer(Answer result)
    {
        m_answered = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    std::shared_ptr<api::Dispatcher> m_hub;
    QString m_caller;
    QString m_operation;
    QJsonObject m_input;
    CallContext m_context;
    QPromise<Answer> m_promise;
    bool m_answered = false;
};

} // namespace

InProcessBackend::InProcessBackend(std::shared_ptr<api::Dispatcher> hub, QString principal, bool canSwitch,
                                   QObject *parent)
    : Backend(parent)
    , m_hub(std::move(hub))
    , m_principal(std::move(principal))
    , m_canSwitch(canSwitch)
    , m_writes(std::make_unique<Lane>(QStringLiteral("hub writes")))
    , m_long(std::make_unique<Lane>(QStringLiteral("hub imports")))
{
    m_reads.setObjectName(QStringLiteral("hub reads"));
    m_reads.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 2, 4));
    m_listener = m_hub->addListener([this](const api::HubChange &change) { collect(change); });
}

InProcessBackend::~InProcessBackend()
{
    m_closing.request_stop();
    m_hub->removeListener(m_listener);
    m_long.reset();
    m_writes.reset();
    m_reads.waitForDone();
}

QFuture<Answer> InProcessBackend::invoke(const QString &operation, const QJsonObject &input,
                                         const CallContext &context)
{
    const api::OperationRow *row = api::findOperation(operation);
    if (!row)
        return QtFuture::makeReadyValueFuture(Answer(api::wireFailure(
            "UnknownOperationException", QStringLiteral("There is no operation %1.").arg(operation))));

    auto call = std::make_shared<PendingCall>(m_hub, this->principal(), operation, input, context);
    const QFuture<Answer> future = call->future();
    const std::stop_token closing = m_closing.get_token();
    if (row->effect == api::Effect::Read) {
        m_reads.start([call, closing] { call->run(closing); });
    } else {
        Lane &lane = row->duration == api::Duration::Long ? *m_long : *m_writes;
        lane.run([call, closing](const std::stop_token &) {
            call->run(closing);
            return true;
        });
    }
    return future;
}

bool InProcessBackend::supports(const QString &operation) const { return api::findOperation(operation); }

Result<QString> InProcessBackend::gitDirectory(const QString &repositoryName) const
{
    return m_hub->gitDirectory({principal()}, repositoryName);
}

QString InProcessBackend::principal() const
{
    const std::lock_guard lock(m_principalMutex);
    return m_principal;
}

bool InProcessBackend::setPrincipal(const QString &arn)
{
    if (!m_canSwitch)
        return false;
    {
        const std::lock_guard lock(m_principalMutex);
        if (m_principal == arn)
            return true;
        m_principal = arn;
    }
    Q_EMIT principalChanged(arn);
    return true;
}

void InProcessBackend::collect(const api::HubChange &change)
{
    const std::lock_guard lock(m_changes.mutex);
    m_changes.waiting.insert(change);
    if (std::exchange(m_changes.scheduled, true))
        return;
    QMetaObject::invokeMethod(this, [this] { deliver(); }, Qt::QueuedConnection);
}

void InProcessBackend::deliver()
{
    std::set<api::HubChange> changes;
    {
        const std::lock_guard lock(m_changes.mutex);
        changes.swap(m_changes.waiting);
        m_changes.scheduled = false;
    }
    for (const api::HubChange &change : changes) {
        switch (change.kind) {
        case api::HubChange::Kind::Repositories:
            Q_EMIT repositoriesChanged();
            break;
        case api::HubChange::Kind::Repository:
            Q_EMIT repositoryChanged(change.repositoryName);
            break;
        case api::HubChange::Kind::PullRequest:
            Q_EMIT pullRequestChanged(change.pullRequestId, change.repositoryName);
            break;
        }
    }
}

} // namespace countersign::client
