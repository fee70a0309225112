// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_approvals.h"
#include "core/api/operations_branches.h"
#include "core/api/operations_commits.h"
#include "core/api/operations_pullrequests.h"
#include "tests/support/scratchhub.h"
#include "tests/support/scratchrepository.h"

#include <QProcess>
#include <QTest>

#include <thread>

using namespace countersign;
using namespace countersign::api;
using namespace Qt::StringLiterals;
using countersign::test::ScratchHub;

namespace {

const QString oneApproval =
    u"{\"Version\": \"2018-11-08\",\"Statements\": [{\"Type\": \"Approvers\",\"NumberOfApprovalsNeeded\": 1}]}"_s;

} // namespace

class TestHubConcurrency : public QObject
{
    Q_OBJECT

private:
    static void base(ScratchHub &hub)
    {
        hub.addPerson(u"grace"_s);
        hub.createRepository(u"r"_s);
        hub.createBranch(u"r"_s, u"feature"_s, hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "1\n"}}));
    }

private Q_SLOTS:
    void twoMergesRace()
    {
        ScratchHub hub;
        base(hub);
        hub.commit(u"r"_s, u"feature"_s, {{u"b"_s, "b\n"}});
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        std::atomic<int> merged = 0;
        QStringList codes[4];
        {
            std::vector<std::jthread> threads;
            for (auto &code : codes)
                threads.emplace_back([&] {
                    const auto answer = hub.call<MergePullRequestByFastForward>(u"ada"_s, {id, u"r"_s, {}});
                    if (answer)
                        ++merged;
                    else
                        code.append(answer.error().code);
                });
        }
        QCOMPARE(merged.load(), 1);
        for (const auto &code : codes)
            for (const QString &text : code)
                QCOMPARE(text, u"PullRequestAlreadyClosedException"_s);
    }

    /// An approval of one revision never merges another, however push, approval and merge interleave.
    void approveThenPushNeverMergesUnseen()
    {
        ScratchHub hub;
        base(hub);
        for (int round = 0; round < 12; ++round) {
            hub.commit(u"r"_s, u"feature"_s, {{u"f"_s, QByteArray::number(round)}});
            const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
            hub.must<CreatePullRequestApprovalRule>({id, u"One"_s, oneApproval});
            const PullRequest seen = hub.must<GetPullRequest>({id}).pullRequest;
            const QString approved = seen.pullRequestTargets.first().sourceCommit;
            {
                const std::jthread approver([&] {
                    (void)hub.call<UpdatePullRequestApprovalState>(u"grace"_s,
                                                                   {id, seen.revisionId, u"APPROVE"_s});
                });
                const std::jthread pusher([&] {
                    CreateCommit::Input input;
                    input.repositoryName = u"r"_s;
                    input.branchName = u"feature"_s;
                    input.parentCommitId = approved;
                    PutFileEntry entry;
                    entry.filePath = u"unseen"_s;
                    entry.fileContent = QByteArray::number(round);
                    input.putFiles = {entry};
                    (void)hub.call<CreateCommit>(u"ada"_s, input);
                });
                const std::jthread merger([&] {
                    for (int attempt = 0; attempt < 3; ++attempt)
                        (void)hub.call<MergePullRequestByFastForward>(u"ada"_s, {id, u"r"_s, {}});
                });
            }
            const PullRequest after = hub.must<GetPullRequest>({id}).pullRequest;
            if (after.pullRequestTargets.first().mergeMetadata.isMerged)
                QCOMPARE(hub.tip(u"r"_s, u"main"_s), approved);
            else
                hub.must<UpdatePullRequestStatus>({id, u"CLOSED"_s});
        }
    }

    void commitsOnOneBranchAreSerial()
    {
        ScratchHub hub;
        base(hub);
        std::atomic<int> done = 0;
        std::atomic<int> outdated = 0;
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 4; ++thread)
                threads.emplace_back([&, thread] {
                    for (int i = 0; i < 5; ++i) {
                        CreateCommit::Input input;
                        input.repositoryName = u"r"_s;
                        input.branchName = u"feature"_s;
                        input.parentCommitId = hub.tip(u"r"_s, u"feature"_s);
                        PutFileEntry entry;
                        entry.filePath = u"f%1-%2"_s.arg(thread).arg(i);
                        entry.fileContent = "x";
                        input.putFiles = {entry};
                        const auto answer = hub.call<CreateCommit>(u"ada"_s, input);
                        if (answer)
                            ++done;
                        else if (answer.error().code == u"ParentCommitIdOutdatedException"_s)
                            ++outdated;
                    }
                });
        }
        QCOMPARE(done + outdated, 20);
        QProcess git;
        git.start(u"git"_s,
                  {u"--git-dir"_s, hub.gitDirectory(u"r"_s), u"rev-list"_s, u"--count"_s, u"feature"_s});
        QVERIFY(git.waitForFinished());
        QCOMPARE(git.readAllStandardOutput().trimmed().toInt(), 1 + done.load());
    }

    /// A push to the hub's folder, past the hub, is seen at the latest when something is merged or opened.
    void takesOverAPushPastTheHub()
    {
        ScratchHub hub;
        base(hub);
        hub.commit(u"r"_s, u"feature"_s, {{u"b"_s, "b\n"}});
        const QString id = hub.openPullRequest(u"r"_s, u"feature"_s);
        hub.must<CreatePullRequestApprovalRule>({id, u"One"_s, oneApproval});
        const QString seen = hub.revisionId(id);
        hub.mustAs<UpdatePullRequestApprovalState>(u"grace"_s, {id, seen, u"APPROVE"_s});
        test::ScratchRepository clone;
        clone.git({u"fetch"_s, u"--quiet"_s, hub.gitDirectory(u"r"_s), u"feature"_s});
        clone.git({u"reset"_s, u"--quiet"_s, u"--hard"_s, u"FETCH_HEAD"_s});
        clone.write("unseen", "x\n");
        const QString pushed = QString::fromLatin1(clone.commit(u"Unseen"_s));
        clone.git({u"push"_s, u"--quiet"_s, hub.gitDirectory(u"r"_s), u"HEAD:refs/heads/feature"_s});
        QCOMPARE(hub.error<MergePullRequestByFastForward>({id, u"r"_s, {}}),
                 u"PullRequestApprovalRulesNotSatisfiedException"_s);
        const PullRequest after = hub.must<GetPullRequest>({id}).pullRequest;
        QVERIFY(after.revisionId != seen);
        QCOMPARE(after.pullRequestTargets.first().sourceCommit, pushed);
    }
};

QTEST_GUILESS_MAIN(TestHubConcurrency)
#include "tst_hubconcurrency.moc"
