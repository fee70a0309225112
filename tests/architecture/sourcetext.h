// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

/// A C++ source as the architecture checks see it: comments gone, strings apart.
namespace countersign::architecture {

/// One line that breaks a rule.
struct Finding
{
    QString path;
    int line = 0;
    QString what;

    bool operator==(const Finding &) const = default;
};
using Findings = QList<Finding>;

struct StringLiteral
{
    /// Of the opening quote in `code`.
    qsizetype position = 0;
    QString content;
};

/// A file of the repository.
struct SourceText
{
    /// From the source root: "core/git/oid.h".
    QString path;
    QString text;
    /// `text` with comments and the insides of strings and characters replaced by spaces, so that positions
    /// and lines stay.
    QString code;
    QList<StringLiteral> strings;

    int lineOf(qsizetype position) const { return int(text.first(position).count(u'\n')) + 1; }
    Finding finding(qsizetype position, const QString &what) const { return {path, lineOf(position), what}; }
};

/// Takes a source apart. Knows line and block comments, escapes, raw strings and digit separators.
inline SourceText parseSource(const QString &path, const QString &text)
{
    SourceText source{path, text, text, {}};
    QString &code = source.code;
    const auto blank = [&code](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i)
            if (code[i] != u'\n')
                code[i] = u' ';
    };
    const auto endOfQuoted = [&text](qsizetype from, QChar quote) {
        qsizetype i = from;
        while (i < text.size() && text[i] != quote && text[i] != u'\n')
            i += text[i] == u'\\' ? 2 : 1;
        return qMin(i, text.size());
    };
    qsizetype i = 0;
    while (i < text.size()) {
        const QStringView rest = QStringView(text).sliced(i);
        const bool afterWord = i > 0 && (text[i - 1].isLetterOrNumber() || text[i - 1] == u'_');
        if (rest.startsWith(u"//")) {
            qsizetype end = text.indexOf(u'\n', i);
            end = end < 0 ? text.size() : end;
            blank(i, end);
            i = end;
        } else if (rest.startsWith(u"/*")) {
            qsizetype end = text.indexOf(u"*/", i + 2);
            end = end < 0 ? text.size() : end + 2;
            blank(i, end);
            i = end;
        } else if (rest.startsWith(u"R\"") && (!afterWord || QStringView(u"uUL8").contains(text[i - 1]))) {
            const qsizetype open = text.indexOf(u'(', i);
            const QString close = u')' + text.mid(i + 2, open - i - 2) + u'"';
            qsizetype end = text.indexOf(close, open);
            end = end < 0 ? text.size() : end;
            source.strings.append({i + 1, text.mid(open + 1, end - open - 1)});
            blank(i + 2, end);
            i = qMin(end + close.size(), text.size());
        } else if (text[i] == u'"') {
            const qsizetype end = endOfQuoted(i + 1, u'"');
            source.strings.append({i, text.mid(i + 1, end - i - 1)});
            blank(i + 1, end);
            i = end + 1;
        } else if (text[i] == u'\'' && !(afterWord && text[i - 1].isDigit())) {
            const qsizetype end = endOfQuoted(i + 1, u'\'');
            blank(i + 1, end);
            i = end + 1;
        } else {
            ++i;
        }
    }
    return source;
}

} // namespace countersign::architecture
