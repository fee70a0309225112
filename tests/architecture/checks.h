// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/architecture/sourcetext.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

/// The rules of the structure, each a function from a source to the lines that break it.
namespace countersign::architecture {

/// What each folder may include besides itself; "*" is everything. Everybody may include core/base.
inline const QHash<QString, QStringList> &arrows()
{
    using L = QStringList;
    static const L console{QStringLiteral("core/git"),     QStringLiteral("core/workspace"),
                           QStringLiteral("core/diff"),    QStringLiteral("core/review"),
                           QStringLiteral("core/api"),     QStringLiteral("core/client"),
                           QStringLiteral("core/accounts")};
    static const L parts =
        console + L{QStringLiteral("ui/theme"), QStringLiteral("ui/widgets"), QStringLiteral("ui/diff")};
    static const QHash<QString, QStringList> table{
        {QStringLiteral("core/base"), {}},
        {QStringLiteral("core/git"), {}},
        {QStringLiteral("core/diff"), {}},
        {QStringLiteral("core/api"), {}},
        {QStringLiteral("core/access"), {}},
        {QStringLiteral("core/workspace"), {QStringLiteral("core/git"), QStringLiteral("core/diff")}},
        {QStringLiteral("core/review"), {QStringLiteral("core/api"), QStringLiteral("core/access")}},
        {QStringLiteral("core/client"),
         {QStringLiteral("core/api"), QStringLiteral("core/access"), QStringLiteral("core/git")}},
        {QStringLiteral("core/accounts"), {QStringLiteral("core/api"), QStringLiteral("core/client")}},
        {QStringLiteral("core/store"), {QStringLiteral("core/api"), QStringLiteral("core/access")}},
        {QStringLiteral("core/service"),
         {QStringLiteral("core/review"), QStringLiteral("core/store"), QStringLiteral("core/git"),
          QStringLiteral("core/diff"), QStringLiteral("core/api"), QStringLiteral("core/access")}},
        {QStringLiteral("core/server"),
         {QStringLiteral("core/service"), QStringLiteral("core/api"), QStringLiteral("core/access"),
          QStringLiteral("core/git")}},
        {QStringLiteral("ui/theme"), console},
        {QStringLiteral("ui/widgets"), console + L{QStringLiteral("ui/theme")}},
        {QStringLiteral("ui/diff"), parts},
        {QStringLiteral("ui/code"), parts},
        {QStringLiteral("ui/review"), parts},
        {QStringLiteral("ui/hosting"), parts},
        {QStringLiteral("ui/workspace"), parts},
        {QStringLiteral("ui/accounts"), parts},
        {QStringLiteral("ui/shell"), console + L{QStringLiteral("ui/")}},
        {QStringLiteral("app"), {QStringLiteral("*")}},
        {QStringLiteral("tests"), {QStringLiteral("*")}},
    };
    return table;
}

/// "core/git/oid.h" lies in "core/git"; everything below app and tests in those.
inline QString folderOf(const QString &path)
{
    if (path.startsWith(QStringLiteral("core/")) || path.startsWith(QStringLiteral("ui/")))
        return path.section(u'/', 0, 1);
    return path.section(u'/', 0, 0);
}

inline Findings checkIncludes(const SourceText &source)
{
    static const QRegularExpression include(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*([\"<])([^\">]+)[\">]"),
        QRegularExpression::MultilineOption);
    Findings findings;
    const QString from = folderOf(source.path);
    const bool mayUseGit =
        from == u"core/git" && (source.path.endsWith(u".cpp") || source.path == u"core/git/handle.h");
    for (auto it = include.globalMatch(source.text); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(2);
        const auto report = [&](const QString &what) {
            findings.append(source.finding(match.capturedStart(2), what));
        };
        if (match.captured(1) == u"<") {
            if ((name == u"git2.h" || name.startsWith(u"git2/")) && !mayUseGit)
                report(QStringLiteral("<%1> is for core/git alone").arg(name));
            continue;
        }
        if (name.endsWith(u".moc"))
            continue;
        if (!name.contains(u'/')) {
            report(QStringLiteral("\"%1\" must be written from the source root").arg(name));
            continue;
        }
        const QString to = folderOf(name);
        if (!arrows().contains(from)) {
            if (from.section(u'/', 0, 0) == u"core" ||
                (from.section(u'/', 0, 0) == u"ui" && !from.contains(u'.')))
                report(QStringLiteral("%1 has no row in the table of arrows").arg(from));
            continue;
        }
        const bool allowed =
            to == from || to == u"core/base" ||
            std::ranges::any_of(arrows().value(from), [&to](const QString &target) {
                return target == u"*" || target == to || (target.endsWith(u'/') && to.startsWith(target));
            });
        if (!allowed)
            report(QStringLiteral("%1 must not include %2").arg(from, to));
        else if (from.startsWith(u"ui/") && name == u"core/git/handle.h")
            report(QStringLiteral("handles never leave core/git"));
    }
    return findings;
}

/// The screen's thread never waits.
inline Findings checkNoWaiting(const SourceText &source)
{
    if (!source.path.startsWith(u"ui/"))
        return {};
    static const QRegularExpression waiting(QStringLiteral(
        "\\bprocessEvents\\b|\\bQEventLoop\\b|\\bwaitFor\\w*\\s*\\(|(?:\\.|->)\\s*exec\\s*\\("));
    Findings findings;
    for (auto it = waiting.globalMatch(source.code); it.hasNext();) {
        const auto match = it.next();
        findings.append(source.finding(
            match.capturedStart(),
            QStringLiteral("%1: the screen's thread must not wait").arg(match.captured().simplified())));
    }
    return findings;
}

inline Findings checkHeaderLines(const SourceText &source)
{
    Findings findings;
    const QStringList lines = source.text.split(u'\n');
    const QString first = lines.value(0);
    const QString second = lines.value(1);
    if (!first.endsWith(u"SPDX-FileCopyrightText: Countersign contributors"))
        findings.append({source.path, 1, QStringLiteral("the line SPDX-FileCopyrightText is missing")});
    if (!second.endsWith(u"SPDX-License-Identifier: Apache-2.0"))
        findings.append({source.path, 2, QStringLiteral("the line SPDX-License-Identifier is missing")});
    if (source.path.endsWith(u".h") && !source.text.contains(u"\n#pragma once\n"))
        findings.append({source.path, 3, QStringLiteral("#pragma once is missing")});
    return findings;
}

/// Colours come from the theme.
inline Findings checkNoColors(const SourceText &source)
{
    if (!source.path.startsWith(u"ui/") || source.path.startsWith(u"ui/theme/"))
        return {};
    static const QRegularExpression inString(
        QStringLiteral("#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\\b|^#[0-9a-fA-F]{3}$"));
    static const QRegularExpression inCode(
        QStringLiteral("\\bQColor\\b(?:\\s+\\w+)?\\s*[({]\\s*0x|\\bqRgba?\\s*\\(\\s*\\d|\\bQRgb\\b[^;\\n]*0x["
                       "0-9a-fA-F]{6}"));
    Findings findings;
    const QString what = QStringLiteral("%1: colours come from ui/theme");
    for (const StringLiteral &literal : source.strings)
        if (inString.match(literal.content).hasMatch())
            findings.append(source.finding(literal.position, what.arg(literal.content)));
    for (auto it = inCode.globalMatch(source.code); it.hasNext();) {
        const auto match = it.next();
        findings.append(source.finding(match.capturedStart(), what.arg(match.captured())));
    }
    return findings;
}

/// Core shows and translates nothing.
inline Findings checkCoreTranslatesNothing(const SourceText &source)
{
    if (!source.path.startsWith(u"core/"))
        return {};
    static const QRegularExpression call(QStringLiteral("\\btr\\s*\\(|\\bQ_DECLARE_TR_FUNCTIONS\\b"));
    Findings findings;
    for (auto it = call.globalMatch(source.code); it.hasNext();)
        findings.append(source.finding(it.next().capturedStart(), QStringLiteral("core translates nothing")));
    return findings;
}

namespace detail {

/// Whether a text says something, after its tags, placeholders and escapes are gone.
inline bool isWords(QString content)
{
    static const QRegularExpression noise(
        QStringLiteral("<[^>]*>|&\\w+;|%[L%]?\\d+|%n|\\\\[nrt\"\\\\]|\\\\[xuU][0-9a-fA-F]+|\\{\\w*\\}"));
    static const QRegularExpression word(QStringLiteral("\\p{L}\\p{L}"));
    // Names of icons, drafts and the like; what people read begins with a capital or has spaces.
    static const QRegularExpression key(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    if (key.match(content).hasMatch())
        return false;
    return word.match(content.remove(noise)).hasMatch();
}

/// The names of the calls that enclose `position`, outermost first, up to the parenthesis at `open`.
inline QStringList enclosingCalls(const QString &code, qsizetype open, qsizetype position)
{
    static const QRegularExpression name(QStringLiteral("([A-Za-z_]\\w*)\\s*$"));
    QStringList calls;
    for (qsizetype i = open + 1; i < position; ++i) {
        if (code[i] == u'(' || code[i] == u'{') {
            const qsizetype from = qMax(open + 1, i - 80);
            const QString before = code.sliced(from, i - from).trimmed();
            const bool isLambda = code[i] == u'{' && (before.endsWith(u')') || before.endsWith(u']') ||
                                                      before.endsWith(u"mutable"));
            calls.append(isLambda ? QStringLiteral("lambda") : name.match(before).captured(1));
        } else if ((code[i] == u')' || code[i] == u'}') && !calls.isEmpty()) {
            calls.removeLast();
        }
    }
    return calls;
}

inline qsizetype closingParenthesis(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        if (code[i] == u'(' || code[i] == u'{')
            ++depth;
        else if ((code[i] == u')' || code[i] == u'}') && --depth == 0)
            return i;
    }
    return code.size();
}

inline qsizetype endOfFirstArgument(const QString &code, qsizetype open, qsizetype close)
{
    int depth = 0;
    for (qsizetype i = open + 1; i < close; ++i) {
        if (code[i] == u'(' || code[i] == u'{')
            ++depth;
        else if (code[i] == u')' || code[i] == u'}')
            --depth;
        else if (code[i] == u',' && depth == 0)
            return i;
    }
    return close;
}

} // namespace detail

/// Text that people read goes through tr().
inline Findings checkTranslated(const SourceText &source)
{
    // The gallery is a tool of the developers.
    const bool shows = source.path.startsWith(u"ui/") ||
                       (source.path.startsWith(u"app/") && !source.path.startsWith(u"app/gallery/"));
    if (!shows)
        return {};
    static const QRegularExpression shown(QStringLiteral(
        "\\b(setText|setToolTip|setWindowTitle|setStatusTip|setWhatsThis|setPlaceholderText|"
        "setAccessibleName|"
        "setAccessibleDescription|addAction|addMenu|addTab|setTabText|setTitle|setSubTitle|"
        "setInformativeText|"
        "setDetailedText|addButton|setHeaderLabels|addItem|setLabelText|setSuffix|setPrefix|setButtonText|"
        "showMessage|QLabel|QPushButton|QCheckBox|QRadioButton|QGroupBox|QAction)\\s*(?:\\w+\\s*)?\\("));
    // Of these the other arguments may be keys.
    static const QSet<QString> firstOnly{QStringLiteral("addItem"), QStringLiteral("setText")};
    // Around a literal these change nothing; in any other call it is not (yet) text to be shown.
    static const QSet<QString> transparent{
        QString(),
        QStringLiteral("QStringLiteral"),
        QStringLiteral("QString"),
        QStringLiteral("QLatin1String"),
        QStringLiteral("QLatin1StringView"),
        QStringLiteral("QStringView"),
        QStringLiteral("fromUtf8"),
        QStringLiteral("fromLatin1"),
        QStringLiteral("QStringList"),
    };
    Findings findings;
    for (auto it = shown.globalMatch(source.code); it.hasNext();) {
        const auto match = it.next();
        const qsizetype open = match.capturedEnd() - 1;
        qsizetype close = detail::closingParenthesis(source.code, open);
        if (firstOnly.contains(match.captured(1)))
            close = detail::endOfFirstArgument(source.code, open, close);
        for (const StringLiteral &literal : source.strings) {
            if (literal.position <= open || literal.position >= close || !detail::isWords(literal.content))
                continue;
            const QStringList calls = detail::enclosingCalls(source.code, open, literal.position);
            const bool bare =
                std::ranges::all_of(calls, [](const QString &call) { return transparent.contains(call); });
            const Finding finding = source.finding(
                literal.position,
                QStringLiteral("\"%1\" is shown by %2 without tr()").arg(literal.content, match.captured(1)));
            if (bare && !findings.contains(finding))
                findings.append(finding);
        }
    }
    return findings;
}

} // namespace countersign::architecture
