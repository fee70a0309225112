// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/access/arn.h"
#include "core/access/glob.h"

#include <QTest>

using namespace countersign::access;
using namespace Qt::StringLiterals;

class TestArn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsAreTakenApart()
    {
        const QString text = u"arn:aws:sts::111122223333:assumed-role/Review/a:b"_s;
        const auto arn = parseArn(text);
        QVERIFY(arn);
        QCOMPARE(arn->service, u"sts"_s);
        QCOMPARE(arn->region, QString());
        QCOMPARE(arn->account, u"111122223333"_s);
        QCOMPARE(arn->resource, u"assumed-role/Review/a:b"_s);
        QCOMPARE(toString(*arn), text);
    }

    void whatIsNoArn_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "grace", "arn", "arn:aws:iam::0", "arn:aws:iam::0:",
                                 "urn:aws:iam::0:user/a", "arn::iam::0:user/a", "arn:aws:::0:user/a"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatIsNoArn()
    {
        QFETCH(QString, text);
        QVERIFY(!parseArn(text));
        QCOMPARE(principalName(text), text);
    }

    void namesAreMadeAndRead()
    {
        QCOMPARE(userArn(u"000000000000"_s, u"grace"_s), u"arn:aws:iam::000000000000:user/grace"_s);
        QCOMPARE(repositoryArn(u"local"_s, u"000000000000"_s, u"payments-api"_s),
                 u"arn:aws:codecommit:local:000000000000:payments-api"_s);
        QCOMPARE(repositoryOfArn(u"arn:aws:codecommit:local:000000000000:payments-api"), u"payments-api"_s);
        QVERIFY(!repositoryOfArn(u"arn:aws:s3:::payments-api"));
        QVERIFY(!repositoryOfArn(u"arn:aws:codecommit:local:000000000000:a/b"));
        QCOMPARE(principalName(u"arn:aws:iam::000000000000:user/team/grace"_s), u"grace"_s);
        QCOMPARE(principalName(u"arn:aws:sts::1:assumed-role/Review/ada"_s), u"ada"_s);
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *pattern, const char *text, bool matches) {
            QTest::addRow("%s ~ %s", pattern, text)
                << QString::fromUtf8(pattern) << QString::fromUtf8(text) << matches;
        };
        row("", "", true);
        row("", "a", false);
        row("*", "", true);
        row("*", "a/b:c", true);
        row("a*", "a", true);
        row("a*", "ba", false);
        row("*a", "bca", true);
        row("*a", "bab", false);
        row("a*b*c", "aXbYbZc", true);
        row("a*b*c", "aXbYbZ", false);
        row("a**b", "ab", true);
        row("?", "a", true);
        row("?", "", false);
        row("a?c", "abc", true);
        row("a?c", "ac", false);
        row("*?", "", false);
        row("A", "a", false);
        row("user/g*e", "user/grace", true);
        row("ü*", "über", true);
    }
    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, matches);
        QCOMPARE(globMatches(pattern, text), matches);
    }

    /// A matcher that tries every split would not end in this universe's time.
    void hostilePatternsEnd()
    {
        QVERIFY(!globMatches(u"*a"_s.repeated(1000) + u'b', u"a"_s.repeated(20000)));
        QVERIFY(globMatches(u"*a"_s.repeated(1000), u"a"_s.repeated(20000)));
    }
};

QTEST_GUILESS_MAIN(TestArn)
#include "tst_arn.moc"
