// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/startfiles.h"

#include <array>

namespace countersign::hosting {
namespace {

struct Language
{
    const char *name;
    const char *ignored;
};

constexpr std::array languages{
    Language{"C and C++", "/build*/\n*.o\n*.a\n*.so\ncompile_commands.json\n.cache/\n"},
    Language{"C#", "bin/\nobj/\n*.user\n.vs/\n"},
    Language{"Go", "/bin/\n*.test\n*.out\n"},
    Language{"Java", "target/\nbuild/\n.gradle/\n*.class\n"},
    Language{"JavaScript", "node_modules/\ndist/\ncoverage/\n.env\n"},
    Language{"Python", "__pycache__/\n*.pyc\n.venv/\ndist/\n*.egg-info/\n.pytest_cache/\n"},
    Language{"Rust", "/target/\n"},
    Language{"Swift", ".build/\nDerivedData/\nxcuserdata/\n"},
};

api::PutFileEntry entry(const QString &path, const QByteArray &content)
{
    api::PutFileEntry put;
    put.filePath = path;
    put.fileContent = content;
    return put;
}

} // namespace

QStringList startLanguages()
{
    QStringList names;
    for (const Language &language : languages)
        names += QString::fromLatin1(language.name);
    return names;
}

QList<api::PutFileEntry> startFiles(const QString &name, const QString &description, const QString &language)
{
    QByteArray readme = "# " + name.toUtf8() + '\n';
    if (!description.trimmed().isEmpty())
        readme += '\n' + description.trimmed().toUtf8() + '\n';
    QList<api::PutFileEntry> files{entry(QStringLiteral("README.md"), readme)};
    for (const Language &known : languages) {
        if (language == QLatin1StringView(known.name))
            files += entry(QStringLiteral(".gitignore"), known.ignored);
    }
    return files;
}

} // namespace countersign::hosting
