// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/renames.h"
#include "core/git/repository.h"
#include "tests/support/gittest.h"
#include "tests/support/scratchrepository.h"

#include <QRandomGenerator>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace countersign;
using namespace countersign::git;
using countersign::test::idOf;
using countersign::test::ScratchRepository;

namespace {

QByteArray describe(const QList<FileDelta> &files)
{
    QByteArray text;
    for (const FileDelta &delta : files) {
        text += "AMDRCT"[static_cast<int>(delta.status)];
        if (delta.status == DeltaStatus::Renamed || delta.status == DeltaStatus::Copied)
            text += QByteArray::number(delta.similarity) + ' ' + delta.oldPath + " >";
        text += ' ' + delta.path() + '\n';
    }
    return text;
}

// Reproducible text without line ends that compresses badly.
QByteArray longLine(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray text;
    while (text.size() < size)
        text += char('a' + random.bounded(26));
    return text;
}

} // namespace

class TestGitDeltas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryKind_data() { test::addReaderColumn(); }
    void findsEveryKind();
    void comparesWithNothing();
    void keepsOddNames();
    void followsLongLines_data();
    void followsLongLines();
    void prefersTheSameName();
    void findsCopies();
    void leavesDifferentFilesApart();
    void findsManyEditedRenames();
    void saysWhenLimited();
    void agreesWithGit();
    void filtersByPath();
    void listsThousandsOfFiles();
    void isCancelled();
    void findsMergeBases();
    void movesOntoAnotherBase_data() { test::addReaderColumn(); }
    void movesOntoAnotherBase();
};

void TestGitDeltas::findsEveryKind()
{
    QFETCH(const QStringList, initArguments);
    ScratchRepository scratch(ScratchRepository::Kind::Ordinary, initArguments);
    const auto path = [&](const char *name) {
        return (scratch.path() + u'/' + QString::fromLatin1(name)).toLocal8Bit();
    };
    for (const char *name : {"changed", "gone", "mode", "tolink", "tofolder", "same/x"})
        scratch.write(name, QByteArray(name) + '\n');
    scratch.write("moved", "a\nb\nc\nd\n");
    scratch.write("folder/x", "in folder\n");
    QCOMPARE(::symlink("changed", path("link").constData()), 0);
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    scratch.write("changed", "other\n");
    scratch.remove("gone");
    scratch.write("fresh", "entirely new\n");
    QCOMPARE(::chmod(path("mode").constData(), 0755), 0);
    scratch.remove("tolink");
    QCOMPARE(::symlink("x", path("tolink").constData()), 0);
    scratch.remove("tofolder");
    scratch.write("tofolder/y", "inside\n");
    scratch.remove("folder");
    scratch.write("folder", "now a file\n");
    scratch.remove("moved");
    scratch.write("new place", "a\nb\nc\nd\n");
    scratch.remove("link");
    QCOMPARE(::symlink("elsewhere", path("link").constData()), 0);
    const QByteArray head = scratch.git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")}).trimmed();
    scratch.git({QStringLiteral("add"), QStringLiteral("-A")});
    scratch.git({QStringLiteral("update-index"), QStringLiteral("--add"), QStringLiteral("--cacheinfo"),
                 QStringLiteral("160000,%1,sub").arg(QString::fromLatin1(head))});
    scratch.git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("after")});
    const Oid after = idOf(scratch.git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")}));

    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    const auto found = deltas(*repository, before, after);
    GIT_VERIFY(found);
    QCOMPARE(describe(found->files), QByteArray("M changed\n"
                                                "A folder\n"
                                                "D folder/x\n"
                                                "A fresh\n"
                                                "D gone\n"
                                                "M link\n"
                                                "M mode\n"
                                                "R100 moved > new place\n"
                                                "A sub\n"
                                                "D tofolder\n"
                                                "A tofolder/y\n"
                                                "T tolink\n"));
    for (const FileDelta &delta : found->files) {
        QCOMPARE(delta.oldId.isNull(), delta.status == DeltaStatus::Added);
        QCOMPARE(delta.newId.isNull(), delta.status == DeltaStatus::Deleted);
        QCOMPARE(delta.oldMode == FileMode::None, delta.oldId.isNull());
        if (delta.path() == "mode") {
            QCOMPARE(delta.oldMode, FileMode::Normal);
            QCOMPARE(delta.newMode, FileMode::Executable);
            QCOMPARE(delta.oldId, delta.newId);
        }
        if (delta.path() == "tolink")
            QCOMPARE(delta.newMode, FileMode::Symlink);
        if (delta.path() == "sub")
            QCOMPARE(delta.newMode, FileMode::Submodule);
    }
    QVERIFY(deltas(*repository, after, after)->files.isEmpty());
    QCOMPARE(deltas(*repository, after, before)->files.size(), found->files.size());
}

