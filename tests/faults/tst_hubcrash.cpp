// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_approvals.h"
#include "core/api/operations_branches.h"
#include "core/api/operations_commits.h"
#include "core/api/operations_hosting.h"
#include "core/api/operations_merges.h"
#include "core/api/operations_pullrequests.h"
#include "core/api/operations_repositories.h"
#include "core/service/hubcontext.h"
#include "core/store/audit.h"
#include "core/store/journal.h"
#include "core/store/repositories.h"
#include "tests/support/scratchhub.h"

#include <QDirIterator>
#include <QProcess>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <random>
#include <unistd.h>

using namespace countersign;
using namespace countersign::api;
using namespace Qt::StringLiterals;
using countersign::test::ScratchHub;

namespace {

const QString oneApproval =
    u"{\"Version\": \"2018-11-08\",\"Statements\": [{\"Type\": \"Approvers\",\"NumberOfApprovalsNeeded\": 1}]}"_s;

/// A program of changes, the same for the same seed, that writes down what was acknowledged. Steps that the
/// state does not allow fail and do not matter.
class Workload
{
public:
    Workload(const QString &directory, unsigned seed)
        : m_hub(ScratchHub::defaults(), directory)
        , m_random(seed)
        , m_acknowledged(directory + u".log"_s)
    {
        m_acknowledged.open(QIODevice::Append);
        (void)m_hub.call<CreatePerson>(u"ada"_s, {u"grace"_s, u"Grace"_s, u"grace@harbour.example"_s});
        (void)m_hub.call<CreateRepository>(u"ada"_s, {u"r"_s, {}, {}, {}});
    }

    void run(int steps)
    {
        commit(u"main"_s);
        branch();
        commit(u"work"_s);
        for (int step = 0; step < steps; ++step)
            one(int(m_random() % 9));
    }

private:
    void one(int kind)
    {
        switch (kind) {
        case 0:
            return commit(u"main"_s);
        case 1:
            return commit(u"work"_s);
        case 2:
            return branch();
        case 3:
        case 4:
            return mergeReviewed();
        case 5:
            (void)m_hub.call<DeleteBranch>(u"ada"_s, {u"r"_s, u"work"_s});
            return;
        case 6:
            tag();
            return;
        case 7:
            (void)m_hub.call<UpdateDefaultBranch>(u"ada"_s, {u"r"_s, m_random() % 2 ? u"work"_s : u"main"_s});
            return;
        default:
            return deleteAndRestore();
        }
    }

    std::optional<QString> tip(const QString &name)
    {
        const auto found = m_hub.call<GetBranch>(u"ada"_s, {u"r"_s, name});
        return found ? std::optional(found->branch.commitId) : std::nullopt;
    }
    void acknowledge(const QString &commit)
    {
        m_acknowledged.write(commit.toLatin1() + '\n');
        m_acknowledged.flush();
    }
    void commit(const QString &branch)
    {
        CreateCommit::Input input;
        input.repositoryName = u"r"_s;
        input.branchName = branch;
        input.parentCommitId = tip(branch);
        PutFileEntry entry;
        entry.filePath = u"%1-%2"_s.arg(branch).arg(m_random() % 5);
        entry.fileContent = QByteArray::number(uint(m_random()));
        input.putFiles = {entry};
        if (const auto done = m_hub.call<CreateCommit>(u"ada"_s, input))
            acknowledge(done->commitId);
    }
    void branch()
    {
        if (const auto main = tip(u"main"_s))
            (void)m_hub.call<CreateBranch>(u"ada"_s, {u"r"_s, u"work"_s, *main});
    }
    void tag()
    {
        const QString name = u"v%1"_s.arg(m_random() % 3);
        const auto main = tip(u"main"_s);
        if (main && !m_hub.call<CreateTag>(u"ada"_s, {u"r"_s, name, *main, u"Release"_s}))
            (void)m_hub.call<DeleteTag>(u"ada"_s, {u"r"_s, name});
    }
    void mergeReviewed()
    {
        branch();
        commit(u"work"_s);
        CreatePullRequest::Input input;
        input.title = u"Work"_s;
        input.targets = {{u"r"_s, u"work"_s, u"main"_s}};
        const auto made = m_hub.call<CreatePullRequest>(u"ada"_s, input);
        if (!made)
            return;
        const QString id = made->pullRequest.pullRequestId;
        (void)m_hub.call<CreatePullRequestApprovalRule>(u"ada"_s, {id, u"One"_s, oneApproval});
        (void)m_hub.call<UpdatePullRequestApprovalState>(u"grace"_s,
                                                         {id, made->pullRequest.revisionId, u"APPROVE"_s});
        MergePullRequestByThreeWay::Input merge;
        merge.pullRequestId = id;
        merge.repositoryName = u"r"_s;
        merge.conflictDetailLevel = u"LINE_LEVEL"_s;
        merge.conflictResolutionStrategy = u"ACCEPT_SOURCE"_s;
        if (const auto merged = m_hub.call<MergePullRequestByThreeWay>(u"ada"_s, merge))
            acknowledge(*merged->pullRequest.pullRequestTargets.first().mergeMetadata.mergeCommitId);
    }
    void deleteAndRestore()
    {
        const auto gone = m_hub.call<DeleteRepository>(u"ada"_s, {u"r"_s});
        if (gone && gone->repositoryId)
            (void)m_hub.call<RestoreRepository>(u"ada"_s, {*gone->repositoryId, {}});
    }

