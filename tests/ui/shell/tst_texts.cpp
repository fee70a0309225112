// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

// At global scope, as the macro demands.
static void registerTranslations() { Q_INIT_RESOURCE(countersign_translations); }

namespace {

const QString root = QStringLiteral(COUNTERSIGN_SOURCE_DIR);

/// Source texts with a number of the English file, and how many of their forms are filled in.
QMap<QString, int> pluralForms()
{
    QMap<QString, int> forms;
    QFile file(root + QStringLiteral("/translations/countersign_en.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return forms;
    QXmlStreamReader reader(&file);
    QString source;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        if (reader.name() == QLatin1StringView("source")) {
            source = reader.readElementText();
            forms[source] += 0;
        } else if (reader.name() == QLatin1StringView("numerusform") && !reader.readElementText().isEmpty()) {
            ++forms[source];
        }
    }
    return forms;
}

} // namespace

/// The English plural forms are complete and are found at run time.
class TextsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPluralIsInTheFile()
    {
        const QMap<QString, int> forms = pluralForms();
        QVERIFY(forms.size() > 10);
        static const QRegularExpression plural(
            QStringLiteral("\\btr\\(\\s*\"((?:[^\"\\\\]|\\\\.)*%n(?:[^\"\\\\]|\\\\.)*)\""));
        QStringList missing;
        for (const char *folder : {"/ui", "/app"}) {
            QDirIterator files(root + QLatin1StringView(folder),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                for (auto found = plural.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();) {
                    const QString text = found.next().captured(1);
                    if (!forms.contains(text))
                        missing.append(text);
                }
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("run the target countersign_lupdate: ") +
                                               missing.join(QStringLiteral("; "))));
    }

    void everyPluralHasBothForms()
    {
        const QMap<QString, int> forms = pluralForms();
        for (auto it = forms.begin(); it != forms.end(); ++it)
            QVERIFY2(*it >= 2 && *it % 2 == 0, qPrintable(it.key()));
    }

    void formsAreUsed()
    {
        registerTranslations();
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/countersign/i18n/countersign_en.qm")));
        QCoreApplication::installTranslator(&translator);
        const auto minutes = [](int n) {
            return QCoreApplication::translate("countersign::ui::RelativeTime", "%n minute(s) ago", nullptr,
                                               n);
        };
        QCOMPARE(minutes(1), QStringLiteral("1 minute ago"));
        QCOMPARE(minutes(25), QStringLiteral("25 minutes ago"));
    }
};

QTEST_GUILESS_MAIN(TextsTest)
#include "tst_texts.moc"
