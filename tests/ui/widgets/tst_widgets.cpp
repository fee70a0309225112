// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/theme.h"
#include "ui/widgets/address.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/people.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sectiontabs.h"
#include "ui/widgets/splitbutton.h"
#include "ui/widgets/toolrow.h"

#include <QDateTime>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace countersign;
using namespace countersign::ui;

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().setScheme(theme::Scheme::Light); }

    void addresses_data()
    {
        QTest::addColumn<Address>("address");
        QTest::newRow("inbox") << Address{};
        QTest::newRow("file") << Address{QStringLiteral("local"),
                                         Address::Page::Repository,
                                         QStringLiteral("payments-api"),
                                         {},
                                         QStringLiteral("code"),
                                         {{QStringLiteral("path"), QStringLiteral("src/a b?&=%/ü.cpp")},
                                          {QStringLiteral("line"), QStringLiteral("12")}}};
        QTest::newRow("request") << Address{QStringLiteral("sample"),  Address::Page::PullRequest,
                                            QStringLiteral("r/odd"),   QStringLiteral("42"),
                                            QStringLiteral("changes"), {}};
    }
    void addresses()
    {
        QFETCH(Address, address);
        QVERIFY(Address::fromString(address.toString()) == address);
    }
    void addressesOfNoise()
    {
        for (const char *text : {"", "?", "///////", "%%%", "a/b/c/d/e/f?x=&=y&&"})
            Address::fromString(QLatin1StringView(text));
    }

    void numbers()
    {
        QCOMPARE(groupedNumber(0), QStringLiteral("0"));
        QCOMPARE(groupedNumber(999), QStringLiteral("999"));
        QCOMPARE(groupedNumber(1204), QStringLiteral("1\u202F204"));
        QCOMPARE(groupedNumber(-1234567), QStringLiteral("-1\u202F234\u202F567"));
        QCOMPARE(removedText(5), QStringLiteral("\u22125"));
        QCOMPARE(sizeText(1945), QStringLiteral("1.9\u202FKB"));
        QCOMPARE(sizeText(184 * 1024 * 1024), QStringLiteral("184\u202FMB"));
    }

    void times()
    {
        const QDateTime now(QDate(2026, 11, 25), QTime(12, 0));
        setPresentTime(now.toMSecsSinceEpoch());
        const auto ago = [&](qint64 seconds) { return now.addSecs(-seconds).toMSecsSinceEpoch(); };
        QCOMPARE(relativeTime(ago(20)), QStringLiteral("just now"));
        QVERIFY(relativeTime(ago(25 * 60)).startsWith(QStringLiteral("25 minute")));
        QVERIFY(relativeTime(ago(3 * 3600)).startsWith(QStringLiteral("3 hour")));
        QCOMPARE(relativeTime(ago(20 * 3600)), QStringLiteral("yesterday 16:00"));
        QVERIFY(relativeTime(ago(4 * 86400)).startsWith(QStringLiteral("4 day")));
        QVERIFY(relativeTime(ago(7 * 86400)).startsWith(QStringLiteral("7 day")));
        QCOMPARE(relativeTime(ago(8 * 86400)), QStringLiteral("17 Nov"));
        QCOMPARE(relativeTime(ago(400LL * 86400)), QStringLiteral("21 Oct 2025"));
        QCOMPARE(relativeTime(ago(-3600)), QStringLiteral("25 Nov 2026 13:00"));
        setPresentTime(0);
    }

    void people()
    {
        PersonInfo person;
        person.name = QStringLiteral("Tomás Rivera");
        QCOMPARE(person.initials(), QStringLiteral("TR"));
        QCOMPARE(person.firstName(), QStringLiteral("Tomás"));
        person.name.clear();
        QCOMPARE(person.initials(), QStringLiteral("?"));
        People directory;
        QCOMPARE(directory.person(QStringLiteral("arn:aws:iam::0:user/noor")).name, QStringLiteral("noor"));
    }

    void markdownIsHarmless()
    {
        MarkdownView view;
        view.setMarkdown(QStringLiteral(
            "<script>alert(1)</script> <img src=\"https://harbour.example/a.png\">\n\n"
            "[bad](javascript:alert(1)) [file](file:///etc/passwd) [good](https://harbour.example/) "
            "![picture](https://harbour.example/b.png) see #42"));
        QStringList links;
        bool image = false;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                image |= it.fragment().charFormat().isImageFormat();
                if (it.fragment().charFormat().isAnchor())
                    links.append(it.fragment().charFormat().anchorHref());
            }
        }
        QVERIFY(!image);
        links.removeDuplicates();
        QCOMPARE(links, QStringList({QStringLiteral("https://harbour.example/"), QStringLiteral("pr:42")}));
        QVERIFY(view.toPlainText().contains(QStringLiteral("<script>")));
        QVERIFY(view.toPlainText().contains(QStringLiteral("[image: picture]")));
    }

    void markdownTasks()
    {
        const QString text =
            QStringLiteral("- [x] one\n- [ ] two\n\n```\n- [ ] no task\n```\n\n* [ ] three\n");
        MarkdownView view;
        view.setMarkdown(text);
        QCOMPARE(view.taskCount(), 3);
        QCOMPARE(view.tasksDone(), 1);
        QVERIFY(MarkdownView::withTask(text, 2, true).contains(QStringLiteral("* [x] three")));
        QVERIFY(MarkdownView::withTask(text, 0, false).startsWith(QStringLiteral("- [ ] one")));
        QCOMPARE(MarkdownView::withTask(text, 9, true), text);
        QCOMPARE(view.markdown(), text);
    }

    void markdownTasksAreOnlyTasks()
    {
        MarkdownView view;
        view.setMarkdown(QStringLiteral("- [x] done\n- [ ] open\n\n<script>alert(1)</script>\n\nafter\n\n"
                                        "> - [ ] quoted"));
        QCOMPARE(view.taskCount(), 3);
        QCOMPARE(view.tasksDone(), 1);
        QVERIFY(MarkdownView::withTask(view.markdown(), 2, true).endsWith(QStringLiteral("> - [x] quoted")));
    }

    void markdownShowsOverridesOfTheDirection()
    {
        MarkdownView view;
        view.setMarkdown(QStringLiteral("safe \u202etxt.exe"));
        QVERIFY(!view.toPlainText().contains(QChar(0x202e)));
        QVERIFY(view.toPlainText().contains(QChar(QChar::ReplacementCharacter)));
    }

    void markdownGrowsWithItsText()
    {
        MarkdownView view;
        view.setMarkdown(QStringLiteral("word ").repeated(400));
        QVERIFY(view.heightForWidth(200) > 2 * view.heightForWidth(800));
    }

    void errorsHaveWords()
    {
        const ErrorText known =
            errorText({ErrorKind::AlreadyExists, QStringLiteral("BranchNameExistsException"),
                       QStringLiteral("raw"), QStringLiteral("words")});
        QCOMPARE(known.what, QStringLiteral("A branch with this name exists already."));
        QVERIFY(!known.remedy.isEmpty());
        QVERIFY(known.original.contains(QStringLiteral("words")));
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind)
            QVERIFY(!errorText({static_cast<ErrorKind>(kind), {}, {}, {}}).what.isEmpty());
    }

    void bannerUndoesOnce()
    {
        QWidget window;
        auto *banner = new Banner(BannerKind::Success, QStringLiteral("Thread resolved."), {}, &window);
        int undone = 0;
        banner->addAction(QStringLiteral("Undo"), [&] { ++undone; });
        banner->closeAfter(10);
        QSignalSpy closed(banner, &Banner::closed);
        QVERIFY(banner->runFirstAction());
        QVERIFY(!banner->runFirstAction());
        QCOMPARE(undone, 1);
        QCOMPARE(closed.count(), 1);
    }

    void dialogKeepsItsTextOnFailure()
    {
        QWidget window;
        auto *dialog = new DialogBase(QStringLiteral("Create repository"), QStringLiteral("Create"), &window);
        auto *field = new QLineEdit(QStringLiteral("reports"));
        FieldError *error = dialog->addField(QStringLiteral("&Name"), field);
        QSignalSpy submitted(dialog, &DialogBase::submitted);
        dialog->open();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
        QVERIFY(dialog->isVisible());
        dialog->setBusy(true);
        QVERIFY(!field->isEnabled());
        dialog->fail(QStringLiteral("It exists already."));
        QVERIFY(field->isEnabled());
        QCOMPARE(field->text(), QStringLiteral("reports"));
        error->setError(QStringLiteral("Wrong"));
        QVERIFY(error->hasError());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(window.findChildren<DialogBase *>().isEmpty());
    }

    void dangerIsNeverTheDefault()
    {
        QWidget window;
        auto *dialog = new DialogBase(QStringLiteral("Delete"), QStringLiteral("Delete"), &window);
        dialog->setVariant(theme::ButtonVariant::Danger);
        QVERIFY(!dialog->submitButton()->isDefault());
        QVERIFY(dialog->cancelButton()->isDefault());
    }

    void searchWaitsForRest()
    {
        SearchField field(QStringLiteral("Filter"));
        QSignalSpy changed(&field, &SearchField::searchChanged);
        QTest::keyClicks(&field, QStringLiteral("retry"));
        QCOMPARE(changed.count(), 0);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.last().first().toString(), QStringLiteral("retry"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), QString());
        QCOMPARE(changed.count(), 2);
    }

    void tabsTellOnlyOfTheUser()
    {
        SectionTabs tabs;
        tabs.addSection(QStringLiteral("code"), QStringLiteral("Code"));
        tabs.addSection(QStringLiteral("commits"), QStringLiteral("Commits"));
        QSignalSpy chosen(&tabs, &SectionTabs::chosen);
        tabs.setCurrentId(QStringLiteral("commits"));
        QCOMPARE(chosen.count(), 0);
        const QSize before = tabs.sizeHint();
        tabs.setBadge(QStringLiteral("code"), QStringLiteral("14"));
        QVERIFY(tabs.sizeHint().width() > before.width());
        tabs.setFocus();
        QTest::keyClick(&tabs, Qt::Key_Left);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("code"));
    }

    void splitButtonKeepsItsMenu()
    {
        SplitButton button(QStringLiteral("Merge"), {}, theme::ButtonVariant::Primary);
        QSignalSpy run(&button, &SplitButton::triggeredMain);
        button.setMainEnabled(false, QStringLiteral("1 approval is missing"));
        button.click();
        QCOMPARE(run.count(), 0);
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), QStringLiteral("1 approval is missing"));
        button.setMainEnabled(true);
        button.click();
        QCOMPARE(run.count(), 1);
    }

    void toolRowFolds()
    {
        ToolRow row;
        QList<QPushButton *> options;
        for (int i = 0; i < 6; ++i) {
            auto *button = new QPushButton(QStringLiteral("Option number %1").arg(i));
            row.addOption(button);
            options.append(button);
        }
        auto *last = new QPushButton(QStringLiteral("Next"));
        row.addTrailing(last);
        row.resize(1200, 40);
        row.show();
        QVERIFY(options.last()->isVisible());
        row.resize(320, 40);
        QTRY_VERIFY(!options.last()->isVisible());
        QVERIFY(options.first()->isVisible());
        QVERIFY(last->isVisible());
        row.resize(1200, 40);
        QTRY_VERIFY(options.last()->isVisible());
    }

    void lettersHaveNames()
    {
        QStringList names;
        for (const QChar letter : QStringLiteral("AMTDRCU?"))
            names.append(statusLetterName(letter));
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
