// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// The Code page over real repositories: names that are no text, files of every kind, repositories of every
// shape.

#include "tests/support/gittest.h"
#include "tests/support/madehistory.h"
#include "tests/support/uipagehost.h"
#include "ui/code/blamemargin.h"
#include "ui/code/codepage.h"
#include "ui/code/commitspage.h"
#include "ui/code/filedownload.h"
#include "ui/code/filepanel.h"
#include "ui/code/filespanel.h"
#include "ui/code/historylist.h"
#include "ui/code/historymodel.h"
#include "ui/code/latestcommitbar.h"
#include "ui/code/readmepanel.h"
#include "ui/code/refchooser.h"
#include "ui/diff/codeview.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/searchfield.h"

#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTest>
#include <QTreeView>

using namespace countersign;
using test::ScratchRepository;

namespace {

const QString name = QStringLiteral("payments-api");
const QString tab = QStringLiteral("code");
constexpr int patience = 60'000;

QMap<QString, QString> at(const QByteArray &path, const QString &view = {})
{
    QMap<QString, QString> query{{QStringLiteral("path"), ui::addressText(path)}};
    if (!view.isEmpty())
        query.insert(QStringLiteral("view"), view);
    return query;
}

QByteArray png(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

// Writes what a PNG says of its own size, and the check sum over it (PNG specification, 11.2.2 and annex D).
QByteArray claiming(QByteArray file, quint32 width, quint32 height)
{
    const auto put = [&file](qsizetype where, quint32 number) {
        for (int i = 0; i < 4; ++i)
            file[where + i] = static_cast<char>(number >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    quint32 sum = 0xFFFFFFFF;
    for (qsizetype i = 12; i < 29; ++i) {
        sum ^= static_cast<unsigned char>(file[i]);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum & 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
    }
    put(29, ~sum);
    return file;
}

QString shownText(const code::CodePage *page)
{
    const auto *view = page->findChild<diffview::CodeView *>();
    QStringList lines;
    for (int i = 0; view->isVisible() && view->text() && i < view->text()->lineCount(); ++i)
        lines.append(view->lineText(i));
    return lines.join(u'\n');
}

} // namespace

class TestCodePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesOfAnyBytes_data();
    void namesOfAnyBytes();
    void addressTextLosesNothing();
    void goToFile();
    void filesOfEveryKind_data();
    void filesOfEveryKind();
    void pictures_data();
    void pictures();
    void hugeLine();
    void aMillionLines();
    void largeFilesAreAskedAbout();
    void blameFillsIn();
    void blameIsStopped();
    void emptyRepositories_data();
    void emptyRepositories();
    void defaultBranchIsUnborn();
    void oneCommit();
    void readme();
    void choosesByCommitId();
    void sha256();
    void configurationBendsNothing();
    void keyboard();
    void whatIsNotThere();
};

void TestCodePage::namesOfAnyBytes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("Latin-1") << QByteArray("lat\xE9.txt");
    QTest::newRow("Latin-1 folder") << QByteArray("d\xFFir/in\xE9ner.txt");
    QTest::newRow("newline") << QByteArray("a\nb.txt");
    QTest::newRow("tab") << QByteArray("tab\tt.txt");
    QTest::newRow("quote") << QByteArray("q\"uote.txt");
    QTest::newRow("backslash") << QByteArray("back\\slash.txt");
    QTest::newRow("Japanese") << QByteArray("\xE6\x97\xA5\xE6\x9C\xAC.txt");
    QTest::newRow("percent") << QByteArray("50%41%.txt");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "bom.txt");
    QTest::newRow("bidi") << QByteArray("evil\xE2\x80\xAEtxt.exe");
    QTest::newRow("star") << QByteArray("a*b[c]?.txt");
    QTest::newRow("pathspec magic") << QByteArray(":(top)x.txt");
    QTest::newRow("option") << QByteArray("--output=x");
    QTest::newRow("spaces") << QByteArray(" lead and trail ");
    QTest::newRow("question and ampersand") << QByteArray("a?b&c=d#e+f.txt");
    QTest::newRow("truncated UTF-8") << QByteArray("end\xE6\x97");
}

