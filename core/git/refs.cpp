// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/reader.h"

#include <algorithm>

namespace countersign::git {

namespace {

struct NamedTarget
{
    QByteArray name;
    Oid target;
};

RefKind kindOf(QByteArrayView name)
{
    if (name.startsWith("refs/heads/"))
        return RefKind::Branch;
    if (name.startsWith("refs/tags/"))
        return RefKind::Tag;
    if (name.startsWith("refs/remotes/"))
        return RefKind::Remote;
    return name == "HEAD" ? RefKind::Head : RefKind::Other;
}

std::unexpected<Error> noSuchRef(QByteArrayView name)
{
    return failure(ErrorKind::NotFound, QStringLiteral("There is no ref %1.").arg(displayPath(name)));
}

// refs/remotes/origin/HEAD only repeats another remote branch.
bool isListed(QByteArrayView name, bool symbolic)
{
    const RefKind kind = kindOf(name);
    return kind == RefKind::Branch || kind == RefKind::Tag || (kind == RefKind::Remote && !symbolic);
}

Result<QList<NamedTarget>> libraryRefs(git_repository *repository)
{
    ReferenceIteratorHandle iterator;
    int code = git_reference_iterator_new(Out(iterator), repository);
    QList<NamedTarget> result;
    while (code == 0) {
        ReferenceHandle reference;
        code = git_reference_next(Out(reference), iterator.get());
        if (code != 0)
            break;
        const char *name = git_reference_name(reference.get());
        const bool symbolic = git_reference_type(reference.get()) == GIT_REFERENCE_SYMBOLIC;
        if (!isListed(name, symbolic))
            continue;
        git_oid id{};
        // A symbolic ref to nothing, or one deleted since the listing, is no ref any more.
        if (!symbolic)
            id = *git_reference_target(reference.get());
        else if (git_reference_name_to_id(&id, repository, name) != 0)
            continue;
        result.append({name, fromLibrary(id)});
    }
    if (code != GIT_ITEROVER)
        return libraryFailure(code, QStringLiteral("The refs could not be read."));
    return result;
}

Result<QList<NamedTarget>> programRefs(const Repository::Reader &reader)
{
    const auto output = run(reader.command({"for-each-ref", "--format=%(refname)%00%(objectname)%00%(symref)",
                                            "refs/heads", "refs/tags", "refs/remotes"}));
    if (!output)
        return std::unexpected(output.error());
    QList<NamedTarget> result;
    for (const QByteArray &line : output->split('\n')) {
        const QList<QByteArray> fields = line.split('\0');
        const auto id = fields.size() == 3 ? Oid::fromHex(fields[1]) : std::nullopt;
        if (id && isListed(fields[0], !fields[2].isEmpty()))
            result.append({fields[0], *id});
    }
    return result;
}

RefInfo describe(Repository::Reader &reader, const NamedTarget &ref)
{
    RefInfo info{ref.name, kindOf(ref.name), ref.target, {}, {}, {}};
    if (info.kind == RefKind::Tag) {
        const auto object = reader.read(ref.target, ObjectType::Tag);
        if (object) {
            if (const auto tag = parseTag(*object)) {
                info.tagger = tag->tagger;
                info.message = tag->message;
            }
        }
    }
    // A ref on a blob, a tree or a missing object stays listed, without a commit.
    if (const auto commit = peelToCommit(reader, ref.target))
        info.commit = *commit;
    return info;
}

} // namespace

Result<Oid> refTarget(Repository::Reader &reader, const QByteArray &fullName)
{
    if (reader.isReduced()) {
        const auto output = complete(reader.command({"show-ref", "--verify", "--hash", "--", fullName}));
        if (!output)
            return std::unexpected(output.error());
        const auto id = Oid::fromHex(output->output.trimmed());
        return id ? Result<Oid>(*id) : noSuchRef(fullName);
    }
    git_oid id{};
    const int code = git_reference_name_to_id(&id, reader.repository.get(), fullName.constData());
    if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC)
        return noSuchRef(fullName);
    if (code != 0)
        return libraryFailure(code,
                              QStringLiteral("The ref %1 could not be read.").arg(displayPath(fullName)));
    return fromLibrary(id);
}

Result<QList<RefInfo>> refs(const Repository &repository)
{
    Repository::Reader &reader = repository.reader();
    auto names = reader.isReduced() ? programRefs(reader) : libraryRefs(reader.repository.get());
    if (!names)
        return std::unexpected(names.error());
    std::ranges::sort(*names, {}, &NamedTarget::name);
    QList<RefInfo> result;
    result.reserve(names->size());
    for (const NamedTarget &name : *names)
        result.append(describe(reader, name));
    return result;
}

Result<QByteArray> headBranch(const Repository &repository)
{
    Repository::Reader &reader = repository.reader();
    QByteArray target;
    if (reader.isReduced()) {
        const auto output = complete(reader.command({"symbolic-ref", "--quiet", "HEAD"}));
        if (!output)
            return std::unexpected(output.error());
        target = output->output.trimmed();
    } else {
        ReferenceHandle head;
        const int code = git_reference_lookup(Out(head), reader.repository.get(), "HEAD");
        if (code != 0)
            return libraryFailure(code, QStringLiteral("HEAD could not be read."));
        if (git_reference_type(head.get()) == GIT_REFERENCE_SYMBOLIC)
            target = git_reference_symbolic_target(head.get());
    }
    return target.startsWith("refs/heads/") ? target : QByteArray();
}

Result<AheadBehind> aheadBehind(const Repository &repository, const Oid &tip, const Oid &base)
{
    Repository::Reader &reader = repository.reader();
    const auto output =
        run(reader.command({"rev-list", "--left-right", "--count", tip.hex() + "..." + base.hex(), "--"}));
    if (!output)
        return std::unexpected(output.error());
    const QList<QByteArray> counts = output->trimmed().split('\t');
    return AheadBehind{counts.value(0).toInt(), counts.value(1).toInt()};
}

} // namespace countersign::git
