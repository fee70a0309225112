// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/textmotion.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace countersign::diffview {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::diffview::Words)

public:
    static QString nameOf(char16_t unit)
    {
        switch (unit) {
        case 0x0D:
            return tr("carriage return within the line");
        case 0xA0:
            return tr("no-break space");
        case 0xAD:
            return tr("soft hyphen");
        case 0x200B:
            return tr("zero-width space");
        case 0x200C:
            return tr("zero-width non-joiner");
        case 0x200D:
            return tr("zero-width joiner");
        case 0x200E:
        case 0x200F:
        case 0x061C:
            return tr("direction mark");
        case 0x2028:
            return tr("line separator; it does not end the line");
        case 0x2029:
            return tr("paragraph separator; it does not end the line");
        case 0xFEFF:
            return tr("byte order mark within the text");
        case 0xFFFD:
            return tr("stands for a byte that is no text in this encoding");
        default:
            break;
        }
        if ((unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069))
            return tr("direction override: the text may read in another order than the computer sees");
        if (unit < 0x20 && unit != u'\t')
            return tr("control character");
        return {};
    }
};

bool isWord(QChar c) { return c.isLetterOrNumber() || c == u'_' || c.isSurrogate(); }

} // namespace

std::pair<int, int> wordAt(const QString &text, int column)
{
    if (text.isEmpty())
        return {0, 0};
    const auto size = static_cast<int>(text.size());
    int start = std::clamp(column, 0, size - 1);
    int end = start + 1;
    const auto kind = [&](int i) { return isWord(text[i]) ? 2 : text[i].isSpace() ? 1 : 0; };
    const int wanted = kind(start);
    while (start > 0 && kind(start - 1) == wanted)
        --start;
    while (end < size && kind(end) == wanted)
        ++end;
    return {start, end};
}

int columnAfterKey(const QString &text, int column, int key, bool words)
{
    const auto size = static_cast<int>(text.size());
    if (key == Qt::Key_End)
        return size;
    if (key == Qt::Key_Home) {
        const auto first = std::ranges::find_if(text, [](QChar c) { return !c.isSpace(); });
        const int indent = static_cast<int>(first - text.begin());
        return column == indent ? 0 : indent;
    }
    const bool forward = key == Qt::Key_Right;
    if (words) {
        int at = column;
        if (forward) {
            while (at < size && !isWord(text[at]))
                ++at;
            while (at < size && isWord(text[at]))
                ++at;
        } else {
            while (at > 0 && !isWord(text[at - 1]))
                --at;
            while (at > 0 && isWord(text[at - 1]))
                --at;
        }
        return at;
    }
    // Only the surroundings: a line of millions of characters is not analysed for one step.
    const int from = std::max(0, column - 64);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme,
                               QStringView(text).sliced(from, std::min(128, size - from)));
    finder.setPosition(column - from);
    const qsizetype next = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return next < 0 ? (forward ? size : 0) : static_cast<int>(next) + from;
}

QString suspiciousToolTip(const QString &text, int column)
{
    for (const int at : {column, column - 1}) {
        if (at < 0 || at >= text.size())
            continue;
        const QString name = Words::nameOf(text[at].unicode());
        if (!name.isEmpty())
            return QStringLiteral("U+%1  %2").arg(text[at].unicode(), 4, 16, QLatin1Char('0')).arg(name);
    }
    return {};
}

} // namespace countersign::diffview
