// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/filecontent.h"

#include "ui/widgets/picture.h"

#include <QElapsedTimer>
#include <QStringDecoder>

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
constexpr qint64 kEnclosingMilliseconds = 400;

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

qint64 costOf(const FileContent &content)
{
    qint64 bytes = 4096 + content.beforeImage.sizeInBytes() + content.afterImage.sizeInBytes();
    for (const auto &text : {content.before, content.after}) {
        if (text)
            bytes += text->bytes().size() + 8LL * text->lineCount();
    }
    for (const diff::Hunk &hunk : content.layout.hunks)
        bytes += static_cast<qint64>(sizeof(diff::Hunk)) +
                 hunk.rows.size() * static_cast<qint64>(sizeof(diff::Row));
    return bytes;
}

void compareTexts(FileContent &content, QByteArray before, QByteArray after, const ContentOptions &options,
                  const std::stop_token &stop)
{
    auto [oldText, newText] = diff::Text::loadBoth(std::move(before), std::move(after), options.encoding);
    if (oldText.isBinary() || newText.isBinary()) {
        content.kind = FileContent::Kind::Binary;
        return;
    }
    content.edits = diff::lineDiff(oldText, newText, options.diff, stop);
    content.layout = diff::layout(oldText, newText, content.edits, options.context);
    for (const diff::Edit &edit : std::as_const(content.edits)) {
        content.added += edit.newCount;
        content.removed += edit.oldCount;
    }
    measureWidest(oldText, content);
    measureWidest(newText, content);
    content.beforePointer = pointerSize(oldText);
    content.afterPointer = pointerSize(newText);
    content.suspicious = static_cast<int>(diff::suspiciousCharacters(newText, 100).size());
    content.badBytes = diff::badBytes(newText.lineCount() > 0 ? newText : oldText, 100);
    content.before = std::make_shared<const diff::Text>(std::move(oldText));
    content.after = std::make_shared<const diff::Text>(std::move(newText));
}

} // namespace

QByteArrayList knownEncodings()
{
    static const QByteArrayList names = [] {
        QByteArrayList list{"UTF-8",        "UTF-16LE",     "UTF-16BE",    "UTF-32LE",  "UTF-32BE",
                            "windows-1252", "ISO-8859-1",   "ISO-8859-15", "Shift_JIS", "EUC-JP",
                            "ISO-2022-JP",  "GB18030",      "Big5",        "EUC-KR",    "KOI8-R",
                            "windows-1251", "windows-1250", "IBM850"};
        list.removeIf([](const QByteArray &name) { return !QStringDecoder(name.constData()).isValid(); });
        return list;
    }();
    return names;
}

QList<Enclosing> enclosingNames(const FileContent &content, const QByteArray &path, std::stop_token stop)
{
    QList<Enclosing> names;
    if (!content.before || !content.after)
        return names;
    diff::EnclosingFunctions before(*content.before, path);
    diff::EnclosingFunctions after(*content.after, path);
    QElapsedTimer timer;
    timer.start();
    for (const diff::Hunk &hunk : content.layout.hunks) {
        Enclosing enclosing;
        if (hunk.gapBefore.count > 0 && !hunk.rows.isEmpty() && timer.elapsed() < kEnclosingMilliseconds &&
            !stop.stop_requested()) {
            const diff::Row &first = hunk.rows.first();
            diff::EnclosingFunctions &side = first.newLine >= 0 ? after : before;
            const int line = first.newLine >= 0 ? first.newLine : first.oldLine;
            enclosing.name = side.at(line);
            enclosing.lines = side.line() >= 0 ? line - side.line() : 0;
        }
        names.append(enclosing);
    }
    names.append(Enclosing());
    return names;
}

std::shared_ptr<const FileContent> loadContent(const git::Repository &repository, const git::FileDelta &delta,
                                               const ContentOptions &options, std::stop_token stop)
{
    auto content = std::make_shared<FileContent>();
    auto before = readSide(repository, delta.oldId, delta.oldMode, options.sizeLimit);
    auto after = readSide(repository, delta.newId, delta.newMode, options.sizeLimit);
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
    } else {
        content->kind = submodule ? FileContent::Kind::Submodule : FileContent::Kind::Text;
        compareTexts(*content, std::move(before->bytes), std::move(after->bytes), options, stop);
    }
    content->cost = costOf(*content);
    return content;
}

} // namespace countersign::diffview
