// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/async.h"
#include "core/base/lane.h"

#include <QTest>

using namespace countersign;

class LaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsJobsInOrder()
    {
        Lane lane(QStringLiteral("test"));
        QList<int> order;
        for (int i = 0; i < 20; ++i)
            lane.run([&order, i](std::stop_token) {
                order.append(i);
                return i;
            });
        QCOMPARE(lane.run([&order](std::stop_token) { return order.size(); }).future.result(), 20);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(order[i], i);
    }

    void deliversToALivingReceiverOnly()
    {
        Lane lane(QStringLiteral("test"));
        int seen = 0;
        auto *dead = new QObject;
        QObject alive;
        const auto job = lane.run([](std::stop_token) { return 7; });
        onFinished(job.future, dead, [&seen](int) { seen = -1; });
        delete dead;
        const auto second = lane.run([](std::stop_token) { return 8; });
        onFinished(second.future, &alive, [&seen](int value) { seen = value; });
        QTRY_COMPARE(seen, 8);
    }

    void cancelStopsTheWorkAndDeliversNothing()
    {
        Lane lane(QStringLiteral("test"));
        std::atomic_bool started = false;
        std::atomic_bool stopped = false;
        bool delivered = false;
        QObject receiver;
        auto job = lane.run([&](std::stop_token token) {
            started = true;
            while (!token.stop_requested())
                std::this_thread::yield();
            stopped = true;
            return 1;
        });
        onFinished(job.future, &receiver, [&delivered](int) { delivered = true; });
        QTRY_VERIFY(started);
        job.cancel();
        QTRY_VERIFY(stopped);
        QCOMPARE(lane.run([](std::stop_token) { return 2; }).future.result(), 2);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!delivered);
    }

    void partsArriveInOrderAndNotAfterDeath()
    {
        Lane lane(QStringLiteral("test"));
        QList<int> parts;
        auto receiver = std::make_unique<QObject>();
        const auto sink = deliverTo(receiver.get(), [&parts](int part) { parts.append(part); });
        lane.run([sink](std::stop_token) {
                for (int i = 0; i < 100; ++i)
                    sink(i);
                return 0;
            })
            .future.waitForFinished();
        QTRY_COMPARE(parts.size(), 100);
        receiver.reset();
        sink(100);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(parts.size(), 100);
    }
};

QTEST_GUILESS_MAIN(LaneTest)
#include "tst_lane.moc"
