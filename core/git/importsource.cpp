// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/importsource.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace countersign::git {

namespace {

Result<ImportSource> localSource(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return failure(ErrorKind::NotFound, QStringLiteral("There is no folder %1.").arg(folder));
    if (!info.isReadable() || !info.isExecutable())
        return failure(ErrorKind::PermissionDenied,
                       QStringLiteral("The folder %1 cannot be read.").arg(folder));
    return ImportSource{info.absoluteFilePath().toUtf8(), true};
}

} // namespace

Result<ImportSource> parseImportSource(const QString &text)
{
    const QString source = text.trimmed();
    if (source.isEmpty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("Enter a folder or an address."));
    for (const QChar c : source) {
        if (c.category() == QChar::Other_Control)
            return failure(ErrorKind::InvalidInput, QStringLiteral("The address holds a control character."));
    }
    if (source.startsWith(u'/'))
        return localSource(source);

    static const QRegularExpression helper(QStringLiteral("^[A-Za-z0-9+.-]+::"));
    static const QRegularExpression withScheme(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*)://"));
    // As ssh writes it: user@host:folder.
    static const QRegularExpression scp(
        QStringLiteral("^([A-Za-z0-9._~+-]+@)?([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\]):(?!/{2}).+"));
    const auto unsupported =
        failure(ErrorKind::Unsupported,
                QStringLiteral("Repositories can be imported from a folder, or over https or ssh."));
    if (helper.match(source).hasMatch())
        return unsupported;
    const auto scheme = withScheme.match(source);
    if (!scheme.hasMatch()) {
        const auto parts = scp.match(source);
        if (!parts.hasMatch())
            return failure(ErrorKind::InvalidInput,
                           QStringLiteral("Enter the full path of a folder, or an https or ssh address."));
        if (source.startsWith(u'-') || parts.captured(2).startsWith(u'-'))
            return failure(ErrorKind::InvalidInput, QStringLiteral("The address names no computer."));
        return ImportSource{source.toUtf8(), false};
    }
    const QString name = scheme.captured(1).toLower();
    const QUrl url(source);
    if (name == QStringLiteral("file")) {
        if (!url.isValid() || (!url.host().isEmpty() && url.host() != QStringLiteral("localhost")))
            return failure(ErrorKind::InvalidInput, QStringLiteral("A file address names a folder here."));
        return localSource(url.path(QUrl::FullyDecoded));
    }
    if (name != QStringLiteral("https") && name != QStringLiteral("ssh"))
        return unsupported;
    if (!url.isValid() || url.host().isEmpty() || url.host().startsWith(u'-') ||
        url.userName().startsWith(u'-'))
        return failure(ErrorKind::InvalidInput, QStringLiteral("The address names no computer."));
    // It would be seen by everybody on this computer who lists the running programs.
    if (!url.password().isEmpty())
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("An address must not hold a password. Leave it out."));
    return ImportSource{source.toUtf8(), false};
}

} // namespace countersign::git
