// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_branches.h"
#include "core/api/operations_commits.h"
#include "core/api/operations_files.h"
#include "core/api/operations_hosting.h"
#include "tests/support/scratchhub.h"

#include <QProcess>
#include <QTest>

using namespace countersign;
using namespace countersign::api;
using namespace Qt::StringLiterals;
using countersign::test::ScratchHub;

namespace {

PutFileEntry put(const QString &path, const QByteArray &content)
{
    PutFileEntry entry;
    entry.filePath = path;
    entry.fileContent = content;
    return entry;
}

} // namespace

class TestHubCommits : public QObject
{
    Q_OBJECT

private:
    /// A repository "r" with main: a.txt, docs/guide.md, run.sh (executable), link (symbolic), module.
    static QString base(ScratchHub &hub)
    {
        hub.createRepository(u"r"_s);
        CreateCommit::Input input;
        input.repositoryName = u"r"_s;
        input.branchName = u"main"_s;
        input.putFiles = {put(u"a.txt"_s, "one\ntwo\n"), put(u"docs/guide.md"_s, "# Guide\n")};
        PutFileEntry script = put(u"run.sh"_s, "#!/bin/sh\n");
        script.fileMode = u"EXECUTABLE"_s;
        PutFileEntry link = put(u"link"_s, "/etc");
        link.fileMode = u"SYMLINK"_s;
        input.putFiles << script << link;
        return hub.must<CreateCommit>(input).commitId;
    }
    static CreateCommit::Input on(const QString &parent)
    {
        CreateCommit::Input input;
        input.repositoryName = u"r"_s;
        input.branchName = u"main"_s;
        input.parentCommitId = parent;
        return input;
    }

private Q_SLOTS:
    void commitsAndReads()
    {
        ScratchHub hub;
        const QString first = base(hub);
        const Commit commit = hub.must<GetCommit>({u"r"_s, first}).commit;
        QCOMPARE(commit.author.name, u"Ada Marchetti"_s);
        QCOMPARE(commit.author.email, u"ada@harbour.example"_s);
        QCOMPARE(commit.author.date, u"%1 +0000"_s.arg(hub.now / 1000 - 1));
        QVERIFY(commit.parents.isEmpty());
        const auto file = hub.must<GetFile>({u"r"_s, {}, u"/docs/guide.md"_s});
        QCOMPARE(file.fileContent, QByteArray("# Guide\n"));
        QCOMPARE(file.fileSize, 8);
        QCOMPARE(file.filePath, u"docs/guide.md"_s);
        QCOMPARE(hub.must<GetFile>({u"r"_s, u"main"_s, u"run.sh"_s}).fileMode, u"EXECUTABLE"_s);
        QCOMPARE(hub.must<GetBlob>({u"r"_s, file.blobId}).content, file.fileContent);
        const auto root = hub.must<GetFolder>({u"r"_s, {}, u"/"_s});
        QCOMPARE(root.files.size(), 2);
        QCOMPARE(root.symbolicLinks.size(), 1);
        QCOMPARE(root.subFolders.first().absolutePath, u"docs"_s);
        QCOMPARE(hub.must<GetFolder>({u"r"_s, {}, u"docs/"_s}).files.first().relativePath, u"guide.md"_s);
    }

