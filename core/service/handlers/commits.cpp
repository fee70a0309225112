// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/commits.h"

#include "core/api/enums.h"
#include "core/service/branchcommit.h"
#include "core/service/gitlookup.h"
#include "core/service/mapping.h"
#include "core/service/paging.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

Result<void> checkEntries(const Call &call, const CreateCommit::Input &input)
{
    const qsizetype count = input.putFiles.size() + input.deleteFiles.size() + input.setFileModes.size();
    if (count == 0)
        return wireFailure("FileEntryRequiredException", u"A commit changes at least one file."_s);
    if (count > call.hub.settings.maximumFileEntries)
        return wireFailure("MaximumFileEntriesExceededException",
                           u"A commit changes at most %1 files."_s.arg(call.hub.settings.maximumFileEntries));
    qint64 bytes = 0;
    for (const PutFileEntry &entry : input.putFiles) {
        if (entry.fileContent && entry.sourceFile)
            return wireFailure("FileContentAndSourceFileSpecifiedException",
                               u"%1 has both a content and a source file."_s.arg(entry.filePath));
        if (!entry.fileContent && !entry.sourceFile)
            return wireFailure("SourceFileOrContentRequiredException",
                               u"%1 has neither a content nor a source file."_s.arg(entry.filePath));
        if (entry.sourceFile && pathBytes(entry.sourceFile->filePath).endsWith(".gitkeep"))
            return wireFailure("RestrictedSourceFileException", u"A .gitkeep file cannot be a source."_s);
        bytes += entry.fileContent ? entry.fileContent->size() : 0;
    }
    if (bytes > call.hub.settings.maximumCommitSize)
        return wireFailure("FileContentSizeLimitExceededException",
                           u"The files of a commit are together larger than %1 bytes."_s.arg(
                               call.hub.settings.maximumCommitSize));
    return {};
}

Result<void> stageRemovals(TreeEdit &edit, const CreateCommit::Input &input)
{
    for (const DeleteFileEntry &entry : input.deleteFiles)
        if (auto done = edit.remove(pathBytes(entry.filePath)); !done)
            return done;
    for (const PutFileEntry &entry : input.putFiles)
        if (entry.sourceFile && entry.sourceFile->isMove.value_or(false))
            if (auto done = edit.remove(pathBytes(entry.sourceFile->filePath)); !done)
                return done;
    return {};
}

Result<void> stage(TreeEdit &edit, const QString &directory, const CreateCommit::Input &input)
{
    if (auto done = stageRemovals(edit, input); !done)
        return done;
    for (const PutFileEntry &entry : input.putFiles) {
        git::FileMode mode = fileModeOf(entry.fileMode.value_or(QString()));
        Result<git::Oid> blob;
        if (entry.sourceFile) {
            const auto source = edit.file(pathBytes(entry.sourceFile->filePath));
            if (!source)
                return std::unexpected(source.error());
            blob = source->id;
            if (mode == git::FileMode::None)
                mode = source->mode;
        } else {
            blob = git::writeBlob(directory, *entry.fileContent);
        }
        if (!blob)
            return std::unexpected(blob.error());
        if (auto done = edit.put(pathBytes(entry.filePath), *blob, mode); !done)
            return done;
    }
    for (const SetFileModeEntry &entry : input.setFileModes)
        if (auto done = edit.setMode(pathBytes(entry.filePath), fileModeOf(entry.fileMode)); !done)
            return done;
    if (input.keepEmptyFolders.value_or(false))
        return edit.keepEmptyFolders();
    return {};
}

FileMetadata metadata(const QByteArray &path, const git::Oid &id, git::FileMode mode)
{
    return {QString::fromUtf8(path), id.toString(), fileModeText(mode)};
}

QString defaultMessage(const CreateCommit::Output &output)
{
    const auto name = [](const QList<FileMetadata> &list, const QString &word) {
        return list.size() == 1 ? word + u' ' + list.first().absolutePath
                                : word + u' ' + QString::number(list.size()) + u" files"_s;
    };
    QStringList parts;
    if (!output.filesAdded.isEmpty())
        parts.append(name(output.filesAdded, u"Add"_s));
    if (!output.filesUpdated.isEmpty())
        parts.append(name(output.filesUpdated, u"Edit"_s));
    if (!output.filesDeleted.isEmpty())
        parts.append(name(output.filesDeleted, u"Delete"_s));
    return parts.join(u", "_s);
}

} // namespace

Result<CreateCommit::Output> handle(Call &call, const CreateCommit::Input &input)
{
    if (auto valid = checkEntries(call, input); !valid)
        return std::unexpected(valid.error());
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
    if (auto staged = stage(edit, call.gitDirectory(*row), input); !staged)
        return std::unexpected(staged.error());
    const auto tree = edit.write();
    if (!tree)
        return std::unexpected(tree.error());
    if (*tree == base->tree)
        return wireFailure("NoChangeException", u"The files are already as they should become."_s);

    CreateCommit::Output output;
    output.treeId = tree->toString();
    for (const TreeEdit::Change &change : edit.changes()) {
        if (!change.after)
            output.filesDeleted.append(metadata(change.path, change.before->id, change.before->mode));
        else if (!change.before)
            output.filesAdded.append(metadata(change.path, change.after->blob, change.after->mode));
        else if (change.before->id != change.after->blob || change.before->mode != change.after->mode)
            output.filesUpdated.append(metadata(change.path, change.after->blob, change.after->mode));
    }
    const auto commit =
        commitTree(call, lock, *row, input.branchName, *base, *tree,
                   {input.authorName, input.email, input.commitMessage, defaultMessage(output)});
    if (!commit)
        return std::unexpected(commit.error());
    output.commitId = commit->toString();
    return output;
}