void TestGitDeltas::comparesWithNothing()
{
    ScratchRepository scratch;
    scratch.write("a", "a");
    scratch.write("d/b", "b");
    const Oid only = idOf(scratch.commit(QStringLiteral("only")));
    const auto repository = Repository::open(scratch.path());
    QCOMPARE(describe(deltas(*repository, {}, only)->files), QByteArray("A a\nA d/b\n"));
    QCOMPARE(describe(deltas(*repository, only, {})->files), QByteArray("D a\nD d/b\n"));
    QVERIFY(deltas(*repository, {}, {})->files.isEmpty());
    QCOMPARE(deltas(*repository, {}, idOf(QByteArray(40, 'f'))).error().kind, ErrorKind::NotFound);
}

void TestGitDeltas::keepsOddNames()
{
    ScratchRepository scratch;
    const QList<QByteArray> names{"a\nb", "lat\xE9", "q\"", "tab\t"};
    for (const QByteArray &name : names)
        scratch.write(name, name + "1\n2\n3\n");
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    for (const QByteArray &name : names) {
        scratch.remove(name);
        scratch.write("x\xFF/" + name, name + "1\n2\n3\n");
    }
    const Oid after = idOf(scratch.commit(QStringLiteral("after")));
    const auto repository = Repository::open(scratch.path());
    const auto found = deltas(*repository, before, after);
    GIT_VERIFY(found);
    QCOMPARE(found->files.size(), names.size());
    for (const FileDelta &delta : found->files) {
        QCOMPARE(delta.status, DeltaStatus::Renamed);
        QCOMPARE(delta.newPath, "x\xFF/" + delta.oldPath);
    }
}

void TestGitDeltas::followsLongLines_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("edited");
    for (const qsizetype kilobytes : {8, 32, 70}) {
        for (const bool edited : {false, true})
            QTest::addRow("%d KB%s", static_cast<int>(kilobytes), edited ? ", edited" : "")
                << kilobytes * 1024 << edited;
    }
}

void TestGitDeltas::followsLongLines()
{
    QFETCH(const qsizetype, size);
    QFETCH(const bool, edited);
    ScratchRepository scratch;
    QByteArray line = longLine(size, 7);
    scratch.write("dist/app.js", line);
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    scratch.remove("dist/app.js");
    if (edited)
        line.insert(size / 2, "inserted");
    scratch.write("out/bundle.js", line);
    scratch.write("unrelated", longLine(size, 8));
    const Oid after = idOf(scratch.commit(QStringLiteral("after")));
    const auto repository = Repository::open(scratch.path());
    const auto found = deltas(*repository, before, after);
    GIT_VERIFY(found);
    QCOMPARE(found->files.size(), 2);
    QCOMPARE(found->files[0].status, DeltaStatus::Renamed);
    QCOMPARE(found->files[0].oldPath, QByteArray("dist/app.js"));
    QVERIFY(edited ? found->files[0].similarity > 90 && found->files[0].similarity < 100
                   : found->files[0].similarity == 100);
}

