// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/relativetime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace countersign::ui {

namespace {

qint64 pinned = 0;

struct Times
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::RelativeTime)
};

QString dateText(const QDateTime &time, const QDateTime &now)
{
    const QString format =
        time.date().year() == now.date().year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return QLocale().toString(time, format);
}

} // namespace

void setPresentTime(qint64 ms) { pinned = ms; }

qint64 presentTime() { return pinned ? pinned : QDateTime::currentMSecsSinceEpoch(); }

QString relativeTime(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(presentTime());
    const qint64 seconds = time.secsTo(now);
    if (seconds < -60)
        return QLocale().toString(time, QStringLiteral("d MMM yyyy HH:mm"));
    if (seconds < 60)
        return Times::tr("just now");
    if (seconds < 3600)
        return Times::tr("%n minute(s) ago", nullptr, static_cast<int>(seconds / 60));
    const qint64 days = time.date().daysTo(now.date());
    if (days == 0 || seconds < 6 * 3600)
        return Times::tr("%n hour(s) ago", nullptr, static_cast<int>(seconds / 3600));
    if (days == 1)
        return Times::tr("yesterday %1").arg(QLocale().toString(time.time(), QStringLiteral("HH:mm")));
    if (days <= 7)
        return Times::tr("%n day(s) ago", nullptr, static_cast<int>(days));
    return dateText(time, now);
}

QString shortRelativeTime(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(presentTime());
    const qint64 seconds = time.secsTo(now);
    if (seconds < -60)
        return dateText(time, now);
    if (seconds < 60)
        return Times::tr("now");
    if (seconds < 3600)
        return Times::tr("%1 min").arg(seconds / 60);
    const qint64 days = time.date().daysTo(now.date());
    if (days == 0 || seconds < 6 * 3600)
        return Times::tr("%1 h").arg(seconds / 3600);
    if (days == 1)
        return Times::tr("yesterday");
    if (days <= 7)
        return Times::tr("%n day(s)", nullptr, static_cast<int>(days));
    return dateText(time, now);
}

QString fullTime(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::LongFormat);
}

} // namespace countersign::ui
