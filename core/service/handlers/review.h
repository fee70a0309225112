// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_review.h"
#include "core/service/call.h"

namespace countersign::service {

Result<api::ListPullRequestSummaries::Output> handle(Call &, const api::ListPullRequestSummaries::Input &);
Result<api::GetPullRequestReview::Output> handle(Call &, const api::GetPullRequestReview::Input &);
Result<api::ListPullRequestThreads::Output> handle(Call &, const api::ListPullRequestThreads::Input &);
Result<api::UpdateThreadState::Output> handle(Call &, const api::UpdateThreadState::Input &);
Result<api::SubmitPullRequestReview::Output> handle(Call &, const api::SubmitPullRequestReview::Input &);
Result<api::ListPullRequestActivity::Output> handle(Call &, const api::ListPullRequestActivity::Input &);
Result<api::UpdatePullRequestReviewers::Output> handle(Call &,
                                                       const api::UpdatePullRequestReviewers::Input &);
Result<api::PreviewPullRequest::Output> handle(Call &, const api::PreviewPullRequest::Input &);

} // namespace countersign::service