void TestGitDeltas::prefersTheSameName()
{
    ScratchRepository scratch;
    for (const char *folder : {"a", "b", "c"})
        scratch.write(QByteArray(folder) + "/" + folder + ".txt", "same\ncontent\n");
    scratch.write("empty/one", "");
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    for (const char *folder : {"a", "b", "c"}) {
        scratch.remove(folder);
        scratch.write(QByteArray("new/") + folder + ".txt", "same\ncontent\n");
    }
    scratch.remove("empty/one");
    scratch.write("two", "");
    const Oid after = idOf(scratch.commit(QStringLiteral("after")));
    const auto repository = Repository::open(scratch.path());
    QCOMPARE(describe(deltas(*repository, before, after)->files), QByteArray("D empty/one\n"
                                                                             "R100 a/a.txt > new/a.txt\n"
                                                                             "R100 b/b.txt > new/b.txt\n"
                                                                             "R100 c/c.txt > new/c.txt\n"
                                                                             "A two\n"));
}

void TestGitDeltas::findsCopies()
{
    ScratchRepository scratch;
    scratch.write("one", "1\n2\n3\n");
    scratch.write("two", "4\n5\n6\n");
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    scratch.remove("one");
    scratch.write("one a", "1\n2\n3\n");
    scratch.write("one b", "1\n2\n3\n");
    scratch.write("two", "4\n5\nsix\n");
    scratch.write("two a", "4\n5\n6\n");
    const Oid after = idOf(scratch.commit(QStringLiteral("after")));
    const auto repository = Repository::open(scratch.path());
    QCOMPARE(describe(deltas(*repository, before, after)->files), QByteArray("R100 one > one a\n"
                                                                             "C100 one > one b\n"
                                                                             "M two\n"
                                                                             "C100 two > two a\n"));
    DeltaOptions plain;
    plain.renames = false;
    QCOMPARE(describe(deltas(*repository, before, after, plain)->files),
             QByteArray("D one\nA one a\nA one b\nM two\nA two a\n"));
}

void TestGitDeltas::leavesDifferentFilesApart()
{
    ScratchRepository scratch;
    scratch.write("old", "1\n2\n3\n4\n5\n6\n7\n8\n");
    scratch.write("small", "x");
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    scratch.remove("old");
    scratch.remove("small");
    scratch.write("new", "1\na\nb\nc\nd\ne\nf\ng\n");
    scratch.write("huge", QByteArray("x\n").repeated(1000));
    const Oid after = idOf(scratch.commit(QStringLiteral("after")));
    const auto repository = Repository::open(scratch.path());
    QCOMPARE(describe(deltas(*repository, before, after)->files),
             QByteArray("A huge\nA new\nD old\nD small\n"));
}

void TestGitDeltas::findsManyEditedRenames()
{
    ScratchRepository scratch;
    const auto content = [](int i, const char *edit) {
        QByteArray text;
        for (int line = 0; line < 12; ++line)
            text += line < 4
                        ? "shared line " + QByteArray::number(line) + '\n'
                        : "line " + QByteArray::number(i * 31 + line) + " of " + QByteArray::number(i) + '\n';
        return text + edit + '\n';
    };
    for (int i = 0; i < 1500; ++i)
        scratch.write("old/" + QByteArray::number(i), content(i, "before"));
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    scratch.remove("old");
    for (int i = 0; i < 1500; ++i)
        scratch.write("new/" + QByteArray::number(1499 - i) + ".txt", content(i, "after"));
    const Oid after = idOf(scratch.commit(QStringLiteral("after")));
    const auto repository = Repository::open(scratch.path());
    const auto found = deltas(*repository, before, after);
    GIT_VERIFY(found);
    QCOMPARE(found->files.size(), 1500);
    QVERIFY(!found->renamesLimited);
    for (const FileDelta &delta : found->files) {
        QCOMPARE(delta.status, DeltaStatus::Renamed);
        QCOMPARE(delta.oldPath.mid(4).toInt(), 1499 - delta.newPath.mid(4).chopped(4).toInt());
    }
}

