// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_comments.h"
#include "core/git/repository.h"
#include "core/service/call.h"
#include "core/store/comments.h"

namespace countersign::service {

/// Where a new comment stands, checked against the two commits: both exist and differ, the file is in one of
/// them, the line is in the version named.
struct CommentPlace
{
    std::optional<QString> beforeCommit;
    QString afterCommit;
    std::optional<api::Location> location;
    std::optional<QString> beforeBlob;
    std::optional<QString> afterBlob;
};

Result<CommentPlace> commentPlace(const git::Repository &, const std::optional<QString> &beforeCommit,
                                  const QString &afterCommit, const std::optional<api::Location> &location);

/// A new comment by the caller; a reply takes its place and thread from `parent`.
store::CommentRow newComment(const Call &, const QString &content, const std::optional<QString> &token);
void placeAt(store::CommentRow &, const CommentPlace &);
void placeBelow(store::CommentRow &, const store::CommentRow &parent);

} // namespace countersign::service
