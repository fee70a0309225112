// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_comments.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::PostCommentForPullRequest::Output> handle(Call &, const api::PostCommentForPullRequest::Input &);
Result<api::PostCommentForComparedCommit::Output> handle(Call &,
                                                         const api::PostCommentForComparedCommit::Input &);
Result<api::PostCommentReply::Output> handle(Call &, const api::PostCommentReply::Input &);
Result<api::GetComment::Output> handle(Call &, const api::GetComment::Input &);
Result<api::GetCommentsForPullRequest::Output> handle(Call &, const api::GetCommentsForPullRequest::Input &);
Result<api::GetCommentsForComparedCommit::Output> handle(Call &,
                                                         const api::GetCommentsForComparedCommit::Input &);
Result<api::UpdateComment::Output> handle(Call &, const api::UpdateComment::Input &);
Result<api::DeleteCommentContent::Output> handle(Call &, const api::DeleteCommentContent::Input &);

} // namespace countersign::service
