// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/numbers.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign::ui {

namespace {

struct Numbers
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::Numbers)
};

} // namespace

QString groupedNumber(qint64 number)
{
    QString digits = QString::number(number);
    const int first = number < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, QChar(0x202F));
    return digits;
}

QString sizeText(qint64 bytes)
{
    if (bytes < 1024)
        return Numbers::tr("%n byte(s)", nullptr, static_cast<int>(bytes));
    static constexpr const char *units[] = {"KB", "MB", "GB", "TB"};
    double value = bytes / 1024.0;
    int unit = 0;
    while (value >= 1023.5 && unit < 3) {
        value /= 1024;
        ++unit;
    }
    const QString number = QLocale().toString(value, 'f', value < 9.95 ? 1 : 0);
    return number + QChar(0x202F) + QLatin1StringView(units[unit]);
}

QString addedText(qint64 lines) { return QLatin1Char('+') + groupedNumber(lines); }

QString removedText(qint64 lines) { return QChar(0x2212) + groupedNumber(lines); }

} // namespace countersign::ui
