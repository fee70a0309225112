// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/program.h"
#include "core/git/repository.h"
#include "core/git/write.h"
#include "tests/support/gittest.h"
#include "tests/support/scratchrepository.h"

#include <QtTest>

#include <csignal>
#include <thread>

using namespace countersign;
using namespace countersign::git;
using countersign::test::idOf;
using countersign::test::ScratchRepository;

namespace {

QStringList words(const char *line) { return QString::fromUtf8(line).split(u' '); }

/// Everything that reading gives, as one text, to compare two readings.
QByteArray everything(const QString &path)
{
    QByteArray text;
    const auto repository = Repository::open(path);
    if (!repository)
        return "unreadable: " + repository.error().message.toUtf8();
    const auto all = refs(*repository);
    for (const RefInfo &ref : *all)
        text +=
            ref.name + ' ' + ref.target.hex() + ' ' + ref.commit.hex() + ' ' + ref.message.toUtf8() + '\n';
    text += *headBranch(*repository) + '\n';
    const auto collect = [&text](const QList<CommitInfo> &batch) {
        for (const CommitInfo &info : batch) {
            text += info.id.hex() + info.message.toUtf8() + info.author.name.toUtf8();
            for (const Oid &parent : info.parents)
                text += parent.hex();
        }
        return true;
    };
    LogOptions options;
    for (int variant = 0; variant < 4; ++variant) {
        options.message = variant == 1 ? QStringLiteral("SECOND") : QString();
        options.changedText = variant == 2 ? "two" : "";
        options.paths = variant == 3 ? QList<QByteArray>{"a*"} : QList<QByteArray>();
        if (const auto done = git::log(*repository, options, collect); !done)
            text += done.error().message.toUtf8() + done.error().detail.toUtf8();
        text += '\n';
    }
    const Oid head = resolveCommit(*repository, "main").value_or(Oid());
    const auto done = blame(*repository, head, "a\ttab", [&text](const QList<BlameHunk> &hunks) {
        for (const BlameHunk &hunk : hunks)
            text += hunk.commit.hex() + QByteArray::number(hunk.line) + hunk.originalPath +
                    hunk.author.email.toUtf8() + hunk.previousPath;
        return true;
    });
    text += done ? "" : done.error().message.toUtf8() + done.error().detail.toUtf8();
    const auto root = resolveCommit(*repository, "refs/tags/root").value_or(Oid());
    if (const auto found = deltas(*repository, root, head)) {
        for (const FileDelta &delta : found->files)
            text += delta.path() + delta.newId.hex() + '\n';
    }
    if (const auto moved = moveOnto(*repository, root, head, root))
        text += moved->tree.hex();
    const auto counts = aheadBehind(*repository, head, root);
    text += counts ? QByteArray::number(counts->ahead) : "?";
    return text;
}

void fill(ScratchRepository &scratch)
{
    scratch.write("a\ttab", "one\n");
    scratch.write("lat\xE9", "x\n");
    scratch.write(".gitattributes", "* diff=evil merge=evil filter=evil\n");
    scratch.write(".mailmap", "Somebody Else <else@harbour.example> <ada@harbour.example>\n");
    scratch.commit(QStringLiteral("first"));
    scratch.git(words("tag root"));
    scratch.write("a\ttab", "one\ntwo\n");
    scratch.commit(QStringLiteral("second"));
    scratch.git(words("tag -a -m tagged v1"));
    scratch.git(words("tag blob HEAD:.mailmap"));
}

} // namespace

class TestGitEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ignoresTheRepositorysConfiguration();
    void ignoresTheUsersConfiguration();
    void ignoresVariables();
    void ignoresReplacementsAndGrafts();
    void readsPartialClones();
    void readsAfterTheStartingThreadEnded();
    void listsOddRefs_data() { test::addReaderColumn(); }
    void listsOddRefs();
    void endsWhatItStarts();
    void cancelsAtOnce();
    void reportsWhatGitSays();
    void handlesLargeInputAndOutput();
};