void TestCodePage::namesOfAnyBytes()
{
    QFETCH(QByteArray, path);
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    // Others whose names a careless pattern or decoding would take for it.
    const QList<std::pair<QByteArray, QByteArray>> others{
        {"axxb[c]y.txt", "other\n"}, {"lat?.txt", "other\n"}, {"lat\xC3\xA9.txt", "other\n"},
        {"50A%.txt", "other\n"},     {"x.txt", "other\n"},    {"bom.txt", "other\n"}};
    test::commitFiles(repository, "main", others + QList{std::pair{path, QByteArray("one\n")}}, "First");
    const QByteArray second = test::commitFiles(
        repository, "main", others + QList{std::pair{path, QByteArray("one\ntwo\n")}}, "Second");
    test::commitFiles(repository, "main",
                      QList<std::pair<QByteArray, QByteArray>>{{"x.txt", "changed\n"}} + others.mid(0, 4) +
                          others.mid(5) + QList{std::pair{path, QByteArray("one\ntwo\n")}},
                      "Third");
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at(path));
    QTRY_COMPARE(shownText(page), QStringLiteral("one\ntwo"));
    QCOMPARE(page->findChild<code::FilePanel *>()->path(), path);

    // The tree shows it selected, and the last commit is the one that touched it.
    const auto *tree = page->findChild<QTreeView *>();
    QCOMPARE(tree->currentIndex().data(Qt::UserRole).toByteArray(), path);
    QTRY_COMPARE(page->findChild<code::LatestCommitBar *>()->findChild<ui::CommitIdLabel *>()->id(),
                 QString::fromLatin1(second));

    // Where the page is can be written down and read again.
    const QString text = page->address().toString();
    QCOMPARE(ui::addressBytes(ui::Address::fromString(text).query.value(QStringLiteral("path"))), path);

    // Blame.
    host.open(name, tab, at(path, QStringLiteral("blame")));
    const auto *blame = page->findChild<code::BlameMargin *>();
    QTRY_COMPARE(blame->hunkAt(1).commit.hex(), second);
    QTRY_COMPARE(blame->hunkAt(0).subject, QStringLiteral("First"));

    // Found by letters of its name.
    page->findChild<code::FilesPanel *>()->focusSearch();
    auto *field = page->findChild<ui::SearchField *>();
    field->insert(QStringLiteral("%1").arg(QChar::fromLatin1(
        *std::ranges::find_last_if(path, [](char c) { return c >= 'a' && c <= 'z'; }).begin())));
    const auto *found = page->findChild<QListWidget *>();
    const auto isFound = [&] {
        for (int i = 0; found->isVisible() && i < found->count(); ++i) {
            if (found->item(i)->data(Qt::UserRole).toByteArray() == path)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(isFound());

    // Saved to a file.
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("saved"));
    page->findChild<code::FileDownload *>()->save(*git::Oid::fromHex(QByteArrayView(second)), path, file);
    QTRY_VERIFY(QFile::exists(file));
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("one\ntwo\n"));

    // Its history, on the Commits page.
    QTest::mouseClick(page->findChild<code::LatestCommitBar *>()->findChild<QPushButton *>(), Qt::LeftButton);
    const ui::Address history = host.asked();
    QCOMPARE(history.tab, QStringLiteral("commits"));
    auto *commits = host.show(new code::CommitsPage(host.context()));
    host.open(name, history.tab, history.query);
    const auto *model = commits->findChild<code::HistoryModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isLoading() && model->rowCount() == 2, patience);
    QCOMPARE(model->index(0, code::HistoryModel::Message).data().toString(), QStringLiteral("Second"));
    QCOMPARE(commits->address().query.value(QStringLiteral("path")), ui::addressText(path));
}

void TestCodePage::addressTextLosesNothing()
{
    QByteArray every;
    for (int byte = 1; byte < 256; ++byte)
        every += static_cast<char>(byte);
    for (const QByteArray &bytes : {every, every + every, QByteArray(), QByteArray("%"), QByteArray("%4"),
                                    QByteArray("%zz"), QByteArray("100%"), QByteArray("\xED\xA0\x80"),
                                    QByteArray("\xF0\x9F\x98\x80"), QByteArray("\xEF\xBB\xBF")})
        QCOMPARE(ui::addressBytes(ui::addressText(bytes)), bytes);
    QCOMPARE(ui::addressText("src/a b.cpp"), QStringLiteral("src/a b.cpp"));
    // What was written by hand keeps its meaning.
    QCOMPARE(ui::addressBytes(u"100%"), QByteArray("100%"));
    QCOMPARE(ui::addressBytes(u"a%zz"), QByteArray("a%zz"));
}

