// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/hubcontext.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

QString HubContext::userArn(const QString &userName) const
{
    return u"arn:%1:iam::%2:user/%3"_s.arg(settings.partition, settings.accountId, userName);
}

QString HubContext::repositoryArn(const QString &repositoryName) const
{
    return u"arn:%1:codecommit:%2:%3:%4"_s.arg(settings.partition, settings.region, settings.accountId,
                                               repositoryName);
}

QString HubContext::repositoryOfArn(const QString &arn) const
{
    const QString prefix = repositoryArn(QString());
    return arn.startsWith(prefix) ? arn.sliced(prefix.size()) : QString();
}

} // namespace countersign::service
