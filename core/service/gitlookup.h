// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "core/service/call.h"

/// Finding branches, commits and paths, with the wire's errors.
namespace countersign::service {

QByteArray branchRef(const QString &shortName);
QByteArray tagRef(const QString &shortName);

/// The ref's own target and the commit it leads to; nullopt when there is no such ref.
Result<std::optional<git::RefInfo>> findRef(const git::Repository &, const QByteArray &fullName);
Result<std::optional<git::Oid>> findBranch(const git::Repository &, const QString &shortName);
/// BranchDoesNotExist when absent.
Result<git::Oid> branchTip(const git::Repository &, const QString &shortName);
/// A branch, tag, HEAD, full ref or id; absent: the default branch. CommitDoesNotExist otherwise.
Result<git::Oid> resolveSpecifier(const store::RepositoryRow &, const git::Repository &,
                                  const std::optional<QString> &specifier);
/// The wire's words for an id that has not the form of this repository's, and for one that no commit has.
struct CommitIdErrors
{
    const char *invalid = "InvalidCommitIdException";
    const char *missing = "CommitDoesNotExistException";
};
/// A full id of a commit that exists.
Result<git::Oid> existingCommit(const git::Repository &, const QString &id,
                                const CommitIdErrors &errors = {});
/// Bytes of a path from the wire, without a leading slash.
QByteArray pathBytes(const QString &path);
/// The entry at a path; nullopt when nothing is there.
Result<std::optional<git::TreeEntry>> findEntry(const git::Repository &, const git::Oid &commitOrTree,
                                                const QByteArray &path);
/// EXECUTABLE, NORMAL, SYMLINK; and back, with None for other texts.
QString fileModeText(git::FileMode mode);
git::FileMode fileModeOf(const QString &text);

} // namespace countersign::service
