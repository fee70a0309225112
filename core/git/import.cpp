// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/fetchprogress.h"
#include "core/git/hubcommand.h"
#include "core/git/importsource.h"
#include "core/git/repository.h"
#include "core/git/write.h"

#include <QTemporaryFile>

namespace countersign::git {

namespace {

struct Listing
{
    QByteArray head;
    QList<QByteArray> names;
    int idSize = 0;
};

// The short name of a branch or tag; empty for any other ref.
QByteArrayView shortNameOf(QByteArrayView name)
{
    for (const QByteArrayView prefix : {"refs/heads/", "refs/tags/"}) {
        if (name.startsWith(prefix))
            return name.sliced(prefix.size());
    }
    return {};
}

Error importError(QByteArray words)
{
    const auto says = [&words](const char *part) { return words.contains(part); };
    Error error{ErrorKind::Internal,
                {},
                QStringLiteral("The repository could not be imported."),
                QString::fromUtf8(words.trimmed())};
    if (says("Host key verification failed")) {
        error.kind = ErrorKind::AuthenticationRequired;
        error.message = QStringLiteral(
            "The identity of the other computer is not known yet. Connect to it once with ssh.");
    } else if (says("terminal prompts disabled") || says("Authentication failed") ||
               says("Permission denied (") || says("error: 401") || says("error: 403")) {
        error.kind = ErrorKind::AuthenticationRequired;
        error.message = QStringLiteral("The other computer asks for a name and password or a key.");
    } else if (says("Could not resolve host") || says("Connection refused") || says("timed out") ||
               says("Failed to connect") || says("Network is unreachable") || says("No route to host") ||
               says("SSL") || says("certificate")) {
        error.kind = ErrorKind::Unreachable;
        error.message = QStringLiteral("The other computer cannot be reached.");
    } else if (says("does not appear to be a git repository") || says("not found") ||
               says("does not exist")) {
        error.kind = ErrorKind::NotFound;
        error.message = QStringLiteral("There is no Git repository at this address.");
    } else if (says("No space left on device")) {
        error.kind = ErrorKind::LimitExceeded;
        error.message = QStringLiteral("The disk is full.");
    } else if (says("shallow")) {
        error.kind = ErrorKind::Unsupported;
        error.message = QStringLiteral("The source is a shallow clone. Complete it with “git fetch "
                                       "--unshallow”, or import the original.");
    } else if (says("transport '") && says("not allowed")) {
        error.kind = ErrorKind::Unsupported;
        error.message = QStringLiteral("Repositories can be imported from a folder, or over https or ssh.");
    } else if (says("fsck error") || says("bad pack") || says("corrupt") ||
               says("did not send all necessary") || says("missing ") || says("inflate")) {
        error.kind = ErrorKind::Corrupt;
        error.message = QStringLiteral("The source holds damaged or forbidden objects.");
    } else if (says("early EOF") || says("hung up unexpectedly") || says("disconnected")) {
        error.kind = ErrorKind::Unreachable;
        error.message = QStringLiteral("The connection ended before everything had arrived.");
    }
    return error;
}

class Import
{
public:
    Import(const QString &gitDirectory, ImportSource source, std::stop_token stop)
        : m_gitDirectory(gitDirectory)
        , m_source(std::move(source))
        , m_stop(std::move(stop))
    {
        // The child that reads a local source gets no variables from its parent git, only a global file.
        if (m_global.open()) {
            m_global.write("[safe]\n\tdirectory = *\n\tbareRepository = all\n");
            m_global.flush();
        }
    }

    Result<Listing> list()
    {
        Command command = transport({"ls-remote", "--symref", "--end-of-options", m_source.location, "HEAD",
                                     "refs/heads/*", "refs/tags/*"});
        command.gitDirectory.clear();
        const auto result = complete(command);
        if (!result)
            return std::unexpected(result.error());
        if (!result->succeeded())
            return std::unexpected(importError(result->errors));
        Listing listing;
        for (const QByteArray &line : result->output.split('\n')) {
            const qsizetype tab = line.indexOf('\t');
            if (tab < 0)
                continue;
            const QByteArray value = line.first(tab);
            const QByteArray name = line.sliced(tab + 1);
            if (name == "HEAD" && value.startsWith("ref: "))
                listing.head = value.sliced(5);
            if (const auto id = Oid::fromHex(value)) {
                listing.idSize = id->size();
                if (!shortNameOf(name).isEmpty() && !name.endsWith("^{}"))
                    listing.names << name;
            }
        }
        return listing;
    }

