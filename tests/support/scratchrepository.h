// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace countersign::test {

/// A repository in a temporary folder, made with the git program under a fixed identity, clock and
/// configuration. Every commit is a minute after the one before, from 2026-01-01 12:00 UTC. A failing git
/// command ends the test.
class ScratchRepository
{
public:
    enum class Kind { Ordinary, Bare };
    explicit ScratchRepository(Kind kind = Kind::Ordinary, const QStringList &initArguments = {});
    ~ScratchRepository();
    ScratchRepository(const ScratchRepository &) = delete;
    ScratchRepository &operator=(const ScratchRepository &) = delete;

    QString path() const;
    /// The git directory.
    QString gitDirectory() const;
    /// Runs git in the folder and returns its output.
    QByteArray git(const QStringList &arguments, const QByteArray &input = {});
    /// Writes a file of the working tree; the path is bytes and may hold anything but NUL.
    void write(const QByteArray &path, const QByteArray &content);
    void remove(const QByteArray &path);
    /// Stages everything and commits; returns the commit's id in hexadecimal.
    QByteArray commit(const QString &message, const QString &author = QStringLiteral("Ada Marchetti"));

private:
    QTemporaryDir m_folder;
    Kind m_kind;
    int m_minute = 0;
};

} // namespace countersign::test
