// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/conflictmetadata.h"

#include "core/api/enums.h"
#include "core/service/gitlookup.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

/// As git decides: a NUL among the first bytes.
constexpr qsizetype looked = 8000;
constexpr qint64 readLimit = 16 * 1024 * 1024;

struct SideFacts
{
    std::optional<qint64> size;
    std::optional<QString> mode;
    std::optional<QString> type;
    std::optional<bool> isBinary;
};

Result<SideFacts> factsOf(const git::Repository &repository, const git::Oid &id, git::FileMode mode)
{
    SideFacts facts;
    if (id.isNull() || mode == git::FileMode::None)
        return facts;
    switch (mode) {
    case git::FileMode::Tree:
        facts.type = api::ObjectType::Directory;
        return facts;
    case git::FileMode::Submodule:
        facts.type = api::ObjectType::GitLink;
        return facts;
    case git::FileMode::Symlink:
        facts.type = api::ObjectType::SymbolicLink;
        break;
    default:
        facts.type = api::ObjectType::File;
        break;
    }
    facts.mode = fileModeText(mode);
    const auto size = git::blobSize(repository, id);
    if (!size)
        return std::unexpected(size.error());
    facts.size = *size;
    const auto content = git::blob(repository, id, readLimit);
    // Too large to look at is treated as binary, as git does beyond core.bigFileThreshold.
    facts.isBinary = !content || content->first(std::min(looked, content->size())).contains('\0');
    return facts;
}

QString change(const git::Oid &base, const git::Oid &side)
{
    return base.isNull() ? api::Change::Added : side.isNull() ? api::Change::Deleted : api::Change::Modified;
}

int countMarkers(const git::Repository &repository, const git::Oid &merged, const QByteArray &path)
{
    const auto entry = findEntry(repository, merged, path);
    if (!entry || !*entry)
        return 1;
    const auto content = git::blob(repository, (*entry)->id, readLimit);
    if (!content)
        return 1;
    int count = content->startsWith("<<<<<<< ") ? 1 : 0;
    count += int(content->count("\n<<<<<<< "));
    return std::max(1, count);
}

} // namespace

Result<api::ConflictMetadata> conflictMetadata(const git::Repository &repository, const git::Oid &merged,
                                               const git::MergeConflict &conflict)
{
    const auto source = factsOf(repository, conflict.theirs, conflict.theirsMode);
    if (!source)
        return std::unexpected(source.error());
    const auto destination = factsOf(repository, conflict.ours, conflict.oursMode);
    if (!destination)
        return std::unexpected(destination.error());
    const auto base = factsOf(repository, conflict.base, conflict.baseMode);
    if (!base)
        return std::unexpected(base.error());

    api::ConflictMetadata metadata;
    metadata.filePath = QString::fromUtf8(conflict.path);
    metadata.fileSizes = {source->size, destination->size, base->size};
    metadata.fileModes = {source->mode, destination->mode, base->mode};
    metadata.objectTypes = {source->type, destination->type, base->type};
    metadata.isBinaryFile = {source->isBinary, destination->isBinary, base->isBinary};
    metadata.contentConflict = conflict.theirs != conflict.ours;
    metadata.fileModeConflict = source->mode && destination->mode && source->mode != destination->mode;
    metadata.objectTypeConflict = source->type && destination->type && source->type != destination->type;
    metadata.numberOfConflicts = countMarkers(repository, merged, conflict.path);
    metadata.mergeOperations = {change(conflict.base, conflict.theirs), change(conflict.base, conflict.ours)};
    return metadata;
}

} // namespace countersign::service
