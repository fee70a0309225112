// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/api/operations.h"
#include "tests/ui/review/reviewconsole.h"
#include "ui/review/pullrequestpresenter.h"
#include "ui/review/suggestions.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::reviewui;

namespace {
const QString repository = QStringLiteral("payments-api");
const QString branch = QStringLiteral("topic");
const QString file = QStringLiteral("src/a.txt");
using Kind = SuggestionFit::Kind;
} // namespace

class TestSuggestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<test::ScratchHub>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_hub->addPerson(QStringLiteral("grace"));
        m_hub->createRepository(repository);
        m_hub->commit(repository, QStringLiteral("main"), {{QStringLiteral("README"), "x\n"}});
        m_hub->createBranch(repository, branch, m_hub->tip(repository, QStringLiteral("main")));
    }
    void cleanup()
    {
        m_hub.reset();
        m_folder.reset();
    }

    void linesOfARange()
    {
        const QString text = QStringLiteral("```suggestion\nx\n```");
        QCOMPARE(withRange(text, 0, 5), text);
        QCOMPARE(withRange(text, 5, 5), text);
        const LineRange range = lineRange(withRange(text, 3, 5), 5);
        QCOMPARE(range.first, 3);
        QCOMPARE(range.last, 5);
        QCOMPARE(range.text, text);
        // Words that only look like it.
        QCOMPARE(lineRange(QStringLiteral("Lines 3–5: see there"), 9).first, 9);
        QCOMPARE(lineRange(QStringLiteral("Lines 7–5: no"), 5).first, 5);
    }

    void bytesStayWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QByteArray>("after");
        const auto utf16 = [](const QString &text) {
            QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
            return QByteArray(encoder.encode(text));
        };
        const QStringList one{QStringLiteral("new")};
        QTest::newRow("one line") << QByteArray("a\nb\nc\n") << 2 << 2 << one << QByteArray("a\nnew\nc\n");
        QTest::newRow("several by one")
            << QByteArray("a\nb\nc\nd\n") << 2 << 3 << one << QByteArray("a\nnew\nd\n");
        QTest::newRow("one by several")
            << QByteArray("a\nb\n") << 1 << 1 << QStringList{QStringLiteral("x"), QStringLiteral("y")}
            << QByteArray("x\ny\nb\n");
        QTest::newRow("gone") << QByteArray("a\nb\nc\n") << 2 << 2 << QStringList() << QByteArray("a\nc\n");
        QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << 2 << 2 << one << QByteArray("a\r\nnew\r\n");
        QTest::newRow("mixed ends") << QByteArray("a\nb\r\nc\n") << 2 << 2 << one
                                    << QByteArray("a\nnew\r\nc\n");
        QTest::newRow("no final newline") << QByteArray("a\nb") << 2 << 2 << one << QByteArray("a\nnew");
        QTest::newRow("only line, no newline") << QByteArray("a") << 1 << 1 << one << QByteArray("new");
        QTest::newRow("UTF-8 BOM") << QByteArray("\xEF\xBB\xBF"
                                                 "a\nb\n")
                                   << 1 << 1 << one << QByteArray("\xEF\xBB\xBFnew\nb\n");
        QTest::newRow("UTF-16") << utf16(QStringLiteral("a\nb\n")) << 2 << 2
                                << QStringList{QStringLiteral("ü")} << utf16(QStringLiteral("a\nü\n"));
        QTest::newRow("Latin-1") << QByteArray("caf\xE9\nb\n") << 2 << 2 << QStringList{QStringLiteral("thé")}
                                 << QByteArray("caf\xE9\nth\xE9\n");
    }
    void bytesStayWhatTheyAre()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(QStringList, lines);
        QFETCH(QByteArray, after);
        const QString head = m_hub->commit(repository, branch, {{file, before}});
        const auto files = apply({suggestion(head, first, last, lines)}, head);
        QVERIFY2(files.has_value(), qPrintable(files ? QString() : files.error().message));
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().content, after);
        QCOMPARE(files->first().before, before);
    }

    void fits()
    {
        const QString head = m_hub->commit(repository, branch, {{file, "a\nb\nc\nd\n"}});
        const Suggestion here = suggestion(head, 2, 3, {QStringLiteral("x")});
        Suggestion old = here;
        old.isBefore = true;
        Suggestion whole = here;
        whole.first = whole.last = 0;
        QCOMPARE(fit(here, head).kind, Kind::Applicable);
        QCOMPARE(fit(old, head).kind, Kind::OldSide);
        QCOMPARE(fit(whole, head).kind, Kind::NoLines);
        // Lines above moved it; something between its lines; its lines changed; as suggested.
        const QString moved = m_hub->commit(repository, branch, {{file, "0\na\nb\nc\nd\n"}});
        QCOMPARE(fit(here, moved).kind, Kind::Applicable);
        QCOMPARE(fit(here, moved).first, 2);
        QCOMPARE(apply({here}, moved)->first().content, "0\na\nx\nd\n");
        const QString torn = m_hub->commit(repository, branch, {{file, "0\na\nb\n!\nc\nd\n"}});
        QCOMPARE(fit(here, torn).kind, Kind::Outdated);
        QVERIFY(!apply({here}, torn));
        const QString changed = m_hub->commit(repository, branch, {{file, "a\nb\nC\nd\n"}});
        QCOMPARE(fit(here, changed).kind, Kind::Outdated);
        const QString applied = m_hub->commit(repository, branch, {{file, "a\nx\nd\n"}});
        QCOMPARE(fit(here, applied).kind, Kind::Applied);
    }

    void refusesWhatCannotBe()
    {
        const QString head = m_hub->commit(repository, branch, {{file, "caf\xE9\nb\nc\n"}});
        QVERIFY(!apply({suggestion(head, 2, 2, {QStringLiteral("漢字")})}, head));
        QVERIFY(!apply(
            {suggestion(head, 1, 2, {QStringLiteral("x")}), suggestion(head, 2, 3, {QStringLiteral("y")})},
            head));
        const auto both = apply(
            {suggestion(head, 3, 3, {QStringLiteral("z")}), suggestion(head, 1, 1, {QStringLiteral("x")})},
            head);
        QVERIFY(both.has_value());
        QCOMPARE(both->first().content, "x\nb\nz\n");
    }

    // Through the hub: the commit, its author and co-author, the thread, the revision, and back.
    void appliesAndTakesBack()
    {
        m_hub->commit(repository, branch, {{file, "a\r\nb\r\nc\r\n"}, {QStringLiteral("b.txt"), "1\n2\n"}});
        const QString id = m_hub->openPullRequest(repository, branch);
        post(id, file, 2, QStringLiteral("Lines 1–2:\n\nBetter:\n```suggestion\nA\nB\n```"));
        post(id, QStringLiteral("b.txt"), 2, QStringLiteral("```suggestion\ntwo\n```"));
        test::ReviewConsole console(*m_hub, QStringLiteral("ada"), m_folder->path());
        PullRequestPresenter presenter(console.context);
        presenter.open(id);
        QTRY_COMPARE(presenter.state().threads.size(), 2);
        QList<Suggestion> all;
        for (const auto &thread : presenter.state().threads)
            all += suggestionsOf(thread);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().first, 1);
        for (const auto &one : std::as_const(all))
            presenter.setInBatch(one, true);
        std::function<void()> undo;
        connect(&presenter, &PullRequestPresenter::announced, this,
                [&undo](const QString &, const std::function<void()> &back) { undo = back; });
        const QString before = m_hub->tip(repository, branch);
        presenter.applyBatch();
        QTRY_VERIFY(undo);
        const QString after = m_hub->tip(repository, branch);
        QVERIFY(after != before);
        QCOMPARE(content(file), "A\r\nB\r\nc\r\n");
        QCOMPARE(content(QStringLiteral("b.txt")), "1\ntwo\n");
        const auto commit = m_hub->must<api::GetCommit>({repository, after}).commit;
        QCOMPARE(commit.parents, QList<QString>{before});
        QCOMPARE(commit.author.name, QStringLiteral("Ada"));
        QVERIFY(commit.message.startsWith(QStringLiteral("Apply 2 suggestions to a.txt, b.txt\n")));
        QVERIFY(commit.message.endsWith(QStringLiteral("\nCo-authored-by: Grace <grace@harbour.example>\n")));
        QVERIFY(presenter.state().batch.isEmpty());
        // Ada made the revision herself: it is shown at once.
        QTRY_COMPARE(presenter.state().review.summary.revisionNumber, 2);
        QVERIFY(!presenter.state().waiting);
        QTRY_COMPARE(presenter.state().review.summary.openThreadCount, 0);
        undo();
        QTRY_COMPARE(content(file), "a\r\nb\r\nc\r\n");
        QTRY_COMPARE(presenter.state().review.summary.openThreadCount, 2);
    }

    void appliesNothingOntoAnotherTip()
    {
        m_hub->commit(repository, branch, {{file, "a\nb\n"}});
        const QString id = m_hub->openPullRequest(repository, branch);
        post(id, file, 2, QStringLiteral("```suggestion\nB\n```"));
        test::ReviewConsole console(*m_hub, QStringLiteral("ada"), m_folder->path());
        PullRequestPresenter presenter(console.context);
        presenter.open(id);
        QTRY_COMPARE(presenter.state().threads.size(), 1);
        QSignalSpy failed(&presenter, &PullRequestPresenter::failed);
        const auto suggestion = suggestionsOf(presenter.state().threads.first());
        m_hub->commit(repository, branch, {{file, "a\nb\npushed meanwhile\n"}});
        presenter.applySuggestions(suggestion);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(content(file), "a\nb\npushed meanwhile\n");
        QTRY_VERIFY(presenter.state().waiting.has_value());
        QVERIFY(!presenter.applyUnavailable().isEmpty());
        presenter.loadWaiting();
        QVERIFY(presenter.applyUnavailable().isEmpty());
        presenter.applySuggestions(suggestion);
        QTRY_COMPARE(content(file), "a\nB\npushed meanwhile\n");
    }

