// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/madehistory.h"

namespace countersign::test {

namespace {

QByteArray data(const QByteArray &content)
{
    return "data " + QByteArray::number(content.size()) + '\n' + content + '\n';
}

// Format: git-fast-import(1), a quoted path.
QByteArray quoted(const QByteArray &path)
{
    QByteArray result = "\"";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\')
            result += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
        else
            result += c;
    }
    return result + '"';
}

} // namespace

void addManyCommits(ScratchRepository &repository, int count, int lines)
{
    static const QByteArrayList people{"Ada Marchetti <ada@harbour.example>",
                                       "Grace Okafor <grace@harbour.example>",
                                       "Tom\xC3\xA1s Rivera <tomas@harbour.example>"};
    QByteArray input;
    QByteArrayList content;
    for (int i = 0; i < lines; ++i)
        content.append("line " + QByteArray::number(i));
    for (int i = 0; i < count; ++i) {
        content[i % lines] = "line " + QByteArray::number(i % lines) + " of change " + QByteArray::number(i);
        const QByteArray who =
            people[i % people.size()] + ' ' + QByteArray::number(1'700'000'000 + 60 * i) + " +0000\n";
        input += "commit refs/heads/main\nmark :" + QByteArray::number(i + 1) + "\nauthor " + who +
                 "committer " + who + data("Change " + QByteArray::number(i));
        if (i > 0)
            input += "from :" + QByteArray::number(i) + '\n';
        if (i > 4 && i % 7 == 0)
            input += "merge :" + QByteArray::number(i - 4) + '\n';
        input += "M 100644 inline file.txt\n" + data(content.join('\n') + '\n');
    }
    repository.git({QStringLiteral("fast-import"), QStringLiteral("--quiet"), QStringLiteral("--force")},
                   input);
}

QByteArray commitFiles(ScratchRepository &repository, const QByteArray &branch,
                       const QList<std::pair<QByteArray, QByteArray>> &files, const QByteArray &message,
                       const QByteArray &mode)
{
    const QByteArray who = "Ada Marchetti <ada@harbour.example> 1767268800 +0000\n";
    const QByteArray ref = "refs/heads/" + branch;
    const bool exists =
        !repository.git({QStringLiteral("for-each-ref"), QString::fromUtf8(ref)}).trimmed().isEmpty();
    QByteArray input = "commit " + ref + "\nauthor " + who + "committer " + who + data(message) +
                       (exists ? "from " + ref + "^0\n" : QByteArray()) + "deleteall\n";
    for (const auto &[path, content] : files)
        input += "M " + mode + " inline " + quoted(path) + '\n' + data(content);
    repository.git({QStringLiteral("fast-import"), QStringLiteral("--quiet"), QStringLiteral("--force")},
                   input);
    return repository.git({QStringLiteral("rev-parse"), QString::fromUtf8("refs/heads/" + branch)}).trimmed();
}

} // namespace countersign::test
