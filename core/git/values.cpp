// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/values.h"

#include "core/git/objectformat.h"

namespace countersign::git {

namespace {

// The range of the first paragraph: after leading blank lines, up to a blank line.
std::pair<qsizetype, qsizetype> firstParagraph(QStringView message)
{
    qsizetype begin = 0;
    qsizetype line = 0;
    bool found = false;
    while (line < message.size()) {
        qsizetype end = message.indexOf(u'\n', line);
        if (end < 0)
            end = message.size();
        const bool blank = message.sliced(line, end - line).trimmed().isEmpty();
        if (!blank && !found) {
            begin = line;
            found = true;
        } else if (blank && found) {
            return {begin, line};
        }
        line = end + 1;
    }
    return found ? std::pair(begin, message.size()) : std::pair(message.size(), message.size());
}

QString escaped(char32_t character)
{
    switch (character) {
    case '\n':
        return QStringLiteral("\\n");
    case '\t':
        return QStringLiteral("\\t");
    case '\r':
        return QStringLiteral("\\r");
    default:
        break;
    }
    const auto digits = QString::number(static_cast<uint>(character), 16).toUpper();
    return character < 0x100 ? QStringLiteral("\\x%1").arg(digits, 2, u'0')
                             : QStringLiteral("\\u{%1}").arg(digits);
}

bool isInvisible(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

// The length of the valid UTF-8 sequence at the front; 0 when there is none.
qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const qsizetype length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return length <= bytes.size() && bytes.first(length).isValidUtf8() ? length : 0;
}

} // namespace

QString CommitInfo::subject() const
{
    const auto [begin, end] = firstParagraph(message);
    return QStringView(message).sliced(begin, end - begin).toString().simplified();
}

QString CommitInfo::body() const
{
    QStringView rest = QStringView(message).sliced(firstParagraph(message).second);
    qsizetype start = 0;
    while (start < rest.size()) {
        qsizetype end = rest.indexOf(u'\n', start);
        if (end < 0)
            end = rest.size();
        if (!rest.sliced(start, end - start).trimmed().isEmpty())
            break;
        start = end + 1;
    }
    return rest.sliced(std::min(start, rest.size())).toString();
}

QString RefInfo::shortName() const
{
    for (const QByteArrayView prefix : {"refs/heads/", "refs/tags/", "refs/remotes/"}) {
        if (QByteArrayView(name).startsWith(prefix))
            return displayPath(QByteArrayView(name).sliced(prefix.size()));
    }
    return displayPath(name);
}

QString displayPath(QByteArrayView path)
{
    QString text;
    text.reserve(path.size());
    while (!path.isEmpty()) {
        const qsizetype length = sequenceLength(path);
        if (length == 0) {
            text += escaped(static_cast<unsigned char>(path.front()));
            path = path.sliced(1);
            continue;
        }
        const QString piece = textOf(path.first(length));
        const char32_t character =
            piece.size() == 2 ? QChar::surrogateToUcs4(piece[0], piece[1]) : piece[0].unicode();
        text += isInvisible(character) ? escaped(character) : piece;
        path = path.sliced(length);
    }
    return text;
}

} // namespace countersign::git
