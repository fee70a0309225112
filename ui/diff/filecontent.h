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
    /// The declaration around the lines behind each fold; by the fold's number.
    QStringList enclosing;
    /// Bytes and tabs of the line that is likely the widest of both sides.
    qint64 widestBytes = 0;
    qint64 widestTabs = 0;
    /// The Git LFS object sizes that the sides point to; -1 where a side is no pointer.
    qint64 beforePointer = -1;
    qint64 afterPointer = -1;

    /// Bytes held, for the cache.
    qint64 cost() const;
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

/// Reads both sides and compares them. Never fails: what went wrong is in the content.
std::shared_ptr<const FileContent> loadContent(const git::Repository &repository, const git::FileDelta &delta,
                                               const ContentOptions &options, std::stop_token stop = {});

/// Sentences about a file that are no lines: mode, rename, encoding, line ends, final newline and so on.
/// Translated.
QStringList fileFacts(const git::FileDelta &delta, const FileContent &content);

} // namespace countersign::diffview
