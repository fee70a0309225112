// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/hubcommand.h"
#include "core/git/reader.h"
#include "core/git/refname.h"
#include "core/git/write.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace countersign::git {

namespace {

QByteArray pinnedSettings()
{
    QByteArray text = "[core]\n"
                      // Nothing that was acknowledged is lost with the power.
                      "\tfsync = all\n"
                      "\tfsyncMethod = fsync\n"
                      "\tlogAllRefUpdates = always\n"
                      "\tuseReplaceRefs = false\n"
                      "\tprotectHFS = true\n"
                      "\tprotectNTFS = true\n"
                      "[receive]\n"
                      "\tfsckObjects = true\n"
                      "\tunpackLimit = 1\n"
                      "\tautogc = false\n"
                      "\tkeepAlive = 5\n"
                      "\tadvertisePushOptions = false\n"
                      "\tshallowUpdate = false\n"
                      "[transfer]\n"
                      "\thideRefs = refs/countersign\n"
                      "[fetch]\n"
                      "\tfsckObjects = true\n"
                      "\tunpackLimit = 1\n"
                      "[uploadpack]\n"
                      "\tkeepAlive = 5\n"
                      "\tallowFilter = true\n"
                      "\tadvertiseBundleURIs = false\n"
                      // Maintenance is scheduled by the hub alone, and keeps what the ref log may still need.
                      "[gc]\n"
                      "\tauto = 0\n"
                      "\treflogExpire = 400.days\n"
                      "\treflogExpireUnreachable = 400.days\n"
                      "[maintenance]\n"
                      "\tauto = false\n"
                      "[repack]\n"
                      "\twriteBitmaps = true\n"
                      "[pack]\n"
                      "\tthreads = 1\n";
    for (const char *section : {"receive", "fetch"}) {
        text += QByteArray("[") + section + " \"fsck\"]\n";
        for (const FsckRule &rule : toleratedFaults())
            text += QByteArray("\t") + rule.name + " = " + rule.severity + '\n';
    }
    return text;
}

} // namespace

Command hubCommand(const QString &gitDirectory, QList<QByteArray> arguments)
{
    Command command;
    command.gitDirectory = absolutePath(gitDirectory);
    command.arguments = std::move(arguments);
    return command;
}

QByteArray absolutePath(const QString &path) { return QFile::encodeName(QFileInfo(path).absoluteFilePath()); }

Result<Oid> printedId(const Result<QByteArray> &output)
{
    if (!output)
        return std::unexpected(output.error());
    const auto id = Oid::fromHex(output->trimmed());
    if (!id)
        return failure(ErrorKind::Internal, QStringLiteral("git gave an unexpected answer."),
                       QString::fromUtf8(*output));
    return *id;
}

const QList<FsckRule> &toleratedFaults()
{
    static const QList<FsckRule> rules{
        {"badDate", "ignore"},
        {"badDateOverflow", "ignore"},
        {"badEmail", "ignore"},
        {"badName", "ignore"},
        {"badTimezone", "ignore"},
        {"missingEmail", "ignore"},
        {"missingNameBeforeEmail", "ignore"},
        {"missingSpaceBeforeDate", "ignore"},
        {"missingSpaceBeforeEmail", "ignore"},
        {"missingTaggerEntry", "ignore"},
        {"multipleAuthors", "ignore"},
        {"nulInCommit", "ignore"},
        {"zeroPaddedDate", "ignore"},
        {"zeroPaddedFilemode", "ignore"},
        {"largePathname", "ignore"},
        {"gitmodulesParse", "ignore"},
    };
    return rules;
}

Result<void> initBare(const QString &gitDirectory, const QByteArray &headBranch, int idSize)
{
    QByteArray branch = headBranch;
    if (branch.startsWith("refs/heads/"))
        branch = branch.sliced(11);
    if (!isAcceptableRefName(branch))
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("%1 cannot be the name of a branch.").arg(displayPath(branch)));
    const QDir folder(gitDirectory);
    if (folder.exists() &&
        !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return failure(ErrorKind::AlreadyExists, QStringLiteral("The folder is not empty."), gitDirectory);
    Command command;
    command.arguments = {"init",
                         "--bare",
                         "--quiet",
                         "--template=",
                         "--ref-format=files",
                         idSize == 32 ? "--object-format=sha256" : "--object-format=sha1",
                         "--initial-branch=" + branch,
                         absolutePath(gitDirectory)};
    if (const auto done = run(command); !done)
        return std::unexpected(done.error());
    // One write instead of a run of git config for each of thirty settings.
    QFile config(folder.filePath(QStringLiteral("config")));
    const QByteArray settings = pinnedSettings();
    if (!config.open(QIODevice::Append) || config.write(settings) != settings.size() || !config.flush() ||
        ::fsync(config.handle()) != 0)
        return failure(ErrorKind::Internal, QStringLiteral("The repository could not be made."),
                       config.errorString());
    return {};
}

} // namespace countersign::git
