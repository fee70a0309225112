// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/filecontent.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>

namespace countersign::diffview {

namespace {

class Facts
{
    Q_DECLARE_TR_FUNCTIONS(countersign::diffview::Facts)

public:
    static QString endsName(diff::LineEnds ends)
    {
        switch (ends) {
        case diff::LineEnds::Lf:
            return tr("LF");
        case diff::LineEnds::CrLf:
            return tr("CRLF");
        case diff::LineEnds::Mixed:
            return tr("mixed");
        case diff::LineEnds::None:
            break;
        }
        return tr("none");
    }

    static QString encodingName(const diff::Text &text)
    {
        const QString name = QString::fromLatin1(text.encoding());
        return text.hasBom() ? tr("%1 with byte order mark").arg(name) : name;
    }

    static QString badBytes(const diff::Text &text, const QList<diff::BadByte> &places)
    {
        const QString encoding = QString::fromLatin1(text.encoding());
        if (places.isEmpty())
            return tr("Some characters are broken in %1 and are shown as \uFFFD").arg(encoding);
        const diff::BadByte &first = places.first();
        const QString where = tr("line %1, column %2: byte 0x%3")
                                  .arg(first.line + 1)
                                  .arg(first.column + 1)
                                  .arg(QString::number(first.byte, 16).toUpper());
        // That many are looked for.
        const bool more = places.size() >= 100;
        if (places.size() == 1)
            return tr("One byte is no text in %1 and is shown as \uFFFD (%2)").arg(encoding, where);
        return (more ? tr("%1 bytes or more are no text in %2 and are shown as \uFFFD (first: %3)")
                     : tr("%1 bytes are no text in %2 and are shown as \uFFFD (first: %3)"))
            .arg(QString::number(places.size()), encoding, where);
    }

    static void ofTexts(QStringList &facts, const diff::Text &before, const diff::Text &after,
                        const QList<diff::BadByte> &bad)
    {
        if (before.lineCount() > 0 && after.lineCount() > 0) {
            if (before.encoding() != after.encoding() || before.hasBom() != after.hasBom())
                facts << tr("Encoding changed from %1 to %2").arg(encodingName(before), encodingName(after));
            if (before.lineEnds() != after.lineEnds() && before.lineEnds() != diff::LineEnds::None &&
                after.lineEnds() != diff::LineEnds::None)
                facts << tr("Line ends changed from %1 to %2")
                             .arg(endsName(before.lineEnds()), endsName(after.lineEnds()));
            if (before.hasFinalNewline() && !after.hasFinalNewline())
                facts << tr("The last line no longer ends with a line feed");
            if (!before.hasFinalNewline() && after.hasFinalNewline())
                facts << tr("The last line now ends with a line feed");
        } else if (after.lineCount() > 0 && !after.hasFinalNewline()) {
            facts << tr("The last line does not end with a line feed");
        }
        const diff::Text &shown = after.lineCount() > 0 ? after : before;
        if (shown.lineCount() > 0 && before.encoding() == after.encoding() &&
            (shown.encoding() != "UTF-8" || shown.hasBom()))
            facts << tr("Encoding: %1").arg(encodingName(shown));
        if (shown.badBytes())
            facts << badBytes(shown, bad);
        if (std::max(before.longestLine(), after.longestLine()) > 10'000)
            facts << tr("Very long lines are shown without syntax colours");
    }

    static QString mode(git::FileMode mode)
    {
        switch (mode) {
        case git::FileMode::Executable:
            return tr("executable");
        case git::FileMode::Symlink:
            return tr("symbolic link");
        case git::FileMode::Submodule:
            return tr("submodule");
        case git::FileMode::Tree:
            return tr("folder");
        case git::FileMode::Normal:
        case git::FileMode::None:
            break;
        }
        return tr("ordinary file");
    }

    static QStringList of(const git::FileDelta &delta, const FileContent &content)
    {
        QStringList facts;
        if (delta.status == git::DeltaStatus::Renamed)
            facts << tr("Renamed from %1, %2 % alike")
                         .arg(git::displayPath(delta.oldPath))
                         .arg(delta.similarity);
        if (delta.status == git::DeltaStatus::Copied)
            facts << tr("Copied from %1, %2 % alike")
                         .arg(git::displayPath(delta.oldPath))
                         .arg(delta.similarity);
        if (delta.oldMode != delta.newMode && delta.oldMode != git::FileMode::None &&
            delta.newMode != git::FileMode::None)
            facts << tr("Changed from %1 to %2").arg(mode(delta.oldMode), mode(delta.newMode));
        else if (delta.newMode == git::FileMode::Symlink)
            facts << tr("Symbolic link: the text is the path it points to");
        else if (delta.status == git::DeltaStatus::Added && delta.newMode == git::FileMode::Executable)
            facts << tr("New executable file");
        if (delta.oldMode == git::FileMode::Submodule && delta.newMode == git::FileMode::Submodule)
            facts << tr("Submodule moved from %1 to %2")
                         .arg(delta.oldId.shortString(), delta.newId.shortString());
        if (content.before && content.after)
            ofTexts(facts, *content.before, *content.after, content.badBytes);
        if (content.beforePointer >= 0 || content.afterPointer >= 0) {
            const auto size = [](qint64 bytes) { return bytes < 0 ? tr("no pointer") : ui::sizeText(bytes); };
            facts << tr("Git LFS pointer: the file itself is kept elsewhere (%1 → %2)")
                         .arg(size(content.beforePointer), size(content.afterPointer));
        }
        if (content.suspicious > 0)
            facts << tr("%n character(s) can make this text look other than it is; they are marked in red",
                        nullptr, content.suspicious);
        return facts;
    }
};

} // namespace

QStringList fileFacts(const git::FileDelta &delta, const FileContent &content)
{
    return Facts::of(delta, content);
}

} // namespace countersign::diffview
