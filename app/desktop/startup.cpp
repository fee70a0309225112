// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/startup.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// At global scope, as the macro demands: a static library's resources are not registered by themselves.
static void registerTranslations() { Q_INIT_RESOURCE(countersign_translations); }

namespace countersign::desktop {

void prepareApplication(QApplication &application)
{
    QCoreApplication::setApplicationName(QStringLiteral("countersign"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COUNTERSIGN_VERSION));
    QGuiApplication::setApplicationDisplayName(QString());
    QGuiApplication::setDesktopFileName(QStringLiteral("countersign"));
    registerTranslations();
    // English gives the plural forms; another language is laid over it.
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale()}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, QStringLiteral("countersign"), QStringLiteral("_"),
                             QStringLiteral(":/countersign/i18n")))
            QCoreApplication::installTranslator(translator);
    }
    auto *ofQt = new QTranslator(&application);
    if (ofQt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
    theme::Theme::instance().apply();
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/countersign/icons/countersign.svg")));
}

} // namespace countersign::desktop
