// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/filecontent.h"

#include "ui/widgets/picture.h"

#include <QElapsedTimer>

#include <algorithm>

namespace countersign::diffview {

namespace {

constexpr int kLongestEdge = 1600;

/// Finds the line that needs the most columns: a tab counts for four here, what it really takes is known when
/// drawing.
void measureWidest(const diff::Text &text, FileContent &content)
{
    for (int i = 0; i < text.lineCount(); ++i) {
        const QByteArrayView line = text.lineBytes(i);
        if (line.size() + 3 * std::min<qint64>(line.size(), 64) <=
            content.widestBytes + 3 * content.widestTabs)
            continue;
        const qint64 tabs = std::ranges::count(line, '\t');
        if (line.size() + 3 * tabs > content.widestBytes + 3 * content.widestTabs) {
            content.widestBytes = line.size();
            content.widestTabs = tabs;
        }
    }
}

/// The object size that a Git LFS pointer names (its specification, version 1); -1 for any other text.
qint64 pointerSize(const diff::Text &text)
{
    if (text.byteSize() > 1024 || text.lineCount() < 3 ||
        text.lineBytes(0) != "version https://git-lfs.github.com/spec/v1")
        return -1;
    for (int i = 1; i < text.lineCount(); ++i) {
        if (text.lineBytes(i).startsWith("size ")) {
            bool ok = false;
            const qint64 size = text.lineBytes(i).sliced(5).toByteArray().toLongLong(&ok);
            return ok && size >= 0 ? size : -1;
        }
    }
    return -1;
}

/// Looking for declarations may cost this much for one file; folds beyond it go without.
constexpr qint64 kEnclosingMilliseconds = 60;

QStringList enclosingOf(const FileContent &content, const diff::Text &before, const diff::Text &after,
                        const QByteArray &path)
{
    QStringList names;
    QElapsedTimer timer;
    timer.start();
    for (const diff::Hunk &hunk : content.layout.hunks) {
        QString name;
        if (hunk.gapBefore.count > 0 && !hunk.rows.isEmpty() && timer.elapsed() < kEnclosingMilliseconds) {
            const diff::Row &first = hunk.rows.first();
            name = first.newLine >= 0 ? diff::enclosingFunction(after, first.newLine, path)
                                      : diff::enclosingFunction(before, first.oldLine, path);
        }
        names.append(name);
    }
    names.append(QString());
    return names;
}

struct SideBytes
{
    QByteArray bytes;
    qint64 size = 0;
    bool tooLarge = false;
};

Result<SideBytes> readSide(const git::Repository &repository, const git::Oid &id, git::FileMode mode,
                           qint64 limit)
{
    SideBytes side;
    if (id.isNull() || mode == git::FileMode::None)
        return side;
    if (mode == git::FileMode::Submodule) {
        side.bytes = "Subproject commit " + id.hex() + '\n';
        return side;
    }
    const auto size = git::blobSize(repository, id);
    if (!size)
        return std::unexpected(size.error());
    side.size = *size;
    if (limit > 0 && *size > limit) {
        side.tooLarge = true;
        return side;
    }
    return git::blob(repository, id).transform([&](QByteArray bytes) {
        side.bytes = std::move(bytes);
        return side;
    });
}

} // namespace

qint64 FileContent::cost() const
{
    qint64 bytes = 4096 + beforeImage.sizeInBytes() + afterImage.sizeInBytes();
    for (const auto &text : {before, after}) {
        if (text)
            bytes += text->bytes().size() + 8LL * text->lineCount();
    }
    for (const diff::Hunk &hunk : layout.hunks)
        bytes += static_cast<qint64>(sizeof(diff::Hunk)) +
                 hunk.rows.size() * static_cast<qint64>(sizeof(diff::Row));
    return bytes;
}

std::shared_ptr<const FileContent> loadContent(const git::Repository &repository, const git::FileDelta &delta,
                                               const ContentOptions &options, std::stop_token stop)
{
    auto content = std::make_shared<FileContent>();
    const auto before = readSide(repository, delta.oldId, delta.oldMode, options.sizeLimit);
    const auto after = readSide(repository, delta.newId, delta.newMode, options.sizeLimit);
    if (!before || !after) {
        content->kind = FileContent::Kind::Failed;
        content->error = (before ? after : before).error().message;
        return content;
    }
    content->beforeSize = before->size;
    content->afterSize = after->size;
    if (before->tooLarge || after->tooLarge) {
        content->kind = FileContent::Kind::TooLarge;
        return content;
    }
    const bool submodule =
        delta.oldMode == git::FileMode::Submodule || delta.newMode == git::FileMode::Submodule;
    if (ui::isPicturePath(delta.path()) && !submodule) {
        const ui::Picture old = ui::decodePicture(before->bytes, delta.path(), kLongestEdge);
        const ui::Picture fresh = ui::decodePicture(after->bytes, delta.path(), kLongestEdge);
        content->beforeImage = old.image;
        content->beforeImageSize = old.claimed;
        content->afterImage = fresh.image;
        content->afterImageSize = fresh.claimed;
        content->kind = content->beforeImage.isNull() && content->afterImage.isNull()
                            ? FileContent::Kind::Binary
                            : FileContent::Kind::Image;
        return content;
    }
    auto oldText = std::make_shared<diff::Text>(diff::Text::load(before->bytes, options.encoding));
    auto newText = std::make_shared<diff::Text>(diff::Text::load(after->bytes, options.encoding));
    if (oldText->isBinary() || newText->isBinary()) {
        content->kind = FileContent::Kind::Binary;
        return content;
    }
    content->kind = submodule ? FileContent::Kind::Submodule : FileContent::Kind::Text;
    content->edits = diff::lineDiff(*oldText, *newText, options.diff, stop);
    content->layout = diff::layout(*oldText, *newText, content->edits, options.context);
    for (const diff::Edit &edit : content->edits) {
        content->added += edit.newCount;
        content->removed += edit.oldCount;
    }
    measureWidest(*oldText, *content);
    measureWidest(*newText, *content);
    content->enclosing = enclosingOf(*content, *oldText, *newText, delta.path());
    content->beforePointer = pointerSize(*oldText);
    content->afterPointer = pointerSize(*newText);
    content->suspicious = static_cast<int>(diff::suspiciousCharacters(*newText, 100).size());
    content->before = std::move(oldText);
    content->after = std::move(newText);
    return content;
}

} // namespace countersign::diffview
