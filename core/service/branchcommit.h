// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/treeedit.h"

namespace countersign::service {

/// The state of a branch that an API commit goes on top of.
struct BranchBase
{
    /// Null for the first commit of an empty repository.
    git::Oid tip;
    /// The tip's tree; null as above.
    git::Oid tree;
};

/// Finds the branch and compares the parent that the caller named: BranchDoesNotExist, BranchNameIsTagName,
/// ParentCommitIdRequired, ParentCommitDoesNotExist, ParentCommitIdOutdated.
Result<BranchBase> branchBase(const git::Repository &, const QString &branch,
                              const std::optional<QString> &parentCommitId);

/// Who and what a commit is by; absent members come from the caller.
struct CommitText
{
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> message;
    QString defaultMessage;
};

git::Signature signature(const Call &call, const std::optional<QString> &name,
                         const std::optional<QString> &email);

/// Commits a tree onto the branch and moves it. The lock must be older than `base`.
Result<git::Oid> commitTree(Call &call, const RepositoryLock &lock, const store::RepositoryRow &repository,
                            const QString &branch, const BranchBase &base, const git::Oid &tree,
                            const CommitText &text);

} // namespace countersign::service