void TestGitDeltas::saysWhenLimited()
{
    ScratchRepository scratch;
    for (int i = 0; i < 6; ++i)
        scratch.write("old/" + QByteArray::number(i), QByteArray::number(i).repeated(20) + "\nx\n");
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    scratch.remove("old");
    for (int i = 0; i < 6; ++i)
        scratch.write("new/" + QByteArray::number(i),
                      QByteArray::number(i).repeated(20) + (i == 0 ? "\nx\n" : "\ny\n"));
    const Oid after = idOf(scratch.commit(QStringLiteral("after")));
    const auto repository = Repository::open(scratch.path());
    DeltaOptions options;
    options.renameLimit = 9;
    const auto limited = deltas(*repository, before, after, options);
    QVERIFY(limited->renamesLimited);
    QCOMPARE(limited->files.size(), 11);
    options.renameLimit = 10;
    const auto complete = deltas(*repository, before, after, options);
    QVERIFY(!complete->renamesLimited);
    QCOMPARE(complete->files.size(), 6);
}

void TestGitDeltas::agreesWithGit()
{
    // Random edits and moves: what git calls a rename of more than 60 % is one for us, from the same file.
    QRandomGenerator random(42);
    ScratchRepository scratch;
    QList<QByteArray> contents;
    for (int i = 0; i < 60; ++i) {
        QByteArray text;
        for (int line = 0; line < 40; ++line)
            text += longLine(20, random.generate()) + '\n';
        contents << text;
        scratch.write("old/" + QByteArray::number(i), text);
    }
    const Oid before = idOf(scratch.commit(QStringLiteral("before")));
    scratch.remove("old");
    for (int i = 0; i < 60; ++i) {
        QList<QByteArray> lines = contents[i].split('\n');
        for (int edit = 0; edit < i / 2; ++edit)
            lines[random.bounded(40)] = longLine(20, random.generate());
        scratch.write("new/" + QByteArray::number(i), lines.join('\n'));
    }
    const Oid after = idOf(scratch.commit(QStringLiteral("after")));
    const auto repository = Repository::open(scratch.path());
    const auto found = deltas(*repository, before, after);
    QHash<QByteArray, QByteArray> ours;
    for (const FileDelta &delta : found->files) {
        if (delta.status == DeltaStatus::Renamed)
            ours.insert(delta.newPath, delta.oldPath);
    }
    const QByteArray output =
        scratch.git({QStringLiteral("diff-tree"), QStringLiteral("-r"), QStringLiteral("-M60%"),
                     QStringLiteral("--diff-filter=R"), QStringLiteral("--name-status"),
                     QString::fromLatin1(before.hex()), QString::fromLatin1(after.hex())});
    int checked = 0;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> fields = line.split('\t');
        if (fields.size() != 3)
            continue;
        QCOMPARE(ours.value(fields[2]), fields[1]);
        ++checked;
    }
    QVERIFY(checked > 25);
}

void TestGitDeltas::filtersByPath()
{
    ScratchRepository scratch;
    for (const char *name : {"a/x", "a/y/z", "ab", "b"})
        scratch.write(name, name);
    const Oid commit = idOf(scratch.commit(QStringLiteral("all")));
    const auto repository = Repository::open(scratch.path());
    const auto under = [&](const QByteArray &path) {
        DeltaOptions options;
        options.path = path;
        return describe(deltas(*repository, {}, commit, options)->files);
    };
    QCOMPARE(under("a"), QByteArray("A a/x\nA a/y/z\n"));
    QCOMPARE(under("a/"), QByteArray("A a/x\nA a/y/z\n"));
    QCOMPARE(under("a/y/z"), QByteArray("A a/y/z\n"));
    QCOMPARE(under("b"), QByteArray("A b\n"));
    QCOMPARE(under("b/c"), QByteArray());
    QCOMPARE(under("nothing"), QByteArray());
}

void TestGitDeltas::listsThousandsOfFiles()
{
    ScratchRepository scratch;
    for (int i = 0; i < 6000; ++i)
        scratch.write(QByteArray::number(i % 60) + "/" + QByteArray::number(i), QByteArray::number(i));
    const Oid root = idOf(scratch.commit(QStringLiteral("root")));
    const auto repository = Repository::open(scratch.path());
    const auto found = deltas(*repository, {}, root);
    GIT_VERIFY(found);
    QCOMPARE(found->files.size(), 6000);
    QVERIFY(std::ranges::is_sorted(found->files, {}, &FileDelta::path));
}

