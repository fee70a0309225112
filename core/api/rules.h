// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

/// What a field may contain. The hub answers with the wire's error for it (core/api/validate.h), the dialogs
/// show it beside the field while it is typed: both ask these functions. Pure; safe from any thread.
/// Lengths are UTF-16 units, as the services of AWS count.
namespace countersign::api::rules {

enum class Problem {
    Missing,
    TooLong,
    /// A number outside of its range.
    OutOfRange,
    ForbiddenCharacter,
    /// An ending, beginning or whole that is not allowed, such as ".git".
    ForbiddenPart,
    Malformed,
    TooMany,
    UnknownValue,
};

/// Why a text is refused.
struct Violation
{
    Problem problem = Problem::Malformed;
    /// For TooLong, OutOfRange and TooMany: what is allowed at most.
    qint64 limit = 0;
    /// For ForbiddenCharacter and ForbiddenPart: the character or part.
    QString subject;

    bool operator==(const Violation &) const = default;
};

/// Nothing when the text is fine.
using Check = std::optional<Violation>;

inline constexpr int maxRepositoryName = 100;
inline constexpr int maxRepositoryDescription = 1000;
inline constexpr int maxBranchName = 256;
inline constexpr int maxPath = 4096;
inline constexpr int maxFolderDepth = 20;
inline constexpr int maxTitle = 150;
inline constexpr int maxDescription = 10240;
inline constexpr int maxComment = 10240;
inline constexpr int maxRuleName = 100;
inline constexpr int maxRuleContent = 3000;
inline constexpr int maxTemplateDescription = 1000;
inline constexpr int maxPersonName = 1024;
inline constexpr int maxEmail = 256;
inline constexpr int maxUserName = 64;
inline constexpr int maxDisplayName = 128;
/// In bytes of UTF-8.
inline constexpr int maxCommitMessage = 256 * 1024;
/// In bytes.
inline constexpr int maxFileContent = 6291456;
inline constexpr int maxFileEntries = 100;
inline constexpr int maxBatch = 100;
inline constexpr int maxTags = 50;
inline constexpr int maxReviewComments = 500;
inline constexpr int maxReviewers = 50;

Check repositoryName(QStringView text);
Check repositoryDescription(QStringView text);
/// A short name, without refs/heads/.
Check branchName(QStringView text);
/// A short name, without refs/tags/.
Check tagName(QStringView text);
/// A branch's short or full name, or another full name, which the operation then refuses by its type.
Check referenceName(QStringView text);
/// A branch, a tag, HEAD, a full reference name or a commit id.
Check commitSpecifier(QStringView text);
/// 40 hexadecimal digits, or the 64 of a SHA-256 repository; which of the two, only the repository knows.
Check objectId(QStringView text);
/// 64 hexadecimal digits: revision ids and hashes of rule contents.
Check digest(QStringView text);
/// A file to read or to comment on. One leading slash is accepted.
Check path(QStringView text);
/// A file to write: as path(), and at most maxFolderDepth folders deep.
Check newPath(QStringView text);
/// As path(), or "" or "/" for the root.
Check folderPath(QStringView text);
Check title(QStringView text);
Check description(QStringView text);
Check comment(QStringView text);
/// A comment that may be empty, such as the text that goes with a verdict.
Check optionalComment(QStringView text);
Check ruleName(QStringView text);
/// The length alone; core/review/rulecontent.h parses the content.
Check ruleContent(QStringView text);
Check templateDescription(QStringView text);
Check commitMessage(QStringView text);
Check personName(QStringView text);
/// May be empty; not verified, only kept from breaking a commit.
Check email(QStringView text);
/// Of a person of the hub: not empty, with an @.
Check personEmail(QStringView text);
Check userName(QStringView text);
Check displayName(QStringView text);
Check pullRequestId(QStringView text);
Check commentId(QStringView text);
Check requestToken(QStringView text);
Check continuationToken(QStringView text);
Check uuid(QStringView text);
Check arn(QStringView text);
Check keyId(QStringView text);
/// A folder, or a URL to import from.
Check importSource(QStringView text);
Check tagKey(QStringView text);
Check tagValue(QStringView text);

/// One English sentence about a field, for answers and logs.
QString sentence(QStringView member, const Violation &violation);

} // namespace countersign::api::rules