    ScratchHub m_hub;
    std::mt19937 m_random;
    QFile m_acknowledged;
};

QByteArray runGit(const QString &directory, const QStringList &arguments, int *code = nullptr)
{
    QProcess process;
    process.start(u"git"_s, QStringList{u"--git-dir"_s, directory} + arguments);
    process.waitForFinished(-1);
    if (code)
        *code = process.exitCode();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

} // namespace

/// After every crash: refs and metadata agree, and nothing that was acknowledged is lost.
class TestHubCrash : public QObject
{
    Q_OBJECT

private:
    static QStringList filesMatching(const QString &folder, const QStringList &patterns)
    {
        QStringList found;
        QDirIterator it(folder, patterns, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            found.append(it.next());
        return found;
    }

    static void checkRepository(service::HubContext &context, const QString &id,
                                const QStringList &acknowledged)
    {
        const QString directory = context.folder->repository(id);
        QMap<QString, QString> refs;
        for (const QByteArray &line :
             runGit(directory, {u"for-each-ref"_s, u"--format=%(refname) %(objectname)"_s}).split('\n'))
            if (!line.isEmpty())
                refs.insert(QString::fromUtf8(line.split(' ').first()),
                            QString::fromUtf8(line.split(' ').last()));
        QMap<QString, QString> logged;
        const auto rows = store::journal::currentRefs(context.database->connection(), id);
        QVERIFY(rows);
        for (const store::RefLogRow &row : *rows)
            logged.insert(row.ref, row.newValue);
        QCOMPARE(refs, logged);
        int code = -1;
        const QByteArray words = runGit(directory, {u"fsck"_s, u"--connectivity-only"_s}, &code);
        QVERIFY2(code == 0, words.constData());
        for (const QString &commit : acknowledged) {
            runGit(directory, {u"cat-file"_s, u"-e"_s, commit + u"^{commit}"_s}, &code);
            QVERIFY2(code == 0, qPrintable(commit));
        }
        QCOMPARE(filesMatching(directory, {u"*.lock"_s, u"tmp_objdir*"_s, u"packed-refs.new"_s}),
                 QStringList());
        const auto row = store::repositories::byId(context.database->connection(), id).value();
        QCOMPARE(QString::fromUtf8(runGit(directory, {u"symbolic-ref"_s, u"HEAD"_s}).trimmed()),
                 u"refs/heads/"_s + row->defaultBranch.value_or(u"main"_s));
    }

    static void checkInvariants(const QString &directory)
    {
        QStringList acknowledged;
        QFile log(directory + u".log"_s);
        if (log.open(QIODevice::ReadOnly))
            for (const QByteArray &line : log.readAll().split('\n'))
                if (line.size() == 40)
                    acknowledged.append(QString::fromLatin1(line));
        ScratchHub hub(ScratchHub::defaults(), directory);
        QVERIFY(hub.hub().brokenRepositories().isEmpty());
        service::HubContext &context = hub.hub().context();
        store::Connection &db = context.database->connection();
        QVERIFY(store::journal::open(db)->isEmpty());
        QCOMPARE(*store::audit::firstBroken(db), 0);
        QCOMPARE(*db.number(u"SELECT count(*) FROM journal j WHERE state = 'APPLIED' AND (SELECT count(*)"
                            " FROM outbox o WHERE o.journal_id = j.id) <> 1"_s),
                 0);
        QCOMPARE(*db.number(u"SELECT count(*) FROM pull_requests p JOIN rules u ON u.pull_request_id = p.id"
                            " JOIN revisions v ON v.pull_request_id = p.id AND v.number = p.revision"
                            " WHERE p.merged = 1 AND NOT EXISTS (SELECT 1 FROM approvals a WHERE"
                            " a.pull_request_id = p.id AND a.revision_id = v.revision_id)"_s),
                 0);
        QVERIFY(context.folder->incomingIds().isEmpty());
        const auto live = store::repositories::page(db, store::repositories::Order::Name, 0, 100);
        QVERIFY(live);
        for (const store::RepositoryRow &row : *live)
            checkRepository(context, row.id, row.name == u"r"_s ? acknowledged : QStringList());
        const auto deleted = store::repositories::deleted(db);
        QVERIFY(deleted);
        for (const store::RepositoryRow &row : *deleted)
            QVERIFY(QDir(context.folder->trash(row.id)).exists());
        // And it goes on working.
        if (hub.call<CreateRepository>(u"ada"_s, {u"after"_s, {}, {}, {}}))
            hub.commit(u"after"_s, u"main"_s, {{u"a"_s, "1\n"}});
        if (hub.call<GetRepository>(u"ada"_s, {u"r"_s}))
            hub.commit(u"r"_s, u"main"_s, {{u"after"_s, QUuid::createUuid().toByteArray()}});
    }

    static QProcess::ExitStatus runChild(const QString &directory, unsigned seed, const QString &crashAt,
                                         int killAfter = -1)
    {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"COUNTERSIGN_CRASH_CHILD"_s, directory);
        environment.insert(u"COUNTERSIGN_CRASH_SEED"_s, QString::number(seed));
        environment.insert(u"COUNTERSIGN_CRASH_AT"_s, crashAt);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), QStringList());
        if (killAfter >= 0 && !child.waitForFinished(killAfter))
            child.kill();
        child.waitForFinished(-1);
        return child.exitStatus();
    }