void TestGitEnvironment::ignoresTheRepositorysConfiguration()
{
    ScratchRepository scratch;
    fill(scratch);
    const QByteArray clean = everything(scratch.path());
    QVERIFY(clean.contains("a\ttab"));
    QVERIFY(!clean.contains("else@harbour.example"));
    const QString mark = scratch.path() + QStringLiteral("/.git/ran");
    const QString evil = QStringLiteral("touch %1; echo x").arg(mark);
    const QList<std::pair<const char *, QString>> settings{
        {"color.ui", QStringLiteral("always")},
        {"color.diff", QStringLiteral("always")},
        {"core.quotePath", QStringLiteral("true")},
        {"core.pager", evil},
        {"core.fsmonitor", evil},
        {"core.abbrev", QStringLiteral("4")},
        {"core.attributesFile", QStringLiteral("/etc/passwd")},
        {"diff.external", evil},
        {"diff.noprefix", QStringLiteral("true")},
        {"diff.context", QStringLiteral("0")},
        {"diff.renames", QStringLiteral("false")},
        {"diff.orderFile", QStringLiteral("/nonexistent")},
        {"diff.evil.textconv", evil},
        {"diff.evil.command", evil},
        {"merge.evil.driver", evil},
        {"filter.evil.smudge", evil},
        {"filter.evil.clean", evil},
        {"log.showSignature", QStringLiteral("true")},
        {"log.date", QStringLiteral("relative")},
        {"log.decorate", QStringLiteral("full")},
        {"log.follow", QStringLiteral("true")},
        {"log.abbrevCommit", QStringLiteral("true")},
        {"format.pretty", QStringLiteral("oneline")},
        {"i18n.logOutputEncoding", QStringLiteral("UTF-16")},
        {"blame.showEmail", QStringLiteral("true")},
        {"blame.ignoreRevsFile", QStringLiteral("/nonexistent")},
        {"blame.blankBoundary", QStringLiteral("true")},
        {"blame.date", QStringLiteral("relative")},
        {"grep.patternType", QStringLiteral("perl")},
        {"gpg.program", evil},
        {"merge.conflictStyle", QStringLiteral("diff3")},
        {"merge.renames", QStringLiteral("false")},
        {"core.hooksPath", scratch.path() + QStringLiteral("/hooks")},
        {"core.sshCommand", evil},
        {"alias.log", QStringLiteral("!") + evil},
    };
    for (const auto &[key, value] : settings)
        scratch.git({QStringLiteral("config"), QString::fromLatin1(key), value});
    QCOMPARE(everything(scratch.path()), clean);
    QVERIFY(!QFileInfo::exists(mark));
}

