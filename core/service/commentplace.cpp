// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/commentplace.h"

#include "core/api/enums.h"
#include "core/service/gitlookup.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

constexpr qint64 readLimit = 256LL * 1024 * 1024;

/// Only LF ends a line; what follows the last one is a line when it is not empty.
qint64 lineCount(const QByteArray &content)
{
    if (content.isEmpty())
        return 0;
    return content.count('\n') + (content.endsWith('\n') ? 0 : 1);
}

Result<void> checkPosition(const git::Repository &repository, const std::optional<git::TreeEntry> &file,
                           qint64 position)
{
    if (!file)
        return api::wireFailure("PathDoesNotExistException", u"The file is not in this version."_s);
    const auto content = git::blob(repository, file->id, readLimit);
    if (!content)
        return std::unexpected(content.error());
    const qint64 lines = lineCount(*content);
    if (position < 1 || position > lines)
        return api::wireFailure("InvalidFilePositionException",
                                u"The file has %1 lines in this version."_s.arg(lines));
    return {};
}

} // namespace

Result<CommentPlace> commentPlace(const git::Repository &repository,
                                  const std::optional<QString> &beforeCommit, const QString &afterCommit,
                                  const std::optional<api::Location> &location)
{
    CommentPlace place{beforeCommit, afterCommit, location, {}, {}};
    if (beforeCommit == afterCommit)
        return api::wireFailure("BeforeCommitIdAndAfterCommitIdAreSameException",
                                u"The two commits of a comparison differ."_s);
    git::Oid before;
    if (beforeCommit) {
        const auto found = existingCommit(repository, *beforeCommit);
        if (!found)
            return std::unexpected(found.error());
        before = *found;
    }
    const auto after = existingCommit(repository, afterCommit);
    if (!after)
        return std::unexpected(after.error());
    if (!location)
        return place;

    const QByteArray path = pathBytes(location->filePath);
    const auto left = findEntry(repository, before, path);
    if (!left)
        return std::unexpected(left.error());
    const auto right = findEntry(repository, *after, path);
    if (!right)
        return std::unexpected(right.error());
    if (!*left && !*right)
        return api::wireFailure("PathDoesNotExistException",
                                u"The file %1 is in neither commit."_s.arg(location->filePath));
    place.location->filePath = QString::fromUtf8(path);
    if (*left)
        place.beforeBlob = (*left)->id.toString();
    if (*right)
        place.afterBlob = (*right)->id.toString();
    if (!location->filePosition) {
        if (location->relativeFileVersion)
            place.location->relativeFileVersion = location->relativeFileVersion;
        return place;
    }
    const bool isBefore = location->relativeFileVersion == api::RelativeFileVersion::Before;
    place.location->relativeFileVersion =
        isBefore ? api::RelativeFileVersion::Before : api::RelativeFileVersion::After;
    if (auto valid = checkPosition(repository, isBefore ? *left : *right, *location->filePosition); !valid)
        return std::unexpected(valid.error());
    return place;
}

store::CommentRow newComment(const Call &call, const QString &content, const std::optional<QString> &token)
{
    store::CommentRow row;
    row.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    row.threadId = row.id;
    row.author = call.caller.arn;
    row.content = content;
    row.clientToken = token;
    row.created = call.now;
    row.modified = call.now;
    return row;
}

void placeAt(store::CommentRow &row, const CommentPlace &place)
{
    row.beforeCommit = place.beforeCommit;
    row.afterCommit = place.afterCommit;
    row.beforeBlob = place.beforeBlob;
    row.afterBlob = place.afterBlob;
    if (place.location) {
        row.filePath = place.location->filePath;
        row.filePosition = place.location->filePosition;
        row.fileVersion = place.location->relativeFileVersion;
    }
}

void placeBelow(store::CommentRow &row, const store::CommentRow &parent)
{
    row.repositoryId = parent.repositoryId;
    row.pullRequestId = parent.pullRequestId;
    row.threadId = parent.threadId;
    row.inReplyTo = parent.id;
    row.beforeCommit = parent.beforeCommit;
    row.afterCommit = parent.afterCommit;
    row.beforeBlob = parent.beforeBlob;
    row.afterBlob = parent.afterBlob;
    row.filePath = parent.filePath;
    row.filePosition = parent.filePosition;
    row.fileVersion = parent.fileVersion;
    row.revision = parent.revision;
}

} // namespace countersign::service