private:
    Suggestion suggestion(const QString &commit, int first, int last, const QStringList &lines)
    {
        Suggestion value;
        value.path = file;
        value.first = first;
        value.last = last;
        value.commitId = commit;
        value.lines = lines;
        return value;
    }
    static git::Oid oid(const QString &commit) { return *git::Oid::fromHex(QStringView(commit)); }
    SuggestionFit fit(const Suggestion &one, const QString &head)
    {
        return fitSuggestions(m_hub->gitDirectory(repository), {one}, oid(head)).value().value(0);
    }
    Result<QList<SuggestedFile>> apply(const QList<Suggestion> &suggestions, const QString &head)
    {
        return applySuggestions(m_hub->gitDirectory(repository), suggestions, oid(head));
    }
    QByteArray content(const QString &path)
    {
        api::GetFile::Input input;
        input.repositoryName = repository;
        input.commitSpecifier = branch;
        input.filePath = path;
        return m_hub->must<api::GetFile>(input).fileContent;
    }
    void post(const QString &id, const QString &path, int line, const QString &text)
    {
        m_hub->mustAs<api::PostCommentForPullRequest>(
            QStringLiteral("grace"),
            {id, repository, m_hub->tip(repository, QStringLiteral("main")), m_hub->tip(repository, branch),
             api::Location{path, line, QStringLiteral("AFTER")}, text, ReviewDrafts::newKey()});
    }

    std::unique_ptr<test::ScratchHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
