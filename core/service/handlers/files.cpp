// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/files.h"

#include "core/service/branchcommit.h"
#include "core/service/gitlookup.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

Result<PutFile::Output> handle(Call &call, const PutFile::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const RepositoryLock lock = call.lock(*row);
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto base = branchBase(*repository, input.branchName, input.parentCommitId);
    if (!base)
        return std::unexpected(base.error());

    const QString directory = call.gitDirectory(*row);
    TreeEdit edit(*repository, directory, base->tree);
    const auto blob = git::writeBlob(directory, input.fileContent);
    if (!blob)
        return std::unexpected(blob.error());
    const QByteArray path = pathBytes(input.filePath);
    if (auto done = edit.put(path, *blob, fileModeOf(input.fileMode.value_or(QString()))); !done)
        return std::unexpected(done.error());
    const TreeEdit::Change change = edit.changes().first();
    if (change.before && change.before->id == *blob && change.before->mode == change.after->mode)
        return wireFailure("SameFileContentException",
                           u"The file %1 has this content already."_s.arg(input.filePath));
    const auto tree = edit.write();
    if (!tree)
        return std::unexpected(tree.error());
    const QString verb = change.before ? u"Edit "_s : u"Add "_s;
    const auto commit =
        commitTree(call, lock, *row, input.branchName, *base, *tree,
                   {input.name, input.email, input.commitMessage, verb + QString::fromUtf8(path)});
    if (!commit)
        return std::unexpected(commit.error());
    return PutFile::Output{commit->toString(), blob->toString(), tree->toString()};
}

Result<DeleteFile::Output> handle(Call &call, const DeleteFile::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const RepositoryLock lock = call.lock(*row);
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto base = branchBase(*repository, input.branchName, input.parentCommitId);
    if (!base)
        return std::unexpected(base.error());

    TreeEdit edit(*repository, call.gitDirectory(*row), base->tree);
    const QByteArray path = pathBytes(input.filePath);
    if (auto done = edit.remove(path); !done)
        return std::unexpected(done.error());
    const git::Oid removed = edit.changes().first().before->id;
    if (input.keepEmptyFolders.value_or(false))
        if (auto done = edit.keepEmptyFolders(); !done)
            return std::unexpected(done.error());
    const auto tree = edit.write();
    if (!tree)
        return std::unexpected(tree.error());
    const auto commit =
        commitTree(call, lock, *row, input.branchName, *base, *tree,
                   {input.name, input.email, input.commitMessage, u"Delete "_s + QString::fromUtf8(path)});
    if (!commit)
        return std::unexpected(commit.error());
    return DeleteFile::Output{commit->toString(), removed.toString(), tree->toString(),
                              QString::fromUtf8(path)};
}

Result<GetFile::Output> handle(Call &call, const GetFile::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto commit = resolveSpecifier(*row, *repository, input.commitSpecifier);
    if (!commit)
        return std::unexpected(commit.error());
    const QByteArray path = pathBytes(input.filePath);
    const auto entry = findEntry(*repository, *commit, path);
    if (!entry)
        return std::unexpected(entry.error());
    if (!*entry || (*entry)->mode == git::FileMode::Tree || (*entry)->mode == git::FileMode::Submodule)
        return wireFailure("FileDoesNotExistException", u"The file %1 does not exist."_s.arg(input.filePath));
    auto content = git::blob(*repository, (*entry)->id, call.hub.settings.maximumFileSize);
    if (!content && content.error().kind == ErrorKind::LimitExceeded)
        return wireFailure("FileTooLargeException",
                           u"The file is larger than %1 bytes."_s.arg(call.hub.settings.maximumFileSize));
    if (!content)
        return std::unexpected(content.error());
    const qint64 size = content->size();
    return GetFile::Output{commit->toString(),
                           (*entry)->id.toString(),
                           QString::fromUtf8(path),
                           fileModeText((*entry)->mode),
                           size,
                           std::move(*content)};
}

Result<GetBlob::Output> handle(Call &call, const GetBlob::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto id = git::Oid::fromHex(QStringView(input.blobId));
    if (!id || id->size() != repository->idSize())
        return wireFailure(
            "InvalidBlobIdException",
            u"%1 is no id of a blob: ids of this repository have %2 digits."_s.arg(input.blobId)
                .arg(2 * repository->idSize()));
    auto content = git::blob(*repository, *id, call.hub.settings.maximumFileSize);
    if (content)
        return GetBlob::Output{std::move(*content)};
    if (content.error().kind == ErrorKind::LimitExceeded)
        return wireFailure("FileTooLargeException",
                           u"The file is larger than %1 bytes."_s.arg(call.hub.settings.maximumFileSize));
    if (content.error().kind == ErrorKind::NotFound || content.error().kind == ErrorKind::InvalidInput)
        return wireFailure("BlobIdDoesNotExistException", u"The blob %1 does not exist."_s.arg(input.blobId));
    return std::unexpected(content.error());
}

Result<GetFolder::Output> handle(Call &call, const GetFolder::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    const auto commit = resolveSpecifier(*row, *repository, input.commitSpecifier);
    if (!commit)
        return std::unexpected(commit.error());
    QByteArray path = pathBytes(input.folderPath);
    while (path.endsWith('/'))
        path.chop(1);
    const auto entries = git::tree(*repository, *commit, path);
    if (!entries && entries.error().kind == ErrorKind::NotFound)
        return wireFailure("FolderDoesNotExistException",
                           u"The folder %1 does not exist."_s.arg(input.folderPath));
    if (!entries)
        return std::unexpected(entries.error());
    GetFolder::Output output;
    output.commitId = commit->toString();
    output.folderPath = QString::fromUtf8(path);
    const auto itself =
        path.isEmpty()
            ? git::commit(*repository, *commit).transform([](const auto &info) { return info.tree; })
            : git::entry(*repository, *commit, path).transform([](const auto &e) { return e.id; });
    if (!itself)
        return std::unexpected(itself.error());
    output.treeId = itself->toString();
    for (const git::TreeEntry &entry : *entries) {
        const QString name = QString::fromUtf8(entry.name);
        const QString full = path.isEmpty() ? name : output.folderPath + u'/' + name;
        const QString id = entry.id.toString();
        switch (entry.mode) {
        case git::FileMode::Tree:
            output.subFolders.append({id, full, name});
            break;
        case git::FileMode::Symlink:
            output.symbolicLinks.append({id, full, name, fileModeText(entry.mode)});
            break;
        case git::FileMode::Submodule:
            output.subModules.append({id, full, name});
            break;
        default:
            output.files.append({id, full, name, fileModeText(entry.mode)});
            break;
        }
    }
    return output;
}

} // namespace countersign::service
