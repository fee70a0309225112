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
    /// Objects that were computed for display (moveOnto) and never enter the repository.
    std::unique_ptr<QTemporaryDir> scratch;

    bool isReduced() const { return !odb; }
    Result<ObjectHeader> header(const Oid &id);
    Result<RawObject> read(const Oid &id);
    /// read(), and Corrupt when the object is of another type.
    Result<QByteArray> read(const Oid &id, ObjectType type);
    /// A run of git in this repository with attributes switched off.
    Command command(QList<QByteArray> arguments, std::stop_token stop = {}) const;
    /// The scratch objects' folder, made on first use and visible to header() and read().
    Result<QByteArray> scratchObjects();
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
