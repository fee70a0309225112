// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/sample/sampleteam.h"

#include "core/api/operations.h"
#include "core/service/hub.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

class SampleTeamTest : public QObject
{
    Q_OBJECT

    template <class Op>
    Result<typename Op::Output> call(service::Hub &hub, const typename Op::Input &input)
    {
        return hub.dispatch({hub.userArn(sample::samplePerson())}, Op::name(), api::encode(input))
            .and_then([](const QJsonObject &answer) { return api::decode<typename Op::Output>(answer); });
    }

private Q_SLOTS:
    void theTeamIsMadeWhole()
    {
        QTemporaryDir folder;
        const QString directory = folder.filePath(QStringLiteral("hub"));
        const auto made = sample::createSampleTeam(directory);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message + u' ' + made.error().detail));
        auto hub = service::Hub::open(directory);
        QVERIFY2(hub, hub ? "" : qPrintable(hub.error().message));

        const auto repositories = call<api::ListRepositories>(**hub, {});
        QVERIFY(repositories);
        QCOMPARE(repositories->repositories.size(), 3);
        const auto all = call<api::ListPullRequestSummaries>(**hub, {});
        QVERIFY(all);
        QCOMPARE(all->summaries.size(), 14);
        int open = 0;
        int merged = 0;
        int returned = 0;
        int conflicting = 0;
        int threads = 0;
        bool threeRevisions = false;
        for (const api::PullRequestSummary &summary : all->summaries) {
            const bool isOpen = summary.pullRequest.pullRequestStatus == QLatin1StringView("OPEN");
            open += isOpen;
            const auto &target = summary.pullRequest.pullRequestTargets.first();
            merged += target.mergeMetadata.isMerged;
            conflicting += summary.mergeability == QLatin1StringView("CONFLICTS");
            threads += summary.openThreadCount;
            threeRevisions = threeRevisions || summary.revisionNumber == 3;
            for (const api::ReviewerState &reviewer : summary.reviewers)
                returned += reviewer.verdict == QLatin1StringView("RETURNED");
        }
        QCOMPARE(open, 9);
        QCOMPARE(merged, 4);
        QCOMPARE(conflicting, 1);
        QVERIFY(threeRevisions);
        QVERIFY(returned >= 2);
        QVERIFY(threads >= 3);
    }

    void aSecondOneDoesNotReplaceTheFirst()
    {
        QTemporaryDir folder;
        QCOMPARE(sample::createSampleTeam(folder.path()).error().kind, ErrorKind::AlreadyExists);
    }

    void aCancelledOneLeavesNothing()
    {
        QTemporaryDir folder;
        std::stop_source stop;
        stop.request_stop();
        const auto made =
            sample::createSampleTeam(folder.filePath(QStringLiteral("hub")), {}, stop.get_token());
        QVERIFY(!made);
        QVERIFY(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty());
    }
};

QTEST_GUILESS_MAIN(SampleTeamTest)
#include "tst_sampleteam.moc"
