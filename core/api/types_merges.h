// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_files.h"

namespace countersign::api {

struct FileSizes
{
    std::optional<qint64> source;
    std::optional<qint64> destination;
    std::optional<qint64> base;
    static void fields(auto &s, auto &&v)
    {
        v("source", s.source);
        v("destination", s.destination);
        v("base", s.base);
    }
    bool operator==(const FileSizes &) const = default;
};

struct FileModes
{
    std::optional<QString> source;
    std::optional<QString> destination;
    std::optional<QString> base;
    static void fields(auto &s, auto &&v)
    {
        v("source", s.source);
        v("destination", s.destination);
        v("base", s.base);
    }
    bool operator==(const FileModes &) const = default;
};

struct ObjectTypes
{
    std::optional<QString> source;
    std::optional<QString> destination;
    std::optional<QString> base;
    static void fields(auto &s, auto &&v)
    {
        v("source", s.source);
        v("destination", s.destination);
        v("base", s.base);
    }
    bool operator==(const ObjectTypes &) const = default;
};

struct IsBinaryFile
{
    std::optional<bool> source;
    std::optional<bool> destination;
    std::optional<bool> base;
    static void fields(auto &s, auto &&v)
    {
        v("source", s.source);
        v("destination", s.destination);
        v("base", s.base);
    }
    bool operator==(const IsBinaryFile &) const = default;
};

struct MergeOperations
{
    std::optional<QString> source;
    std::optional<QString> destination;
    static void fields(auto &s, auto &&v)
    {
        v("source", s.source);
        v("destination", s.destination);
    }
    bool operator==(const MergeOperations &) const = default;
};

/// One file that cannot be merged without a person.
struct ConflictMetadata
{
    QString filePath;
    FileSizes fileSizes;
    FileModes fileModes;
    ObjectTypes objectTypes;
    int numberOfConflicts = 0;
    IsBinaryFile isBinaryFile;
    bool contentConflict = false;
    bool fileModeConflict = false;
    bool objectTypeConflict = false;
    MergeOperations mergeOperations;
    static void fields(auto &s, auto &&v)
    {
        v("filePath", s.filePath);
        v("fileSizes", s.fileSizes);
        v("fileModes", s.fileModes);
        v("objectTypes", s.objectTypes);
        v("numberOfConflicts", s.numberOfConflicts);
        v("isBinaryFile", s.isBinaryFile);
        v("contentConflict", s.contentConflict);
        v("fileModeConflict", s.fileModeConflict);
        v("objectTypeConflict", s.objectTypeConflict);
        v("mergeOperations", s.mergeOperations);
    }
    bool operator==(const ConflictMetadata &) const = default;
};

struct ReplaceContentEntry
{
    QString filePath;
    QString replacementType;
    /// Needed for USE_NEW_CONTENT.
    std::optional<QByteArray> content;
    std::optional<QString> fileMode;
    static void fields(auto &s, auto &&v)
    {
        v("filePath", s.filePath);
        v("replacementType", s.replacementType);
        v("content", s.content);
        v("fileMode", s.fileMode);
    }
    bool operator==(const ReplaceContentEntry &) const = default;
};

/// How to settle the conflicts; allowed with AUTOMERGE only.
struct ConflictResolution
{
    QList<ReplaceContentEntry> replaceContents;
    QList<DeleteFileEntry> deleteFiles;
    QList<SetFileModeEntry> setFileModes;
    static void fields(auto &s, auto &&v)
    {
        v("replaceContents", s.replaceContents);
        v("deleteFiles", s.deleteFiles);
        v("setFileModes", s.setFileModes);
    }
    bool operator==(const ConflictResolution &) const = default;
};

} // namespace countersign::api
