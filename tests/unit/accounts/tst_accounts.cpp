// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/drafts.h"
#include "core/accounts/hubs.h"
#include "core/accounts/settings.h"
#include "core/accounts/viewedmarks.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign::accounts;
using namespace Qt::StringLiterals;

namespace {

QStringList files(const QString &folder) { return QDir(folder).entryList(QDir::Files, QDir::Name); }

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void draftsComeBack()
    {
        const QTemporaryDir dir;
        const QString folder = dir.path() + u"/drafts"_s;
        {
            Drafts drafts(folder);
            drafts.save(u"pr/1"_s, u"thread"_s, {{u"text"_s, u"Öl"_s}});
            drafts.save(u"pr/1"_s, u"other"_s, {{u"text"_s, u"b"_s}});
            drafts.save(u"pr/2"_s, u"thread"_s, {{u"text"_s, u"c"_s}});
            QVERIFY(drafts.flush());
            drafts.remove(u"pr/1"_s, u"other"_s);
        }
        const Drafts drafts(folder);
        QCOMPARE(drafts.drafts(u"pr/1"_s).size(), 1);
        QCOMPARE(drafts.draft(u"pr/1"_s, u"thread"_s)->content.value(u"text"_s).toString(), u"Öl"_s);
        QVERIFY(drafts.draft(u"pr/1"_s, u"thread"_s)->changedMs > 0);
        QVERIFY(drafts.draft(u"pr/2"_s, u"thread"_s));
        QVERIFY(!drafts.draft(u"pr/1"_s, u"other"_s));
        QVERIFY(drafts.drafts(u"pr/3"_s).isEmpty());
    }

    void draftsAreWrittenWithoutBeingAsked()
    {
        const QTemporaryDir dir;
        const QString folder = dir.path() + u"/drafts"_s;
        Drafts drafts(folder);
        drafts.save(u"pr/1"_s, u"a"_s, {{u"text"_s, u"x"_s}});
        QTRY_COMPARE(files(folder).size(), 1);
        // Another console that reads now, as after a crash, has it.
        QVERIFY(Drafts(folder).draft(u"pr/1"_s, u"a"_s));
    }

    void draftsTellOfChanges()
    {
        const QTemporaryDir dir;
        Drafts drafts(dir.path());
        QSignalSpy spy(&drafts, &Drafts::changed);
        drafts.save(u"s"_s, u"a"_s, {});
        drafts.save(u"s"_s, u"b"_s, {});
        drafts.remove(u"s"_s, u"none"_s);
        drafts.removeAll(u"s"_s);
        drafts.removeAll(u"s"_s);
        QCOMPARE(spy.size(), 3);
        QVERIFY(drafts.flush());
        QVERIFY(files(dir.path()).isEmpty());
    }

    void damagedDraftsAreSetAside()
    {
        const QTemporaryDir dir;
        {
            Drafts drafts(dir.path());
            drafts.save(u"s"_s, u"good"_s, {});
        }
        writeFile(dir.filePath(u"bad.json"_s), "{\"scope\": \"s\", \"ke");
        {
            const Drafts drafts(dir.path());
            QCOMPARE(drafts.drafts(u"s"_s).size(), 1);
        }
        QCOMPARE(files(dir.path()).filter(u"bad.json.damaged"_s).size(), 1);
        writeFile(dir.filePath(u"bad.json"_s), "again");
        const Drafts drafts(dir.path());
        QCOMPARE(files(dir.path()).filter(u"bad.json.damaged"_s).size(), 2);
    }