void TestGitEnvironment::ignoresTheUsersConfiguration()
{
    ScratchRepository scratch;
    fill(scratch);
    const QByteArray clean = everything(scratch.path());
    const QTemporaryDir home;
    QFile config(home.filePath(QStringLiteral(".gitconfig")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("[color]\n\tui = always\n[core]\n\tquotePath = true\n\tbare = maybe\n[this is broken\n");
    config.close();
    const QByteArray oldHome = qgetenv("HOME");
    for (const char *name : {"HOME", "XDG_CONFIG_HOME"})
        qputenv(name, home.path().toLocal8Bit());
    for (const char *name : {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG"})
        qputenv(name, config.fileName().toLocal8Bit());
    const QByteArray read = everything(scratch.path());
    const QTemporaryDir folder;
    const auto made = initBare(folder.filePath(QStringLiteral("x.git")), "main");
    qputenv("HOME", oldHome);
    for (const char *name : {"XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG"})
        qunsetenv(name);
    QCOMPARE(read, clean);
    GIT_VERIFY(made);
}

void TestGitEnvironment::ignoresVariables()
{
    ScratchRepository scratch;
    fill(scratch);
    ScratchRepository other;
    other.write("b", "b");
    other.commit(QStringLiteral("other"));
    const QByteArray clean = everything(scratch.path());
    const QByteArray otherPath = other.gitDirectory().toLocal8Bit();
    const QList<std::pair<const char *, QByteArray>> variables{
        {"GIT_DIR", otherPath},
        {"GIT_COMMON_DIR", otherPath},
        {"GIT_WORK_TREE", "/"},
        {"GIT_INDEX_FILE", "/nonexistent/index"},
        {"GIT_OBJECT_DIRECTORY", otherPath + "/objects"},
        {"GIT_ALTERNATE_OBJECT_DIRECTORIES", "/nonexistent"},
        {"GIT_NAMESPACE", "x"},
        {"GIT_CEILING_DIRECTORIES", "/"},
        {"GIT_LITERAL_PATHSPECS", "1"},
        {"GIT_EXTERNAL_DIFF", "false"},
        {"GIT_DEFAULT_HASH", "sha256"},
        {"GIT_DEFAULT_REF_FORMAT", "reftable"},
        {"GIT_CONFIG_COUNT", "broken"},
        {"GIT_CONFIG_PARAMETERS", "broken"},
        {"GIT_TRACE", "1"},
        {"GIT_TRACE2_EVENT", "2"},
        {"GIT_PAGER", "false"},
        {"GIT_SHALLOW_FILE", "/nonexistent"},
        {"GIT_AUTHOR_DATE", "broken"},
        {"LANGUAGE", "de"},
        {"LC_ALL", "de_DE.UTF-8"},
    };
    for (const auto &[name, value] : variables)
        qputenv(name, value);
    const QByteArray read = everything(scratch.path());
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.git"));
    const auto made = initBare(path, "main");
    const auto content = writeBlob(path, "x");
    const auto tree = content ? writeTree(path, {}, {{"x", *content, FileMode::Normal}}) : content;
    const auto imported = importInto(path, {scratch.path()}, {}, {});
    for (const auto &[name, value] : variables)
        qunsetenv(name);
    QCOMPARE(read, clean);
    GIT_VERIFY(made);
    GIT_VERIFY(tree);
    QCOMPARE(tree->size(), 20);
    GIT_VERIFY(imported);
}

void TestGitEnvironment::ignoresReplacementsAndGrafts()
{
    ScratchRepository scratch;
    fill(scratch);
    const QByteArray clean = everything(scratch.path());
    scratch.write("evil", "evil");
    scratch.git(words("checkout -q --orphan other"));
    const QByteArray other = scratch.commit(QStringLiteral("replacement"));
    scratch.git({QStringLiteral("replace"), QStringLiteral("main"), QString::fromLatin1(other)});
    scratch.git(words("symbolic-ref HEAD refs/heads/main"));
    scratch.git(words("update-ref -d refs/heads/other"));
    QCOMPARE(everything(scratch.path()), clean);
}

void TestGitEnvironment::readsPartialClones()
{
    ScratchRepository origin;
    fill(origin);
    origin.git(words("config uploadpack.allowFilter true"));
    const QTemporaryDir folder;
    const QString clone = folder.filePath(QStringLiteral("partial.git"));
    origin.git({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"),
                QStringLiteral("--filter=blob:none"), QStringLiteral("file://") + origin.path(), clone});
    const auto repository = Repository::open(clone);
    GIT_VERIFY(repository);
    QVERIFY(repository->reducedReason().contains(QStringLiteral("partial clone")));
    const auto at = resolveCommit(*repository, "main");
    GIT_VERIFY(at);
    const auto file = entry(*repository, *at, "a\ttab");
    GIT_VERIFY(file);
    // Nothing is fetched behind the reader's back.
    QCOMPARE(blob(*repository, file->id).error().kind, ErrorKind::NotFound);
}

void TestGitEnvironment::readsAfterTheStartingThreadEnded()
{
    ScratchRepository scratch(ScratchRepository::Kind::Ordinary, {QStringLiteral("--object-format=sha256")});
    const Oid first = idOf(scratch.commit(QStringLiteral("first")));
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    for (int i = 0; i < 3; ++i) {
        bool read = false;
        std::jthread([&] { read = commit(*repository, first).has_value(); }).join();
        QVERIFY(read);
    }
}

void TestGitEnvironment::listsOddRefs()
{
    QFETCH(const QStringList, initArguments);
    ScratchRepository scratch(ScratchRepository::Kind::Ordinary, initArguments);
    scratch.write("a", "a");
    const Oid first = idOf(scratch.commit(QStringLiteral("first")));
    for (const char *name : {"refs/heads/-x", "refs/heads/HEAD", "refs/heads/a$(id)b", "refs/tags/main",
                             "refs/remotes/origin/main", "refs/notes/commits", "refs/heads/caf\xC3\xA9"})
        scratch.git({QStringLiteral("update-ref"), QString::fromUtf8(name), QStringLiteral("HEAD")});
    scratch.git(words("symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main"));
    scratch.git(words("symbolic-ref refs/heads/alias refs/heads/main"));
    scratch.git(words("symbolic-ref refs/heads/broken refs/heads/nowhere"));
    scratch.git(words("tag blob HEAD:a"));
    scratch.git({QStringLiteral("tag"), QStringLiteral("-a"), QStringLiteral("-m"),
                 QStringLiteral("on a tree"), QStringLiteral("tree"), QStringLiteral("HEAD^{tree}")});
    scratch.git(words("pack-refs --all"));
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    const auto all = refs(*repository);
    GIT_VERIFY(all);
    QList<QByteArray> names;
    for (const RefInfo &ref : *all) {
        names << ref.name;
        QCOMPARE(ref.commit, ref.name == "refs/tags/blob" || ref.name == "refs/tags/tree" ? Oid() : first);
    }
    QCOMPARE(names,
             (QList<QByteArray>{"refs/heads/-x", "refs/heads/HEAD", "refs/heads/a$(id)b", "refs/heads/alias",
                                "refs/heads/caf\xC3\xA9", "refs/heads/main", "refs/remotes/origin/main",
                                "refs/tags/blob", "refs/tags/main", "refs/tags/tree"}));
    QCOMPARE(all->at(6).kind, RefKind::Remote);
    QCOMPARE(all->at(6).shortName(), QStringLiteral("origin/main"));
    QCOMPARE(*headBranch(*repository), QByteArray("refs/heads/main"));
    scratch.git(words("checkout -q --detach"));
    QCOMPARE(*headBranch(*repository), QByteArray());
    GIT_VERIFY(resolveCommit(*repository, "HEAD"));
}

void TestGitEnvironment::endsWhatItStarts()
{
    ScratchRepository scratch;
    Command command;
    command.gitDirectory = scratch.gitDirectory().toLocal8Bit();
    // Waits for input that never comes.
    command.arguments = {"cat-file", "--batch"};
    auto program = Program::start(command);
    GIT_VERIFY(program);
    QByteArray output;
    const auto nothing = (*program)->read(output, 10);
    GIT_VERIFY(nothing);
    QVERIFY(*nothing && output.isEmpty());
    (*program)->terminate();
    QVERIFY(::kill(0, 0) == 0);
    (*program)->terminate();
}

void TestGitEnvironment::cancelsAtOnce()
{
    ScratchRepository scratch;
    std::stop_source stop;
    Command command;
    command.gitDirectory = scratch.gitDirectory().toLocal8Bit();
    command.arguments = {"cat-file", "--batch"};
    command.stop = stop.get_token();
    auto program = Program::start(command);
    GIT_VERIFY(program);
    const std::jthread canceller([&stop] { stop.request_stop(); });
    QByteArray output;
    QCOMPARE((*program)->read(output).error().kind, ErrorKind::Cancelled);
}

void TestGitEnvironment::reportsWhatGitSays()
{
    Command command;
    command.arguments = {"no-such-command"};
    const auto failed = run(command);
    QVERIFY(!failed);
    QVERIFY(failed.error().detail.contains(QStringLiteral("no-such-command")));
    command.arguments = {QByteArray("a\0b", 3)};
    QCOMPARE(run(command).error().kind, ErrorKind::InvalidInput);
    command.arguments = {"--version"};
    const auto version = run(command);
    GIT_VERIFY(version);
    QVERIFY(version->startsWith("git version"));
    // A program that does not read its input must not take us with it.
    GIT_VERIFY(complete(command, QByteArray(10'000'000, 'x')));
    QCOMPARE(complete(command, {}, 3).error().kind, ErrorKind::LimitExceeded);
}

void TestGitEnvironment::handlesLargeInputAndOutput()
{
    ScratchRepository scratch;
    Command command;
    command.gitDirectory = scratch.gitDirectory().toLocal8Bit();
    command.arguments = {"cat-file", "--batch-check"};
    QByteArray input;
    for (int i = 0; i < 100'000; ++i)
        input += "name" + QByteArray::number(i) + '\n';
    const auto result = complete(command, input);
    GIT_VERIFY(result);
    QCOMPARE(result->output.count('\n'), 100'000);
    const QByteArray content(30'000'000, 'x');
    const auto id = writeBlob(scratch.gitDirectory(), content);
    GIT_VERIFY(id);
    QCOMPARE(blob(*Repository::open(scratch.path()), *id)->size(), content.size());
}

QTEST_GUILESS_MAIN(TestGitEnvironment)
#include "tst_gitenvironment.moc"
