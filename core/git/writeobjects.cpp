// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/environment.h"
#include "core/git/hubcommand.h"
#include "core/git/refname.h"
#include "core/git/write.h"

namespace countersign::git {

namespace {

// A name or address as it may stand in a commit: Git leaves out what would end it.
QByteArray cleaned(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.removeIf([](char c) { return c == '<' || c == '>' || static_cast<unsigned char>(c) < ' '; });
    return bytes.trimmed();
}

QByteArray zone(int minutes)
{
    const int size = std::abs(minutes);
    return (minutes < 0 ? "-" : "+") + QByteArray::number(size / 60 * 100 + size % 60).rightJustified(4, '0');
}

Result<void> checkSignature(const Signature &signature)
{
    if (cleaned(signature.name).isEmpty() || signature.when < 0 || std::abs(signature.offset) > 14 * 60)
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("A commit needs an author's name and a time."));
    return {};
}

QList<QByteArray> identity(const QByteArray &role, const Signature &signature)
{
    return {"GIT_" + role + "_NAME=" + cleaned(signature.name),
            "GIT_" + role + "_EMAIL=" + cleaned(signature.email),
            "GIT_" + role + "_DATE=@" + QByteArray::number(signature.when) + ' ' + zone(signature.offset)};
}

QByteArray messageBytes(const QString &message)
{
    QByteArray bytes = message.toUtf8();
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        bytes += '\n';
    return bytes;
}

} // namespace

Result<Oid> writeBlob(const QString &gitDirectory, const QByteArray &content)
{
    return printedId(run(hubCommand(gitDirectory, {"hash-object", "-w", "-t", "blob", "--stdin"}), content));
}

Result<Oid> writeCommit(const QString &gitDirectory, const Oid &tree, const QList<Oid> &parents,
                        const Signature &author, const Signature &committer, const QString &message)
{
    for (const Signature *signature : {&author, &committer}) {
        if (const auto valid = checkSignature(*signature); !valid)
            return std::unexpected(valid.error());
    }
    if (message.contains(QChar(0)))
        return failure(ErrorKind::InvalidInput, QStringLiteral("A message cannot hold a NUL character."));
    Command command = hubCommand(gitDirectory, {"commit-tree"});
    for (const Oid &parent : parents)
        command.arguments << "-p" << parent.hex();
    command.arguments << "-F" << "-" << tree.hex();
    command.environment += identity("AUTHOR", author) + identity("COMMITTER", committer);
    const auto output = run(command, messageBytes(message));
    if (!output) {
        Error error = output.error();
        if (error.detail.contains(QStringLiteral("not a valid")))
            error.kind = ErrorKind::NotFound;
        return std::unexpected(error);
    }
    return printedId(output);
}

Result<Oid> writeTag(const QString &gitDirectory, const QByteArray &name, const Oid &target,
                     const Signature &tagger, const QString &message)
{
    if (const auto valid = checkSignature(tagger); !valid)
        return std::unexpected(valid.error());
    if (!isAcceptableRefName(name) || message.contains(QChar(0)))
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("%1 cannot be the name of a tag.").arg(displayPath(name)));
    const auto type = run(hubCommand(gitDirectory, {"cat-file", "-t", target.hex()}));
    if (!type) {
        Error error = type.error();
        error.kind = ErrorKind::NotFound;
        error.message = QStringLiteral("%1 is not in the repository.").arg(target.toString());
        return std::unexpected(error);
    }
    const QByteArray object = "object " + target.hex() + "\ntype " + type->trimmed() + "\ntag " + name +
                              "\ntagger " + cleaned(tagger.name) + " <" + cleaned(tagger.email) + "> " +
                              QByteArray::number(tagger.when) + ' ' + zone(tagger.offset) + "\n\n" +
                              messageBytes(message);
    return printedId(run(hubCommand(gitDirectory, {"mktag"}), object));
}

} // namespace countersign::git