private Q_SLOTS:
    void survivesEveryPoint_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<unsigned>("seed");
        const QList<std::pair<const char *, QList<int>>> points{
            {"journal.intent.before", {2, 5}},
            {"journal.intent.after", {1, 4, 7}},
            {"git.update.after", {1, 3, 6, 8}},
            {"git.sync.after", {1, 4}},
            {"sql.commit.before", {1, 3, 5, 9, 12, 15, 18, 21}},
            {"sql.commit.after", {2, 6, 8, 14, 17, 20}},
            {"folder.rename.before", {1, 2, 3}},
            {"folder.rename.after", {1, 2, 3}},
            {"create.row.before", {1}},
            {"restore.row.before", {1}},
            {"git.head.before", {1, 2}},
        };
        unsigned seed = 1;
        for (const auto &[name, passes] : points)
            for (const int pass : passes) {
                const QString point = u"%1:%2"_s.arg(QLatin1StringView(name)).arg(pass);
                QTest::newRow(qPrintable(point)) << point << ++seed;
            }
    }
    void survivesEveryPoint()
    {
        QFETCH(QString, point);
        QFETCH(unsigned, seed);
        const QTemporaryDir folder;
        const QString directory = folder.path() + u"/hub"_s;
        // Some twice: the second crash meets what the recovery from the first one left.
        for (unsigned round = 0; round <= (seed % 3 ? 0u : 1u); ++round) {
            runChild(directory, seed + 100 * round, point);
            checkInvariants(directory);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void pointsAreReached()
    {
        for (const auto &point :
             {u"journal.intent.after:3"_s, u"git.update.after:2"_s, u"sql.commit.before:9"_s}) {
            const QTemporaryDir folder;
            QCOMPARE(runChild(folder.path() + u"/hub"_s, 1, point), QProcess::CrashExit);
        }
        const QTemporaryDir folder;
        QCOMPARE(runChild(folder.path() + u"/hub"_s, 1, u"nowhere:1"_s), QProcess::NormalExit);
    }

    void survivesBeingKilledAtAnyTime()
    {
        const QTemporaryDir folder;
        const QString directory = folder.path() + u"/hub"_s;
        std::mt19937 random(7);
        for (int round = 0; round < 8; ++round) {
            runChild(directory, unsigned(round), {}, 50 + int(random() % 500));
            checkInvariants(directory);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString child = qEnvironmentVariable("COUNTERSIGN_CRASH_CHILD");
    if (!child.isEmpty()) {
        Workload(child, qEnvironmentVariable("COUNTERSIGN_CRASH_SEED").toUInt()).run(8);
        return 0;
    }
    TestHubCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hubcrash.moc"
