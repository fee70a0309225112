// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/gallery/componentsheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

using namespace countersign;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    folder.mkpath(QStringLiteral("."));
    for (const bool dark : {false, true}) {
        theme::Theme::instance().setScheme(dark ? theme::Scheme::Dark : theme::Scheme::Light);
        std::unique_ptr<QWidget> sheet(gallery::makeComponentSheet());
        sheet->show();
        sheet->grab().save(
            folder.filePath(QStringLiteral("components-%1-1440x900.png")
                                .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))));
    }
    return 0;
}
