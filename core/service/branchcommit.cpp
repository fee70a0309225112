// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/branchcommit.h"

#include "core/service/gitlookup.h"
#include "core/service/refnames.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

Result<void> mayBeFirst(const git::Repository &repository, const QString &branch)
{
    const auto refs = git::refs(repository);
    if (!refs)
        return std::unexpected(refs.error());
    bool hasBranches = false;
    for (const git::RefInfo &ref : *refs) {
        hasBranches = hasBranches || ref.kind == git::RefKind::Branch;
        if (ref.name == tagRef(branch))
            return api::wireFailure("BranchNameIsTagNameException",
                                    u"%1 is a tag, not a branch."_s.arg(branch));
    }
    if (hasBranches)
        return api::wireFailure("BranchDoesNotExistException",
                                u"The branch %1 does not exist."_s.arg(branch));
    return checkNewRef(repository, branchRef(branch), "InvalidBranchNameException",
                       "BranchNameExistsException");
}

} // namespace

Result<BranchBase> branchBase(const git::Repository &repository, const QString &branch,
                              const std::optional<QString> &parentCommitId)
{
    const auto tip = findBranch(repository, branch);
    if (!tip)
        return std::unexpected(tip.error());
    if (!*tip) {
        if (auto first = mayBeFirst(repository, branch); !first)
            return std::unexpected(first.error());
        if (parentCommitId)
            return api::wireFailure("ParentCommitDoesNotExistException",
                                    u"The repository is empty: there is no parent commit."_s);
        return BranchBase{};
    }
    if (!parentCommitId)
        return api::wireFailure("ParentCommitIdRequiredException",
                                u"The id of the branch's latest commit is required."_s);
    const auto parent = existingCommit(
        repository, *parentCommitId, {"InvalidParentCommitIdException", "ParentCommitDoesNotExistException"});
    if (!parent)
        return std::unexpected(parent.error());
    if (*parent != **tip)
        return api::wireFailure(
            "ParentCommitIdOutdatedException",
            u"The branch %1 has moved on; its latest commit is %2."_s.arg(branch, (*tip)->toString()));
    return git::commit(repository, *parent).transform([&](const git::CommitInfo &info) {
        return BranchBase{*parent, info.tree};
    });
}

git::Signature signature(const Call &call, const std::optional<QString> &name,
                         const std::optional<QString> &email)
{
    return {name.value_or(call.caller.displayName), email.value_or(call.caller.email), call.now / 1000, 0};
}

Result<git::Oid> commitTree(Call &call, const RepositoryLock &lock, const store::RepositoryRow &repository,
                            const QString &branch, const BranchBase &base, const git::Oid &tree,
                            const CommitText &text)
{
    const git::Signature who = signature(call, text.name, text.email);
    const QString message = text.message && !text.message->isEmpty() ? *text.message : text.defaultMessage;
    const QList<git::Oid> parents = base.tip.isNull() ? QList<git::Oid>() : QList{base.tip};
    const auto commit = git::writeCommit(call.gitDirectory(repository), tree, parents, who, who, message);
    if (!commit)
        return commit;
    const QString reason = u"commit: "_s + message.section(u'\n', 0, 0);
    auto moved = call.changeRefs(lock, repository, {{branchRef(branch), base.tip, *commit}}, reason);
    if (!moved && moved.error().kind == ErrorKind::Conflict)
        return api::wireFailure("ParentCommitIdOutdatedException",
                                u"The branch %1 has moved on."_s.arg(branch));
    if (!moved)
        return std::unexpected(moved.error());
    return commit;
}

} // namespace countersign::service
