// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/rules.h"

#include <QTest>

using namespace countersign::api::rules;
using namespace Qt::StringLiterals;

using Function = Check (*)(QStringView);
Q_DECLARE_METATYPE(Function)

class TestRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void check_data()
    {
        QTest::addColumn<Function>("function");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        int number = 0;
        const auto row = [&number](Function function, const QString &text, bool good) {
            QTest::addRow("%d %s", ++number, qPrintable(text.left(40).simplified()))
                << function << text << good;
        };
        const auto good = [&row](Function function, std::initializer_list<QString> texts) {
            for (const QString &text : texts)
                row(function, text, true);
        };
        const auto bad = [&row](Function function, std::initializer_list<QString> texts) {
            for (const QString &text : texts)
                row(function, text, false);
        };
        const auto times = [](const char *text, int count) {
            return QString::fromUtf8(text).repeated(count);
        };

        good(repositoryName, {u"payments-api"_s, u"a"_s, u"A.b_c-9"_s, u".hidden"_s, times("x", 100)});
        bad(repositoryName, {u""_s, times("x", 101), u"a.git"_s, u"a b"_s, u"a/b"_s, u"ü"_s, u".."_s, u"."_s,
                             u"a\n"_s, u"-x!"_s});

        good(branchName, {u"main"_s, u"feature/x"_s, u"release-1.2"_s, u"größe"_s, u"a@b"_s, times("x", 256),
                          u"12345"_s, u"v1..2"_s.remove(u".."_s), times("a", 39), times("g", 40)});
        bad(branchName,
            {u""_s,   u"@"_s,    u"HEAD"_s,  u"a..b"_s,       u"a//b"_s,      u"/a"_s,        u"a/"_s,
             u".a"_s, u"a."_s,   u"a/.b"_s,  u"a.lock"_s,     u"a.lock/b"_s,  u"a b"_s,       u"a~1"_s,
             u"a^"_s, u"a:b"_s,  u"a?"_s,    u"a*"_s,         u"a[b"_s,       u"a\\b"_s,      u"a@{1}"_s,
             u"-d"_s, u"a\tb"_s, u"a\x7f"_s, times("x", 257), times("a", 40), times("A1", 20)});
        good(referenceName, {u"main"_s, u"refs/heads/main"_s, u"refs/tags/v1"_s});
        bad(referenceName, {u""_s, u"refs/heads/"_s, u"refs/heads/a..b"_s, u"refs/tags/a b"_s});
        good(commitSpecifier, {u"HEAD"_s, u"main"_s, u"refs/tags/v1"_s, times("a", 40)});
        bad(commitSpecifier, {u""_s, u"HEAD~1"_s, u"a..b"_s, u"--upload-pack=x"_s, u":/fix"_s});
        good(objectId, {times("0", 40), times("aF", 20), times("aF", 32)});
        bad(objectId,
            {u""_s, times("0", 39), times("0", 41), times("g", 40), times("0", 63), times("g", 64)});
        good(digest, {times("0", 64)});
        bad(digest, {times("0", 40)});

        good(path, {u"a"_s, u"/a/b"_s, u"dir name/é.txt"_s, u"a..b"_s, u".gitignore"_s, u".gitmodules"_s,
                    u"a\nb"_s, times("d/", 40) + u"f"_s});
        bad(path, {u""_s, u"/"_s, u"a/"_s, u"a//b"_s, u"//a"_s, u"."_s, u"a/../b"_s, u"a/./b"_s,
                   u".git/config"_s, u"a/.GIT/x"_s, times("x", 4097), QString(QChar(0))});
        good(newPath, {times("d/", 20) + u"f"_s});
        bad(newPath, {times("d/", 21) + u"f"_s});
        good(folderPath, {u""_s, u"/"_s, u"a/b/"_s, u"a"_s});
        bad(folderPath, {u"a/../b"_s, u"//"_s});

        good(title, {u"Fix the rounding of refunds"_s, times("x", 150)});
        bad(title, {u""_s, u"  "_s, times("x", 151), u"two\nlines"_s});
        good(description, {u""_s, u"- [ ] a\n"_s, times("x", 10240)});
        bad(description, {times("x", 10241)});
        good(comment, {u"x"_s, times("x", 10240)});
        bad(comment, {u""_s, u" \n"_s, times("x", 10241)});
        good(ruleName, {u"Two of us"_s, u"Zwei Prüfer"_s, u"a.b_c-1"_s, times("x", 100)});
        bad(ruleName, {u""_s, u" "_s, u"a/b"_s, u"what?"_s, u"a.git"_s, times("x", 101)});
        good(ruleContent, {u"{}"_s, times("x", 3000)});
        bad(ruleContent, {u""_s, times("x", 3001)});
        good(commitMessage, {u""_s, times("x", 262144), times("é", 131072)});
        bad(commitMessage, {times("x", 262145), times("é", 131073)});
        good(email, {u""_s, u"ada@harbour.example"_s, u"no at"_s});
        bad(email, {u"<a@b>"_s, u"a\nb"_s, times("x", 257)});
        good(personEmail, {u"ada@harbour.example"_s});
        bad(personEmail, {u""_s, u"ada"_s, u"@b"_s, u"a@"_s, u"a b@c"_s});
        good(userName, {u"ada.marchetti"_s, u"a+b=c,d@e_f-g"_s});
        bad(userName, {u""_s, u"a/b"_s, u"a b"_s, u"*"_s, times("x", 65)});
        good(displayName, {u"Tomás Rivera"_s});
        bad(displayName, {u""_s, u" "_s, u"a<b"_s, u"a\nb"_s, times("x", 129)});
        good(pullRequestId, {u"1"_s, u"999999999999999999"_s});
        bad(pullRequestId, {u""_s, u"0"_s, u"01"_s, u"-1"_s, u"1a"_s, times("9", 19)});
        good(commentId, {u"ff30b348EXAMPLEb9aa670f:ff30"_s});
        bad(commentId, {u""_s, u"a b"_s, times("x", 129)});
        good(requestToken, {u"123Example"_s});
        bad(requestToken, {u""_s, u"a b"_s, u"é"_s});
        good(uuid, {u"7e9fd3cf-1c4b-4b71-a6b8-2a1d5e0c9f00"_s});
        bad(uuid, {u""_s, u"7e9fd3cf1c4b4b71a6b82a1d5e0c9f00"_s, u"../9fd3cf-1c4b-4b71-a6b8-2a1d5e0c9f00"_s});
        good(arn, {u"arn:aws:iam::000000000000:user/grace"_s});
        bad(arn, {u""_s, u"grace"_s, u"arn:aws:iam::0:"_s, u"arn:a b:c:d:e:f"_s});
        good(importSource, {u"/home/ada/payments"_s, u"https://harbour.example/x.git"_s});
        bad(importSource, {u""_s, u"--upload-pack=x"_s, u"a\nb"_s});
        good(tagKey, {u"Team name"_s, u"größe"_s});
        bad(tagKey, {u""_s, u"aws:x"_s, u"AWS:x"_s, u"a*"_s, times("x", 129)});
    }
    void check()
    {
        QFETCH(Function, function);
        QFETCH(QString, text);
        QFETCH(bool, good);
        const Check violation = function(text);
        QCOMPARE(!violation, good);
        if (violation)
            QVERIFY(!sentence(u"field", *violation).isEmpty());
    }

    void violationsSayWhy()
    {
        QCOMPARE(repositoryName(u"a b"), (Violation{Problem::ForbiddenCharacter, 0, QStringLiteral(" ")}));
        QCOMPARE(repositoryName(u"a.git"), (Violation{Problem::ForbiddenPart, 0, QStringLiteral(".git")}));
        QCOMPARE(title(QString(151, u'x')), (Violation{Problem::TooLong, 150, {}}));
        QCOMPARE(branchName(u"a\x01"), (Violation{Problem::ForbiddenCharacter, 0, QStringLiteral("\x01")}));
        QVERIFY(sentence(u"branchName", *branchName(u"a\x01")).contains(QStringLiteral("U+0001")));
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