    void readErrors()
    {
        ScratchHub hub;
        hub.createRepository(u"empty"_s);
        base(hub);
        QCOMPARE(hub.error<GetFile>({u"empty"_s, {}, u"a"_s}), u"CommitDoesNotExistException"_s);
        QCOMPARE(hub.error<GetFile>({u"r"_s, u"nowhere"_s, u"a"_s}), u"CommitDoesNotExistException"_s);
        QCOMPARE(hub.error<GetFile>({u"r"_s, {}, u"docs"_s}), u"FileDoesNotExistException"_s);
        QCOMPARE(hub.error<GetFile>({u"r"_s, {}, u"no.txt"_s}), u"FileDoesNotExistException"_s);
        QCOMPARE(hub.error<GetFile>({u"r"_s, {}, {}}), u"PathRequiredException"_s);
        QCOMPARE(hub.error<GetFile>({u"r"_s, {}, u"../x"_s}), u"InvalidPathException"_s);
        QCOMPARE(hub.error<GetFile>({u"r"_s, u"--help"_s, u"a"_s}), u"InvalidCommitException"_s);
        QCOMPARE(hub.error<GetFolder>({u"r"_s, {}, u"a.txt"_s}), u"FolderDoesNotExistException"_s);
        QCOMPARE(hub.error<GetBlob>({u"r"_s, QString(40, u'a')}), u"BlobIdDoesNotExistException"_s);
        QCOMPARE(hub.error<GetBlob>({u"r"_s, u"zz"_s}), u"InvalidBlobIdException"_s);
        QCOMPARE(hub.error<GetCommit>({u"r"_s, QString(40, u'a')}), u"CommitIdDoesNotExistException"_s);
        QCOMPARE(hub.error<GetCommit>({u"nowhere"_s, QString(40, u'a')}),
                 u"RepositoryDoesNotExistException"_s);
        const auto batch = hub.must<BatchGetCommits>({{hub.tip(u"r"_s, u"main"_s), u"abc"_s}, u"r"_s});
        QCOMPARE(batch.commits.size(), 1);
        QCOMPARE(batch.errors.first().errorCode, u"CommitIdDoesNotExistException"_s);
    }

    void manyChangesAtOnce()
    {
        ScratchHub hub;
        const QString first = base(hub);
        CreateCommit::Input input = on(first);
        input.commitMessage = u"Rearrange"_s;
        input.authorName = u"Yuki Tanabe"_s;
        input.email = u"yuki@harbour.example"_s;
        input.putFiles = {put(u"new/deep/file"_s, "x")};
        PutFileEntry moved;
        moved.filePath = u"moved.txt"_s;
        moved.sourceFile = SourceFileSpecifier{u"a.txt"_s, true};
        input.putFiles.append(moved);
        input.deleteFiles = {{u"docs/guide.md"_s}};
        input.setFileModes = {{u"run.sh"_s, u"NORMAL"_s}};
        input.keepEmptyFolders = true;
        const auto done = hub.must<CreateCommit>(input);
        QCOMPARE(done.filesAdded.size(), 3);
        QCOMPARE(done.filesUpdated.size(), 1);
        QCOMPARE(done.filesDeleted.size(), 2);
        QCOMPARE(hub.must<GetFile>({u"r"_s, {}, u"docs/.gitkeep"_s}).fileSize, 0);
        QCOMPARE(hub.must<GetFile>({u"r"_s, {}, u"moved.txt"_s}).fileContent, QByteArray("one\ntwo\n"));
        const Commit commit = hub.must<GetCommit>({u"r"_s, done.commitId}).commit;
        QCOMPARE(commit.author.name, u"Yuki Tanabe"_s);
        QCOMPARE(commit.message, u"Rearrange\n"_s);
        QCOMPARE(commit.parents, QStringList{first});
    }

