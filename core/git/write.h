// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/git/values.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <stop_token>

/// Writing to repositories that a hub owns: always by the git program, bare, with a clean environment
/// (no user or system configuration, no replace refs, no prompts, fixed locale), never a shell.
namespace countersign::git {

/// Makes an empty bare repository with the settings every hub repository is pinned to.
Result<void> initBare(const QString &gitDirectory, const QByteArray &headBranch, int idSize = 20);

struct ImportOptions
{
    /// A folder, or a URL of https, ssh or file.
    QString source;
};
/// What can be known of a source before anything is fetched: the size of its ids, for initBare(), and the
/// full name of its HEAD branch.
struct SourceInfo
{
    int idSize = 20;
    QByteArray headBranch;
};
Result<SourceInfo> inspectSource(const ImportOptions &, std::stop_token = {});
/// Fetches branches, tags and HEAD of `source` into a repository made by initBare(). Names that our rules
/// refuse are skipped and listed; configuration, hooks and alternates of the source are never taken over.
/// Progress has the stages "contacting the source", "counting objects", "compressing objects", "receiving
/// objects", "resolving deltas" and "checking objects". Cancelled or failed: the caller removes the target.
struct ImportOutcome
{
    QList<QByteArray> skippedRefs;
    /// Full name of the source's HEAD branch; empty when it has none.
    QByteArray headBranch;
};
Result<ImportOutcome> importInto(const QString &gitDirectory, const ImportOptions &, const ProgressSink &,
                                 std::stop_token);

Result<Oid> writeBlob(const QString &gitDirectory, const QByteArray &content);
/// A change of one file when a tree is built; mode None deletes. Paths have no leading slash.
struct TreeChange
{
    QByteArray path;
    Oid blob;
    FileMode mode = FileMode::None;
};
/// The tree of `base` (a tree or commit; null: the empty tree) with changes applied, deletions first; empty
/// folders vanish. Conflict when a path is both a file and a folder; InvalidInput for a path that cannot be
/// checked out safely; deleting what is not there changes nothing.
Result<Oid> writeTree(const QString &gitDirectory, const Oid &base, const QList<TreeChange> &changes);
Result<Oid> writeCommit(const QString &gitDirectory, const Oid &tree, const QList<Oid> &parents,
                        const Signature &author, const Signature &committer, const QString &message);
Result<Oid> writeTag(const QString &gitDirectory, const QByteArray &name, const Oid &target,
                     const Signature &tagger, const QString &message);

/// One file that a merge could not combine.
struct MergeConflict
{
    QByteArray path;
    Oid base, ours, theirs;
    FileMode baseMode = FileMode::None, oursMode = FileMode::None, theirsMode = FileMode::None;
};
struct MergeOutcome
{
    /// The merged tree; with conflicts, one whose conflicting files carry markers.
    Oid tree;
    QList<MergeConflict> conflicts;
    bool isClean() const { return conflicts.isEmpty(); }
};
/// Merges two commits (`git merge-tree --write-tree`), the one engine for mergeability and merges.
/// `base` null: the merge base is found by git; Conflict for unrelated histories.
Result<MergeOutcome> mergeTrees(const QString &gitDirectory, const Oid &ours, const Oid &theirs,
                                const Oid &base = {});

/// One ref to change. `from` null: the ref must not exist; `to` null: delete.
struct RefUpdate
{
    QByteArray name;
    Oid from;
    Oid to;
};
/// All of the updates in one transaction (`update-ref --stdin`); Conflict when a ref is not at `from`,
/// AlreadyExists when a name is a folder of other names. `from` and `to` null: the ref must not exist.
/// `reason` goes to the reflog.
Result<void> updateRefs(const QString &gitDirectory, const QList<RefUpdate> &updates,
                        const QByteArray &reason);
Result<void> setHead(const QString &gitDirectory, const QByteArray &branch);

/// Whether a hub accepts this branch or tag name (without refs/…): Git's own rules, and none that begins with
/// '-', looks like an id, is a pseudo ref, begins with "refs/", or holds control, bidirectional or invisible
/// characters.
bool isAcceptableRefName(QByteArrayView shortName);

} // namespace countersign::git
