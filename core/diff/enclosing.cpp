// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/diff/rows.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace countersign::diff {

namespace {

/// Lines that are looked back at.
constexpr int kFurthest = 3000;

struct Language
{
    QList<QByteArray> extensions;
    QRegularExpression declaration;
    /// Lines that look like a declaration and are none.
    QRegularExpression except;
};

const QList<Language> &languages()
{
    static const QList<Language> known = [] {
        const QRegularExpression statement(QStringLiteral(
            R"(^\s*(if|else|for|while|switch|case|default|return|do|try|catch|throw|goto|delete|new|await|yield|export \{|import|package|using)\b|^\s*(public|private|protected|signals|slots|Q_SIGNALS|Q_SLOTS)[\w ]*:\s*$)"));
        QList<Language> list;
        list.append({{"py", "pyi", "pyx"},
                     QRegularExpression(QStringLiteral(R"(^\s*(async\s+)?(def|class)\s+\w)")),
                     {}});
        list.append(
            {{"ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts"},
             QRegularExpression(QStringLiteral(
                 R"(^\s*((export|default|async|static|public|private|protected|readonly|abstract|declare|override|get|set)\s+)*(function\b|class\s|interface\s|enum\s|namespace\s|type\s+\w+\s*=|(const|let|var)\s+\w+\s*=\s*(async\s*)?(\([^)]*\)|\w+)\s*=>|[\w$#]+\s*\([^;]*\)\s*(:\s*[^;]+)?\{\s*$))")),
             statement});
        list.append(
            {{"java", "cs", "kt", "kts", "swift", "scala", "dart"},
             QRegularExpression(QStringLiteral(
                 R"(^\s*((@\w+|public|private|protected|internal|static|final|abstract|override|open|suspend|async|sealed|virtual|partial)\s+)*(class|interface|enum|record|object|struct|extension|protocol|fun|func|def|[\w<>\[\],.?]+\s+\w+\s*\([^;]*$))")),
             statement});
        list.append({{"go"}, QRegularExpression(QStringLiteral(R"(^(func|type)\s)")), {}});
        list.append(
            {{"rs"},
             QRegularExpression(QStringLiteral(
                 R"(^\s*(pub(\([^)]*\))?\s+)?((async|const|unsafe|extern\s+"[^"]*")\s+)*(fn|struct|enum|union|mod|trait|impl|macro_rules!)\b)")),
             {}});
        list.append({{"rb"}, QRegularExpression(QStringLiteral(R"(^\s*(class|module|def)\s)")), {}});
        list.append(
            {{"php"},
             QRegularExpression(QStringLiteral(
                 R"(^\s*((public|private|protected|static|final|abstract)\s+)*(function|class|interface|trait|enum)\s)")),
             {}});
        list.append({{"css", "scss", "less"},
                     QRegularExpression(QStringLiteral(R"(^[^\s@}].*\{\s*$|^@(media|keyframes|supports))")),
                     {}});
        list.append({{"md", "markdown"}, QRegularExpression(QStringLiteral(R"(^#{1,6}\s)")), {}});
        list.append({{"sh", "bash"},
                     QRegularExpression(QStringLiteral(R"(^\s*(function\s+[\w:-]+|[\w:-]+\s*\(\s*\)))")),
                     {}});
        list.append({{"sql"},
                     QRegularExpression(QStringLiteral(R"(^\s*(create|alter)\s)"),
                                        QRegularExpression::CaseInsensitiveOption),
                     {}});
        return list;
    }();
    return known;
}

const Language &languageOf(const QByteArray &path)
{
    // Whatever begins in the first column with a letter, as for C and its relatives.
    static const Language general{
        {},
        QRegularExpression(QStringLiteral(R"(^[A-Za-z_$])")),
        QRegularExpression(QStringLiteral(
            R"(^\w+\s*:(?!:)|^(namespace|using|public|private|protected|extern "C")\b|;\s*$)"))};
    const qsizetype dot = path.lastIndexOf('.');
    const QByteArray extension = dot < 0 ? QByteArray() : path.mid(dot + 1).toLower();
    for (const Language &language : languages()) {
        if (language.extensions.contains(extension))
            return language;
    }
    return general;
}

/// The declaration that a line is, as it is shown; nothing where it is none.
std::optional<QString> declarationAt(const Text &text, int line, const Language &language)
{
    const QByteArrayView bytes = text.lineBytes(line);
    if (bytes.isEmpty() || bytes.size() > 500)
        return std::nullopt;
    const QString candidate = text.line(line);
    if (!language.declaration.match(candidate).hasMatch())
        return std::nullopt;
    if (!language.except.pattern().isEmpty() && language.except.match(candidate).hasMatch())
        return std::nullopt;
    QString shown = candidate.trimmed();
    while (shown.endsWith(u'{') || shown.endsWith(u':') || shown.endsWith(u' '))
        shown.chop(1);
    return shown;
}

/// The last declaration among the lines from `first` to before `line`.
std::pair<int, QString> lastDeclaration(const Text &text, int first, int line, const Language &language)
{
    for (int i = std::min(line, text.lineCount()) - 1; i >= first; --i) {
        if (auto name = declarationAt(text, i, language))
            return {i, *name};
    }
    return {-1, {}};
}

} // namespace

QString enclosingFunction(const Text &text, int line, const QByteArray &path)
{
    return lastDeclaration(text, std::max(0, line - kFurthest), line, languageOf(path)).second;
}

EnclosingFunctions::EnclosingFunctions(const Text &text, const QByteArray &path)
    : m_text(text)
    , m_path(path)
{
}

QString EnclosingFunctions::at(int line)
{
    const int furthest = std::max(0, line - kFurthest);
    auto [found, name] = lastDeclaration(m_text, std::max(furthest, m_seen), line, languageOf(m_path));
    if (found >= 0) {
        m_line = found;
        m_name = std::move(name);
    } else if (m_line < furthest) {
        m_line = -1;
        m_name.clear();
    }
    m_seen = std::max(m_seen, line);
    return m_name;
}

} // namespace countersign::diff
