// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/git/values.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace countersign::git {

/// An open Git repository for reading. One thread at a time; cheap to open, so each lane or worker opens its
/// own. Objects are read with libgit2, or, where libgit2 cannot open the repository (SHA-256, partial clone,
/// reftable, sparse index), with the git program; the choice is made once, at open. User and system
/// configuration never changes what these functions answer; replace refs are ignored.
class Repository
{
public:
    /// Opens a bare or ordinary repository by its git directory or its working folder.
    static Result<Repository> open(const QString &path);
    ~Repository();
    Repository(Repository &&) noexcept;
    Repository &operator=(Repository &&) noexcept;

    /// The absolute git directory.
    QString gitDirectory() const;
    /// 20 for SHA-1 repositories, 32 for SHA-256.
    int idSize() const;
    /// Empty when libgit2 reads the repository; otherwise an English sentence saying why the git program
    /// does, for the screens to say what is reduced.
    QString reducedReason() const;

    struct Reader;
    Reader &reader() const { return *m_reader; }

private:
    explicit Repository(std::unique_ptr<Reader> reader);
    std::unique_ptr<Reader> m_reader;
};

// Objects (objects.cpp)

/// Resolves a full ref name, a branch or tag name (in that order), HEAD or a full id to a commit.
/// Nothing else: no `~`, `^`, `@{}` or short ids. NotFound otherwise, also for an unborn HEAD.
Result<Oid> resolveCommit(const Repository &, QByteArrayView specifier);
/// Full ids that start with 4 or more hexadecimal digits, at most `limit`, commits first; for search boxes.
Result<QList<Oid>> expandId(const Repository &, QByteArrayView prefix, int limit = 10);
Result<CommitInfo> commit(const Repository &, const Oid &id);
/// The entries of one folder, in Git's order. `path` "" is the root; NotFound if it is no folder.
Result<QList<TreeEntry>> tree(const Repository &, const Oid &commitOrTree, QByteArrayView path);
/// The entry at `path`, with its full path as name.
Result<TreeEntry> entry(const Repository &, const Oid &commitOrTree, QByteArrayView path);
/// Every file of a tree with its full path, in order; LimitExceeded beyond `limit` entries.
Result<QList<TreeEntry>> allFiles(const Repository &, const Oid &commitOrTree, qsizetype limit = 1'000'000);
/// Bytes of a blob; LimitExceeded when it is larger than `limit` bytes (nothing is read then).
Result<QByteArray> blob(const Repository &, const Oid &id, qint64 limit = 512LL * 1024 * 1024);
Result<qint64> blobSize(const Repository &, const Oid &id);

// Refs (refs.cpp)

/// All branches, tags and remote branches, by name.
Result<QList<RefInfo>> refs(const Repository &);
/// The full name of the branch that HEAD names, also when it has no commit yet; empty when detached.
Result<QByteArray> headBranch(const Repository &);
struct AheadBehind
{
    int ahead = 0;
    int behind = 0;
};
/// Commits that `tip` has and `base` lacks, and the reverse.
Result<AheadBehind> aheadBehind(const Repository &, const Oid &tip, const Oid &base);

// Comparison (compare.cpp)

/// The best common ancestor; nullopt for unrelated histories.
Result<std::optional<Oid>> mergeBase(const Repository &, const Oid &a, const Oid &b);
struct DeltaOptions
{
    /// Pair deletions and additions: exact ids first, then by similarity of 50 % or more. An addition equal
    /// to the old side of another change is a copy.
    bool renames = true;
    /// Deltas for which similarity is still computed; more than this and only exact renames are found.
    int renameLimit = 5000;
    /// Only files under this path; empty for all.
    QByteArray path;
};
struct Deltas
{
    QList<FileDelta> files;
    /// True when similarity was not computed because there were too many candidates.
    bool renamesLimited = false;
};
/// Files that differ between two commits or trees, by path; `before` null is the empty tree.
Result<Deltas> deltas(const Repository &, const Oid &before, const Oid &after, const DeltaOptions & = {},
                      std::stop_token = {});
/// A tree that holds `head` moved from `oldBase` onto `newBase` (a three-way merge of trees in memory), for
/// comparing revisions across a rebase (reference: desktop 2.10). Conflicting files carry conflict markers
/// and are listed.
struct MovedTree
{
    Oid tree;
    QList<QByteArray> conflicts;
};
Result<MovedTree> moveOnto(const Repository &, const Oid &oldBase, const Oid &newBase, const Oid &head);

// History (log.cpp, blame.cpp): streams of the git program

struct LogOptions
{
    /// Full ref names or ids to start from; empty for all branches and tags.
    QList<QByteArray> from;
    /// Commits reachable from these are left out.
    QList<QByteArray> exclude;
    /// Case-insensitive text in the message; empty for any.
    QString message;
    /// Part of the author's name or address.
    QString author;
    /// Text whose number of occurrences a commit changes (git log -S).
    QByteArray changedText;
    /// Git pathspecs, matched literally unless they hold a `*`; patternFor() makes one of any path.
    QList<QByteArray> paths;
    /// Follow renames of the one path given, which is then no pattern.
    bool follow = false;
    /// Seconds since 1970 UTC; 0 for open.
    qint64 since = 0;
    qint64 until = 0;
    bool firstParent = false;
    /// 0 for all.
    int limit = 0;
    bool isFiltered() const
    {
        return !message.isEmpty() || !author.isEmpty() || !changedText.isEmpty() || !paths.isEmpty() ||
               since || until;
    }
};
/// A pathspec that matches this path and nothing else, whatever characters it holds.
QByteArray patternFor(QByteArrayView path);
/// Commits in topological order, as they are found: `sink` gets batches (the first of about 100 at once, then
/// larger) on the calling thread and returns false to stop. With `paths`, parents are rewritten to the
/// nearest shown commits; the other filters leave a commit's own parents, which may not be shown.
Result<void> log(const Repository &, const LogOptions &, const std::function<bool(QList<CommitInfo>)> &sink,
                 std::stop_token = {});
/// How many commits are reachable; for "13 of 1 204".
Result<qint64> commitCount(const Repository &, const QList<QByteArray> &from, std::stop_token = {});
/// Hunks of `path` at `at` as they are found, not in line order. `sink` runs on the calling thread.
Result<void> blame(const Repository &, const Oid &at, QByteArrayView path,
                   const std::function<bool(QList<BlameHunk>)> &sink, std::stop_token = {});
/// Writes a commit-graph file, so that history opens at once; run in the background after import.
Result<void> writeCommitGraph(const QString &gitDirectory, std::stop_token = {});
/// Streams a zip or tar.gz of a commit's tree into a file. NotFound for a bad path; the file is written whole
/// or not at all.
Result<void> archive(const Repository &, const Oid &commit, const QString &file, std::stop_token = {});

} // namespace countersign::git
