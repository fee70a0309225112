// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/mergetree.h"

#include "core/git/hubcommand.h"
#include "core/git/quoting.h"
#include "core/git/reader.h"

namespace countersign::git {

namespace {

// "mode id stage<TAB>path" of one side of a conflict.
bool takeConflict(QByteArrayView record, QList<MergeConflict> &conflicts)
{
    const qsizetype tab = record.indexOf('\t');
    if (tab < 0)
        return false;
    const QList<QByteArray> fields = record.first(tab).toByteArray().split(' ');
    const auto id = fields.size() == 3 ? Oid::fromHex(fields[1]) : std::nullopt;
    if (!id)
        return false;
    const QByteArray path = record.sliced(tab + 1).toByteArray();
    if (conflicts.isEmpty() || conflicts.last().path != path) {
        conflicts.append(MergeConflict());
        conflicts.last().path = path;
    }
    MergeConflict &conflict = conflicts.last();
    const auto mode = static_cast<FileMode>(fields[0].toUInt(nullptr, 8));
    switch (fields[2].toInt()) {
    case 1:
        conflict.base = *id;
        conflict.baseMode = mode;
        return true;
    case 2:
        conflict.ours = *id;
        conflict.oursMode = mode;
        return true;
    case 3:
        conflict.theirs = *id;
        conflict.theirsMode = mode;
        return true;
    default:
        return false;
    }
}

} // namespace

Result<MergeOutcome> runMergeTree(Command command, const Oid &base, const Oid &ours, const Oid &theirs)
{
    command.arguments = {"merge-tree", "--write-tree", "-z", "--no-messages"};
    if (!base.isNull())
        command.arguments << "--merge-base=" + base.hex();
    command.arguments << "--end-of-options" << ours.hex() << theirs.hex();
    const auto result = complete(command);
    if (!result)
        return std::unexpected(result.error());
    // The status is 1 for a conflict and for an unknown commit alike: what was printed decides.
    const QList<QByteArray> records = result->output.split('\0');
    const auto tree = Oid::fromHex(records.value(0));
    if (!tree || result->exitCode > 1) {
        Error error = programError(QStringLiteral("The commits could not be merged."), result->exitCode,
                                   result->errors);
        if (result->errors.contains("unrelated histories")) {
            error.kind = ErrorKind::Conflict;
            error.message = QStringLiteral("The two histories have no common commit.");
        } else if (result->exitCode == 1) {
            error.kind = ErrorKind::NotFound;
        }
        return std::unexpected(error);
    }
    MergeOutcome outcome{*tree, {}};
    for (qsizetype i = 1; i < records.size() && !records[i].isEmpty(); ++i) {
        if (!takeConflict(records[i], outcome.conflicts))
            return failure(ErrorKind::Internal, QStringLiteral("git merge-tree gave an unexpected answer."),
                           QString::fromUtf8(records[i]));
    }
    if (result->exitCode == 1 && outcome.conflicts.isEmpty())
        return failure(ErrorKind::Conflict, QStringLiteral("The commits conflict."),
                       QString::fromUtf8(result->errors));
    return outcome;
}

Result<MergeOutcome> mergeTrees(const QString &gitDirectory, const Oid &ours, const Oid &theirs,
                                const Oid &base)
{
    Command command;
    command.gitDirectory = absolutePath(gitDirectory);
    return runMergeTree(command, base, ours, theirs);
}

Result<MovedTree> moveOnto(const Repository &repository, const Oid &oldBase, const Oid &newBase,
                           const Oid &head)
{
    Repository::Reader &reader = repository.reader();
    // New objects go to a folder of this Repository value, so that looking never fills the repository.
    const auto scratch = reader.scratchObjects();
    if (!scratch)
        return std::unexpected(scratch.error());
    auto command = reader.isolated({});
    if (!command)
        return std::unexpected(command.error());
    command->environment << "GIT_OBJECT_DIRECTORY=" + *scratch
                         << "GIT_ALTERNATE_OBJECT_DIRECTORIES=" + quotedFolder(reader.objects());
    const auto outcome = runMergeTree(*command, oldBase, newBase, head);
    if (!outcome)
        return std::unexpected(outcome.error());
    MovedTree moved{outcome->tree, {}};
    for (const MergeConflict &conflict : outcome->conflicts)
        moved.conflicts << conflict.path;
    return moved;
}

} // namespace countersign::git
