// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/hubcommand.h"
#include "core/git/pathrules.h"
#include "core/git/reader.h"
#include "core/git/write.h"

#include <QSet>
#include <QTemporaryDir>

namespace countersign::git {

namespace {

Result<void> checkChange(const TreeChange &change)
{
    if (!isSafeTreePath(change.path))
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("%1 cannot be the path of a file.").arg(displayPath(change.path)));
    switch (change.mode) {
    case FileMode::None:
        return {};
    case FileMode::Normal:
    case FileMode::Executable:
    case FileMode::Symlink:
    case FileMode::Submodule:
        if (!change.blob.isNull())
            return {};
        break;
    case FileMode::Tree:
        break;
    }
    return failure(ErrorKind::InvalidInput,
                   QStringLiteral("The change of %1 names no content.").arg(displayPath(change.path)));
}

// Deletions go first, so that a file may give way to a folder of its name in one step.
QByteArray indexInfo(const QList<TreeChange> &changes, const Oid &base)
{
    QByteArray deletions;
    QByteArray additions;
    for (const TreeChange &change : changes) {
        if (change.mode == FileMode::None && base.isNull())
            continue;
        if (change.mode == FileMode::None)
            deletions += "0 " + QByteArray(2 * base.size(), '0') + '\t' + change.path + '\0';
        else
            additions += QByteArray::number(static_cast<uint>(change.mode), 8) + ' ' + change.blob.hex() +
                         '\t' + change.path + '\0';
    }
    return deletions + additions;
}

// Git itself would let the new path take the place of the old ones, whatever they hold.
Result<void> checkPlaces(const QString &gitDirectory, const Oid &base, const QList<TreeChange> &changes)
{
    const auto conflict = [](QByteArrayView path) {
        return failure(ErrorKind::Conflict,
                       QStringLiteral("%1 would be a file and a folder at once.").arg(displayPath(path)));
    };
    QSet<QByteArray> added;
    QSet<QByteArray> deleted;
    for (const TreeChange &change : changes)
        (change.mode == FileMode::None ? deleted : added).insert(change.path);
    const auto repository = Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    const auto root = base.isNull() ? Result<Oid>(Oid()) : peelToTree(repository->reader(), base);
    if (!root)
        return std::unexpected(root.error());
    QSet<QByteArray> folders;
    for (const QByteArray &path : std::as_const(added)) {
        for (qsizetype slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            const QByteArray folder = path.first(slash);
            if (folders.contains(folder))
                break;
            folders.insert(folder);
            const auto present = root->isNull() ? Result<TreeEntry>(failure(ErrorKind::NotFound, {}))
                                                : entry(*repository, *root, folder);
            if (added.contains(folder) ||
                (present && present->mode != FileMode::Tree && !deleted.contains(folder)))
                return conflict(folder);
        }
        const auto present = root->isNull() ? Result<TreeEntry>(failure(ErrorKind::NotFound, {}))
                                            : entry(*repository, *root, path);
        if (!present || present->mode != FileMode::Tree)
            continue;
        const auto below = allFiles(*repository, present->id);
        if (!below)
            return std::unexpected(below.error());
        for (const TreeEntry &file : *below) {
            if (!deleted.contains(path + '/' + file.name))
                return conflict(path);
        }
    }
    return {};
}

} // namespace

Result<Oid> writeTree(const QString &gitDirectory, const Oid &base, const QList<TreeChange> &changes)
{
    for (const TreeChange &change : changes) {
        if (const auto valid = checkChange(change); !valid)
            return std::unexpected(valid.error());
    }
    if (const auto valid = checkPlaces(gitDirectory, base, changes); !valid)
        return std::unexpected(valid.error());
    const QTemporaryDir folder;
    if (!folder.isValid())
        return failure(ErrorKind::Internal, QStringLiteral("No temporary folder could be made."),
                       folder.errorString());
    const auto command = [&](QList<QByteArray> arguments) {
        Command command = hubCommand(gitDirectory, std::move(arguments));
        command.environment << "GIT_INDEX_FILE=" + absolutePath(folder.filePath(QStringLiteral("index")));
        // The index lives only for this call; the objects are synced.
        command.configuration.emplaceBack("core.fsync", "all,-index");
        return command;
    };
    if (!base.isNull()) {
        const auto read = run(command({"read-tree", "--end-of-options", base.hex()}));
        if (!read) {
            Error error = read.error();
            error.kind = ErrorKind::NotFound;
            error.message = QStringLiteral("The files of %1 could not be read.").arg(base.toString());
            return std::unexpected(error);
        }
    }
    const auto updated =
        complete(command({"update-index", "--add", "-z", "--index-info"}), indexInfo(changes, base));
    if (!updated)
        return std::unexpected(updated.error());
    if (!updated->succeeded()) {
        Error error = programError(QStringLiteral("The files could not be changed."), updated->exitCode,
                                   updated->errors);
        if (updated->errors.contains("Invalid path") || updated->errors.contains("malformed")) {
            error.kind = ErrorKind::InvalidInput;
        }
        return std::unexpected(error);
    }
    const auto written = complete(command({"write-tree"}));
    if (!written)
        return std::unexpected(written.error());
    if (!written->succeeded()) {
        Error error = programError(QStringLiteral("The files could not be stored."), written->exitCode,
                                   written->errors);
        if (written->errors.contains("invalid object")) {
            error.kind = ErrorKind::NotFound;
            error.message = QStringLiteral("The content of a changed file is not in the repository.");
        }
        return std::unexpected(error);
    }
    return printedId(written->output);
}

} // namespace countersign::git
