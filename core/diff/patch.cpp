// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/patch.h"

#include "core/diff/rows.h"

#include <algorithm>

namespace countersign::diff {

namespace {

QByteArray quoted(const QByteArray &path)
{
    const bool plain = std::ranges::all_of(path, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
    });
    if (plain)
        // A tab ends a name with a space in it, or GNU patch would stop reading there.
        return path.contains(' ') ? path + '\t' : path;
    QByteArray name = "\"";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            name += '\\';
            name += c;
        } else if (byte >= 0x20 && byte < 0x7F) {
            name += c;
        } else {
            name += '\\';
            for (const int shift : {6, 3, 0})
                name += static_cast<char>('0' + ((byte >> shift) & 7));
        }
    }
    return name + '"';
}

QByteArray nameLine(const char *begin, const char *side, const QByteArray &path)
{
    return begin + (path.isEmpty() ? QByteArray("/dev/null") : quoted(side + path)) + '\n';
}

void addLine(QByteArray &patch, char sign, const Text &text, int line)
{
    patch += sign;
    // The mark at the beginning of a file is part of its first line here; no line of the text holds it.
    if (line == 0 && text.hasBom() && text.encoding() == "UTF-8")
        patch += "\xEF\xBB\xBF";
    const QByteArrayView bytes = text.lineWithEnd(line);
    patch += bytes;
    if (!bytes.endsWith('\n'))
        patch += "\n\\ No newline at end of file\n";
}

QByteArray range(int start, int count)
{
    QByteArray text = QByteArray::number(count == 0 ? start : start + 1);
    if (count != 1)
        text += ',' + QByteArray::number(count);
    return text;
}

/// The edits with the first line among them where its mark comes, goes or ceases to be the first thing in the
/// file.
QList<Edit> withMark(QList<Edit> edits, const Text &before, const Text &after)
{
    const auto marked = [](const Text &text) { return text.hasBom() && text.encoding() == "UTF-8"; };
    if ((!marked(before) && !marked(after)) || before.lineCount() == 0 || after.lineCount() == 0)
        return edits;
    const bool atTop = !edits.isEmpty() && edits.first().oldStart == 0 && edits.first().newStart == 0;
    if (marked(before) == marked(after) && !atTop)
        return edits;
    if (edits.isEmpty() || (edits.first().oldStart > 1 || edits.first().newStart > 1)) {
        edits.prepend({0, 1, 0, 1});
    } else if (edits.first().oldStart == 1 && edits.first().newStart == 1) {
        Edit &first = edits.first();
        first = {0, first.oldCount + 1, 0, first.newCount + 1};
    } else if (edits.first().oldCount == 0 || edits.first().newCount == 0) {
        // Lines are added or removed at the top: the first one that stays moves into the change as well,
        // unless the next edit begins right there.
        Edit &first = edits.first();
        ++first.oldCount;
        ++first.newCount;
        if (edits.size() > 1 && edits[1].oldStart == first.oldCount) {
            first.oldCount += edits[1].oldCount;
            first.newCount += edits[1].newCount;
            edits.removeAt(1);
        }
    }
    return edits;
}

} // namespace

QByteArray unifiedPatch(const Text &before, const Text &after, const QList<Edit> &given,
                        const PatchNames &names, int context)
{
    const QList<Edit> edits = withMark(given, before, after);
    if (edits.isEmpty())
        return {};
    QByteArray patch = nameLine("--- ", "a/", names.before) + nameLine("+++ ", "b/", names.after);
    for (qsizetype i = 0; i < edits.size();) {
        // Edits whose context meets share a hunk.
        qsizetype end = i + 1;
        const auto oldEnd = [&edits](qsizetype at) { return edits[at].oldStart + edits[at].oldCount; };
        while (end < edits.size() && edits[end].oldStart - oldEnd(end - 1) <= 2 * context)
            ++end;
        const int lead = std::min(context, edits[i].oldStart);
        const int tail = std::min(context, before.lineCount() - oldEnd(end - 1));
        const int oldFrom = edits[i].oldStart - lead;
        const int newFrom = edits[i].newStart - lead;
        const int oldTo = oldEnd(end - 1) + tail;
        const int newTo = edits[end - 1].newStart + edits[end - 1].newCount + tail;
        patch += "@@ -" + range(oldFrom, oldTo - oldFrom) + " +" + range(newFrom, newTo - newFrom) + " @@";
        if (const QString function = enclosingFunction(before, oldFrom, names.before); !function.isEmpty())
            patch += ' ' + function.toUtf8().left(80);
        patch += '\n';
        int at = oldFrom;
        for (; i < end; ++i) {
            for (; at < edits[i].oldStart; ++at)
                addLine(patch, ' ', before, at);
            for (; at < oldEnd(i); ++at)
                addLine(patch, '-', before, at);
            for (int added = 0; added < edits[i].newCount; ++added)
                addLine(patch, '+', after, edits[i].newStart + added);
        }
        for (; at < oldTo; ++at)
            addLine(patch, ' ', before, at);
    }
    return patch;
}

} // namespace countersign::diff