    void draftsThatCannotBeWrittenAreKeptAndSaid()
    {
        const QTemporaryDir dir;
        const QString folder = dir.path() + u"/drafts"_s;
        // A file where the folder should be, since permissions do not stop root.
        writeFile(folder, "in the way");
        Drafts drafts(folder);
        QSignalSpy failed(&drafts, &Drafts::saveFailed);
        drafts.save(u"s"_s, u"a"_s, {});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!drafts.flush());
        QFile::remove(folder);
        QVERIFY(drafts.flush());
        QVERIFY(Drafts(folder).draft(u"s"_s, u"a"_s));
    }

    void marksBelongToTheContent()
    {
        const QTemporaryDir dir;
        const QByteArray path("src/caf\xe9.cpp");
        {
            ViewedMarks marks(dir.path());
            QSignalSpy spy(&marks, &ViewedMarks::changed);
            QCOMPARE(marks.mark(u"s"_s, path, "a", "b"), ViewedMarks::Mark::None);
            marks.setViewed(u"s"_s, path, "a", "b", true);
            marks.setViewed(u"s"_s, path, "a", "b", true);
            QCOMPARE(spy.size(), 1);
            marks.setViewed(u"s"_s, "gone", "a", "b", true);
            marks.setViewed(u"s"_s, "gone", "a", "b", false);
            marks.setLastReviewedRevision(u"s"_s, u"r1"_s);
            QCOMPARE(spy.size(), 4);
        }
        ViewedMarks marks(dir.path());
        QCOMPARE(marks.mark(u"s"_s, path, "a", "b"), ViewedMarks::Mark::Viewed);
        QCOMPARE(marks.mark(u"s"_s, path, "a", "c"), ViewedMarks::Mark::ChangedSinceViewed);
        QCOMPARE(marks.mark(u"s"_s, "gone", "a", "b"), ViewedMarks::Mark::None);
        QCOMPARE(marks.mark(u"other"_s, path, "a", "b"), ViewedMarks::Mark::None);
        QCOMPARE(marks.lastReviewedRevision(u"s"_s), u"r1"_s);
        marks.setViewed(u"s"_s, path, "a", "c", false);
        QCOMPARE(marks.mark(u"s"_s, path, "a", "b"), ViewedMarks::Mark::None);
    }

    void settingsHaveDefaultsAndComeBack()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"settings.ini"_s);
        {
            Settings settings(file);
            QCOMPARE(settings.colorScheme(), u"system"_s);
            QVERIFY(settings.splitDiff());
            QCOMPARE(settings.tabWidth(), 4);
            QVERIFY(settings.shortcut(u"edit.find"_s).isNull());
            QSignalSpy spy(&settings, &Settings::changed);
            settings.setColorScheme(u"dark"_s);
            settings.setColorScheme(u"dark"_s);
            QCOMPARE(spy.size(), 1);
            settings.setSplitDiff(false);
            settings.setCodeFont(u"Hack"_s, 11.5);
            settings.setState(u"window"_s, QByteArray("\0\xff", 2));
            settings.setShortcut(u"edit.find"_s, u"Ctrl+Alt+F"_s);
            settings.setShortcut(u"edit.next"_s, u""_s);
            settings.setShortcut(u"edit.back"_s, u"B"_s);
            settings.setShortcut(u"edit.back"_s, QString());
        }
        const Settings settings(file);
        QCOMPARE(settings.colorScheme(), u"dark"_s);
        QVERIFY(!settings.splitDiff());
        QCOMPARE(settings.codeFontFamily(), u"Hack"_s);
        QCOMPARE(settings.codeFontSize(), 11.5);
        QCOMPARE(settings.state(u"window"_s), QByteArray("\0\xff", 2));
        QCOMPARE(settings.shortcut(u"edit.find"_s), u"Ctrl+Alt+F"_s);
        QVERIFY(!settings.shortcut(u"edit.next"_s).isNull());
        QVERIFY(settings.shortcut(u"edit.next"_s).isEmpty());
        QVERIFY(settings.shortcut(u"edit.back"_s).isNull());
    }

    void settingsSurviveNonsense()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"settings.ini"_s);
        writeFile(
            file,
            "[appearance]\ncolorScheme=pink\ncodeFontSize=9000\n[diff]\ntabWidth=-3\nwhitespaceMode=x\n");
        const Settings settings(file);
        QCOMPARE(settings.colorScheme(), u"system"_s);
        QCOMPARE(settings.codeFontSize(), 40.0);
        QCOMPARE(settings.tabWidth(), 1);
        QCOMPARE(settings.whitespaceMode(), 0);
    }

    void theSampleComesAndGoesWhole()
    {
        const QTemporaryDir dir;
        const Hubs hubs(dir.path());
        QCOMPARE(hubs.known(), QList<HubInfo>{hubs.local()});
        const auto folder = hubs.prepareSample();
        QVERIFY(folder);
        writeFile(*folder + u"/hub.sqlite"_s, "x");
        QVERIFY(!hubs.hasSample());
        QVERIFY(hubs.finishSample());
        QCOMPARE(hubs.known().size(), 2);
        QVERIFY(QFile::exists(hubs.sample().folder + u"/hub.sqlite"_s));
        QVERIFY(hubs.prepareSample());
        QVERIFY(!hubs.finishSample());
        QVERIFY(hubs.removeSample());
        QVERIFY(hubs.removeSample());
        QVERIFY(!hubs.hasSample());
        hubs.cleanUp();
        QCOMPARE(QDir(dir.path() + u"/hubs"_s).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList());
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