void TestCodePage::goToFile()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "main",
                      {{"src/client/retry_policy.cpp", "retry\n"},
                       {"src/client/retry_policy.h", "retry\n"},
                       {"docs/notes.md", "notes\n"}});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab);
    QTRY_VERIFY(page->findChild<QTreeView *>()->model()->rowCount() == 2);
    QVERIFY(host.commands().run(QStringLiteral("code.gotofile")));
    auto *field = page->findChild<ui::SearchField *>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("rpolh"));
    const auto *found = page->findChild<QListWidget *>();
    QTRY_COMPARE(found->count(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(page->findChild<code::FilePanel *>()->path(), QByteArray("src/client/retry_policy.h"));
    QTest::keyClicks(field, QStringLiteral("zzzz"));
    QTRY_VERIFY(found->isVisible() && found->count() == 1 && found->item(0)->text().contains(u'z'));
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(page->findChild<QTreeView *>()->isVisible());
}

void TestCodePage::filesOfEveryKind_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("said");
    const QByteArray normal = "100644";
    const auto encode = [](const char *encoding, const QString &text, bool mark = false) {
        QStringEncoder encoder(encoding,
                               mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    const QString word = QStringLiteral("größer 日本\nzwei\n");
    const QString shown = QStringLiteral("größer 日本\nzwei");
    QTest::newRow("UTF-8") << word.toUtf8() << normal << shown
                           << QStringList{QStringLiteral("UTF-8"), QStringLiteral("LF"),
                                          QStringLiteral("2 line")};
    QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a\n")
                                     << normal << QStringLiteral("a")
                                     << QStringList{QStringLiteral("byte order mark")};
    QTest::newRow("UTF-16LE") << encode("UTF-16LE", word, true) << normal << shown
                              << QStringList{QStringLiteral("UTF-16LE")};
    QTest::newRow("UTF-16BE") << encode("UTF-16BE", word, true) << normal << shown
                              << QStringList{QStringLiteral("UTF-16BE")};
    QTest::newRow("Shift-JIS") << QByteArray(
                                      "\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x83\x65\x83\x4C\x83\x58\x83\x67\n")
                               << normal << QStringLiteral("日本語のテキスト")
                               << QStringList{QStringLiteral("Shift_JIS")};
    QTest::newRow("Latin-1") << QByteArray("Le caf\xE9 est servi \xE0 la cr\xE8me, tr\xE8s tard\n") << normal
                             << QStringLiteral("Le café est servi à la crème, très tard")
                             << QStringList{QStringLiteral("LF")};
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << normal << QStringLiteral("a\nb")
                          << QStringList{QStringLiteral("CRLF")};
    QTest::newRow("mixed ends") << QByteArray("a\r\nb\n") << normal << QStringLiteral("a\nb")
                                << QStringList{QStringLiteral("Mixed")};
    QTest::newRow("no final newline") << QByteArray("a\nb") << normal << QStringLiteral("a\nb")
                                      << QStringList{QStringLiteral("No final line feed")};
    QTest::newRow("empty") << QByteArray() << normal << QString()
                           << QStringList{QStringLiteral("empty file")};
    QTest::newRow("executable") << QByteArray("#!/bin/sh\n") << QByteArray("100755")
                                << QStringLiteral("#!/bin/sh") << QStringList{QStringLiteral("executable")};
    QTest::newRow("symbolic link") << QByteArray("../else\xE9where") << QByteArray("120000")
                                   << QStringLiteral("../else\\xE9where")
                                   << QStringList{QStringLiteral("symbolic link")};
    QTest::newRow("binary") << QByteArray("\x7F"
                                          "ELF\0\1\2\3",
                                          8)
                            << normal
                            << QStringLiteral(
                                   "00000000  7f 45 4c 46 00 01 02 03                          .ELF....")
                            << QStringList{QStringLiteral("binary")};
}

void TestCodePage::filesOfEveryKind()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, mode);
    QFETCH(QString, text);
    QFETCH(QStringList, said);
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "main", {{"file", content}}, "File", mode);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("file"));
    for (const QString &words : std::as_const(said))
        QTRY_VERIFY2(test::showsText(page, words), qPrintable(words));
    QCOMPARE(shownText(page), text);
}