void TestGitDeltas::isCancelled()
{
    ScratchRepository scratch;
    scratch.write("a", "a");
    const Oid root = idOf(scratch.commit(QStringLiteral("root")));
    const auto repository = Repository::open(scratch.path());
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(deltas(*repository, {}, root, {}, stop.get_token()).error().kind, ErrorKind::Cancelled);
}

void TestGitDeltas::findsMergeBases()
{
    ScratchRepository scratch;
    const Oid root = idOf(scratch.commit(QStringLiteral("root")));
    scratch.git({QStringLiteral("checkout"), QStringLiteral("-qb"), QStringLiteral("topic")});
    const Oid topic = idOf(scratch.commit(QStringLiteral("topic")));
    scratch.git({QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("main")});
    scratch.commit(QStringLiteral("one"));
    const Oid main = idOf(scratch.commit(QStringLiteral("two")));
    const auto repository = Repository::open(scratch.path());
    QCOMPARE(**mergeBase(*repository, main, topic), root);
    QCOMPARE(**mergeBase(*repository, main, main), main);
    const auto counts = aheadBehind(*repository, topic, main);
    GIT_VERIFY(counts);
    QCOMPARE(counts->ahead, 1);
    QCOMPARE(counts->behind, 2);
    QCOMPARE(mergeBase(*repository, main, idOf(QByteArray(40, 'e'))).error().kind, ErrorKind::NotFound);
}

void TestGitDeltas::movesOntoAnotherBase()
{
    QFETCH(const QStringList, initArguments);
    ScratchRepository scratch(ScratchRepository::Kind::Ordinary, initArguments);
    const auto lines = [](const char *five, const char *first) {
        return QByteArray(first) + "\n2\n3\n4\n" + five + "\n6\n7\n8\n9\n";
    };
    scratch.write("a", lines("5", "1"));
    const Oid oldBase = idOf(scratch.commit(QStringLiteral("base")));
    scratch.git({QStringLiteral("checkout"), QStringLiteral("-qb"), QStringLiteral("topic")});
    scratch.write("a", lines("five", "1"));
    const Oid oldHead = idOf(scratch.commit(QStringLiteral("topic")));
    scratch.git({QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("main")});
    scratch.write("a", lines("5", "one"));
    scratch.write("noise", "noise");
    const Oid newBase = idOf(scratch.commit(QStringLiteral("upstream")));
    scratch.write("a", lines("FIVE", "one"));
    const Oid newHead = idOf(scratch.commit(QStringLiteral("topic again")));

    const auto countObjects = [&] {
        return scratch.git({QStringLiteral("count-objects"), QStringLiteral("-v")});
    };
    const QByteArray before = countObjects();
    const auto repository = Repository::open(scratch.path());
    GIT_VERIFY(repository);
    const auto moved = moveOnto(*repository, oldBase, newBase, oldHead);
    GIT_VERIFY(moved);
    QVERIFY(moved->conflicts.isEmpty());
    const auto found = deltas(*repository, moved->tree, newHead);
    GIT_VERIFY(found);
    QCOMPARE(describe(found->files), QByteArray("M a\n"));
    QCOMPARE(*blob(*repository, found->files[0].oldId), lines("five", "one"));
    // A rebase without a change leaves nothing to see.
    const auto same = moveOnto(*repository, newBase, oldBase, newHead);
    GIT_VERIFY(same);
    const auto conflicting = moveOnto(*repository, oldBase, newHead, oldHead);
    GIT_VERIFY(conflicting);
    QCOMPARE(conflicting->conflicts, QList<QByteArray>{"a"});
    QVERIFY(blob(*repository, entry(*repository, conflicting->tree, "a")->id)->contains("<<<<<<<"));
    // The repository itself holds nothing new.
    QCOMPARE(countObjects(), before);
    QVERIFY(!allFiles(*Repository::open(scratch.path()), moved->tree).has_value());
}

QTEST_GUILESS_MAIN(TestGitDeltas)
#include "tst_gitdeltas.moc"