    void commitErrors_data()
    {
        QTest::addColumn<std::function<void(CreateCommit::Input &)>>("change");
        QTest::addColumn<QString>("code");
        using Change = std::function<void(CreateCommit::Input &)>;
        const auto row = [](const char *name, Change change, const char *code) {
            QTest::newRow(name) << change << QString::fromLatin1(code) + u"Exception"_s;
        };
        row("nothing", [](auto &) {}, "FileEntryRequired");
        row("no change", [](auto &i) { i.putFiles = {put(u"a.txt"_s, "one\ntwo\n")}; }, "NoChange");
        row(
            "same path", [](auto &i) { i.putFiles = {put(u"x"_s, "1"), put(u"/x"_s, "2")}; },
            "SamePathRequest");
        row(
            "file and folder", [](auto &i) { i.putFiles = {put(u"x"_s, "1"), put(u"x/y"_s, "2")}; },
            "PutFileEntryConflict");
        row(
            "folder and file", [](auto &i) { i.putFiles = {put(u"x/y"_s, "1"), put(u"x"_s, "2")}; },
            "PutFileEntryConflict");
        row(
            "over a folder", [](auto &i) { i.putFiles = {put(u"docs"_s, "1")}; },
            "FileNameConflictsWithDirectoryName");
        row(
            "below a file", [](auto &i) { i.putFiles = {put(u"a.txt/x"_s, "1")}; },
            "DirectoryNameConflictsWithFileName");
        row(
            "through a link", [](auto &i) { i.putFiles = {put(u"link/passwd"_s, "1")}; },
            "DirectoryNameConflictsWithFileName");
        row("into .git", [](auto &i) { i.putFiles = {put(u".git/config"_s, "1")}; }, "InvalidPath");
        row("into .GIT", [](auto &i) { i.putFiles = {put(u"x/.GIT/config"_s, "1")}; }, "InvalidPath");
        row("into git~1", [](auto &i) { i.putFiles = {put(u"git~1/config"_s, "1")}; }, "InvalidPath");
        row(
            "into .g<zwnj>it", [](auto &i) { i.putFiles = {put(u".g\u200cit/config"_s, "1")}; },
            "InvalidPath");
        row("outside", [](auto &i) { i.putFiles = {put(u"../x"_s, "1")}; }, "InvalidPath");
        row("no path", [](auto &i) { i.putFiles = {put({}, "1")}; }, "PathRequired");
        row(
            "no content",
            [](auto &i) {
                PutFileEntry entry;
                entry.filePath = u"x"_s;
                i.putFiles = {entry};
            },
            "SourceFileOrContentRequired");
        row(
            "two contents",
            [](auto &i) {
                PutFileEntry entry = put(u"x"_s, "1");
                entry.sourceFile = SourceFileSpecifier{u"a.txt"_s, {}};
                i.putFiles = {entry};
            },
            "FileContentAndSourceFileSpecified");
        row(
            "keep as source",
            [](auto &i) {
                PutFileEntry entry;
                entry.filePath = u"x"_s;
                entry.sourceFile = SourceFileSpecifier{u"docs/.gitkeep"_s, {}};
                i.putFiles = {entry};
            },
            "RestrictedSourceFile");
        row("absent deletion", [](auto &i) { i.deleteFiles = {{u"no.txt"_s}}; }, "FileDoesNotExist");
        row(
            "mode of nothing", [](auto &i) { i.setFileModes = {{u"no.txt"_s, u"NORMAL"_s}}; },
            "FileDoesNotExist");
        row("bad mode", [](auto &i) { i.setFileModes = {{u"a.txt"_s, u"0777"_s}}; }, "InvalidFileMode");
        row("no mode", [](auto &i) { i.setFileModes = {{u"a.txt"_s, {}}}; }, "FileModeRequired");
        row(
            "no parent",
            [](auto &i) {
                i.parentCommitId.reset();
                i.putFiles = {put(u"x"_s, "1")};
            },
            "ParentCommitIdRequired");
        row(
            "bad parent",
            [](auto &i) {
                i.parentCommitId = u"abc"_s;
                i.putFiles = {put(u"x"_s, "1")};
            },
            "InvalidParentCommitId");
        row(
            "unknown parent",
            [](auto &i) {
                i.parentCommitId = QString(40, u'a');
                i.putFiles = {put(u"x"_s, "1")};
            },
            "ParentCommitDoesNotExist");
        row(
            "absent branch",
            [](auto &i) {
                i.branchName = u"nowhere"_s;
                i.putFiles = {put(u"x"_s, "1")};
            },
            "BranchDoesNotExist");
        row(
            "a tag",
            [](auto &i) {
                i.branchName = u"v1"_s;
                i.putFiles = {put(u"x"_s, "1")};
            },
            "BranchNameIsTagName");
        row(
            "many",
            [](auto &i) {
                for (int n = 0; n < 60; ++n) {
                    i.putFiles.append(put(u"f%1"_s.arg(n), "1"));
                    i.deleteFiles.append({u"g%1"_s.arg(n)});
                }
            },
            "MaximumFileEntriesExceeded");
        row(
            "large", [](auto &i) { i.putFiles = {put(u"x"_s, QByteArray(6'291'457, 'x'))}; },
            "FileContentSizeLimitExceeded");
        row(
            "large together",
            [](auto &i) {
                i.putFiles = {put(u"x"_s, QByteArray(4'000'000, 'x')),
                              put(u"y"_s, QByteArray(4'000'000, 'x'))};
            },
            "FileContentSizeLimitExceeded");
        row(
            "author",
            [](auto &i) {
                i.authorName = QString(1025, u'x');
                i.putFiles = {put(u"x"_s, "1")};
            },
            "NameLengthExceeded");
    }
    void commitErrors()
    {
        ScratchHub hub;
        const QString first = base(hub);
        hub.must<CreateTag>({u"r"_s, u"v1"_s, first, {}});
        QFETCH(std::function<void(CreateCommit::Input &)>, change);
        QFETCH(QString, code);
        CreateCommit::Input input = on(first);
        change(input);
        QCOMPARE(hub.error<CreateCommit>(input), code);
        QCOMPARE(hub.tip(u"r"_s, u"main"_s), first);
    }