namespace {
constexpr CommitIdErrors getCommitErrors{"InvalidCommitIdException", "CommitIdDoesNotExistException"};
/// Of many ids, a shortened one is one that is not there.
constexpr CommitIdErrors batchErrors{"CommitIdDoesNotExistException", "CommitIdDoesNotExistException"};
} // namespace

Result<GetCommit::Output> handle(Call &call, const GetCommit::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    return existingCommit(*repository, input.commitId, getCommitErrors)
        .and_then([&](const git::Oid &id) { return git::commit(*repository, id); })
        .transform([](const git::CommitInfo &info) { return GetCommit::Output{toCommit(info)}; });
}

Result<BatchGetCommits::Output> handle(Call &call, const BatchGetCommits::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    BatchGetCommits::Output output;
    for (const QString &id : input.commitIds) {
        const auto commit = existingCommit(*repository, id, batchErrors).and_then([&](const git::Oid &oid) {
            return git::commit(*repository, oid);
        });
        if (commit)
            output.commits.append(toCommit(*commit));
        else
            output.errors.append({id, wireCode(commit.error()), commit.error().message});
    }
    return output;
}

namespace {

/// A side of a comparison limited to a path: the tree or file there, null when nothing is.
struct Side
{
    git::Oid tree;
    std::optional<git::TreeEntry> file;
};

Result<Side> sideOf(const git::Repository &repository, const git::Oid &commit,
                    const std::optional<QString> &path)
{
    const QByteArray bytes = pathBytes(path.value_or(QString()));
    if (commit.isNull() || bytes.isEmpty())
        return Side{commit, std::nullopt};
    const auto entry = findEntry(repository, commit, bytes);
    if (!entry)
        return std::unexpected(entry.error());
    if (!*entry)
        return Side{};
    if ((*entry)->mode == git::FileMode::Tree)
        return Side{(*entry)->id, std::nullopt};
    return Side{{}, **entry};
}

QString octal(git::FileMode mode) { return u"%1"_s.arg(quint32(mode), 6, 8, QChar(u'0')); }

BlobMetadata blobOf(const git::Oid &id, const QByteArray &path, git::FileMode mode)
{
    return {id.toString(), QString::fromUtf8(path), octal(mode)};
}

QByteArray fileName(const QByteArray &path) { return path.sliced(path.lastIndexOf('/') + 1); }

Result<QList<Difference>> compare(const git::Repository &repository, const Side &before, const Side &after)
{
    QList<Difference> list;
    if (before.file || after.file) {
        Difference difference;
        if (before.file)
            difference.beforeBlob = blobOf(before.file->id, fileName(before.file->name), before.file->mode);
        if (after.file)
            difference.afterBlob = blobOf(after.file->id, fileName(after.file->name), after.file->mode);
        difference.changeType = !before.file  ? Change::Added
                                : !after.file ? Change::Deleted
                                              : Change::Modified;
        const bool same = before.file && after.file && before.file->id == after.file->id &&
                          before.file->mode == after.file->mode;
        return same ? list : QList{difference};
    }
    git::DeltaOptions options;
    options.renames = false;
    const auto deltas = git::deltas(repository, before.tree, after.tree, options);
    if (!deltas)
        return std::unexpected(deltas.error());
    for (const git::FileDelta &delta : deltas->files) {
        Difference difference;
        if (!delta.oldId.isNull())
            difference.beforeBlob = blobOf(delta.oldId, delta.oldPath, delta.oldMode);
        if (!delta.newId.isNull())
            difference.afterBlob = blobOf(delta.newId, delta.newPath, delta.newMode);
        difference.changeType = delta.oldId.isNull()   ? Change::Added
                                : delta.newId.isNull() ? Change::Deleted
                                                       : Change::Modified;
        list.append(difference);
    }
    return list;
}

} // namespace

Result<GetDifferences::Output> handle(Call &call, const GetDifferences::Input &input)
{
    const auto row = call.repository(input.repositoryName);
    if (!row)
        return std::unexpected(row.error());
    const auto repository = call.open(*row);
    if (!repository)
        return std::unexpected(repository.error());
    Result<git::Oid> before = git::Oid();
    if (input.beforeCommitSpecifier)
        before = resolveSpecifier(*row, *repository, input.beforeCommitSpecifier);
    if (!before)
        return std::unexpected(before.error());
    const auto after = resolveSpecifier(*row, *repository, input.afterCommitSpecifier);
    if (!after)
        return std::unexpected(after.error());
    const auto left = sideOf(*repository, *before, input.beforePath);
    if (!left)
        return std::unexpected(left.error());
    const auto right = sideOf(*repository, *after, input.afterPath);
    if (!right)
        return std::unexpected(right.error());
    const bool limited = !pathBytes(input.beforePath.value_or(QString())).isEmpty() ||
                         !pathBytes(input.afterPath.value_or(QString())).isEmpty();
    if (limited && left->tree.isNull() && !left->file && right->tree.isNull() && !right->file)
        return wireFailure("PathDoesNotExistException", u"The path exists on neither side."_s);
    auto list = compare(*repository, *left, *right);
    if (!list)
        return std::unexpected(list.error());
    auto next = cutPage(call.row, *list, input.NextToken, pageSize(call.row, input.MaxResults));
    if (!next)
        return std::unexpected(next.error());
    return GetDifferences::Output{*list, *next};
}

} // namespace countersign::service