void TestCodePage::pictures_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    const QByteArray good = png({64, 48});
    QTest::newRow("good") << good << QStringLiteral("64 × 48");
    QTest::newRow("cut off") << good.left(60) << QStringLiteral("binary");
    QTest::newRow("claims 100,000 by 100,000")
        << claiming(good, 100'000, 100'000) << QStringLiteral("100000 × 100000");
    QTest::newRow("claims more than there is") << claiming(good, 4000, 4000) << QStringLiteral("4000 × 4000");
    QTest::newRow("noise") << QByteArray("\x89PNG\r\n\x1A\n\0\1\2\3noise", 17) << QStringLiteral("binary");
    QTest::newRow("text in disguise") << QByteArray("only text\n") << QStringLiteral("1 line");
    QTest::newRow("drawing in disguise")
        << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>\n")
        << QStringLiteral("1 line");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty file");
}

void TestCodePage::pictures()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "main", {{"logo.png", content}});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("logo.png"));
    QTRY_VERIFY2(test::showsText(page, said), qPrintable(said));
}

void TestCodePage::hugeLine()
{
    QByteArray line(2'000'000, 'x');
    line.replace(1'999'990, 3, "END");
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "main", {{"min.js", "first\n" + line + "\nlast\n"}});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("min.js"));
    auto *view = page->findChild<diffview::CodeView *>();
    QTRY_VERIFY_WITH_TIMEOUT(view->isVisible() && view->text() && view->text()->lineCount() == 3, patience);
    QCOMPARE(view->lineText(1).size(), 2'000'000);
    QVERIFY(!view->grab().isNull());
    QVERIFY(view->find(QStringLiteral("END"), true));
    QCOMPARE(view->currentLine(), 1);
    QCOMPARE(view->selectedText(), QStringLiteral("END"));
}

void TestCodePage::aMillionLines()
{
    QByteArray content;
    content.reserve(9'000'000);
    for (int i = 1; i <= 1'000'000; ++i)
        content += "n" + QByteArray::number(i) + '\n';
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "main", {{"long.txt", content}});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    QMap<QString, QString> query = at("long.txt");
    query.insert(QStringLiteral("line"), QStringLiteral("777777"));
    host.open(name, tab, query);
    auto *view = page->findChild<diffview::CodeView *>();
    QTRY_VERIFY_WITH_TIMEOUT(view->isVisible() && view->text() && view->text()->lineCount() == 1'000'000,
                             patience);
    QCOMPARE(view->currentLine(), 777'776);
    QVERIFY(view->firstVisibleLine() <= 777'776 && view->firstVisibleLine() > 777'600);
    QCOMPARE(view->lineText(999'999), QStringLiteral("n1000000"));
    QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view->currentLine(), 999'999);
    QVERIFY(!view->grab().isNull());
}

void TestCodePage::largeFilesAreAskedAbout()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "main", {{"dump.sql", QByteArray(21 * 1024 * 1024, 'a') + "\n"}});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("dump.sql"));
    QTRY_VERIFY_WITH_TIMEOUT(test::showsText(page, QStringLiteral("21.0 MB large")) ||
                                 test::showsText(page, QStringLiteral("large")),
                             patience);
    QVERIFY(!page->findChild<diffview::CodeView *>()->isVisible());
    for (auto *button : page->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Show it"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    const auto *view = page->findChild<diffview::CodeView *>();
    QTRY_VERIFY_WITH_TIMEOUT(view->isVisible() && view->text() && view->text()->lineCount() == 1, patience);
}

void TestCodePage::blameFillsIn()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 400, 120);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("file.txt", QStringLiteral("blame")));
    auto *blame = page->findChild<code::BlameMargin *>();
    QSignalSpy finished(blame, &code::BlameMargin::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    const QList<QByteArray> expected =
        repository
            .git({QStringLiteral("blame"), QStringLiteral("-l"), QStringLiteral("-s"), QStringLiteral("main"),
                  QStringLiteral("--"), QStringLiteral("file.txt")})
            .trimmed()
            .split('\n');
    QCOMPARE(expected.size(), 120);
    for (int line = 0; line < 120; ++line) {
        // A boundary commit is marked with a caret, which takes one digit's place.
        const QByteArray id = blame->hunkAt(line).commit.hex();
        const QByteArray wanted = expected[line].left(40);
        QVERIFY(wanted.startsWith('^') ? id.startsWith(wanted.sliced(1)) : id == wanted);
    }
    QVERIFY(!page->grab().isNull());

    // "Blame before this commit" leads to the line where it was.
    Q_EMIT blame->beforeRequested(blame->hunkAt(5).previous.toString(), blame->hunkAt(5).previousPath, 6);
    QCOMPARE(host.asked().query.value(QStringLiteral("ref")), blame->hunkAt(5).previous.toString());
    QTRY_VERIFY_WITH_TIMEOUT(finished.size() == 2, patience);
    QCOMPARE(page->findChild<diffview::CodeView *>()->currentLine(), 5);
}