    void putsAndDeletesOneFile()
    {
        ScratchHub hub;
        const QString first = base(hub);
        PutFile::Input put;
        put.repositoryName = u"r"_s;
        put.branchName = u"main"_s;
        put.filePath = u"a.txt"_s;
        put.fileContent = "one\ntwo\n";
        put.parentCommitId = first;
        QCOMPARE(hub.error<PutFile>(put), u"SameFileContentException"_s);
        put.fileContent = {};
        QCOMPARE(hub.error<PutFile>(put), u"FileContentRequiredException"_s);
        put.fileContent = "three\n";
        const auto second = hub.must<PutFile>(put);
        QCOMPARE(hub.error<PutFile>(put), u"ParentCommitIdOutdatedException"_s);
        DeleteFile::Input remove;
        remove.repositoryName = u"r"_s;
        remove.branchName = u"main"_s;
        remove.filePath = u"docs/guide.md"_s;
        remove.parentCommitId = second.commitId;
        const auto third = hub.must<DeleteFile>(remove);
        QCOMPARE(third.filePath, u"docs/guide.md"_s);
        QCOMPARE(hub.error<GetFolder>({u"r"_s, {}, u"docs"_s}), u"FolderDoesNotExistException"_s);
        remove.parentCommitId = third.commitId;
        QCOMPARE(hub.error<DeleteFile>(remove), u"FileDoesNotExistException"_s);
        remove.parentCommitId.clear();
        QCOMPARE(hub.error<DeleteFile>(remove), u"ParentCommitIdRequiredException"_s);
    }

    void differences()
    {
        ScratchHub hub;
        const QString first = base(hub);
        const QString second =
            hub.commit(u"r"_s, u"main"_s, {{u"a.txt"_s, "changed\n"}, {u"docs/new.md"_s, "new\n"}});
        const auto all = hub.must<GetDifferences>({u"r"_s, first, second, {}, {}, {}, {}});
        QCOMPARE(all.differences.size(), 2);
        QCOMPARE(all.differences.at(0).changeType, u"M"_s);
        QCOMPARE(all.differences.at(0).beforeBlob->mode, u"100644"_s);
        QCOMPARE(all.differences.at(1).changeType, u"A"_s);
        QCOMPARE(hub.must<GetDifferences>({u"r"_s, {}, u"main"_s, {}, {}, {}, {}}).differences.size(), 5);
        const auto docs = hub.must<GetDifferences>({u"r"_s, first, second, u"docs"_s, u"docs"_s, {}, {}});
        QCOMPARE(docs.differences.first().afterBlob->path, u"new.md"_s);
        const auto page = hub.must<GetDifferences>({u"r"_s, first, second, {}, {}, 1, {}});
        QVERIFY(page.NextToken);
        const auto rest = hub.must<GetDifferences>({u"r"_s, first, second, {}, {}, 1, page.NextToken});
        QCOMPARE(rest.differences.first().afterBlob->path, u"docs/new.md"_s);
        QVERIFY(!rest.NextToken);
        QCOMPARE(hub.error<GetDifferences>({u"r"_s, first, second, u"no"_s, u"no"_s, {}, {}}),
                 u"PathDoesNotExistException"_s);
        QCOMPARE(hub.error<GetDifferences>({u"r"_s, first, second, {}, {}, 0, {}}),
                 u"InvalidMaxResultsException"_s);
        QCOMPARE(hub.error<GetDifferences>({u"r"_s, u"no"_s, second, {}, {}, {}, {}}),
                 u"CommitDoesNotExistException"_s);
    }
};

QTEST_GUILESS_MAIN(TestHubCommits)
#include "tst_hubcommits.moc"
