// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "core/service/call.h"
#include "core/service/mapping.h"
#include "core/store/approvals.h"

namespace countersign::service {

/// What summaries of many pull requests are made of, read in a fixed number of statements.
struct SummarySources
{
    QHash<qint64, store::RevisionRow> revisions;
    QHash<qint64, QList<store::RuleRow>> rules;
    QHash<qint64, QList<store::ApprovalRow>> approvals;
    QHash<qint64, QString> overrides;
    QHash<qint64, store::comments::Counts> counts;
    QHash<qint64, QList<store::ReviewRow>> reviews;
    QHash<qint64, QStringList> reviewers;
    QHash<QString, store::RepositoryRow> repositories;
    QList<store::PersonRow> people;
};

/// Inside one read transaction.
Result<SummarySources> readSummarySources(store::Connection &, const QList<store::PullRequestRow> &);
/// Everything but mergeability, which needs Git.
api::PullRequestSummary toSummary(const store::PullRequestRow &, const SummarySources &);
QList<api::ReviewerState> reviewerStates(const QStringList &requested, const QList<store::ReviewRow> &reviews,
                                         const QString &author);

/// The tips of the two branches of a pull request, where they are now.
struct LiveTips
{
    std::optional<git::Oid> source;
    std::optional<git::Oid> destination;
};
/// `branches` by full name.
LiveTips liveTips(const QHash<QString, git::Oid> &branches, const store::PullRequestRow &);
Result<QHash<QString, git::Oid>> branchesOf(const Call &, const QString &repositoryId);
/// Fills in mergeability of an open pull request; without both tips it is unknown.
void fillMergeability(const Call &, api::PullRequestSummary &, const QString &repositoryId, const LiveTips &);

} // namespace countersign::service
