// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/gitlookup.h"

#include "core/api/enums.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

QByteArray branchRef(const QString &shortName) { return "refs/heads/" + shortName.toUtf8(); }

QByteArray tagRef(const QString &shortName) { return "refs/tags/" + shortName.toUtf8(); }

Result<std::optional<git::RefInfo>> findRef(const git::Repository &repository, const QByteArray &fullName)
{
    const auto refs = git::refs(repository);
    if (!refs)
        return std::unexpected(refs.error());
    for (const git::RefInfo &ref : *refs)
        if (ref.name == fullName)
            return ref;
    return std::nullopt;
}

Result<std::optional<git::Oid>> findBranch(const git::Repository &repository, const QString &shortName)
{
    const auto tip = git::resolveCommit(repository, branchRef(shortName));
    if (tip)
        return *tip;
    if (tip.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    return std::unexpected(tip.error());
}

Result<git::Oid> branchTip(const git::Repository &repository, const QString &shortName)
{
    const auto tip = findBranch(repository, shortName);
    if (!tip)
        return std::unexpected(tip.error());
    if (!*tip)
        return api::wireFailure("BranchDoesNotExistException",
                                u"The branch %1 does not exist."_s.arg(shortName));
    return **tip;
}

Result<git::Oid> resolveSpecifier(const store::RepositoryRow &row, const git::Repository &repository,
                                  const std::optional<QString> &specifier)
{
    if (!specifier && !row.defaultBranch)
        return api::wireFailure("CommitDoesNotExistException",
                                u"No commit was specified and the repository has no default branch."_s);
    const QByteArray name = specifier ? specifier->toUtf8() : branchRef(*row.defaultBranch);
    auto commit = git::resolveCommit(repository, name);
    if (!commit && commit.error().kind == ErrorKind::NotFound)
        return api::wireFailure("CommitDoesNotExistException",
                                u"%1 is no commit of the repository."_s.arg(QString::fromUtf8(name)));
    return commit;
}

Result<git::Oid> existingCommit(const git::Repository &repository, const QString &id,
                                const CommitIdErrors &errors)
{
    const auto oid = git::Oid::fromHex(QStringView(id));
    if (!oid || oid->size() != repository.idSize())
        return api::wireFailure(
            errors.invalid, u"%1 is no id of a commit: ids of this repository have %2 digits."_s.arg(id).arg(
                                2 * repository.idSize()));
    const auto commit = git::commit(repository, *oid);
    if (commit)
        return *oid;
    if (commit.error().kind != ErrorKind::NotFound)
        return std::unexpected(commit.error());
    return api::wireFailure(errors.missing, u"The commit %1 does not exist."_s.arg(id));
}

QByteArray pathBytes(const QString &path)
{
    const QByteArray bytes = path.toUtf8();
    return bytes.startsWith('/') ? bytes.sliced(1) : bytes;
}

Result<std::optional<git::TreeEntry>> findEntry(const git::Repository &repository,
                                                const git::Oid &commitOrTree, const QByteArray &path)
{
    if (commitOrTree.isNull())
        return std::nullopt;
    auto entry = git::entry(repository, commitOrTree, path);
    if (entry)
        return std::move(*entry);
    if (entry.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    return std::unexpected(entry.error());
}

QString fileModeText(git::FileMode mode)
{
    switch (mode) {
    case git::FileMode::Executable:
        return api::FileMode::Executable;
    case git::FileMode::Symlink:
        return api::FileMode::Symlink;
    default:
        return api::FileMode::Normal;
    }
}

git::FileMode fileModeOf(const QString &text)
{
    if (text == api::FileMode::Executable)
        return git::FileMode::Executable;
    if (text == api::FileMode::Symlink)
        return git::FileMode::Symlink;
    return text == api::FileMode::Normal ? git::FileMode::Normal : git::FileMode::None;
}

} // namespace countersign::service
