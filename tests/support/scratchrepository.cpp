// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/scratchrepository.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

#include <cstdio>
#include <filesystem>

namespace countersign::test {

ScratchRepository::ScratchRepository(Kind kind, const QStringList &initArguments)
    : m_kind(kind)
{
    if (!m_folder.isValid())
        qFatal("no temporary folder: %s", qPrintable(m_folder.errorString()));
    QStringList arguments{QStringLiteral("init"), QStringLiteral("--quiet"),
                          QStringLiteral("--initial-branch=main")};
    if (kind == Kind::Bare)
        arguments << QStringLiteral("--bare");
    git(arguments + initArguments);
}

ScratchRepository::~ScratchRepository()
{
    // QTemporaryDir cannot name, and so not remove, files whose names are no text.
    std::error_code ignored;
    std::filesystem::remove_all(path().toStdString(), ignored);
}

QString ScratchRepository::path() const { return m_folder.path(); }

QString ScratchRepository::gitDirectory() const
{
    return m_kind == Kind::Bare ? path() : path() + QStringLiteral("/.git");
}

QByteArray ScratchRepository::git(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString date = QStringLiteral("%1 +0000").arg(1767268800 + 60 * m_minute);
    const QList<std::pair<const char *, QString>> fixed{
        {"GIT_CONFIG_NOSYSTEM", QStringLiteral("1")},
        {"GIT_CONFIG_GLOBAL", QStringLiteral("/dev/null")},
        {"GIT_AUTHOR_NAME", QStringLiteral("Ada Marchetti")},
        {"GIT_AUTHOR_EMAIL", QStringLiteral("ada@harbour.example")},
        {"GIT_COMMITTER_NAME", QStringLiteral("Ada Marchetti")},
        {"GIT_COMMITTER_EMAIL", QStringLiteral("ada@harbour.example")},
        {"GIT_AUTHOR_DATE", date},
        {"GIT_COMMITTER_DATE", date},
        {"GIT_TERMINAL_PROMPT", QStringLiteral("0")},
        {"LC_ALL", QStringLiteral("C.UTF-8")},
    };
    for (const auto &[name, value] : fixed)
        environment.insert(QLatin1StringView(name), value);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(path());
    process.start(QStringLiteral("git"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        qFatal("git %s failed: %s", qPrintable(arguments.join(u' ')),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void ScratchRepository::write(const QByteArray &file, const QByteArray &content)
{
    // Not QFile: its names are text, and a path here may be any bytes.
    const std::filesystem::path target = path().toStdString() + "/" + file.toStdString();
    std::filesystem::create_directories(target.parent_path());
    std::FILE *stream = std::fopen(target.c_str(), "wb");
    if (!stream || std::fwrite(content.constData(), 1, static_cast<size_t>(content.size()), stream) !=
                       static_cast<size_t>(content.size()))
        qFatal("could not write %s", target.c_str());
    std::fclose(stream);
}

void ScratchRepository::remove(const QByteArray &file)
{
    std::filesystem::remove_all(path().toStdString() + "/" + file.toStdString());
}

QByteArray ScratchRepository::commit(const QString &message, const QString &author)
{
    ++m_minute;
    git({QStringLiteral("add"), QStringLiteral("-A")});
    const QString address = author.section(u' ', 0, 0).toLower() + QStringLiteral("@harbour.example");
    git({QStringLiteral("commit"), QStringLiteral("--quiet"), QStringLiteral("--allow-empty"),
         QStringLiteral("--author=%1 <%2>").arg(author, address), QStringLiteral("-m"), message});
    return git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")}).trimmed();
}

} // namespace countersign::test
