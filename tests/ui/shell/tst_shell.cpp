// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/settings.h"
#include "ui/accounts/keysmodel.h"
#include "ui/shell/breadcrumb.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/history.h"
#include "ui/shell/palettemodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace countersign;
using namespace countersign::shell;
using ui::Address;
using ui::Command;

namespace {

Address place(const QString &repository)
{
    return {QStringLiteral("local"), Address::Page::Repository, repository, {}, QStringLiteral("code"), {}};
}

PaletteItem item(PaletteItem::Kind kind, const QString &text, const QString &detail = {})
{
    PaletteItem made;
    made.kind = kind;
    made.text = text;
    made.detail = detail;
    return made;
}

QStringList texts(const PaletteModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const PaletteItem *one = model.item(row))
            found.append(one->text);
    }
    return found;
}

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().setScheme(theme::Scheme::Light); }

    void historyGoesBackAndForward()
    {
        History history;
        QVERIFY(!history.canGoBack());
        history.push(place(QStringLiteral("a")));
        history.push(place(QStringLiteral("b")));
        history.push(place(QStringLiteral("b")));
        history.push(place(QStringLiteral("c")));
        QCOMPARE(history.back().repository, QStringLiteral("b"));
        QCOMPARE(history.back().repository, QStringLiteral("a"));
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.back().repository, QStringLiteral("a"));
        QCOMPARE(history.forward().repository, QStringLiteral("b"));
        history.push(place(QStringLiteral("d")));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back().repository, QStringLiteral("b"));
    }

    void historyRemembersAndForgets()
    {
        History history;
        for (int i = 0; i < 150; ++i)
            history.push(place(QString::number(i)));
        Address elsewhere = place(QStringLiteral("x"));
        elsewhere.hub = QStringLiteral("sample");
        history.push(elsewhere);
        History again = History::fromStrings(history.toStrings(), history.position());
        QVERIFY(again.current() == elsewhere);
        QCOMPARE(again.toStrings().size(), 100);
        again.removeHub(QStringLiteral("sample"));
        QCOMPARE(again.current().repository, QStringLiteral("149"));
        again.removeHub(QStringLiteral("local"));
        QVERIFY(again.isEmpty());
        QVERIFY(History::fromStrings({}, 7).isEmpty());
    }

    void paletteFinds()
    {
        PaletteModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        using Kind = PaletteItem::Kind;
        model.setItems({item(Kind::Command, QStringLiteral("Retry the failed fetch")),
                        item(Kind::File, QStringLiteral("retry_policy.cpp"), QStringLiteral("src/client")),
                        item(Kind::File, QStringLiteral("other.cpp")),
                        item(Kind::PullRequest, QStringLiteral("Retry idempotent writes"),
                             QStringLiteral("#42 · payments-api")),
                        item(Kind::Person, QStringLiteral("Grace Okafor"))});
        model.setQuery(QStringLiteral("retry"));
        QCOMPARE(texts(model),
                 QStringList({QStringLiteral("retry_policy.cpp"), QStringLiteral("Retry idempotent writes"),
                              QStringLiteral("Retry the failed fetch")}));
        model.setQuery(QStringLiteral(">retry"));
        QCOMPARE(texts(model), QStringList{QStringLiteral("Retry the failed fetch")});
        model.setQuery(QStringLiteral("#42"));
        QCOMPARE(texts(model), QStringList{QStringLiteral("Retry idempotent writes")});
        model.setQuery(QStringLiteral("@gr"));
        QCOMPARE(texts(model), QStringList{QStringLiteral("Grace Okafor")});
        model.setQuery(QStringLiteral("/rtpol"));
        QCOMPARE(texts(model), QStringList{QStringLiteral("retry_policy.cpp")});
        model.setQuery(QStringLiteral("zzzz"));
        QCOMPARE(model.rowCount(), 0);
        int line = 0;
        model.setLineJump([&](int to) { line = to; });
        model.setQuery(QStringLiteral(":120"));
        QCOMPARE(model.rowCount(), 1);
        model.item(0)->run();
        QCOMPARE(line, 120);
    }

    void matchesPreferWordStarts()
    {
        QList<int> positions;
        QVERIFY(matchScore(QStringLiteral("pol"), QStringLiteral("retry_policy"), &positions) >
                matchScore(QStringLiteral("pol"), QStringLiteral("metropolis")));
        QCOMPARE(positions, QList<int>({6, 7, 8}));
        QVERIFY(matchScore(QStringLiteral("xq"), QStringLiteral("retry")) < 0);
    }

    void keysReachTheNearestCommand()
    {
        QTemporaryDir folder;
        accounts::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *list = new QListWidget;
        auto *field = new QLineEdit;
        column->addWidget(list);
        column->addWidget(field);
        CommandRegistry registry(&settings, &window);
        QStringList ran;
        const auto command = [&](const char *id, const QKeySequence &key, const char *context = "global") {
            return Command{QLatin1StringView(id),
                           QLatin1StringView(id),
                           {},
                           {key},
                           QLatin1StringView(context),
                           [&ran, id] { ran.append(QLatin1StringView(id)); },
                           {}};
        };
        registry.add(&window, {command("shell.next", QKeySequence(Qt::Key_J)),
                               command("shell.palette", QKeySequence(Qt::CTRL | Qt::Key_K)),
                               command("shell.keys", QKeySequence(Qt::Key_Question))});
        registry.add(list, {command("list.next", QKeySequence(Qt::Key_J), "list")});
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_J);
        QCOMPARE(ran, QStringList{QStringLiteral("list.next")});
        ran.clear();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_J);
        QCOMPARE(ran, QStringList());
        QCOMPARE(field->text(), QStringLiteral("j"));
        QTest::keyClick(field, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(ran, QStringList{QStringLiteral("shell.palette")});
        ran.clear();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(ran, QStringList{QStringLiteral("shell.keys")});
        ran.clear();
        settings.setSingleKeys(false);
        QTest::keyClick(list, Qt::Key_J);
        QCOMPARE(ran, QStringList());
        settings.setSingleKeys(true);
        delete list;
        field->setReadOnly(true);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_J);
        QCOMPARE(ran, QStringList{QStringLiteral("shell.next")});
    }

    void keysCanBeChanged()
    {
        QTemporaryDir folder;
        accounts::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        QWidget window;
        CommandRegistry registry(&settings, &window);
        registry.add(&window, {{QStringLiteral("a.one"),
                                QStringLiteral("One"),
                                {},
                                {QKeySequence(Qt::CTRL | Qt::Key_1)},
                                QStringLiteral("global"),
                                [] {},
                                {}},
                               {QStringLiteral("a.two"),
                                QStringLiteral("Two"),
                                {},
                                {QKeySequence(Qt::CTRL | Qt::Key_2)},
                                QStringLiteral("review"),
                                [] {},
                                {}}});
        accounts::KeysModel model(&registry);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(registry.conflicts(QStringLiteral("a.one"), QKeySequence(Qt::CTRL | Qt::Key_2)),
                 QStringList{QStringLiteral("a.two")});
        registry.setShortcut(QStringLiteral("a.one"), QKeySequence(Qt::CTRL | Qt::Key_9));
        QVERIFY(registry.isCustom(QStringLiteral("a.one")));
        QCOMPARE(registry.shortcut(QStringLiteral("a.one")), QKeySequence(Qt::CTRL | Qt::Key_9));
        registry.setShortcut(QStringLiteral("a.one"), {});
        QVERIFY(registry.shortcut(QStringLiteral("a.one")).isEmpty());
        QVERIFY(registry.isCustom(QStringLiteral("a.one")));
        registry.resetShortcut(QStringLiteral("a.one"));
        QCOMPARE(registry.shortcut(QStringLiteral("a.one")), QKeySequence(Qt::CTRL | Qt::Key_1));
        model.reload();
    }

    void refusalsSayWhy()
    {
        QTemporaryDir folder;
        accounts::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        QWidget window;
        CommandRegistry registry(&settings, &window);
        bool ran = false;
        registry.add(&window, {{QStringLiteral("a.one"),
                                QStringLiteral("One"),
                                {},
                                {},
                                QStringLiteral("global"),
                                [&] { ran = true; },
                                [] { return QStringLiteral("not now"); }}});
        window.show();
        QSignalSpy refused(&registry, &CommandRegistry::refused);
        registry.run(QStringLiteral("a.one"));
        QCOMPARE(refused.count(), 1);
        QVERIFY(!ran);
    }

    void breadcrumbFoldsTheMiddle()
    {
        Breadcrumb crumbs;
        crumbs.setCrumbs({{QStringLiteral("This computer"), {}, {}, {}},
                          {QStringLiteral("payments-api"), {}, {}, {}},
                          {QStringLiteral("main"), {}, {}, {}},
                          {QStringLiteral("src/client/retry_policy.cpp"), {}, {}, {}}});
        crumbs.resize(900, 28);
        crumbs.show();
        const auto visible = [&](const QString &text) {
            for (const QToolButton *part : crumbs.findChildren<QToolButton *>()) {
                if (part->text() == text)
                    return part->isVisible();
            }
            return false;
        };
        QVERIFY(visible(QStringLiteral("payments-api")));
        crumbs.resize(300, 28);
        QTRY_VERIFY(!visible(QStringLiteral("payments-api")));
        QVERIFY(visible(QStringLiteral("src/client/retry_policy.cpp")));
        QVERIFY(visible(QStringLiteral("…")));
    }
};

QTEST_MAIN(ShellTest)
#include "tst_shell.moc"
