// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/errors.h"
#include "core/api/operations_branches.h"
#include "core/client/inprocessbackend.h"
#include "core/client/session.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace countersign;
using namespace countersign::client;
using namespace Qt::StringLiterals;

namespace {

/// A hub that answers what the test tells it.
class FakeHub : public api::Dispatcher
{
public:
    using Handler = std::function<Result<QJsonObject>(const api::Caller &, const QJsonObject &,
                                                      const api::CallControls &)>;
    QMap<QString, Handler> handlers;

    Result<QJsonObject> dispatch(const api::Caller &caller, const QString &operation,
                                 const QJsonObject &input, const api::CallControls &controls) override
    {
        return handlers.value(operation)(caller, input, controls);
    }
    Result<QString> gitDirectory(const api::Caller &caller, const QString &repositoryName) override
    {
        return caller.arn + u'/' + repositoryName;
    }
    using api::Dispatcher::announce;
};

} // namespace

class TestInProcessBackend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsAreTypedAndReturnOnTheScreensThread()
    {
        auto hub = std::make_shared<FakeHub>();
        hub->handlers[u"GetBranch"_s] = [](const api::Caller &caller, const QJsonObject &input,
                                           const auto &) {
            return QJsonObject{{u"branch"_s, QJsonObject{{u"branchName"_s, input.value(u"branchName"_s)},
                                                         {u"commitId"_s, caller.arn}}}};
        };
        Session session(u"local"_s, u"This computer"_s,
                        std::make_unique<InProcessBackend>(hub, u"me"_s, false));
        std::optional<Result<api::GetBranch::Output>> answer;
        QThread *thread = nullptr;
        session.call<api::GetBranch>({u"payments"_s, u"main"_s}, this, [&](auto result) {
            answer = result;
            thread = QThread::currentThread();
        });
        QTRY_VERIFY(answer);
        QCOMPARE(thread, QThread::currentThread());
        QVERIFY(*answer);
        QCOMPARE((*answer)->branch.branchName, u"main"_s);
        QCOMPARE((*answer)->branch.commitId, u"me"_s);
        QCOMPARE(session.backend().gitDirectory(u"payments"_s), u"me/payments"_s);
    }

    void wrongInputIsNeverSent()
    {
        auto hub = std::make_shared<FakeHub>();
        bool sent = false;
        hub->handlers[u"GetBranch"_s] = [&sent](const auto &, const auto &, const auto &) {
            sent = true;
            return QJsonObject();
        };
        Session session(u"local"_s, u"This computer"_s,
                        std::make_unique<InProcessBackend>(hub, u"me"_s, false));
        QString code;
        bool atOnce = true;
        session.call<api::GetBranch>({u"a b"_s, u"main"_s}, this, [&](const auto &answer) {
            code = answer ? QString() : answer.error().code;
            QVERIFY(!atOnce);
        });
        atOnce = false;
        QTRY_COMPARE(code, u"InvalidRepositoryNameException"_s);
        QVERIFY(!sent);
    }

    void errorsPassThrough()
    {
        auto hub = std::make_shared<FakeHub>();
        hub->handlers[u"GetBranch"_s] = [](const auto &, const auto &, const auto &) -> Result<QJsonObject> {
            return api::wireFailure("BranchDoesNotExistException", u"There is no such branch."_s);
        };
        InProcessBackend backend(hub, u"me"_s, false);
        QCOMPARE(backend.invoke(u"GetBranch"_s, {}, {}).result().error().kind, ErrorKind::NotFound);
        QCOMPARE(backend.invoke(u"Nonsense"_s, {}, {}).result().error().code, u"UnknownOperationException"_s);
        QVERIFY(backend.supports(u"GetBranch"_s));
        QVERIFY(!backend.supports(u"Nonsense"_s));
    }

    void readsRunSideBySideAndWritesInOrder()
    {
        auto hub = std::make_shared<FakeHub>();
        QSemaphore together;
        QSemaphore go;
        hub->handlers[u"GetBranch"_s] = [&](const auto &, const auto &, const auto &) {
            together.release();
            go.acquire();
            return QJsonObject();
        };
        std::atomic<int> running = 0;
        std::atomic<bool> overlapped = false;
        QStringList order;
        hub->handlers[u"CreateBranch"_s] = [&](const auto &, const QJsonObject &input, const auto &) {
            overlapped = overlapped || running.fetch_add(1) > 0;
            order.append(input.value(u"branchName"_s).toString());
            running.fetch_sub(1);
            return QJsonObject();
        };
        InProcessBackend backend(hub, u"me"_s, false);
        auto first = backend.invoke(u"GetBranch"_s, {}, {});
        auto second = backend.invoke(u"GetBranch"_s, {}, {});
        QVERIFY(together.tryAcquire(2, 10000));
        // While reads wait, writes go on.
        QList<QFuture<Result<QJsonObject>>> writes;
        QStringList expected;
        for (int i = 0; i < 20; ++i) {
            expected.append(QString::number(i));
            writes.append(backend.invoke(u"CreateBranch"_s, {{u"branchName"_s, expected.last()}}, {}));
        }
        for (auto &write : writes)
            QVERIFY(write.result());
        QVERIFY(!overlapped);
        QCOMPARE(order, expected);
        go.release(2);
        QVERIFY(first.result() && second.result());
    }

    void aLongImportHoldsUpNoWrite()
    {
        auto hub = std::make_shared<FakeHub>();
        QSemaphore go;
        hub->handlers[u"ImportRepository"_s] = [&](const auto &, const auto &,
                                                   const api::CallControls &controls) {
            controls.progress({u"receiving objects"_s, 1, 2});
            go.acquire();
            return QJsonObject();
        };
        hub->handlers[u"CreateBranch"_s] = [](const auto &, const auto &, const auto &) {
            return QJsonObject();
        };
        InProcessBackend backend(hub, u"me"_s, false);
        std::atomic<qint64> done = 0;
        CallContext context;
        context.progress = [&done](const Progress &progress) { done = progress.done; };
        auto import = backend.invoke(u"ImportRepository"_s, {}, context);
        QVERIFY(backend.invoke(u"CreateBranch"_s, {}, {}).result());
        go.release();
        QVERIFY(import.result());
        QCOMPARE(done.load(), 1);
    }

    void stoppedCallsAnswerCancelled()
    {
        auto hub = std::make_shared<FakeHub>();
        QSemaphore started;
        int calls = 0;
        hub->handlers[u"CreateBranch"_s] = [&](const auto &, const auto &,
                                               const api::CallControls &controls) -> Result<QJsonObject> {
            ++calls;
            started.release();
            QSemaphore stopped;
            const std::stop_callback wake(controls.stop, [&stopped] { stopped.release(); });
            stopped.acquire();
            return cancelled();
        };
        InProcessBackend backend(hub, u"me"_s, false);
        std::stop_source first;
        std::stop_source second;
        auto running = backend.invoke(u"CreateBranch"_s, {}, {first.get_token(), {}});
        auto waiting = backend.invoke(u"CreateBranch"_s, {}, {second.get_token(), {}});
        QVERIFY(started.tryAcquire(1, 10000));
        second.request_stop();
        first.request_stop();
        QCOMPARE(running.result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(waiting.result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(calls, 1);
    }

    void itsEndStopsEverythingAndEveryFutureFinishes()
    {
        auto hub = std::make_shared<FakeHub>();
        QSemaphore started;
        const auto waitForStop = [&started](const auto &, const auto &,
                                            const api::CallControls &controls) -> Result<QJsonObject> {
            started.release();
            QSemaphore stopped;
            const std::stop_callback wake(controls.stop, [&stopped] { stopped.release(); });
            stopped.acquire();
            return cancelled();
        };
        hub->handlers[u"GetBranch"_s] = waitForStop;
        hub->handlers[u"CreateBranch"_s] = waitForStop;
        QList<QFuture<Result<QJsonObject>>> calls;
        {
            InProcessBackend backend(hub, u"me"_s, false);
            for (int i = 0; i < 10; ++i)
                calls << backend.invoke(u"GetBranch"_s, {}, {}) << backend.invoke(u"CreateBranch"_s, {}, {});
            QVERIFY(started.tryAcquire(2, 10000));
        }
        for (auto &call : calls) {
            QVERIFY(call.isFinished());
            QCOMPARE(call.result().error().kind, ErrorKind::Cancelled);
        }
        // A hub that outlives its backend tells nobody.
        hub->announce({api::HubChange::Kind::Repositories, {}, {}});
    }

    void changesArriveOnceOnTheScreensThread()
    {
        auto hub = std::make_shared<FakeHub>();
        InProcessBackend backend(hub, u"me"_s, false);
        QSignalSpy repositories(&backend, &Backend::repositoriesChanged);
        QSignalSpy repository(&backend, &Backend::repositoryChanged);
        QSignalSpy pullRequest(&backend, &Backend::pullRequestChanged);
        bool onScreen = true;
        connect(
            &backend, &Backend::pullRequestChanged, this,
            [&onScreen, screen = QThread::currentThread()] {
                onScreen &= QThread::currentThread() == screen;
            },
            Qt::DirectConnection);
        const std::unique_ptr<QThread> worker(QThread::create([&hub] {
            for (int i = 0; i < 100; ++i) {
                hub->announce({api::HubChange::Kind::PullRequest, u"payments"_s, u"7"_s});
                hub->announce({api::HubChange::Kind::Repository, u"payments"_s, {}});
            }
            hub->announce({api::HubChange::Kind::PullRequest, u"payments"_s, u"8"_s});
            hub->announce({api::HubChange::Kind::Repositories, {}, {}});
        }));
        worker->start();
        QVERIFY(worker->wait());
        QCOMPARE(pullRequest.size(), 0);
        QTRY_COMPARE(pullRequest.size(), 2);
        QCOMPARE(pullRequest[0], (QVariantList{u"7"_s, u"payments"_s}));
        QCOMPARE(pullRequest[1], (QVariantList{u"8"_s, u"payments"_s}));
        QCOMPARE(repository.size(), 1);
        QCOMPARE(repositories.size(), 1);
        QVERIFY(onScreen);
    }

    void onlyTheSampleTeamSwitches()
    {
        auto hub = std::make_shared<FakeHub>();
        InProcessBackend fixed(hub, u"me"_s, false);
        QVERIFY(!fixed.setPrincipal(u"you"_s));
        QCOMPARE(fixed.principal(), u"me"_s);
        InProcessBackend sample(hub, u"me"_s, true);
        QSignalSpy spy(&sample, &Backend::principalChanged);
        QVERIFY(sample.setPrincipal(u"you"_s));
        QVERIFY(sample.setPrincipal(u"you"_s));
        QCOMPARE(sample.principal(), u"you"_s);
        QCOMPARE(spy.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestInProcessBackend)
#include "tst_inprocessbackend.moc"
