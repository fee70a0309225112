// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/refname.h"

#include "core/git/oid.h"
#include "core/git/reader.h"
#include "core/git/write.h"

#include <algorithm>

namespace countersign::git {

namespace {

constexpr qsizetype longestName = 256;
// A component becomes a file name, and its lock adds ".lock"; 255 bytes are the file system's limit.
constexpr qsizetype longestComponent = 250;

// Characters that leave no mark or pass for a space: two names could look the same.
bool isDeceptive(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return true;
    default:
        break;
    }
    static constexpr char32_t blanks[] = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};
    return std::ranges::contains(blanks, character) || (character >= 0x180B && character <= 0x180F) ||
           (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

bool isPseudoRef(QByteArrayView name)
{
    // HEAD, FETCH_HEAD, ORIG_HEAD and whatever git adds: capitals and underscores ending in HEAD.
    return name == "@" || name == "AUTO_MERGE" || name == "refs" ||
           (name.endsWith("HEAD") &&
            std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }));
}

} // namespace

bool isWellFormedRefName(QByteArrayView name)
{
    if (name.isEmpty() || name == "@" || name.startsWith('/') || name.endsWith('/') || name.endsWith('.'))
        return false;
    char previous = '/';
    qsizetype start = 0;
    for (qsizetype i = 0; i <= name.size(); ++i) {
        const char c = i < name.size() ? name[i] : '/';
        if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F)
            return false;
        if (QByteArrayView("~^:?*[\\").contains(c))
            return false;
        if ((c == '.' && (previous == '.' || previous == '/')) || (c == '{' && previous == '@'))
            return false;
        if (c == '/') {
            if (i == start || name.sliced(start, i - start).endsWith(".lock"))
                return false;
            start = i + 1;
        }
        previous = c;
    }
    return true;
}

bool isFullRefName(QByteArrayView name) { return name.startsWith("refs/") && isWellFormedRefName(name); }

bool isAcceptableRefName(QByteArrayView shortName)
{
    if (!isWellFormedRefName(shortName) || !shortName.isValidUtf8())
        return false;
    const QString text = textOf(shortName);
    if (text.size() > longestName || shortName.startsWith("refs/") || isPseudoRef(shortName))
        return false;
    // A name of exactly an id's form would shadow the commit of that id.
    if (Oid::fromHex(shortName))
        return false;
    const QList<QByteArray> components = shortName.toByteArray().split('/');
    if (std::ranges::any_of(components, [](const QByteArray &component) {
            return component.startsWith('-') || component.size() > longestComponent;
        }))
        return false;
    return std::ranges::none_of(text.toUcs4(), [](uint character) { return isDeceptive(character); });
}

} // namespace countersign::git