void TestCodePage::blameIsStopped()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 1500, 300);
    test::commitFiles(repository, "other", {{"small.txt", "one\n"}}, "Small");
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("file.txt", QStringLiteral("blame")));
    auto *blame = page->findChild<code::BlameMargin *>();
    auto *view = page->findChild<diffview::CodeView *>();
    QSignalSpy finished(blame, &code::BlameMargin::finished);
    QTRY_VERIFY_WITH_TIMEOUT(blame->isShown(), patience);
    // Away before it ends: nothing of it comes later, and the next one does not wait for it.
    QVERIFY(host.commands().run(QStringLiteral("code.blame")));
    QVERIFY(!blame->isShown());
    QMap<QString, QString> query = at("small.txt", QStringLiteral("blame"));
    query.insert(QStringLiteral("ref"), QStringLiteral("refs/heads/other"));
    host.open(name, tab, query);
    QTRY_COMPARE_WITH_TIMEOUT(blame->hunkAt(0).subject, QStringLiteral("Small"), patience);
    QCOMPARE(view->text()->lineCount(), 1);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(blame->hunkAt(1).commit.isNull());
}

void TestCodePage::emptyRepositories_data() { test::addReaderColumn(); }

void TestCodePage::emptyRepositories()
{
    QFETCH(QStringList, initArguments);
    const ScratchRepository repository(ScratchRepository::Kind::Bare, initArguments);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("payments-api is empty")));
    // Commands that need a commit say why they do not work.
    for (const char *id : {"code.gotofile", "code.download", "code.history", "code.edit", "code.blame"})
        QVERIFY2(!host.commands().run(QString::fromLatin1(id)), id);
    page->refresh();
    QTRY_VERIFY(test::showsText(page, QStringLiteral("payments-api is empty")));
    auto *commits = host.show(new code::CommitsPage(host.context()));
    host.open(name, QStringLiteral("commits"));
    QTRY_VERIFY(test::showsText(commits, QStringLiteral("No commit yet")));
}

void TestCodePage::defaultBranchIsUnborn()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "work", {{"a.txt", "a\n"}});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab);
    QTRY_COMPARE(page->findChild<QTreeView *>()->model()->rowCount(), 1);
    QCOMPARE(page->findChild<code::RefChooser *>()->current(), QByteArray("refs/heads/work"));
    // A branch that never was says so, and leads back.
    host.open(name, tab, {{QStringLiteral("ref"), QStringLiteral("refs/heads/none")}});
    QTRY_VERIFY(test::showsText(page, QStringLiteral("none")));
    host.open(name, tab);
    QTRY_VERIFY(page->findChild<QTreeView *>()->isVisible());
}

void TestCodePage::oneCommit()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    const QByteArray id = test::commitFiles(repository, "main", {{"a.txt", "a\n"}}, "");
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("a.txt", QStringLiteral("blame")));
    const auto *blame = page->findChild<code::BlameMargin *>();
    QTRY_COMPARE(blame->hunkAt(0).commit.hex(), id);
    QVERIFY(blame->hunkAt(0).previous.isNull());
    QTRY_COMPARE(page->findChild<code::LatestCommitBar *>()->findChild<ui::CommitIdLabel *>()->id(),
                 QString::fromLatin1(id));
}

