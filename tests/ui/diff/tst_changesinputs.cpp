// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/diff/changesfixture.h"
#include "ui/diff/findbar.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QScrollBar>
#include <QtEndian>

using namespace countersign;
using namespace countersign::diffview;
using test::Fixture;
using test::numbered;

namespace {

QByteArray pointer(const QByteArray &id, int size)
{
    return "version https://git-lfs.github.com/spec/v1\noid sha256:" + id.repeated(64) + "\nsize " +
           QByteArray::number(size) + '\n';
}

QByteArray picture(const QSize &size, Qt::GlobalColor color, const char *format = "PNG")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

quint32 checksum(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i)
            crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
    }
    return ~crc;
}

/// A PNG whose header claims another size than its picture has, with a right checksum.
QByteArray claiming(quint32 width, quint32 height)
{
    QByteArray png = picture({4, 4}, Qt::red);
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    qToBigEndian(checksum(png.mid(12, 17)), png.data() + 29);
    return png;
}

} // namespace

/// What the view says of files that are no ordinary text, and of text that is not what it seems; the ids are
/// those of the project's bank of inputs.
class TestChangesInputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().setScheme(theme::Scheme::Light); }

    void messages_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<FileContent::Kind>("kind");
        QTest::addColumn<QString>("message");
        using Kind = FileContent::Kind;
        const QByteArray png = "shown.png";
        QTest::newRow("binary") << QByteArray("a.bin") << QByteArray("a\0b", 3) << QByteArray("a\0c\0", 4)
                                << Kind::Binary << QStringLiteral("Binary file");
        QTest::newRow("binary becomes text")
            << QByteArray("a.bin") << QByteArray("a\0b", 3) << QByteArray("words\n") << Kind::Binary
            << QStringLiteral("Binary file");
        QTest::newRow("picture") << png << picture({40, 30}, Qt::red) << picture({50, 30}, Qt::blue)
                                 << Kind::Image << QString();
        QTest::newRow("picture of another format than its name")
            << png << picture({40, 30}, Qt::red, "BMP") << picture({50, 30}, Qt::blue, "JPG") << Kind::Image
            << QString();
        QTest::newRow("broken picture") << png << QByteArray("no picture") << QByteArray("none\0either", 11)
                                        << Kind::Binary << QStringLiteral("Binary file");
        QTest::newRow("picture cut short") << png << QByteArray() << picture({400, 300}, Qt::red).left(60)
                                           << Kind::Binary << QStringLiteral("Binary file");
        QTest::newRow("claims 60,000 by 60,000 pixels")
            << png << claiming(60'000, 60'000) << claiming(60'000, 59'999) << Kind::Binary
            << QStringLiteral("60000 × 59999 pixels and is not shown");
        QTest::newRow("claims two thousand million pixels in a row")
            << png << QByteArray() << claiming(0x7FFFFFFF, 1) << Kind::Binary << QString();
        QTest::newRow("larger than the limit") << QByteArray("big.txt") << QByteArray("x\n")
                                               << QByteArray("0123456789abcde\n").repeated(1'400'000)
                                               << Kind::TooLarge << QStringLiteral("Click to load it");
    }
    void messages()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(FileContent::Kind, kind);
        QFETCH(QString, message);
        Fixture fixture;
        fixture.before = {{path, before}};
        fixture.after = {{path, after}};
        fixture.show();
        QVERIFY(fixture.view().content(0));
        QCOMPARE(fixture.view().content(0)->kind, kind);
        QVERIFY(!fixture.view().grab().isNull());
        if (!message.isEmpty())
            QVERIFY2(fixture.probe().message(0).contains(message), qPrintable(fixture.probe().message(0)));
    }

    void aLargeFileIsLoadedWhenAskedFor()
    {
        Fixture fixture;
        fixture.before = {{"big.txt", "x\n"}};
        fixture.after = {{"big.txt", QByteArray("0123456789abcde\n").repeated(1'400'000)}};
        fixture.show();
        fixture.click(0, fixture.probe().rowOf(0, ViewRow::Kind::Message), 300);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.view().content(0)->kind, FileContent::Kind::Text, 30000);
        QCOMPARE(fixture.view().content(0)->after->lineCount(), 1'400'000);
        fixture.view().verticalScrollBar()->setValue(fixture.view().verticalScrollBar()->maximum());
        QVERIFY(!fixture.view().grab().isNull());
    }

    void lfsPointersAreNamed()
    {
        Fixture fixture;
        fixture.before = {{"model.bin", pointer("a", 1'000'000)}};
        fixture.after = {{"model.bin", pointer("b", 2'000'000)}};
        fixture.show();
        const QString facts = fixture.probe().facts(0).join(u'|');
        QVERIFY2(facts.contains(QStringLiteral("Git LFS pointer")), qPrintable(facts));
        QVERIFY(fixture.view().content(0)->kind == FileContent::Kind::Text);
        QCOMPARE(fixture.view().content(0)->afterPointer, 2'000'000);
    }

    void submodulesShowTheirCommits()
    {
        Fixture fixture;
        fixture.prepare = [&](bool isAfter) {
            QDir(fixture.repository.path()).mkpath(QStringLiteral("vendor/lib"));
            fixture.repository.git(
                {QStringLiteral("update-index"), QStringLiteral("--add"), QStringLiteral("--cacheinfo"),
                 QStringLiteral("160000,%1,vendor/lib").arg(QString(40, isAfter ? u'b' : u'a'))});
        };
        fixture.show();
        QCOMPARE(fixture.view().fileCount(), 1);
        QVERIFY(fixture.view().content(0)->kind == FileContent::Kind::Submodule);
        const QString facts = fixture.probe().facts(0).join(u'|');
        QVERIFY2(facts.contains(QStringLiteral("Submodule moved from aaaa")), qPrintable(facts));
        QCOMPARE(fixture.view().counts(0), (git::LineCounts{1, 1}));
    }

    /// D01: UTF-16 is text, also in Chinese and without a mark, where hardly a byte is zero.
    void wideText_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<bool>("mark");
        for (const char *encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            for (const bool mark : {true, false})
                QTest::addRow("%s%s", encoding, mark ? " with mark" : "") << QByteArray(encoding) << mark;
        }
    }
    void wideText()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(bool, mark);
        const auto encoded = [&](const QString &text) -> QByteArray {
            QStringEncoder encoder(encoding.constData(),
                                   mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return encoder.encode(text);
        };
        const QString old = QStringLiteral("港口的账簿每天关闭一次。\n然后公布余额。\n");
        const QString fresh = QStringLiteral("港口的账簿每天关闭两次。\n然后公布余额。\n");
        Fixture fixture;
        fixture.before = {{"u.txt", encoded(old)}};
        fixture.after = {{"u.txt", encoded(fresh)}};
        fixture.show();
        const auto content = fixture.view().content(0);
        QVERIFY(content->kind == FileContent::Kind::Text);
        QCOMPARE(content->after->encoding(), encoding);
        QCOMPARE(content->after->line(0), fresh.section(u'\n', 0, 0));
        QVERIFY(fixture.probe().facts(0).join(u'|').contains(QString::fromLatin1(encoding)));
        QCOMPARE(fixture.view().counts(0), (git::LineCounts{1, 1}));
        // What is copied is the file's own bytes.
        QCOMPARE(content->after->originalBytes(1, 1),
                 QByteArray(QStringEncoder(encoding.constData()).encode(QStringLiteral("然后公布余额。\n"))));
    }

    /// D02, D03: one decision for both sides, and a person's choice above it.
    void bothSidesAreReadAlike()
    {
        const QByteArray japanese("\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x83\x65\x83\x58\x83\x67\n");
        Fixture fixture;
        fixture.before = {{"j.txt", "plain words\n"}};
        fixture.after = {{"j.txt", "plain words\n" + japanese.repeated(3)}};
        fixture.show();
        auto content = fixture.view().content(0);
        QCOMPARE(content->before->encoding(), QByteArray("Shift_JIS"));
        QCOMPARE(content->after->encoding(), QByteArray("Shift_JIS"));
        QCOMPARE(content->after->line(1), QStringLiteral("日本語のテスト"));
        QVERIFY(!fixture.probe().facts(0).join(u'|').contains(QStringLiteral("Encoding changed")));
        fixture.view().chooseOptions(0, {false, "KOI8-R"});
        QTRY_COMPARE(fixture.view().content(0)->after->encoding(), QByteArray("KOI8-R"));
        fixture.view().chooseOptions(0, {});
        QTRY_COMPARE(fixture.view().content(0)->after->encoding(), QByteArray("Shift_JIS"));
    }

    /// A few stray bytes leave a UTF-8 file what it is, and are named with their place.
    void strayBytesAreNamed()
    {
        Fixture fixture;
        const QByteArray line = "für größere Gebühren über Zürich\n";
        fixture.before = {{"s.txt", line.repeated(4)}};
        fixture.after = {{"s.txt", line.repeated(4) + "caf\xe9 x\n"}};
        fixture.show();
        const auto content = fixture.view().content(0);
        QCOMPARE(content->after->encoding(), QByteArray("UTF-8"));
        QCOMPARE(content->after->line(4), QStringLiteral("caf\uFFFD x"));
        QCOMPARE(content->badBytes, (QList<diff::BadByte>{{4, 3, 0xE9}}));
        const QString facts = fixture.probe().facts(0).join(u'|');
        QVERIFY2(facts.contains(QStringLiteral("line 5, column 4: byte 0xE9")), qPrintable(facts));
        QCOMPARE(content->after->originalBytes(4, 4), QByteArray("caf\xe9 x\n"));
    }

    /// D04: only LF ends a line.
    void controlCharactersAreNoLineEnds()
    {
        Fixture fixture;
        const QByteArray line("a\rb\nc\x0b"
                              "d\xe2\x80\xa8"
                              "e\xe2\x80\xa9"
                              "f\n");
        fixture.before = {{"c.txt", line}};
        fixture.after = {{"c.txt", line + "g\n"}};
        fixture.show();
        QCOMPARE(fixture.view().content(0)->before->lineCount(), 2);
        QCOMPARE(fixture.view().counts(0), (git::LineCounts{1, 0}));
    }

    /// D06: other line ends and one more space: one row has changed once CRLF does not count.
    void lineEndsCanBeLeftOut()
    {
        Fixture fixture;
        fixture.before = {{"e.txt", "one\ntwo\nthree\n"}};
        fixture.after = {{"e.txt", "one\r\ntwo \r\nthree\r\n"}};
        fixture.show();
        QCOMPARE(fixture.view().counts(0), (git::LineCounts{3, 3}));
        ContentOptions options = fixture.view().contentOptions();
        options.diff.ignoreCrAtEol = true;
        fixture.view().setContentOptions(options);
        QTRY_COMPARE(fixture.view().counts(0), (git::LineCounts{1, 1}));
        QTRY_VERIFY(fixture.view().content(0));
        const int row = fixture.probe().rowOfLine(0, Side::After, 1);
        QCOMPARE(fixture.probe().words(0, Side::After, row), 1);
    }

    /// D14: nothing moves and nothing overlaps while files come and go.
    void rowsStayWhereTheyAre()
    {
        Fixture fixture;
        fixture.before = {{"a.txt", numbered(1, 40)}, {"b.txt", numbered(1, 400)}};
        fixture.after = {{"a.txt", numbered(1, 40).replace("line 20\n", "x\n")}, {"b.txt", numbered(1, 400)}};
        for (const char *line : {"line 40\n", "line 120\n", "line 200\n", "line 280\n", "line 360\n"})
            fixture.after["b.txt"].replace(line, "changed\n");
        fixture.show();
        QTRY_VERIFY(fixture.view().content(1));
        DiffView &view = fixture.view();
        for (const int file : {1, 0, 1}) {
            view.goToFile(file);
            QVERIFY(!view.grab().isNull());
        }
        view.expandAll(1);
        view.reveal(1, Side::After, 149);
        const int top = fixture.probe().area(1, fixture.probe().rowOfLine(1, Side::After, 149)).top();
        view.expandAll(0);
        QCOMPARE(fixture.probe().area(1, fixture.probe().rowOfLine(1, Side::After, 149)).top(), top);
        view.setCollapsed(0, true);
        QCOMPARE(fixture.probe().area(1, fixture.probe().rowOfLine(1, Side::After, 149)).top(), top);
    }

    void foldsOpenUpToTheFunction()
    {
        Fixture fixture;
        QByteArray text = "int first()\n{\n    return 1;\n}\n\nint second()\n{\n";
        for (int i = 0; i < 30; ++i)
            text += "    step(" + QByteArray::number(i) + ");\n";
        text += "    return 2;\n}\n";
        fixture.before = {{"f.cpp", text}};
        fixture.after = {{"f.cpp", QByteArray(text).replace("step(25)", "step(26, true)")}};
        fixture.show();
        QTRY_COMPARE(fixture.probe().enclosing(0, 0), QStringLiteral("int second()"));
        QCOMPARE(fixture.probe().rowOfLine(0, Side::After, 5), -1);
        fixture.view().setCaret(0, Side::After, 32);
        fixture.view().expandFunction();
        QVERIFY(fixture.probe().rowOfLine(0, Side::After, 5) >= 0);
        QCOMPARE(fixture.probe().rowOfLine(0, Side::After, 4), -1);
    }

    void theCaretGoesToTheOtherSide()
    {
        Fixture fixture;
        fixture.before = {{"f.txt", "a\nold\nz\n"}};
        fixture.after = {{"f.txt", "a\nfresh\nmore\nz\n"}};
        fixture.show();
        DiffView &view = fixture.view();
        view.setCaret(0, Side::After, 3);
        view.switchSide();
        QCOMPARE(view.target().side, Side::Before);
        QCOMPARE(view.target().first, 2);
        view.switchSide();
        QCOMPARE(view.target().side, Side::After);
        QCOMPARE(view.target().first, 3);
    }

    void findSaysThatThereIsMore()
    {
        Fixture fixture;
        fixture.before = {{"f.txt", "x\n"}};
        fixture.after = {{"f.txt", QByteArray("aaaaaaaaaaaaaaaaaaaa\n").repeated(1500)}};
        fixture.show();
        QSignalSpy found(&fixture.view(), &DiffView::findChanged);
        fixture.view().find(QStringLiteral("a"));
        QTRY_VERIFY(!found.isEmpty());
        QCOMPARE(fixture.view().matchCount(), 20'000);
        QVERIFY(fixture.view().matchesLimited());
        FindBar bar;
        bar.open(QStringLiteral("a"));
        bar.setResult(0, 20'000, true);
        bool said = false;
        for (const QLabel *label : bar.findChildren<QLabel *>())
            said = said || label->text().contains(QStringLiteral("more were found"));
        QVERIFY(said);
    }

    /// Of many wrapped lines only those in sight are measured; they are as high as they are drawn.
    void wrappingALargeFile()
    {
        Fixture fixture;
        QByteArray text;
        for (int i = 0; i < 5000; ++i)
            text +=
                "word " + QByteArray::number(i) + QByteArray(" and some more words").repeated(i % 12) + '\n';
        fixture.after = {{"f.txt", text}};
        fixture.show();
        DiffView &view = fixture.view();
        view.setWrap(true);
        for (const int place : {0, 20'000, 60'000, 40'000}) {
            view.verticalScrollBar()->setValue(place);
            int bottom = -1;
            for (int row = 0; row < static_cast<int>(fixture.probe().rows(0).size()); ++row) {
                const QRect area = fixture.probe().area(0, row);
                if (bottom >= 0)
                    QCOMPARE(area.top(), bottom);
                bottom = area.top() + area.height();
                if (area.bottom() > 0 && area.top() < view.viewport()->height())
                    QCOMPARE(area.height(), fixture.probe().exactHeight(0, row));
            }
        }
    }
};

QTEST_MAIN(TestChangesInputs)
#include "tst_changesinputs.moc"
