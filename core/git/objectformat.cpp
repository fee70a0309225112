// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/objectformat.h"

#include <QStringDecoder>

namespace countersign::git {

namespace {

std::unexpected<Error> malformed(const char *what)
{
    return failure(ErrorKind::Corrupt,
                   QStringLiteral("A %1 object is damaged.").arg(QLatin1StringView(what)));
}

// One header with its continuation lines: name and value; takes them off `rest`. False at the blank line.
bool takeHeader(QByteArrayView &rest, QByteArrayView &name, QByteArrayView &value)
{
    if (rest.isEmpty() || rest.front() == '\n')
        return false;
    qsizetype end = rest.indexOf('\n');
    while (end >= 0 && end + 1 < rest.size() && rest[end + 1] == ' ')
        end = rest.indexOf('\n', end + 1);
    if (end < 0)
        end = rest.size();
    const QByteArrayView line = rest.first(end);
    rest = end < rest.size() ? rest.sliced(end + 1) : QByteArrayView();
    const qsizetype space = line.indexOf(' ');
    name = space < 0 ? line : line.first(space);
    value = space < 0 ? QByteArrayView() : line.sliced(space + 1);
    return true;
}

int zoneMinutes(QByteArrayView zone)
{
    bool valid = false;
    const int number = zone.toByteArray().toInt(&valid);
    if (!valid || number < -9999 || number > 9999)
        return 0;
    return number / 100 * 60 + number % 100;
}

Signature parseSignature(QByteArrayView value, QByteArrayView encoding)
{
    Signature signature;
    const qsizetype open = value.indexOf('<');
    const qsizetype close = value.lastIndexOf('>');
    if (open < 0 || close < open) {
        signature.name = decodeText(value.trimmed(), encoding);
        return signature;
    }
    signature.name = decodeText(value.first(open).trimmed(), encoding);
    signature.email = decodeText(value.sliced(open + 1, close - open - 1).trimmed(), encoding);
    const QByteArrayView time = value.sliced(close + 1).trimmed();
    const qsizetype space = time.indexOf(' ');
    signature.when = (space < 0 ? time : time.first(space)).toLongLong();
    if (space >= 0)
        signature.offset = zoneMinutes(time.sliced(space + 1).trimmed());
    return signature;
}

FileMode reducedMode(quint32 mode)
{
    switch (mode & 0170000) {
    case 0040000:
        return FileMode::Tree;
    case 0120000:
        return FileMode::Symlink;
    case 0160000:
        return FileMode::Submodule;
    default:
        // Old repositories hold 100664 and the like: Git knows only the owner's execute bit.
        return mode & 0100 ? FileMode::Executable : FileMode::Normal;
    }
}

} // namespace

std::optional<ObjectType> objectTypeFromName(QByteArrayView name)
{
    if (name == "commit")
        return ObjectType::Commit;
    if (name == "tree")
        return ObjectType::Tree;
    if (name == "blob")
        return ObjectType::Blob;
    if (name == "tag")
        return ObjectType::Tag;
    return std::nullopt;
}

QString textOf(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

QString decodeText(QByteArrayView bytes, QByteArrayView encoding)
{
    if (!encoding.isEmpty() && encoding.compare("UTF-8", Qt::CaseInsensitive) != 0) {
        QStringDecoder decoder(encoding.toByteArray().constData());
        if (decoder.isValid()) {
            QString text = decoder(bytes);
            if (!decoder.hasError())
                return text;
        }
    }
    return bytes.isValidUtf8() ? textOf(bytes) : QString::fromLatin1(bytes);
}

Result<CommitInfo> parseCommit(const Oid &id, QByteArrayView bytes)
{
    CommitInfo info;
    info.id = id;
    QByteArrayView rest = bytes;
    QByteArrayView name;
    QByteArrayView value;
    QByteArrayView author;
    QByteArrayView committer;
    QByteArrayView encoding;
    while (takeHeader(rest, name, value)) {
        if (name == "tree" && info.tree.isNull()) {
            const auto tree = Oid::fromHex(value);
            if (!tree)
                return malformed("commit");
            info.tree = *tree;
        } else if (name == "parent") {
            const auto parent = Oid::fromHex(value);
            if (!parent)
                return malformed("commit");
            info.parents << *parent;
        } else if (name == "author" && author.isNull()) {
            author = value;
        } else if (name == "committer" && committer.isNull()) {
            committer = value;
        } else {
            if (name == "encoding")
                encoding = value;
            info.extraHeaders.append(name).append(' ').append(value).append('\n');
        }
    }
    if (info.tree.size() == 0)
        return malformed("commit");
    info.author = parseSignature(author, encoding);
    info.committer = parseSignature(committer, encoding);
    if (!rest.isEmpty())
        info.message = decodeText(rest.sliced(1), encoding);
    return info;
}

Result<TagObject> parseTag(QByteArrayView bytes)
{
    TagObject tag;
    QByteArrayView rest = bytes;
    QByteArrayView name;
    QByteArrayView value;
    while (takeHeader(rest, name, value)) {
        if (name == "object") {
            const auto target = Oid::fromHex(value);
            if (!target)
                return malformed("tag");
            tag.target = *target;
        } else if (name == "type") {
            const auto type = objectTypeFromName(value);
            if (!type)
                return malformed("tag");
            tag.targetType = *type;
        } else if (name == "tagger") {
            tag.tagger = parseSignature(value, {});
        }
    }
    if (tag.target.size() == 0)
        return malformed("tag");
    if (!rest.isEmpty())
        tag.message = decodeText(rest.sliced(1));
    return tag;
}

Result<QList<TreeEntry>> parseTree(QByteArrayView bytes, int idSize)
{
    QList<TreeEntry> entries;
    entries.reserve(bytes.size() / (idSize + 16));
    while (!bytes.isEmpty()) {
        quint32 mode = 0;
        qsizetype at = 0;
        for (; at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '7' && at < 8; ++at)
            mode = mode * 8 + static_cast<quint32>(bytes[at] - '0');
        if (at == 0 || at >= bytes.size() || bytes[at] != ' ')
            return malformed("tree");
        const qsizetype end = bytes.indexOf('\0', at + 1);
        if (end <= at + 1 || end + idSize >= bytes.size())
            return malformed("tree");
        const QByteArrayView name = bytes.sliced(at + 1, end - at - 1);
        entries.append({name.toByteArray(), *Oid::fromRaw(bytes.sliced(end + 1, idSize)), reducedMode(mode)});
        bytes = bytes.sliced(end + 1 + idSize);
    }
    return entries;
}

} // namespace countersign::git
