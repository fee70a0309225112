// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/comparison.h"

#include "core/git/write.h"

#include <QDir>
#include <QFile>

namespace countersign::reviewui {

namespace {

// An empty repository that reads the objects of another one.
Result<std::shared_ptr<QTemporaryDir>> borrow(const QString &gitDirectory)
{
    auto folder = std::make_shared<QTemporaryDir>();
    if (!folder->isValid())
        return failure(ErrorKind::Internal, QStringLiteral("No temporary folder could be made."),
                       folder->errorString());
    if (auto made = git::initBare(folder->path(), "main"); !made)
        return std::unexpected(made.error());
    QDir(folder->path()).mkpath(QStringLiteral("objects/info"));
    QFile alternates(folder->filePath(QStringLiteral("objects/info/alternates")));
    if (!alternates.open(QIODevice::WriteOnly) ||
        alternates.write(QFile::encodeName(gitDirectory) + "/objects\n") < 0)
        return failure(ErrorKind::Internal, QStringLiteral("The comparison could not be prepared."),
                       alternates.errorString());
    return folder;
}

} // namespace

Result<Comparison> compareRevisions(const QString &gitDirectory, const api::Revision *from,
                                    const api::Revision &to)
{
    Comparison comparison;
    comparison.gitDirectory = gitDirectory;
    comparison.to = to.number;
    comparison.afterCommit = to.sourceCommit;
    comparison.after = git::Oid::fromHex(QStringView(to.sourceCommit)).value_or(git::Oid());
    const QString base = to.mergeBase.value_or(QString());
    if (!from) {
        comparison.beforeCommit = base;
        comparison.before = git::Oid::fromHex(QStringView(base)).value_or(git::Oid());
        return comparison;
    }
    comparison.from = from->number;
    comparison.beforeCommit = from->sourceCommit;
    comparison.before = git::Oid::fromHex(QStringView(from->sourceCommit)).value_or(git::Oid());
    if (!from->mergeBase || !to.mergeBase || *from->mergeBase == *to.mergeBase)
        return comparison;
    const auto oldBase = git::Oid::fromHex(QStringView(*from->mergeBase));
    const auto newBase = git::Oid::fromHex(QStringView(*to.mergeBase));
    if (!oldBase || !newBase)
        return comparison;
    auto scratch = borrow(gitDirectory);
    if (!scratch)
        return std::unexpected(scratch.error());
    const auto moved = git::mergeTrees((*scratch)->path(), *newBase, comparison.before, *oldBase);
    if (!moved)
        return std::unexpected(moved.error());
    comparison.scratch = *scratch;
    comparison.gitDirectory = (*scratch)->path();
    comparison.before = moved->tree;
    for (const auto &conflict : moved->conflicts)
        comparison.conflicts.append(conflict.path);
    return comparison;
}

} // namespace countersign::reviewui
