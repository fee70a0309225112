// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/catfile.h"
#include "core/git/handle.h"
#include "core/git/objectformat.h"
#include "core/git/program.h"
#include "core/git/repository.h"

#include <QTemporaryDir>

namespace countersign::git {

/// How a Repository reads: libgit2, or the git program where `reducedReason` says so. Internal to core/git.
struct Repository::Reader
{
    /// The absolute git directory, as bytes of the file system.
    QByteArray gitDirectory;
    int idSize = 20;
    QString reducedReason;
    /// Null when reduced.
    RepositoryHandle repository;
    OdbHandle odb;
    /// Null unless reduced.
    std::unique_ptr<CatFile> catFile;
    /// An empty repository beside this one, made on first use. Commands that are given ids run in it, over
    /// this one's objects, where no configuration and no attributes of this repository's can reach them; and
    /// objects that are computed for display (moveOnto) are stored in it.
    std::unique_ptr<QTemporaryDir> scratch;
    bool readsScratch = false;

    bool isReduced() const { return !odb; }
    Result<ObjectHeader> header(const Oid &id);
    Result<RawObject> read(const Oid &id);
    /// read(), and Corrupt when the object is of another type.
    Result<QByteArray> read(const Oid &id, ObjectType type);
    /// A run of git in this repository with attributes switched off.
    Command command(QList<QByteArray> arguments, std::stop_token stop = {}) const;
    /// A run of git in the scratch repository, over this one's objects.
    Result<Command> isolated(QList<QByteArray> arguments, std::stop_token stop = {});
    /// The folder of this repository's objects; a linked worktree's are those of its main one.
    QByteArray objects() const;
    /// The scratch repository's folder of objects, from then on visible to header() and read().
    Result<QByteArray> scratchObjects();

private:
    Result<QByteArray> scratchDirectory();
    QByteArray commonDirectory() const;
};

/// Follows annotated tags; NotFound when the end is no commit.
Result<Oid> peelToCommit(Repository::Reader &reader, Oid id);
/// The tree of a commit, tag or tree.
Result<Oid> peelToTree(Repository::Reader &reader, Oid id);
/// Whether a full ref name is well formed (git-check-ref-format), at least two levels, beginning with refs/.
bool isFullRefName(QByteArrayView name);
/// What a ref points to, after symbolic refs; NotFound when there is no such ref.
Result<Oid> refTarget(Repository::Reader &reader, const QByteArray &fullName);

} // namespace countersign::git
