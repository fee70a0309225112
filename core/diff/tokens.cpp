// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/tokens.h"

namespace countersign::diff {

namespace {

enum class Class { Word, Space, Single, Mark };

struct Character
{
    char32_t code = 0;
    int units = 1;
};

Character characterAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text[at + 1]), 2};
    return {c.unicode(), 1};
}

bool isCjk(char32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

Class classOf(char32_t c)
{
    if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')
            return Class::Word;
        return c == ' ' || c == '\t' ? Class::Space : Class::Single;
    }
    // Marks, joiners and variation selectors belong to what stands before them.
    if (QChar::isMark(c) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF))
        return Class::Mark;
    if (isCjk(c))
        return Class::Single;
    return QChar::isLetterOrNumber(c) ? Class::Word : QChar::isSpace(c) ? Class::Space : Class::Single;
}

} // namespace

std::vector<Span> tokens(QStringView text)
{
    std::vector<Span> found;
    Class last = Class::Single;
    bool joined = false;
    for (qsizetype at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        const Class kind = classOf(character.code);
        const bool continues =
            !found.empty() && (kind == Class::Mark || joined ||
                               (kind == last && (kind == Class::Word || kind == Class::Space)));
        if (continues)
            found.back().length += character.units;
        else
            found.push_back({static_cast<int>(at), character.units});
        joined = character.code == 0x200D;
        if (kind != Class::Mark)
            last = kind;
        at += character.units;
    }
    return found;
}

int TokenNumbers::numberOf(QStringView token)
{
    const auto it = m_numbers.constFind(token);
    if (it != m_numbers.cend())
        return *it;
    const int number = static_cast<int>(m_numbers.size());
    m_numbers.insert(token, number);
    return number;
}

} // namespace countersign::diff
