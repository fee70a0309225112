// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/quoting.h"

namespace countersign::git {

QByteArray unquoted(QByteArrayView name)
{
    if (name.size() < 2 || !name.startsWith('"') || !name.endsWith('"'))
        return name.toByteArray();
    name = name.sliced(1, name.size() - 2);
    QByteArray result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] != '\\' || i + 1 >= name.size()) {
            result += name[i];
            continue;
        }
        const char c = name[++i];
        constexpr QByteArrayView letters = "abtnvfr";
        if (const qsizetype letter = letters.indexOf(c); letter >= 0) {
            result += static_cast<char>('\a' + letter);
        } else if (c >= '0' && c <= '3' && i + 2 < name.size()) {
            result += static_cast<char>((c - '0') * 64 + (name[i + 1] - '0') * 8 + (name[i + 2] - '0'));
            i += 2;
        } else {
            result += c;
        }
    }
    return result;
}

QByteArray quotedFolder(const QByteArray &path)
{
    QByteArray quoted = path;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

} // namespace countersign::git
