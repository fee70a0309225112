// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/review/rulecontent.h"

#include "core/access/glob.h"
#include "core/api/errors.h"
#include "core/api/rules.h"
#include "core/review/pool.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace countersign::review {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView versionText("2018-11-08");
constexpr QLatin1StringView headsPrefix("refs/heads/");

/// A sentence about what is wrong, or nothing.
using Wrong = std::optional<QString>;

Wrong unknownMember(const QJsonObject &object, std::initializer_list<QLatin1StringView> known)
{
    for (auto it = object.begin(); it != object.end(); ++it)
        if (std::ranges::find(known, it.key()) == known.end())
            return u"The member \"%1\" is not known."_s.arg(it.key());
    return {};
}

Wrong readTexts(const QJsonValue &json, QLatin1StringView member, int limit, QList<QString> &texts)
{
    if (!json.isArray())
        return u"%1 must be a list."_s.arg(member);
    const QJsonArray array = json.toArray();
    if (array.isEmpty())
        return u"%1 must not be empty; leave it out instead."_s.arg(member);
    if (array.size() > limit)
        return u"%1 has more than %2 entries."_s.arg(member).arg(limit);
    for (const QJsonValue &item : array) {
        if (!item.isString() || item.toString().isEmpty())
            return u"%1 must contain texts."_s.arg(member);
        texts.append(item.toString());
    }
    return {};
}

Wrong checkReference(const QString &reference)
{
    if (!reference.startsWith(headsPrefix) || reference.size() == headsPrefix.size())
        return u"The destination \"%1\" is not a full branch name, such as refs/heads/main."_s.arg(reference);
    if (reference[headsPrefix.size()] == u'*')
        return u"The destination \"%1\" must not begin with a wildcard."_s.arg(reference);
    // The text around the wildcards must be able to stand in a branch's name.
    QString sample = reference;
    sample.replace(u'*', u'x');
    if (api::rules::referenceName(sample))
        return u"The destination \"%1\" is not a branch name."_s.arg(reference);
    return {};
}

Wrong readStatement(const QJsonObject &statement, RuleContent &content)
{
    if (Wrong wrong =
            unknownMember(statement, {"Type"_L1, "NumberOfApprovalsNeeded"_L1, "ApprovalPoolMembers"_L1}))
        return wrong;
    if (statement.value("Type"_L1).toString() != "Approvers"_L1)
        return u"Type must be \"Approvers\"."_s;
    const QJsonValue needed = statement.value("NumberOfApprovalsNeeded"_L1);
    const double number = needed.toDouble();
    if (!needed.isDouble() || number < 1 || number > 1000000 || number != std::floor(number))
        return u"NumberOfApprovalsNeeded must be a whole number of at least 1."_s;
    content.approvalsNeeded = int(number);

    const QJsonValue pool = statement.value("ApprovalPoolMembers"_L1);
    if (pool.isUndefined() || pool.isNull())
        return {};
    if (Wrong wrong = readTexts(pool, "ApprovalPoolMembers"_L1, maxPoolMembers, content.poolMembers))
        return wrong;
    for (const QString &member : content.poolMembers)
        if (!isPoolMember(member))
            return u"The pool member \"%1\" is neither an ARN nor of the form CodeCommitApprovers:ACCOUNT:NAME."_s
                .arg(member);
    return {};
}

Wrong readContent(const QString &text, RuleContent &content)
{
    if (text.isEmpty() || text.size() > api::rules::maxRuleContent)
        return u"The content must have 1 to %1 characters."_s.arg(api::rules::maxRuleContent);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (!document.isObject())
        return error.error == QJsonParseError::NoError
                   ? u"The content must be a JSON object."_s
                   : u"The content is not JSON: %1 (at byte %2)."_s.arg(error.errorString())
                         .arg(error.offset);
    const QJsonObject object = document.object();
    if (Wrong wrong = unknownMember(object, {"Version"_L1, "DestinationReferences"_L1, "Statements"_L1}))
        return wrong;
    if (object.value("Version"_L1).toString() != versionText)
        return u"Version must be \"%1\"."_s.arg(versionText);

    const QJsonValue references = object.value("DestinationReferences"_L1);
    if (!references.isUndefined() && !references.isNull()) {
        if (Wrong wrong = readTexts(references, "DestinationReferences"_L1, maxDestinationReferences,
                                    content.destinationReferences))
            return wrong;
        for (const QString &reference : content.destinationReferences)
            if (Wrong wrong = checkReference(reference))
                return wrong;
    }

    const QJsonArray statements = object.value("Statements"_L1).toArray();
    if (statements.size() != 1 || !statements.first().isObject())
        return u"Statements must contain exactly one statement."_s;
    return readStatement(statements.first().toObject(), content);
}

} // namespace

Result<RuleContent> parseRuleContent(const QString &text, RuleOwner owner)
{
    RuleContent content;
    if (const Wrong wrong = readContent(text, content))
        return api::wireFailure(owner == RuleOwner::Template ? "InvalidApprovalRuleTemplateContentException"
                                                             : "InvalidApprovalRuleContentException",
                                *wrong);
    return content;
}

QString writeRuleContent(const RuleContent &content)
{
    // By hand, since QJsonObject would put the members in the order of the alphabet.
    const auto list = [](const QList<QString> &texts) {
        return QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
    };
    QString text = u"{\"Version\": \"%1\", "_s.arg(versionText);
    if (!content.destinationReferences.isEmpty())
        text += "\"DestinationReferences\": "_L1 + list(content.destinationReferences) + ", "_L1;
    text += u"\"Statements\": [{\"Type\": \"Approvers\", \"NumberOfApprovalsNeeded\": %1"_s.arg(
        content.approvalsNeeded);
    if (!content.poolMembers.isEmpty())
        text += ", \"ApprovalPoolMembers\": "_L1 + list(content.poolMembers);
    return text + "}]}"_L1;
}

QString contentDigest(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool appliesTo(const RuleContent &content, QStringView destinationReference)
{
    return content.destinationReferences.isEmpty() ||
           std::ranges::any_of(content.destinationReferences, [&](const QString &pattern) {
               // Only * is a wildcard here, and a branch's name cannot contain ?.
               return access::globMatches(pattern, destinationReference);
           });
}

} // namespace countersign::review
