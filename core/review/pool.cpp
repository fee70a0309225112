// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/review/pool.h"

#include "core/access/arn.h"
#include "core/access/glob.h"

#include <algorithm>

namespace countersign::review {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView approversPrefix("CodeCommitApprovers:");
constexpr QLatin1StringView rolePrefix("assumed-role/");

struct Approvers
{
    QStringView account;
    QStringView name;
};

std::optional<Approvers> approversForm(QStringView member)
{
    if (!member.startsWith(approversPrefix))
        return {};
    const QStringView rest = member.sliced(approversPrefix.size());
    const qsizetype colon = rest.indexOf(u':');
    if (colon < 1 || colon + 1 == rest.size())
        return {};
    return Approvers{rest.first(colon), rest.sliced(colon + 1)};
}

/// What CodeCommitApprovers compares a principal by; null for principals it does not cover.
QString approverName(const access::Arn &principal)
{
    if (principal.service == "iam"_L1 && principal.resource.startsWith("user/"_L1))
        return principal.resource.section(u'/', -1);
    if (principal.service == "sts"_L1 && principal.resource.startsWith("federated-user/"_L1))
        return principal.resource.section(u'/', -1);
    if (principal.service == "sts"_L1 && principal.resource.startsWith(rolePrefix))
        return principal.resource.sliced(rolePrefix.size());
    return {};
}

bool isRoleWithoutSession(QStringView pattern)
{
    const auto arn = access::parseArn(pattern);
    return arn && arn->service == "sts"_L1 && arn->resource.startsWith(rolePrefix) &&
           arn->resource.count(u'/') == 1;
}

} // namespace

bool isPoolMember(QStringView text)
{
    if (const auto approvers = approversForm(text)) {
        const bool digits =
            std::ranges::all_of(approvers->account, [](QChar c) { return c >= u'0' && c <= u'9'; });
        return digits && approvers->account.size() == 12 && !approvers->name.contains(u' ');
    }
    return access::parseArn(text).has_value() && !text.contains(u' ');
}

bool poolMemberMatches(QStringView member, const QString &principalArn)
{
    if (const auto approvers = approversForm(member)) {
        const auto principal = access::parseArn(principalArn);
        if (!principal || principal->account != approvers->account)
            return false;
        const QString name = approverName(*principal);
        return !name.isEmpty() && access::globMatches(approvers->name, name);
    }
    if (access::globMatches(member, principalArn))
        return true;
    return isRoleWithoutSession(member) && access::globMatches(member.toString() + "/*"_L1, principalArn);
}

bool poolContains(const QList<QString> &members, const QString &principalArn)
{
    return members.isEmpty() || std::ranges::any_of(members, [&principalArn](const QString &member) {
               return poolMemberMatches(member, principalArn);
           });
}

} // namespace countersign::review
