// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/git/values.h"

/// Git's object formats (gitformat: commit, tag and tree objects), read from raw bytes so that both readers
/// give the same values. Internal to core/git.
namespace countersign::git {

enum class ObjectType { Commit, Tree, Blob, Tag };

struct RawObject
{
    ObjectType type = ObjectType::Blob;
    QByteArray bytes;
};

std::optional<ObjectType> objectTypeFromName(QByteArrayView name);

/// Never fails for a damaged date, zone or encoding: odd old commits must be shown.
Result<CommitInfo> parseCommit(const Oid &id, QByteArrayView bytes);

struct TagObject
{
    Oid target;
    ObjectType targetType = ObjectType::Commit;
    Signature tagger;
    QString message;
};
Result<TagObject> parseTag(QByteArrayView bytes);

/// Entries in stored order; modes are reduced to those of FileMode. Corrupt when cut off.
Result<QList<TreeEntry>> parseTree(QByteArrayView bytes, int idSize);

/// Text of valid UTF-8 with every character, also a byte order mark at the front.
QString textOf(QByteArrayView utf8);
/// Text in `encoding` when that is known, otherwise UTF-8 when valid, otherwise Latin-1.
QString decodeText(QByteArrayView bytes, QByteArrayView encoding = {});

} // namespace countersign::git
