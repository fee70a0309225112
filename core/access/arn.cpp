// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/access/arn.h"

namespace countersign::access {

std::optional<Arn> parseArn(QStringView text)
{
    QStringView rest = text;
    QString parts[5];
    for (QString &part : parts) {
        const qsizetype colon = rest.indexOf(u':');
        if (colon < 0)
            return {};
        part = rest.first(colon).toString();
        rest = rest.sliced(colon + 1);
    }
    if (parts[0] != u"arn" || parts[1].isEmpty() || parts[2].isEmpty() || rest.isEmpty())
        return {};
    return Arn{parts[1], parts[2], parts[3], parts[4], rest.toString()};
}

QString toString(const Arn &arn)
{
    return QStringLiteral("arn:%1:%2:%3:%4:%5")
        .arg(arn.partition, arn.service, arn.region, arn.account, arn.resource);
}

QString userArn(const QString &account, const QString &userName)
{
    return QStringLiteral("arn:aws:iam::%1:user/%2").arg(account, userName);
}

QString repositoryArn(const QString &region, const QString &account, const QString &repositoryName)
{
    return QStringLiteral("arn:aws:codecommit:%1:%2:%3").arg(region, account, repositoryName);
}

std::optional<QString> repositoryOfArn(QStringView text)
{
    const auto arn = parseArn(text);
    if (!arn || arn->service != u"codecommit" || arn->resource.contains(u':') || arn->resource.contains(u'/'))
        return {};
    return arn->resource;
}

QString principalName(const QString &arn)
{
    const auto parsed = parseArn(arn);
    return parsed ? parsed->resource.section(u'/', -1) : arn;
}

} // namespace countersign::access
