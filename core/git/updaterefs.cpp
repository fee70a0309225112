// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/hubcommand.h"
#include "core/git/reader.h"
#include "core/git/write.h"

namespace countersign::git {

namespace {

QByteArray nullId(int size) { return QByteArray(2 * size, '0'); }

// Format: git-update-ref(1), --stdin -z.
QByteArray transaction(const QList<RefUpdate> &updates)
{
    QByteArray input("start\0", 6);
    for (const RefUpdate &update : updates) {
        const int size = std::max(update.from.size(), update.to.size());
        input.append("option no-deref\0", 16);
        if (update.from.isNull() && update.to.isNull())
            input += "verify " + update.name + '\0' + nullId(size ? size : 20) + '\0';
        else if (update.from.isNull())
            input += "create " + update.name + '\0' + update.to.hex() + '\0';
        else if (update.to.isNull())
            input += "delete " + update.name + '\0' + update.from.hex() + '\0';
        else
            input += "update " + update.name + '\0' + update.to.hex() + '\0' + update.from.hex() + '\0';
    }
    input.append("prepare\0commit\0", 15);
    return input;
}

Error refError(int exitCode, const QByteArray &errors)
{
    Error error =
        programError(QStringLiteral("The branches and tags could not be changed."), exitCode, errors);
    const auto says = [&errors](const char *words) { return errors.contains(words); };
    if (says("but expected") || says("reference already exists") || says("unable to resolve reference") ||
        says("reference is missing") || says("is missing but expected")) {
        error.kind = ErrorKind::Conflict;
        error.message = QStringLiteral("A branch or tag was changed by somebody else in the meantime.");
    } else if (says("cannot create") || says("cannot process")) {
        error.kind = ErrorKind::AlreadyExists;
        error.message = QStringLiteral("A name cannot be a branch and a folder of branches at once.");
    } else if (says("Unable to create") && says("File exists")) {
        error.kind = ErrorKind::Conflict;
        error.message = QStringLiteral("Another change of the same branch or tag is under way.");
    } else if (says("nonexistent object") || says("missing object")) {
        error.kind = ErrorKind::NotFound;
        error.message = QStringLiteral("A branch or tag would point to an object that is not there.");
    } else if (says("non-commit object")) {
        error.kind = ErrorKind::InvalidInput;
        error.message = QStringLiteral("A branch can only point to a commit.");
    } else if (says("multiple updates")) {
        error.kind = ErrorKind::InvalidInput;
    }
    return error;
}

} // namespace

Result<void> updateRefs(const QString &gitDirectory, const QList<RefUpdate> &updates,
                        const QByteArray &reason)
{
    for (const RefUpdate &update : updates) {
        if (!isFullRefName(update.name) || update.name.startsWith("refs/replace/"))
            return failure(
                ErrorKind::InvalidInput,
                QStringLiteral("%1 is no name for a branch or tag.").arg(displayPath(update.name)));
    }
    if (updates.isEmpty())
        return {};
    Command command = hubCommand(gitDirectory, {"update-ref"});
    if (!reason.trimmed().isEmpty())
        command.arguments << "-m" << reason;
    command.arguments << "--stdin" << "-z";
    const auto result = complete(command, transaction(updates));
    if (!result)
        return std::unexpected(result.error());
    if (!result->succeeded())
        return std::unexpected(refError(result->exitCode, result->errors));
    if (!result->output.contains("commit: ok"))
        return failure(ErrorKind::Internal, QStringLiteral("git update-ref gave an unexpected answer."),
                       QString::fromUtf8(result->output));
    return {};
}

Result<void> setHead(const QString &gitDirectory, const QByteArray &branch)
{
    const QByteArray name = branch.startsWith("refs/heads/") ? branch : "refs/heads/" + branch;
    if (!isAcceptableRefName(QByteArrayView(name).sliced(11)))
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("%1 cannot be the name of a branch.").arg(displayPath(branch)));
    const auto done = run(hubCommand(gitDirectory, {"symbolic-ref", "HEAD", name}));
    if (!done)
        return std::unexpected(done.error());
    return {};
}

} // namespace countersign::git