void TestCodePage::readme()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(
        repository, "main",
        {{"docs/README.md", "# Notes\n\n![Plan](img/plan%20one.png) ![Gone](gone.png) [up](../src/a.cpp)\n"
                            "[web](https://harbour.example/x) [out](../../../etc/passwd) #12\n"},
         {"docs/img/plan one.png", png({20, 10})},
         {"src/a.cpp", "int a;\n"}});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("docs"));
    auto *panel = page->findChild<code::ReadmePanel *>();
    auto *view = panel->findChild<ui::MarkdownView *>();
    QTRY_VERIFY(panel->isVisible() && view->toPlainText().contains(QStringLiteral("Notes")));
    QVERIFY(!page->findChild<code::FilePanel *>()->isVisible());
    // The picture beside it is shown, the missing one by its words.
    QVERIFY(!view->toPlainText().contains(QStringLiteral("[image: Plan]")));
    QVERIFY(view->toPlainText().contains(QStringLiteral("[image: Gone]")));
    Q_EMIT view->linkActivated(QUrl(QStringLiteral("pr:12")));
    QCOMPARE(host.asked().page, ui::Address::Page::PullRequest);
    QCOMPARE(host.asked().item, QStringLiteral("12"));
    Q_EMIT view->linkActivated(QUrl(QStringLiteral("../../../etc/passwd")));
    QCOMPARE(host.asked().page, ui::Address::Page::PullRequest);
    Q_EMIT view->linkActivated(QUrl(QStringLiteral("../src/a.cpp")));
    QTRY_COMPARE(shownText(page), QStringLiteral("int a;"));
    QVERIFY(!panel->isVisible());
    // A file that is a README shows both.
    host.open(name, tab, at("docs/README.md"));
    QTRY_VERIFY(panel->isVisible() && page->findChild<diffview::CodeView *>()->isVisible());

    using code::ReadmePanel;
    QCOMPARE(ReadmePanel::linkedPath("docs", QUrl(QStringLiteral("/src/a.cpp"))), QByteArray("src/a.cpp"));
    QCOMPARE(ReadmePanel::linkedPath("", QUrl(QStringLiteral("./lat%E9.txt#top"))),
             QByteArray("lat\xE9.txt"));
    QCOMPARE(ReadmePanel::linkedPath("a/b", QUrl(QStringLiteral("../../.."))), std::nullopt);
    QCOMPARE(ReadmePanel::linkedPath("a", QUrl(QStringLiteral("//host/share"))), std::nullopt);
    QCOMPARE(ReadmePanel::linkedPath("a", QUrl(QStringLiteral("file:///etc/passwd"))), std::nullopt);
}

void TestCodePage::choosesByCommitId()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    const QByteArray first = test::commitFiles(repository, "main", {{"old.txt", "old\n"}}, "Old");
    test::commitFiles(repository, "main", {{"new.txt", "new\n"}}, "New");
    repository.git({QStringLiteral("tag"), QStringLiteral("v1"), QStringLiteral("main")});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab);
    const auto *model = page->findChild<QTreeView *>()->model();
    QTRY_COMPARE(model->index(0, 0).data().toString(), QStringLiteral("new.txt"));
    auto *chooser = page->findChild<code::RefChooser *>();
    QTest::keyClick(chooser, Qt::Key_Space);
    auto *list = chooser->findChild<QListWidget *>();
    auto *filter = chooser->findChild<ui::SearchField *>();
    QTRY_VERIFY(list && list->isVisible() && list->count() == 1);
    QTest::keyClicks(filter, QString::fromLatin1(first.left(9)));
    QTRY_VERIFY(list->count() == 1 && list->item(0)->text().contains(QStringLiteral("Old")));
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE(model->index(0, 0).data().toString(), QStringLiteral("old.txt"));
    QCOMPARE(page->address().query.value(QStringLiteral("ref")), QString::fromLatin1(first));
}

void TestCodePage::sha256()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare, {QStringLiteral("--object-format=sha256")});
    test::addManyCommits(repository, 20, 5);
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("file.txt", QStringLiteral("blame")));
    const auto *blame = page->findChild<code::BlameMargin *>();
    QTRY_VERIFY_WITH_TIMEOUT(!blame->hunkAt(4).commit.isNull(), patience);
    QCOMPARE(blame->hunkAt(4).commit.size(), 32);
    QCOMPARE(blame->hunkAt(4).subject, QStringLiteral("Change 19"));
    QVERIFY(shownText(page).endsWith(QStringLiteral("line 4 of change 19")));
    QTRY_COMPARE_WITH_TIMEOUT(
        page->findChild<code::LatestCommitBar *>()->findChild<ui::CommitIdLabel *>()->id().size(), 64,
        patience);
}

