// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/reader.h"

#include "core/git/environment.h"

#include <QDir>
#include <QFile>

namespace countersign::git {

namespace {

std::unexpected<Error> missing(const Oid &id)
{
    return failure(ErrorKind::NotFound,
                   QStringLiteral("The object %1 is not in the repository.").arg(id.toString()));
}

std::optional<ObjectType> fromLibraryType(git_object_t type)
{
    switch (type) {
    case GIT_OBJECT_COMMIT:
        return ObjectType::Commit;
    case GIT_OBJECT_TREE:
        return ObjectType::Tree;
    case GIT_OBJECT_BLOB:
        return ObjectType::Blob;
    case GIT_OBJECT_TAG:
        return ObjectType::Tag;
    default:
        return std::nullopt;
    }
}

// Git's empty tree is readable everywhere, also where nobody wrote it.
bool isEmptyTree(const Oid &id)
{
    static const Oid sha1 = *Oid::fromHex(QByteArrayView("4b825dc642cb6eb9a060e54bf8d69288fbee4904"));
    return id == sha1;
}

} // namespace

Result<ObjectHeader> Repository::Reader::header(const Oid &id)
{
    if (id.size() != idSize || id.isNull())
        return missing(id);
    if (isReduced())
        return catFile->header(id);
    if (isEmptyTree(id))
        return ObjectHeader{ObjectType::Tree, 0};
    const git_oid oid = toLibrary(id);
    size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    const int code = git_odb_read_header(&size, &type, odb.get(), &oid);
    if (code == GIT_ENOTFOUND)
        return missing(id);
    const auto known = code == 0 ? fromLibraryType(type) : std::nullopt;
    if (!known)
        return libraryFailure(code, QStringLiteral("The object %1 could not be read.").arg(id.toString()));
    return ObjectHeader{*known, static_cast<qint64>(size)};
}

Result<RawObject> Repository::Reader::read(const Oid &id)
{
    if (id.size() != idSize || id.isNull())
        return missing(id);
    if (isReduced())
        return catFile->read(id);
    if (isEmptyTree(id))
        return RawObject{ObjectType::Tree, {}};
    const git_oid oid = toLibrary(id);
    OdbObjectHandle object;
    const int code = git_odb_read(Out(object), odb.get(), &oid);
    if (code == GIT_ENOTFOUND)
        return missing(id);
    const auto type = code == 0 ? fromLibraryType(git_odb_object_type(object.get())) : std::nullopt;
    if (!type)
        return libraryFailure(code, QStringLiteral("The object %1 could not be read.").arg(id.toString()));
    return RawObject{*type, QByteArray(static_cast<const char *>(git_odb_object_data(object.get())),
                                       static_cast<qsizetype>(git_odb_object_size(object.get())))};
}

Result<QByteArray> Repository::Reader::read(const Oid &id, ObjectType type)
{
    auto object = read(id);
    if (!object)
        return std::unexpected(object.error());
    if (object->type != type)
        return failure(ErrorKind::NotFound,
                       QStringLiteral("The object %1 is of another type.").arg(id.toString()));
    return std::move(object->bytes);
}

Command Repository::Reader::command(QList<QByteArray> arguments, std::stop_token stop) const
{
    Command command;
    command.gitDirectory = gitDirectory;
    command.arguments = std::move(arguments);
    command.environment << withoutAttributes(idSize);
    command.stop = std::move(stop);
    return command;
}

QByteArray Repository::Reader::commonDirectory() const
{
    QFile file(QFile::decodeName(gitDirectory + "/commondir"));
    if (!file.open(QIODevice::ReadOnly))
        return gitDirectory;
    const QByteArray path = file.readAll().trimmed();
    return path.startsWith('/') ? path : gitDirectory + '/' + path;
}

QByteArray Repository::Reader::objects() const { return commonDirectory() + "/objects"; }

Result<QByteArray> Repository::Reader::scratchDirectory()
{
    if (!scratch) {
        // By hand: a run of git init would cost more than what is run in it.
        auto folder = std::make_unique<QTemporaryDir>();
        const QDir root(folder->path());
        QFile head(root.filePath(QStringLiteral("HEAD")));
        QFile config(root.filePath(QStringLiteral("config")));
        const QByteArray settings = idSize == 32 ? "[core]\n\trepositoryformatversion = 1\n\tbare = true\n"
                                                   "[extensions]\n\tobjectFormat = sha256\n"
                                                 : "[core]\n\trepositoryformatversion = 0\n\tbare = true\n";
        if (!folder->isValid() || !root.mkpath(QStringLiteral("objects/info")) ||
            !root.mkpath(QStringLiteral("refs")) || !head.open(QIODevice::WriteOnly) ||
            head.write("ref: refs/heads/none\n") < 0 || !config.open(QIODevice::WriteOnly) ||
            config.write(settings) != settings.size())
            return failure(ErrorKind::Internal, QStringLiteral("No temporary folder could be made."),
                           folder->errorString());
        scratch = std::move(folder);
    }
    return QFile::encodeName(scratch->path());
}

Result<Command> Repository::Reader::isolated(QList<QByteArray> arguments, std::stop_token stop)
{
    const auto folder = scratchDirectory();
    if (!folder)
        return std::unexpected(folder.error());
    Command command = this->command(std::move(arguments), std::move(stop));
    command.gitDirectory = *folder;
    command.environment << "GIT_OBJECT_DIRECTORY=" + objects();
    const QByteArray shallow = commonDirectory() + "/shallow";
    if (QFile::exists(QFile::decodeName(shallow)))
        command.environment << "GIT_SHALLOW_FILE=" + shallow;
    return command;
}

Result<QByteArray> Repository::Reader::scratchObjects()
{
    auto folder = scratchDirectory();
    if (!folder)
        return folder;
    const QByteArray path = *folder + "/objects";
    if (!readsScratch) {
        if (catFile)
            catFile->addObjects(path);
        else if (const int code = git_odb_add_disk_alternate(odb.get(), path.constData()); code != 0)
            return libraryFailure(code, QStringLiteral("Temporary objects cannot be read."));
        readsScratch = true;
    }
    return path;
}

Result<Oid> peelToCommit(Repository::Reader &reader, Oid id)
{
    // A chain of tags is finite, but a hostile one may be long.
    for (int depth = 0; depth < 64; ++depth) {
        const auto header = reader.header(id);
        if (!header)
            return std::unexpected(header.error());
        if (header->type == ObjectType::Commit)
            return id;
        if (header->type != ObjectType::Tag)
            break;
        const auto bytes = reader.read(id, ObjectType::Tag);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto tag = parseTag(*bytes);
        if (!tag)
            return std::unexpected(tag.error());
        id = tag->target;
    }
    return failure(ErrorKind::NotFound, QStringLiteral("%1 is no commit.").arg(id.toString()));
}

Result<Oid> peelToTree(Repository::Reader &reader, Oid id)
{
    auto object = reader.read(id);
    if (object && object->type == ObjectType::Tag) {
        const auto commit = peelToCommit(reader, id);
        if (!commit)
            return std::unexpected(commit.error());
        id = *commit;
        object = reader.read(id);
    }
    if (!object)
        return std::unexpected(object.error());
    if (object->type == ObjectType::Tree)
        return id;
    if (object->type != ObjectType::Commit)
        return failure(ErrorKind::NotFound, QStringLiteral("%1 has no files.").arg(id.toString()));
    const auto info = parseCommit(id, object->bytes);
    if (!info)
        return std::unexpected(info.error());
    return info->tree;
}

} // namespace countersign::git
