// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_approvals.h"
#include "core/api/types_comments.h"
#include "core/api/types_commits.h"
#include "core/api/types_pullrequests.h"
#include "core/api/types_repositories.h"
#include "core/api/types_review.h"
#include "core/git/values.h"
#include "core/service/hubcontext.h"
#include "core/store/comments.h"
#include "core/store/people.h"
#include "core/store/pullrequests.h"
#include "core/store/repositories.h"
#include "core/store/reviews.h"
#include "core/store/revisions.h"
#include "core/store/rules.h"
#include "core/store/templates.h"

/// From rows and Git's values to the structures of the wire.
namespace countersign::service {

api::RepositoryMetadata toMetadata(const HubContext &, const store::RepositoryRow &);
api::Person toPerson(const store::PersonRow &);
api::Commit toCommit(const git::CommitInfo &);
api::ApprovalRule toRule(const store::RuleRow &);
api::ApprovalRuleTemplate toTemplate(const store::TemplateRow &);
api::PullRequest toPullRequest(const store::PullRequestRow &, const QString &repositoryName,
                               const store::RevisionRow &current, const QList<store::RuleRow> &rules);
api::Revision toRevision(const store::RevisionRow &);
/// Without reactions, which the caller of the operation decides.
api::Comment toComment(const store::CommentRow &);
std::optional<api::Location> toLocation(const store::CommentRow &);
api::Review toReview(const store::ReviewRow &);
/// `comments`: those of the thread, the root first.
api::Thread toThread(const QList<store::CommentRow> &comments, const store::ThreadRow &);

} // namespace countersign::service