void TestCodePage::configurationBendsNothing()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::addManyCommits(repository, 30, 6);
    QTemporaryDir home;
    QFile config(home.filePath(QStringLiteral("poison")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("[color]\n\tui = always\n[diff]\n\tnoprefix = true\n\texternal = /bin/true\n\tcontext = 0\n"
                 "[log]\n\tshowSignature = true\n\tdate = relative\n\tfollow = true\n\tshowRoot = false\n"
                 "[blame]\n\tcoloring = repeatedLines\n\tshowEmail = true\n\tdate = human\n"
                 "\tignoreRevsFile = /nonexistent\n"
                 "[core]\n\tquotePath = false\n\tabbrev = 4\n\tattributesFile = /nonexistent\n"
                 "[i18n]\n\tlogOutputEncoding = UTF-16\n[format]\n\tpretty = oneline\n");
    config.close();
    for (const char *variable : {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"})
        qputenv(variable, QFile::encodeName(config.fileName()));
    for (const char *pair :
         {"color.ui=always", "diff.noprefix=true", "diff.external=/bin/true", "log.showSignature=true",
          "blame.showEmail=true", "log.follow=true", "format.pretty=oneline"}) {
        const QStringList parts = QString::fromLatin1(pair).split(u'=');
        repository.git({QStringLiteral("config"), parts[0], parts[1]});
    }
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("file.txt", QStringLiteral("blame")));
    const auto *blame = page->findChild<code::BlameMargin *>();
    QTRY_COMPARE_WITH_TIMEOUT(blame->hunkAt(5).subject, QStringLiteral("Change 29"), patience);
    auto *commits = host.show(new code::CommitsPage(host.context()));
    host.open(name, QStringLiteral("commits"), {{QStringLiteral("text"), QStringLiteral("change 2")}});
    const auto *model = commits->findChild<code::HistoryModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isLoading() && model->rowCount() == 11, patience);
    for (const char *variable : {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"})
        qunsetenv(variable);
}

void TestCodePage::keyboard()
{
    ScratchRepository repository(ScratchRepository::Kind::Bare);
    test::commitFiles(repository, "main", {{"src/a.cpp", "int a;\n"}, {"z.txt", "z\n"}});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab);
    auto *tree = page->findChild<QTreeView *>();
    QTRY_COMPARE(tree->model()->rowCount(), 2);
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Home);
    QTest::keyClick(tree, Qt::Key_Right);
    QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 1);
    QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_COMPARE(shownText(page), QStringLiteral("int a;"));
    QVERIFY(page->focusPane(true));
    QCOMPARE(QApplication::focusWidget(), page->findChild<diffview::CodeView *>());
    QVERIFY(page->focusPane(false));
    QCOMPARE(QApplication::focusWidget(), tree);
    QVERIFY(host.commands().run(QStringLiteral("code.blame")));
    QTRY_VERIFY(!page->findChild<code::BlameMargin *>()->hunkAt(0).commit.isNull());
    QVERIFY(host.commands().run(QStringLiteral("code.history")));
    QCOMPARE(host.asked().tab, QStringLiteral("commits"));
    QCOMPARE(host.asked().query.value(QStringLiteral("follow")), QStringLiteral("1"));
}

void TestCodePage::whatIsNotThere()
{
    ScratchRepository repository;
    repository.write("a.txt", "a\n");
    repository.git({QStringLiteral("update-index"), QStringLiteral("--add"), QStringLiteral("--cacheinfo"),
                    QStringLiteral("160000,%1,vendor/lib").arg(QString(40, u'a'))});
    repository.git({QStringLiteral("add"), QStringLiteral("a.txt")});
    repository.git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("Submodule")});
    test::PageHost host;
    host.add(name, repository.gitDirectory());
    auto *page = host.show(new code::CodePage(host.context()));
    host.open(name, tab, at("vendor/lib"));
    QTRY_VERIFY(test::showsText(page, QStringLiteral("A submodule at aaaaaaa")));
    host.open(name, tab, at("no/such\xFF"));
    QTRY_VERIFY(test::showsText(page, QStringLiteral("no/such\\xFF")));
    host.open(name, tab, at("vendor/lib/below"));
    QTRY_VERIFY(test::showsText(page, QStringLiteral("vendor/lib/below")));
    host.open(QStringLiteral("other"), tab);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("other")));
    QVERIFY(!page->address().query.contains(QStringLiteral("path")));
}

QTEST_MAIN(TestCodePage)
#include "tst_codepage.moc"
