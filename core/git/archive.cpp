// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/reader.h"

#include <QFileInfo>
#include <QSaveFile>

namespace countersign::git {

Result<void> archive(const Repository &repository, const Oid &commit, const QString &file,
                     std::stop_token stop)
{
    const bool zip = file.endsWith(QStringLiteral(".zip"), Qt::CaseInsensitive);
    QString folder = QFileInfo(file).fileName();
    if (zip)
        folder.chop(4);
    else if (folder.endsWith(QStringLiteral(".tar.gz"), Qt::CaseInsensitive))
        folder.chop(7);
    else
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("The name of an archive ends in .zip or .tar.gz."));
    const auto tree = peelToTree(repository.reader(), commit);
    if (!tree)
        return std::unexpected(tree.error());
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return failure(ErrorKind::NotFound, QStringLiteral("%1 cannot be written.").arg(file),
                       target.errorString());
    const auto command =
        repository.reader().isolated({"archive", QByteArray("--format=") + (zip ? "zip" : "tar.gz"),
                                      "--prefix=" + folder.toUtf8() + '/', commit.hex()},
                                     std::move(stop));
    if (!command)
        return std::unexpected(command.error());
    auto program = Program::start(*command);
    if (!program)
        return std::unexpected(program.error());
    QByteArray buffer;
    for (;;) {
        const auto more = (*program)->read(buffer);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        if (target.write(buffer) != buffer.size())
            return failure(ErrorKind::Internal, QStringLiteral("%1 cannot be written.").arg(file),
                           target.errorString());
        buffer.clear();
    }
    const auto code = (*program)->wait();
    if (!code)
        return std::unexpected(code.error());
    if (*code != 0)
        return std::unexpected(
            programError(QStringLiteral("The archive could not be made."), *code, (*program)->errors()));
    if (!target.commit())
        return failure(ErrorKind::Internal, QStringLiteral("%1 cannot be written.").arg(file),
                       target.errorString());
    return {};
}

} // namespace countersign::git
