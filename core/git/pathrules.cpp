// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/pathrules.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace countersign::git {

namespace {

constexpr qsizetype longestPath = 4096;
constexpr qsizetype longestComponent = 255;

// HFS+ ignores these when it compares names (Apple TN1150; the same list as git's utf8.c).
bool isIgnoredByHfs(char16_t character)
{
    return (character >= 0x200C && character <= 0x200F) || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x206A && character <= 0x206F) || character == 0xFEFF;
}

bool isDotGitOnHfs(QByteArrayView component)
{
    QString text = QString::fromUtf8(component);
    text.removeIf([](QChar c) { return isIgnoredByHfs(c.unicode()); });
    return text.compare(QStringLiteral(".git"), Qt::CaseInsensitive) == 0;
}

// NTFS drops trailing dots and spaces, takes what follows ':' for a stream, '\' for a separator, and knows
// ".git" by its short name as well.
bool isDotGitOnNtfs(QByteArrayView component)
{
    for (const QByteArray &part : component.toByteArray().split('\\')) {
        QByteArray name = part.left(part.indexOf(':'));
        if (!part.contains(':'))
            name = part;
        while (name.endsWith('.') || name.endsWith(' '))
            name.chop(1);
        name = name.toLower();
        if (name == ".git" || name == "git~1")
            return true;
    }
    return false;
}

} // namespace

bool isSafeTreePath(QByteArrayView path)
{
    if (path.isEmpty() || path.size() > longestPath || path.contains('\0'))
        return false;
    qsizetype start = 0;
    while (start <= path.size()) {
        qsizetype end = path.indexOf('/', start);
        if (end < 0)
            end = path.size();
        const QByteArrayView component = path.sliced(start, end - start);
        if (component.isEmpty() || component.size() > longestComponent || component == "." ||
            component == ".." || isDotGitOnHfs(component) || isDotGitOnNtfs(component))
            return false;
        start = end + 1;
    }
    return true;
}

} // namespace countersign::git
