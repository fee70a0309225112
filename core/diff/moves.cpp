// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/moves.h"

#include <QHash>

#include <algorithm>

namespace countersign::diff {

namespace {

constexpr int kFewestLines = 3;
constexpr int kFewestLetters = 20;
/// Places of one line that are tried as the beginning of a block.
constexpr int kMostPlaces = 16;

struct Place
{
    int file = 0;
    int line = 0;
    /// Counted over all files.
    int edit = 0;
    size_t key = 0;
    int letters = 0;
    bool taken = false;
    /// The next changed line of the same side directly follows this one in the file.
    bool hasNext = false;
};

/// A line without its white space, as a hash, and how many letters and digits it has.
Place placeOf(const Text &text, int file, int line, int edit)
{
    Place place{file, line, edit, 0xcbf29ce484222325ULL, 0, false, false};
    for (const char c : text.lineBytes(line)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == ' ' || byte == '\t' || byte == '\r')
            continue;
        place.key = (place.key ^ byte) * 0x100000001b3ULL;
        if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
            byte >= 0x80)
            ++place.letters;
    }
    return place;
}

QList<Place> changedLines(const QList<ComparedFile> &files, bool removed)
{
    QList<Place> places;
    int number = 0;
    for (int f = 0; f < files.size(); ++f) {
        const Text *text = removed ? files[f].before : files[f].after;
        for (const Edit &edit : files[f].edits) {
            ++number;
            if (!text)
                continue;
            const int start = removed ? edit.oldStart : edit.newStart;
            const int count = removed ? edit.oldCount : edit.newCount;
            for (int i = 0; i < count; ++i) {
                places.append(placeOf(*text, f, start + i, number));
                places.last().hasNext = i + 1 < count;
            }
        }
    }
    return places;
}

struct Block
{
    qsizetype from = 0;
    int count = 0;
    int letters = 0;
};

/// How far the lines from `oldAt` and `newAt` on are the same.
Block blockAt(const QList<Place> &olds, const QList<Place> &news, qsizetype oldAt, qsizetype newAt)
{
    Block block{oldAt, 0, 0};
    // Within one edit nothing has moved: it stands where it was, with other white space.
    while (olds[oldAt].key == news[newAt].key && olds[oldAt].edit != news[newAt].edit && !olds[oldAt].taken &&
           !news[newAt].taken) {
        ++block.count;
        block.letters += news[newAt].letters;
        if (!olds[oldAt].hasNext || !news[newAt].hasNext)
            break;
        ++oldAt;
        ++newAt;
    }
    return block;
}

} // namespace

QList<MovedBlock> movedBlocks(const QList<ComparedFile> &files)
{
    QList<Place> olds = changedLines(files, true);
    QList<Place> news = changedLines(files, false);
    QHash<size_t, QList<qsizetype>> byKey;
    for (qsizetype i = 0; i < olds.size(); ++i) {
        if (olds[i].letters > 0)
            byKey[olds[i].key].append(i);
    }
    QList<MovedBlock> found;
    for (qsizetype at = 0; at < news.size();) {
        Block best;
        const auto places = byKey.constFind(news[at].key);
        if (places != byKey.cend()) {
            int tried = 0;
            for (const qsizetype old : *places) {
                if (++tried > kMostPlaces)
                    break;
                const Block block = blockAt(olds, news, old, at);
                if (block.count > best.count)
                    best = block;
            }
        }
        if (best.count == 0 || (best.count < kFewestLines && best.letters < kFewestLetters)) {
            ++at;
            continue;
        }
        found.append({olds[best.from].file, olds[best.from].line, news[at].file, news[at].line, best.count});
        for (int i = 0; i < best.count; ++i) {
            olds[best.from + i].taken = true;
            news[at + i].taken = true;
        }
        at += best.count;
    }
    std::ranges::sort(found, [](const MovedBlock &a, const MovedBlock &b) {
        return a.oldFile != b.oldFile ? a.oldFile < b.oldFile : a.oldLine < b.oldLine;
    });
    return found;
}

} // namespace countersign::diff
