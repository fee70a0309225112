// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/environment.h"

namespace countersign::git {

namespace {

// Configuration that wins over the repository's own file. What could run a program is switched off; what
// could change an answer is set to git's default.
const QList<std::pair<QByteArray, QByteArray>> fixedConfiguration{
    {"safe.directory", "*"},
    {"safe.bareRepository", "all"},
    {"core.fsmonitor", "false"},
    {"core.hooksPath", "/dev/null"},
    {"core.attributesFile", "/dev/null"},
    {"core.excludesFile", "/dev/null"},
    {"core.askPass", ""},
    {"core.pager", "cat"},
    {"core.editor", "false"},
    {"core.quotePath", "false"},
    {"core.useReplaceRefs", "false"},
    {"core.commitGraph", "true"},
    {"core.protectHFS", "true"},
    {"core.protectNTFS", "true"},
    {"core.filesRefLockTimeout", "2000"},
    {"core.packedRefsTimeout", "5000"},
    {"credential.helper", ""},
    {"color.ui", "false"},
    {"column.ui", "never"},
    {"log.showSignature", "false"},
    {"log.showRoot", "true"},
    {"log.mailmap", "false"},
    {"log.follow", "false"},
    {"mailmap.blob", ""},
    {"diff.noprefix", "false"},
    {"diff.mnemonicPrefix", "false"},
    {"diff.orderFile", "/dev/null"},
    {"diff.renames", "true"},
    {"diff.renameLimit", "0"},
    {"diff.ignoreSubmodules", "none"},
    {"grep.patternType", "default"},
    {"merge.renames", "true"},
    {"merge.directoryRenames", "conflict"},
    {"merge.conflictStyle", "merge"},
    {"merge.renormalize", "false"},
    {"blame.ignoreRevsFile", ""},
    {"blame.showEmail", "false"},
    {"blame.markIgnoredLines", "false"},
    {"i18n.commitEncoding", "UTF-8"},
    {"i18n.logOutputEncoding", "UTF-8"},
    {"commit.gpgSign", "false"},
    {"tag.gpgSign", "false"},
    {"gc.auto", "0"},
    {"maintenance.auto", "false"},
    {"fetch.recurseSubmodules", "false"},
    {"submodule.recurse", "false"},
};

void inherit(QList<QByteArray> &environment, const char *name)
{
    if (qEnvironmentVariableIsSet(name))
        environment << QByteArray(name) + '=' + qgetenv(name);
}

} // namespace

QList<QByteArray> programEnvironment(const Command &command)
{
    QList<QByteArray> environment{
        "GIT_CONFIG_NOSYSTEM=1",
        "GIT_CONFIG_GLOBAL=/dev/null",
        "GIT_ATTR_NOSYSTEM=1",
        "GIT_NO_REPLACE_OBJECTS=1",
        "GIT_NO_LAZY_FETCH=1",
        "GIT_TERMINAL_PROMPT=0",
        "GIT_OPTIONAL_LOCKS=0",
        "GIT_LITERAL_PATHSPECS=0",
        "GIT_ADVICE=0",
        "GIT_PAGER=cat",
        "GIT_EDITOR=false",
        "GIT_COMMITTER_NAME=Countersign",
        "GIT_COMMITTER_EMAIL=hub@countersign.invalid",
        "GIT_AUTHOR_NAME=Countersign",
        "GIT_AUTHOR_EMAIL=hub@countersign.invalid",
        // A name below a file: git finds neither ~/.gitconfig nor ~/.config/git/attributes.
        "HOME=/dev/null",
        "XDG_CONFIG_HOME=/dev/null",
        "LC_ALL=C.UTF-8",
        "TZ=UTC",
    };
    inherit(environment, "PATH");
    inherit(environment, "TMPDIR");
    if (command.network) {
        for (const char *name :
             {"SSH_AUTH_SOCK", "USER", "LOGNAME", "http_proxy", "https_proxy", "HTTPS_PROXY", "no_proxy",
              "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO"})
            inherit(environment, name);
    }
    int count = 0;
    const auto configure = [&](const QByteArray &key, const QByteArray &value) {
        const QByteArray number = QByteArray::number(count++);
        environment << "GIT_CONFIG_KEY_" + number + '=' + key << "GIT_CONFIG_VALUE_" + number + '=' + value;
    };
    for (const auto &[key, value] : fixedConfiguration)
        configure(key, value);
    for (const auto &[key, value] : command.configuration)
        configure(key, value);
    environment << "GIT_CONFIG_COUNT=" + QByteArray::number(count);
    // One value for each name: which of two a program sees is not defined.
    for (const QByteArray &entry : command.environment) {
        const QByteArray name = entry.left(entry.indexOf('=') + 1);
        environment.removeIf([&name](const QByteArray &other) { return other.startsWith(name); });
        environment << entry;
    }
    return environment;
}

QByteArray withoutAttributes(int idSize)
{
    return idSize == 32
               ? QByteArrayLiteral(
                     "GIT_ATTR_SOURCE=6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321")
               : QByteArrayLiteral("GIT_ATTR_SOURCE=4b825dc642cb6eb9a060e54bf8d69288fbee4904");
}

} // namespace countersign::git
