// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/diff/rows.h"
#include "core/git/repository.h"

#include <QImage>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace countersign::diffview {

/// What a comparison shows of one file, loaded and compared by a worker. Immutable afterwards; shared between
/// threads.
struct FileContent
{
    enum class Kind { Text, Image, Binary, Submodule, TooLarge, Failed };
    Kind kind = Kind::Text;
    /// Null where the side has no file.
    std::shared_ptr<const diff::Text> before;
    std::shared_ptr<const diff::Text> after;
    QList<diff::Edit> edits;
    diff::Layout layout;
    int added = 0;
    int removed = 0;
    qint64 beforeSize = 0;
    qint64 afterSize = 0;
    QImage beforeImage;
    QImage afterImage;
    /// Sizes as the files claim them, also when the picture was not decoded.
    QSize beforeImageSize;
    QSize afterImageSize;
    /// For Failed: why.
    QString error;
    /// Characters that can make text look other than it is, on the new side.
    int suspicious = 0;
    /// The first bytes that are no text in the file's encoding; of the new side, or of the only one.
    QList<diff::BadByte> badBytes;
    /// Bytes and tabs of the line that is likely the widest of both sides.
    qint64 widestBytes = 0;
    qint64 widestTabs = 0;
    /// The Git LFS object sizes that the sides point to; -1 where a side is no pointer.
    qint64 beforePointer = -1;
    qint64 afterPointer = -1;

    /// Whether there are lines to show.
    bool isLines() const { return kind == Kind::Text || kind == Kind::Submodule; }
    /// Bytes held, for the cache.
    qint64 cost = 0;
};

struct ContentOptions
{
    diff::LineDiffOptions diff;
    int context = 3;
    /// Larger files are asked about first; 0 for no limit.
    qint64 sizeLimit = 20LL * 1024 * 1024;
    /// Forced encoding, empty for detection.
    QByteArray encoding;
};

/// What a person chose for one file.
struct FileOptions
{
    bool ignoreSizeLimit = false;
    /// Instead of the comparison's own; empty for that.
    QByteArray encoding;
    bool isDefault() const { return !ignoreSizeLimit && encoding.isEmpty(); }
    bool operator==(const FileOptions &) const = default;
};

/// Names of the encodings to choose from, as far as this computer knows them.
QByteArrayList knownEncodings();

/// Reads both sides and compares them. Never fails: what went wrong is in the content.
std::shared_ptr<const FileContent> loadContent(const git::Repository &repository, const git::FileDelta &delta,
                                               const ContentOptions &options, std::stop_token stop = {});

/// The declaration around the lines behind a fold.
struct Enclosing
{
    QString name;
    /// Lines from the declaration, itself included, to the end of the fold.
    int lines = 0;
};
/// For each fold by its number; none beyond a time budget. Takes long enough for a large file to be asked for
/// after its lines are shown.
QList<Enclosing> enclosingNames(const FileContent &content, const QByteArray &path,
                                std::stop_token stop = {});

/// Sentences about a file that are no lines: mode, rename, encoding, line ends, final newline and so on.
/// Translated.
QStringList fileFacts(const git::FileDelta &delta, const FileContent &content);

} // namespace countersign::diffview