    Result<void> fetch(const QList<QByteArray> &skipped, const ProgressSink &sink)
    {
        Command command =
            transport({"fetch", "--progress", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules",
                       "--no-auto-maintenance", "--force", "--stdin", "--end-of-options", m_source.location});
        command.configuration.emplaceBack("fetch.fsckObjects", "true");
        command.configuration.emplaceBack("fetch.unpackLimit", "1");
        // Thousands of refs, each synced alone, would take longer than the history; packRefs() syncs them.
        command.configuration.emplaceBack("core.fsync", "all,-reference");
        command.configuration.emplaceBack("core.logAllRefUpdates", "false");
        // The pinned single thread is for many clients at once; an import is alone.
        command.configuration.emplaceBack("pack.threads", "0");
        for (const FsckRule &rule : toleratedFaults())
            command.configuration.emplaceBack(QByteArray("fetch.fsck.") + rule.name, rule.severity);
        QByteArray refspecs = "+refs/heads/*:refs/heads/*\n+refs/tags/*:refs/tags/*\n";
        for (const QByteArray &name : skipped)
            refspecs += '^' + name + '\n';
        auto program = Program::start(command);
        if (!program)
            return std::unexpected(program.error());
        FetchProgress progress(sink);
        (*program)->setErrorSink([&progress](QByteArrayView bytes) { progress.feed(bytes); });
        (*program)->write(refspecs);
        (*program)->closeInput();
        const auto code = (*program)->wait();
        if (!code)
            return std::unexpected(code.error());
        progress.feed("\n");
        // Refs of a shallow source are left out with no more than a warning.
        if (*code != 0 || progress.otherLines().contains("shallow roots are not allowed"))
            return std::unexpected(importError(progress.otherLines()));
        return {};
    }

    Result<void> packRefs()
    {
        Command command = hubCommand(m_gitDirectory, {"pack-refs", "--all", "--prune"});
        command.stop = m_stop;
        const auto done = run(command);
        if (!done)
            return std::unexpected(done.error());
        return {};
    }

private:
    Command transport(QList<QByteArray> arguments) const
    {
        Command command = hubCommand(m_gitDirectory, std::move(arguments));
        command.network = true;
        command.stop = m_stop;
        command.environment << "GIT_ALLOW_PROTOCOL=https:ssh:file"
                            << "GIT_PROTOCOL_FROM_USER=0"
                            << "GIT_SSH_VARIANT=ssh"
                            << "GIT_SSH_COMMAND=ssh -o BatchMode=yes -o ConnectTimeout=20 "
                               "-o ServerAliveInterval=15 -o ClearAllForwardings=yes"
                            << "GIT_CONFIG_GLOBAL=" + absolutePath(m_global.fileName());
        command.configuration.emplaceBack("http.followRedirects", "false");
        command.configuration.emplaceBack("http.lowSpeedLimit", "1");
        command.configuration.emplaceBack("http.lowSpeedTime", "60");
        command.configuration.emplaceBack("transfer.bundleURI", "false");
        command.configuration.emplaceBack("transfer.advertiseSID", "false");
        return command;
    }

    QString m_gitDirectory;
    ImportSource m_source;
    std::stop_token m_stop;
    QTemporaryFile m_global;
};

} // namespace

Result<SourceInfo> inspectSource(const ImportOptions &options, std::stop_token stop)
{
    auto source = parseImportSource(options.source);
    if (!source)
        return std::unexpected(source.error());
    const auto listing = Import(QString(), std::move(*source), std::move(stop)).list();
    if (!listing)
        return std::unexpected(listing.error());
    return SourceInfo{listing->idSize ? listing->idSize : 20, listing->head};
}

Result<ImportOutcome> importInto(const QString &gitDirectory, const ImportOptions &options,
                                 const ProgressSink &sink, std::stop_token stop)
{
    auto source = parseImportSource(options.source);
    if (!source)
        return std::unexpected(source.error());
    const auto target = Repository::open(gitDirectory);
    if (!target)
        return std::unexpected(target.error());
    Import import(gitDirectory, std::move(*source), stop);
    if (sink)
        sink({QStringLiteral("contacting the source"), 0, 0});
    const auto listing = import.list();
    if (!listing)
        return std::unexpected(listing.error());
    if (listing->idSize && listing->idSize != target->idSize())
        return failure(
            ErrorKind::Unsupported,
            QStringLiteral("The source and the new repository use object ids of different sizes."));

    ImportOutcome outcome;
    for (const QByteArray &name : listing->names) {
        if (!isAcceptableRefName(shortNameOf(name)))
            outcome.skippedRefs << name;
    }
    if (listing->names.size() > outcome.skippedRefs.size()) {
        if (const auto done = import.fetch(outcome.skippedRefs, sink); !done)
            return std::unexpected(done.error());
    }
    // What appeared at the source between listing and fetching is judged by the same rules.
    const auto fetched = refs(*target);
    if (!fetched)
        return std::unexpected(fetched.error());
    QList<RefUpdate> removals;
    for (const RefInfo &ref : *fetched) {
        if (!isAcceptableRefName(shortNameOf(ref.name))) {
            removals.append({ref.name, ref.target, {}});
            outcome.skippedRefs << ref.name;
        } else if (ref.name == listing->head) {
            outcome.headBranch = ref.name;
        }
    }
    if (const auto done = updateRefs(gitDirectory, removals, "import"); !done)
        return std::unexpected(done.error());
    if (const auto done = import.packRefs(); !done)
        return std::unexpected(done.error());
    if (!outcome.headBranch.isEmpty()) {
        if (const auto done = setHead(gitDirectory, outcome.headBranch); !done)
            return std::unexpected(done.error());
    }
    return outcome;
}

} // namespace countersign::git
