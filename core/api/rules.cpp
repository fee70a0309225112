// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/rules.h"

#include <algorithm>

namespace countersign::api::rules {

namespace {

Check missing() { return Violation{Problem::Missing, 0, {}}; }
Check tooLong(qint64 limit) { return Violation{Problem::TooLong, limit, {}}; }
Check malformed() { return Violation{Problem::Malformed, 0, {}}; }
Check forbiddenPart(QStringView part) { return Violation{Problem::ForbiddenPart, 0, part.toString()}; }
Check forbiddenCharacter(QChar c) { return Violation{Problem::ForbiddenCharacter, 0, QString(c)}; }

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

constexpr qsizetype sha1Digits = 40;
constexpr qsizetype sha256Digits = 64;

bool isControl(QChar c) { return c < u' ' || c == u'\x7f'; }

bool isBlank(QStringView text) { return text.trimmed().isEmpty(); }

template <class Allowed>
Check onlyCharacters(QStringView text, Allowed allowed)
{
    const auto *bad = std::ranges::find_if_not(text, allowed);
    return bad == text.end() ? std::nullopt : forbiddenCharacter(*bad);
}

Check atMost(QStringView text, int limit) { return text.size() > limit ? tooLong(limit) : std::nullopt; }

Check between(QStringView text, int limit) { return text.isEmpty() ? missing() : atMost(text, limit); }

Check hexDigits(QStringView text, qsizetype length)
{
    if (text.isEmpty())
        return missing();
    if (text.size() != length)
        return malformed();
    return onlyCharacters(text, isHexDigit);
}

/// The rules of git check-ref-format for the part after refs/heads/ or for a full name.
Check referenceGrammar(QStringView text)
{
    static constexpr QStringView forbidden = u" ?^*[\\~:";
    if (Check bad = onlyCharacters(text, [](QChar c) { return !isControl(c) && !forbidden.contains(c); }))
        return bad;
    for (const QStringView part : {QStringView(u".."), QStringView(u"//"), QStringView(u"@{")})
        if (text.contains(part))
            return forbiddenPart(part);
    if (text == u"@" || text == u"HEAD")
        return forbiddenPart(text);
    for (const QStringView edge : {QStringView(u"/"), QStringView(u".")})
        if (text.startsWith(edge) || text.endsWith(edge))
            return forbiddenPart(edge);
    if (text.startsWith(u'-'))
        return forbiddenPart(u"-");
    for (const QStringView component : text.tokenize(u'/')) {
        if (component.startsWith(u'.'))
            return forbiddenPart(u"/.");
        if (component.endsWith(u".lock"))
            return forbiddenPart(u".lock");
    }
    return {};
}

Check shortReference(QStringView text)
{
    if (Check bad = between(text, maxBranchName))
        return bad;
    // It would be taken for a commit.
    if (!objectId(text))
        return malformed();
    return referenceGrammar(text);
}

Check pathGrammar(QStringView text, bool limitDepth)
{
    if (text.startsWith(u'/'))
        text = text.sliced(1);
    if (Check bad = between(text, maxPath))
        return bad;
    if (text.contains(QChar(0)))
        return forbiddenCharacter(QChar(0));
    int depth = -1;
    for (const QStringView component : text.tokenize(u'/')) {
        ++depth;
        if (component.isEmpty())
            return forbiddenPart(text.endsWith(u'/') ? u"/" : u"//");
        if (component == u"." || component == u".." || component.compare(u".git", Qt::CaseInsensitive) == 0)
            return forbiddenPart(component);
    }
    if (limitDepth && depth > maxFolderDepth)
        return Violation{Problem::TooMany, maxFolderDepth, {}};
    return {};
}

Check name(QStringView text, int limit, bool spacesAndAnyLetters)
{
    if (Check bad = between(text, limit))
        return bad;
    if (Check bad = onlyCharacters(text, [spacesAndAnyLetters](QChar c) {
            return isAsciiLetterOrDigit(c) || c == u'.' || c == u'_' || c == u'-' ||
                   (spacesAndAnyLetters &&
                    (c == u' ' || c.isLetterOrNumber() || c.isMark() || c.isSurrogate()));
        }))
        return bad;
    return text.endsWith(u".git") ? forbiddenPart(u".git") : std::nullopt;
}

Check opaque(QStringView text, int limit)
{
    if (Check bad = between(text, limit))
        return bad;
    return onlyCharacters(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

Check repositoryName(QStringView text)
{
    if (text == u"." || text == u"..")
        return forbiddenPart(text);
    return name(text, maxRepositoryName, false);
}

Check repositoryDescription(QStringView text) { return atMost(text, maxRepositoryDescription); }

Check branchName(QStringView text) { return shortReference(text); }

Check tagName(QStringView text) { return shortReference(text); }

Check referenceName(QStringView text)
{
    if (!text.startsWith(u"refs/"))
        return branchName(text);
    static constexpr QStringView heads = u"refs/heads/";
    if (text.startsWith(heads))
        return branchName(text.sliced(heads.size()));
    if (Check bad = atMost(text, maxBranchName + int(heads.size())))
        return bad;
    return referenceGrammar(text);
}

Check commitSpecifier(QStringView text)
{
    if (text == u"HEAD")
        return {};
    if (Check bad = between(text, maxBranchName + 32))
        return bad;
    return referenceGrammar(text);
}

Check objectId(QStringView text)
{
    return hexDigits(text, text.size() == sha256Digits ? sha256Digits : sha1Digits);
}

Check digest(QStringView text) { return hexDigits(text, sha256Digits); }

Check path(QStringView text) { return pathGrammar(text, false); }

Check newPath(QStringView text) { return pathGrammar(text, true); }

Check folderPath(QStringView text)
{
    if (text.isEmpty() || text == u"/")
        return {};
    if (text.endsWith(u'/'))
        text.chop(1);
    return pathGrammar(text, false);
}

Check title(QStringView text)
{
    if (isBlank(text))
        return missing();
    if (Check bad = atMost(text, maxTitle))
        return bad;
    return onlyCharacters(text, [](QChar c) { return !isControl(c); });
}

Check description(QStringView text) { return atMost(text, maxDescription); }

Check comment(QStringView text) { return isBlank(text) ? missing() : atMost(text, maxComment); }

Check optionalComment(QStringView text) { return atMost(text, maxComment); }

Check ruleName(QStringView text) { return isBlank(text) ? missing() : name(text, maxRuleName, true); }

Check ruleContent(QStringView text) { return between(text, maxRuleContent); }

Check templateDescription(QStringView text) { return atMost(text, maxTemplateDescription); }

Check commitMessage(QStringView text)
{
    // No UTF-16 unit takes more than three bytes: most messages need not be converted to be measured.
    if (text.size() * 3 <= maxCommitMessage)
        return {};
    return text.toUtf8().size() > maxCommitMessage ? tooLong(maxCommitMessage) : std::nullopt;
}

Check personName(QStringView text) { return atMost(text, maxPersonName); }

Check email(QStringView text)
{
    if (Check bad = atMost(text, maxEmail))
        return bad;
    return onlyCharacters(text, [](QChar c) { return !isControl(c) && c != u'<' && c != u'>'; });
}

Check personEmail(QStringView text)
{
    if (text.isEmpty())
        return missing();
    if (Check bad = email(text))
        return bad;
    const qsizetype at = text.indexOf(u'@');
    return at < 1 || at + 1 == text.size() || text.contains(u' ') ? malformed() : std::nullopt;
}

Check userName(QStringView text)
{
    if (Check bad = between(text, maxUserName))
        return bad;
    return onlyCharacters(
        text, [](QChar c) { return isAsciiLetterOrDigit(c) || QStringView(u"+=,.@_-").contains(c); });
}

Check displayName(QStringView text)
{
    if (isBlank(text))
        return missing();
    if (Check bad = atMost(text, maxDisplayName))
        return bad;
    return onlyCharacters(text, [](QChar c) { return !isControl(c) && c != u'<' && c != u'>'; });
}

Check pullRequestId(QStringView text)
{
    if (Check bad = between(text, 18))
        return bad;
    if (Check bad = onlyCharacters(text, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return bad;
    return text.startsWith(u'0') ? malformed() : std::nullopt;
}

Check commentId(QStringView text)
{
    if (Check bad = between(text, 128))
        return bad;
    return onlyCharacters(
        text, [](QChar c) { return isAsciiLetterOrDigit(c) || c == u'-' || c == u'_' || c == u':'; });
}

Check requestToken(QStringView text) { return opaque(text, 128); }

Check continuationToken(QStringView text) { return opaque(text, 2048); }

Check uuid(QStringView text)
{
    if (text.isEmpty())
        return missing();
    if (text.size() != 36)
        return malformed();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != u'-' : !isHexDigit(text[i]))
            return malformed();
    }
    return {};
}

Check arn(QStringView text)
{
    if (Check bad = opaque(text, 2048))
        return bad;
    // arn:partition:service:region:account:resource; the resource may contain further colons.
    const bool complete = text.startsWith(u"arn:") && text.count(u':') >= 5 && !text.endsWith(u':');
    return complete ? std::nullopt : malformed();
}

Check keyId(QStringView text)
{
    if (Check bad = between(text, 2048))
        return bad;
    return onlyCharacters(
        text, [](QChar c) { return isAsciiLetterOrDigit(c) || QStringView(u":/_-").contains(c); });
}

Check importSource(QStringView text)
{
    if (isBlank(text))
        return missing();
    if (Check bad = atMost(text, maxPath))
        return bad;
    if (text.startsWith(u'-'))
        return forbiddenPart(u"-");
    return onlyCharacters(text, [](QChar c) { return !isControl(c); });
}

Check tagKey(QStringView text)
{
    if (Check bad = between(text, 128))
        return bad;
    if (text.startsWith(u"aws:", Qt::CaseInsensitive))
        return forbiddenPart(u"aws:");
    return onlyCharacters(text, [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || QStringView(u" +-=._:/@").contains(c);
    });
}

Check tagValue(QStringView text)
{
    if (Check bad = atMost(text, 256))
        return bad;
    return onlyCharacters(text, [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || QStringView(u" +-=._:/@").contains(c);
    });
}

QString sentence(QStringView member, const Violation &violation)
{
    const QString subject =
        violation.subject.isEmpty() ? QString()
        : isControl(violation.subject.front())
            ? QStringLiteral("U+%1").arg(int(violation.subject.front().unicode()), 4, 16, QLatin1Char('0'))
            : violation.subject;
    switch (violation.problem) {
    case Problem::Missing:
        return QStringLiteral("%1 is required, but none was given.").arg(member);
    case Problem::TooLong:
        return QStringLiteral("%1 is longer than %2.").arg(member).arg(violation.limit);
    case Problem::OutOfRange:
        return QStringLiteral("%1 must be between 1 and %2.").arg(member).arg(violation.limit);
    case Problem::TooMany:
        return QStringLiteral("%1 has more than %2 parts.").arg(member).arg(violation.limit);
    case Problem::ForbiddenCharacter:
        return QStringLiteral("%1 must not contain the character \"%2\".").arg(member, subject);
    case Problem::ForbiddenPart:
        return QStringLiteral("%1 must not begin with, end with or contain \"%2\" here.")
            .arg(member, subject);
    case Problem::UnknownValue:
        return QStringLiteral("%1 has a value that is not known.").arg(member);
    case Problem::Malformed:
        break;
    }
    return QStringLiteral("%1 does not have the form that is needed.").arg(member);
}

} // namespace countersign::api::rules
