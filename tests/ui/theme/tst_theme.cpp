// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/iconengine.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QFontInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace countersign::theme;

namespace {

// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

bool hasColor(const QImage &image, const QColor &wanted)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 200 && image.pixelColor(x, y).rgb() == wanted.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTokenHasAColour()
    {
        for (int i = 0; i < tokenCount; ++i) {
            const QString name = tokenName(static_cast<Token>(i));
            QVERIFY2(tokenSets().light[i] != QColor(Qt::magenta), qPrintable(name));
            QVERIFY2(tokenSets().dark[i] != QColor(Qt::magenta), qPrintable(name));
        }
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<int>("text");
        QTest::addColumn<int>("surface");
        QTest::addColumn<double>("least");
        const auto row = [](Token text, Token surface, double least = 4.5) {
            QTest::addRow("%s on %s", tokenName(text).data(), tokenName(surface).data())
                << int(text) << int(surface) << least;
        };
        using enum Token;
        for (const Token surface :
             {Window, Base, AltBase, Sidebar, Toolbar, Button, Hover, AccentSoft, SelectIdle}) {
            row(Text, surface);
            row(Muted, surface);
            row(Accent, surface);
        }
        for (const Token surface : {Window, Base, AltBase})
            row(Faint, surface);
        for (const auto &[text, surface] :
             {std::pair(AddedText, AddedBg), std::pair(RemovedText, RemovedBg),
              std::pair(ChangedText, ChangedBg), std::pair(MovedText, MovedBg),
              std::pair(WarningText, WarningBg), std::pair(ApprovalText, ApprovalBg),
              std::pair(DangerText, DangerBg)}) {
            row(text, surface);
            row(text, Base);
            row(text, Window);
            row(Text, surface);
        }
        for (const Token surface : {Base, AddedBg, RemovedBg, ChangedBg, AddedWord, RemovedWord}) {
            for (const Token text : {SyntaxKeyword, SyntaxType, SyntaxFunction, SyntaxString, SyntaxNumber,
                                     SyntaxComment, SyntaxDirective, Text})
                row(text, surface);
        }
        row(AccentOn, AccentFill);
        row(AccentOn, AccentPress);
        for (const Token fill : {Avatar1, Avatar2, Avatar3, Avatar4, Avatar5, Avatar6, Avatar7})
            row(AccentOn, fill);
        for (const Token mark : {AddedMark, RemovedMark, ChangedMark, MovedMark, WarningMark, ApprovalMark,
                                 DangerMark, BorderControl, Accent})
            row(mark, Base, 3.0);
    }
    void textCanBeRead()
    {
        QFETCH(int, text);
        QFETCH(int, surface);
        QFETCH(double, least);
        for (const bool dark : {false, true}) {
            const double found = contrast(Theme::instance().color(static_cast<Token>(text), dark),
                                          Theme::instance().color(static_cast<Token>(surface), dark));
            QVERIFY2(found >= least,
                     qPrintable(QStringLiteral("%1: %2")
                                    .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                    .arg(found)));
        }
    }

    void schemeChangesPaletteAtOnce()
    {
        Theme &theme = Theme::instance();
        theme.setScheme(Scheme::Light);
        QLineEdit field;
        field.show();
        QCOMPARE(field.palette().color(QPalette::Base), theme.color(Token::Base, false));
        theme.setScheme(Scheme::Dark);
        QVERIFY(theme.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Token::Window, true));
        QTRY_COMPARE(field.palette().color(QPalette::Base), theme.color(Token::Base, true));
        QCOMPARE(QApplication::palette().color(QPalette::Disabled, QPalette::Text),
                 theme.color(Token::Disabled, true));
        theme.setScheme(Scheme::Light);
    }

    void iconsTakeTheColourOfText()
    {
        Theme &theme = Theme::instance();
        for (const bool dark : {false, true}) {
            theme.setScheme(dark ? Scheme::Dark : Scheme::Light);
            for (const char *name : {"repository", "edit-copy", "vcs-branch", "menu"}) {
                const QImage normal =
                    theme.icon(QLatin1StringView(name)).pixmap(QSize(16, 16), 4.0).toImage();
                QCOMPARE(normal.width(), 64);
                QVERIFY2(hasColor(normal, color(Token::Text)), name);
                const QImage disabled =
                    theme.icon(QLatin1StringView(name)).pixmap(QSize(16, 16), 4.0, QIcon::Disabled).toImage();
                QVERIFY2(hasColor(disabled, color(Token::Disabled)), name);
                const QImage tinted = theme.icon(QLatin1StringView(name), Token::DangerText)
                                          .pixmap(QSize(16, 16), 4.0)
                                          .toImage();
                QVERIFY2(hasColor(tinted, color(Token::DangerText)), name);
            }
        }
        theme.setScheme(Scheme::Light);
    }

    void unknownIconIsOnlyEmpty()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no icon is named")));
        const QImage image =
            symbolicPixmap(QStringLiteral("no-such-icon-at-all"), 16, Qt::black, 1.0).toImage();
        QCOMPARE(image.size(), QSize(16, 16));
        QVERIFY(!hasColor(image, Qt::black));
    }

    void sizesAreTheDesigns()
    {
        QPushButton button(QStringLiteral("Merge"));
        QCOMPARE(button.sizeHint().height(), 28);
        setCompact(&button);
        QCOMPARE(button.sizeHint().height(), 24);
        QComboBox combo;
        combo.addItem(QStringLiteral("main"));
        QCOMPARE(combo.sizeHint().height(), 28);
        QLineEdit field;
        QCOMPARE(field.sizeHint().height(), 28);
        QToolButton tool;
        tool.setAutoRaise(true);
        tool.setIcon(Theme::instance().icon(QStringLiteral("more")));
        QCOMPARE(tool.sizeHint(), QSize(28, 28));
        QCOMPARE(button.style()->pixelMetric(QStyle::PM_ScrollBarExtent), 12);
    }

    void controlsGrowWithTheirText()
    {
        QPushButton button(QStringLiteral("Merge"));
        QFont large = button.font();
        large.setPixelSize(26);
        button.setFont(large);
        QVERIFY(button.sizeHint().height() >= QFontMetrics(large).height() + 8);
    }

    void codeHasNoLigatures()
    {
        const QFont code = font(TextStyle::Code);
        for (const char *feature : {"liga", "calt"})
            QCOMPARE(code.featureValue(*QFont::Tag::fromString(QLatin1StringView(feature))), 0u);
        QVERIFY(QFontInfo(code).fixedPitch());
    }

    void avatarsAreStable()
    {
        const QString id = QStringLiteral("arn:aws:iam::000000000000:user/grace");
        QCOMPARE(Theme::instance().avatarColor(id), Theme::instance().avatarColor(id));
    }

    void initTestCase() { Theme::instance().setScheme(Scheme::Light); }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
