// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/repository.h"

#include "core/git/reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace countersign::git {

namespace {

// Not QFile::exists(): a name is any bytes.
bool exists(const QByteArray &path)
{
    struct stat status = {};
    return ::stat(path.constData(), &status) == 0;
}

bool isGitDirectory(const QByteArray &path)
{
    return exists(path + "/HEAD") && (exists(path + "/objects") || exists(path + "/commondir"));
}

// The git directory for a working folder, a git directory, or a worktree's or submodule's `.git` file.
QByteArray findGitDirectory(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    const QByteArray dotGit = folder + "/.git";
    if (isGitDirectory(dotGit))
        return dotGit;
    for (const QByteArray &candidate : {dotGit, folder}) {
        QFile file(QFile::decodeName(candidate));
        if (!QFileInfo(file).isFile() || file.size() > 65536 || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll().trimmed();
        if (!line.startsWith("gitdir: "))
            continue;
        const QByteArray target = line.sliced(8);
        const QByteArray base = candidate.left(candidate.lastIndexOf('/') + 1);
        const QString joined = QFile::decodeName(target.startsWith('/') ? target : base + target);
        return QFile::encodeName(QDir::cleanPath(joined));
    }
    return isGitDirectory(folder) ? folder : QByteArray();
}

bool isTrue(git_config *config, const char *name)
{
    int value = 0;
    return git_config_get_bool(&value, config, name) == 0 && value;
}

bool hasMatch(git_config *config, const char *expression)
{
    bool found = false;
    git_config_foreach_match(
        config, expression,
        [](const git_config_entry *, void *payload) {
            *static_cast<bool *>(payload) = true;
            return 1;
        },
        &found);
    return found;
}

// Where libgit2 opens the repository and yet would mislead.
QString reasonAgainstLibrary(git_repository *repository)
{
    ConfigHandle config;
    if (git_repository_config_snapshot(Out(config), repository) != 0)
        return QStringLiteral("its configuration cannot be read by the built-in library");
    if (hasMatch(config.get(), "^remote\\..*\\.(promisor|partialclonefilter)$"))
        return QStringLiteral("it is a partial clone, so some objects are not on this computer");
    if (isTrue(config.get(), "index.sparse"))
        return QStringLiteral("it has a sparse index");
    return {};
}

} // namespace

Repository::Repository(std::unique_ptr<Reader> reader)
    : m_reader(std::move(reader))
{
}
Repository::~Repository() = default;
Repository::Repository(Repository &&) noexcept = default;
Repository &Repository::operator=(Repository &&) noexcept = default;

Result<Repository> Repository::open(const QString &path)
{
    ensureLibrary();
    auto reader = std::make_unique<Reader>();
    reader->gitDirectory = path.isEmpty() ? QByteArray() : findGitDirectory(path);
    if (reader->gitDirectory.isEmpty())
        return failure(ErrorKind::NotFound, QStringLiteral("There is no Git repository in %1.").arg(path));

    const int code =
        git_repository_open_ext(Out(reader->repository), reader->gitDirectory.constData(),
                                GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT, nullptr);
    QString reason;
    if (code == 0) {
        reason = reasonAgainstLibrary(reader->repository.get());
    } else {
        const git_error *error = git_error_last();
        reason = error ? QString::fromUtf8(error->message) : QStringLiteral("error %1").arg(code);
    }
    if (reason.isEmpty() && git_repository_odb(Out(reader->odb), reader->repository.get()) == 0)
        return Repository(std::move(reader));

    reader->odb.reset();
    reader->repository.reset();
    const auto answer = run(reader->command({"rev-parse", "--show-object-format", "--show-ref-format"}));
    if (!answer) {
        Error error = answer.error();
        error.kind = ErrorKind::Corrupt;
        error.message = QStringLiteral("The repository in %1 cannot be opened.").arg(path);
        return std::unexpected(error);
    }
    if (answer->startsWith("sha256")) {
        reader->idSize = 32;
        reason = QStringLiteral("its object ids are SHA-256");
    } else if (answer->contains("reftable")) {
        reason = QStringLiteral("its refs are stored in reftable format");
    }
    reader->reducedReason =
        QStringLiteral("The git program reads this repository, which is slower: %1.").arg(reason);
    reader->catFile = std::make_unique<CatFile>(reader->command({}));
    return Repository(std::move(reader));
}

QString Repository::gitDirectory() const { return QFile::decodeName(m_reader->gitDirectory); }
int Repository::idSize() const { return m_reader->idSize; }
QString Repository::reducedReason() const { return m_reader->reducedReason; }

} // namespace countersign::git
